import { newId } from '#platform/ids.ts';
import { MINUTE, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { whyNot, type Account } from '#modules/integrations/index.ts';
import { statementRead } from './events.ts';
import { matchEntries } from './match.ts';
import type { Book, BookPage, StatementReader } from './reader.ts';
import { storeEntries } from './store-entries.ts';

/** Longer than a page takes; whoever died while reading is replaced after it. */
const LEASE = 2 * MINUTE;

export interface Reading {
  added: number;
  /** Why it stopped before the end, in words; empty when it came to its end or had read enough for one round. */
  problem: string;
}

interface Asked {
  sourceId: string;
  vendor: string;
  reader: StatementReader;
  account: Account;
  book: Book;
  /** Pages of this round. */
  most: number;
}

/** Reads on from the cursor. Undefined: somebody else is at it. What was read before a failure stays, and the next round goes on there. */
export async function readSource(ctx: Context, asked: Asked): Promise<Reading | undefined> {
  const mine = newId();
  const claimed = await ctx.write<{ cursor: object | null }>(
    `update statement_sources set busy_by = $2, busy_until = $3 where id = $1 and (busy_until is null or busy_until < $4) returning cursor`,
    [asked.sourceId, mine, later(now(), LEASE), now()],
  );
  if (claimed.length === 0) return undefined;
  const reading = await readPages(ctx, asked, { mine, cursor: claimed[0]!.cursor });
  await finish(ctx, asked, mine, reading);
  return reading;
}

async function readPages(ctx: Context, { most, ...asked }: Asked, { mine, cursor }: { mine: string; cursor: object | null }): Promise<Reading> {
  const reading: Reading = { added: 0, problem: '' };
  try {
    for (let pages = 0, at = cursor; pages < most; pages++) {
      const page = await asked.reader.read(asked.account, asked.book, at);
      const added = await keepPage(ctx, asked, mine, page);
      // Somebody took over while the vendor let us wait; what they read is as good.
      if (added === undefined) return reading;
      reading.added += added;
      at = page.cursor ?? at;
      if (!page.more) return reading;
    }
  } catch (error) {
    reading.problem = whyNot(error);
  }
  return reading;
}

/** The page and the cursor behind it, together or not at all. */
function keepPage(ctx: Context, { sourceId, vendor }: Pick<Asked, 'sourceId' | 'vendor'>, mine: string, page: BookPage): Promise<number | undefined> {
  return ctx.transaction(async (tx) => {
    const held = await tx.sql`update statement_sources set cursor = coalesce(${page.cursor ? JSON.stringify(page.cursor) : null}::jsonb, cursor), busy_until = ${later(tx.now, LEASE)} where id = ${sourceId} and busy_by = ${mine} returning id`;
    if (held.length === 0) return undefined;
    const added = await storeEntries(tx, sourceId, page.entries);
    await matchEntries(tx, { sourceId, provider: vendor, only: page.entries.map(({ externalId }) => externalId) });
    return added;
  });
}

async function finish(ctx: Context, { sourceId, vendor }: Asked, mine: string, { added, problem }: Reading): Promise<void> {
  await ctx.transaction(async (tx) => {
    const matched = await matchEntries(tx, { sourceId, provider: vendor });
    const [before] = await tx.sql<{ lastError: string }>`select last_error as "lastError" from statement_sources where id = ${sourceId} for update`;
    const held = await tx.sql`update statement_sources set busy_by = null, busy_until = null, last_read_at = case when ${problem} = '' then ${tx.now} else last_read_at end,
      last_error = ${problem}, last_error_at = case when ${problem} = '' then null else ${tx.now}::timestamptz end where id = ${sourceId} and busy_by = ${mine} returning id`;
    const news = added > 0 || matched > 0 || (held.length > 0 && before!.lastError !== problem);
    if (news) tx.tell(statementRead, { sourceId, added, problem });
  });
}
