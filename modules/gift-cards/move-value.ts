import { newId } from '#platform/ids.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';

export interface ValueMove {
  accountId: string;
  kind: 'issued' | 'spent' | 'returned' | 'adjusted';
  /** Minor units; below zero when it leaves. */
  amount: number;
  /** One movement for this key, for ever. */
  key: string;
  orderId?: string | null;
  note?: string;
}

// Counter and ledger are one statement: a balance changes only with its entry, and never below nothing.
const MOVE = `
with account as (
  update value_accounts set balance = balance + $2, updated_at = $8::timestamptz where id = $1 and balance + $2 >= 0 returning id, balance
)
insert into value_entries (id, account_id, kind, amount, balance, order_id, key, note, by_name, at)
select $3, account.id, $4, $2, account.balance, $5, $6, $7, $9, $8::timestamptz from account
returning balance`;

/** The only writer of balances. Answers what is left, or undefined when there was too little. One statement. */
export async function moveValue(tx: Tx, move: ValueMove): Promise<number | undefined> {
  const values = [move.accountId, move.amount, newId(), move.kind, move.orderId ?? null, move.key, move.note ?? '', tx.now, actorName(tx.actor)];
  const [row] = await tx.query<{ balance: number }>(MOVE, values);
  return row?.balance;
}

/** As `moveValue`, for what may be asked twice: the second time nothing moves. Locks the account first. */
export async function moveValueOnce(tx: Tx, move: ValueMove): Promise<void> {
  await tx.sql`select 1 from value_accounts where id = ${move.accountId} for update`;
  const [done] = await tx.sql`select 1 from value_entries where key = ${move.key}`;
  if (!done && (await moveValue(tx, move)) === undefined) throw new Error(`the account ${move.accountId} cannot move ${move.amount}`);
}
