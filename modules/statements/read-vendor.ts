import { reaction, schedule } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountAt, connectedVendors, connectionChanged, type Account } from '#modules/integrations/index.ts';
import { readSource, type Reading } from './read-source.ts';
import { statementReaders, type Book, type StatementReader } from './reader.ts';

/** Pages of one book in one round; what is left comes in the next. */
const MOST_PAGES = 200;

interface Open {
  reader: StatementReader;
  account: Account;
  books: readonly Book[];
}

/** The vendor's books this workspace's connection opens; undefined while it is not connected. */
async function openBooks(ctx: Context, vendor: string): Promise<Open | undefined> {
  const reader = statementReaders.get(vendor);
  const account = await accountAt(ctx, vendor);
  return account && { reader, account, books: await reader.books(account) };
}

/** Reads all books of a vendor from where they were left. Another account connected since has books of its own. */
async function readVendor(ctx: Context, vendor: string): Promise<void> {
  const open = await openBooks(ctx, vendor);
  if (!open) return;
  for (const book of open.books) await readSource(ctx, { ...open, vendor, book, sourceId: await sourceOf(ctx, vendor, book), most: MOST_PAGES });
}

async function sourceOf(ctx: Context, vendor: string, { account, name, currency }: Book): Promise<string> {
  const [row] = await ctx.write<{ id: string }>(
    `insert into statement_sources (kind, account, name, currency) values ($1, $2, $3, $4) on conflict (workspace_id, kind, account) do update set kind = excluded.kind returning id`,
    [vendor, account, name, currency],
  );
  return row!.id;
}

/** Reads one source now; undefined: somebody else is at it, or its account is not the one that is connected. */
export async function readOne(ctx: Context, source: { id: string; kind: string; account: string }, most: number): Promise<Reading | undefined> {
  const open = await openBooks(ctx, source.kind);
  const book = open?.books.find(({ account }) => account === source.account);
  return open && book && readSource(ctx, { ...open, vendor: source.kind, book, sourceId: source.id, most });
}

export const readBooks = schedule({
  name: 'statements.read',
  everySeconds: 900,
  async run(ctx) {
    const connected = await ctx.read((r) => connectedVendors(r));
    const failed: unknown[] = [];
    for (const vendor of statementReaders.all().keys()) if (connected.has(vendor)) await readVendor(ctx, vendor).catch((error: unknown) => failed.push(error));
    // One vendor whose books cannot even be listed does not keep the others waiting; the job still fails and is seen.
    if (failed.length > 0) throw new AggregateError(failed, 'the books of some accounts could not be opened');
  },
});

/** A vendor that was just connected is read at once, not in a quarter of an hour. */
export const readWhenConnected = reaction({
  name: 'statements.read-when-connected',
  on: connectionChanged,
  async run(ctx, { vendor, state }) {
    if (state === 'connected' && statementReaders.all().has(vendor)) await readVendor(ctx, vendor);
  },
});
