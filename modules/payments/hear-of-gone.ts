import type { Context } from '#platform/tenancy/context.ts';
import { paymentMethodGone } from './events.ts';
import { opened, type Stored } from './kept-method.ts';
import { markOf, markOfName } from './method-mark.ts';
import { goneByItsKeeper } from './other-charges.ts';
import { paymentProviders } from './provider.ts';

type Row = Stored & { id: string };
const ROW = `id, provider, token, token_sealed as "tokenSealed", waiting, gone_at as "goneAt", forgotten_at as "forgottenAt"`;

/**
 * A provider's message says that what it calls `name` is not kept there any more. It is asked, and what is gone is marked and told, once
 * however often the message comes. Answers whether it was one of ours.
 */
export async function hearOfGone(ctx: Context, provider: string, name: string): Promise<'done' | 'ignored'> {
  const mark = markOfName(ctx, provider, name);
  const found = (await keptAs(ctx, mark)) ?? ((await markOldOnes(ctx, provider)) ? await keptAs(ctx, mark) : undefined);
  if (!found) return (await goneByItsKeeper(ctx, { provider, name })) ? 'done' : 'ignored';
  if (await paymentProviders.get(provider).takenBack!.stillKeeps(ctx, await opened(ctx, found))) return 'ignored';
  await ctx.transaction(async (tx) => {
    const gone = await tx.sql<{ id: string }>`update payment_methods set gone_at = ${tx.now} where mark = ${mark} and gone_at is null and forgotten_at is null returning id`;
    for (const { id } of gone) tx.tell(paymentMethodGone, { methodId: id });
  });
  return 'done';
}

/** Whether what the provider's messages call `name` is one of this workspace's. */
export async function keepsNamed(ctx: Context, provider: string, name: string): Promise<boolean> {
  return (await keptAs(ctx, markOfName(ctx, provider, name))) !== undefined;
}

async function keptAs(ctx: Context, mark: string): Promise<Row | undefined> {
  return (await ctx.read((r) => r.query<Row>(`select ${ROW} from payment_methods where mark = $1 and forgotten_at is null limit 1`, [mark])))[0];
}

// Those that were kept before there were marks get theirs, each once. Answers whether there were any.
async function markOldOnes(ctx: Context, provider: string): Promise<boolean> {
  const rows = await ctx.read((r) => r.query<Row>(`select ${ROW} from payment_methods where provider = $1 and mark is null and not waiting and forgotten_at is null limit 5000`, [provider]));
  for (const row of rows) await ctx.write('update payment_methods set mark = $2 where id = $1', [row.id, markOf(ctx, provider, await opened(ctx, row))]);
  return rows.length > 0;
}
