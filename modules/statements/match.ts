import { factsByReference } from '#modules/payments/index.ts';
import type { Tx } from '#platform/tenancy/context.ts';

interface Open {
  id: string;
  keys: string[];
  direction: 'in' | 'out';
  amount: number;
  currency: string;
}

interface Match {
  id: string;
  match: 'matched' | 'differs';
  paymentId: string;
}

interface Asked {
  sourceId: string;
  provider: string;
  /** Ids in the book; the newest that are open, where it is not told. */
  only?: readonly string[];
}

const AT_ONCE = 2_000;

/**
 * Ties lines of a vendor's book to payments and refunds of ours, by the vendor's own id: nothing is guessed. A line that is ours with
 * another amount is marked as such; where it was paid out in another currency than it was paid in, the amounts say nothing.
 */
export async function matchEntries(tx: Tx, { sourceId, provider, only }: Asked): Promise<number> {
  const open = await tx.sql<Open>`
    select id, keys, direction, amount, currency from external_transactions
    where source_id = ${sourceId} and match = 'unexplained' and cardinality(keys) > 0 and status <> 'void' and (${only ?? null}::text[] is null or external_id = any(${only ?? null}::text[])) order by booked_at desc limit ${AT_ONCE}`;
  if (open.length === 0) return 0;
  const facts = new Map((await factsByReference(tx, provider, [...new Set(open.flatMap(({ keys }) => keys))])).map((fact) => [`${fact.reference} ${fact.kind}`, fact]));
  const found = open.flatMap(({ id, keys, direction, amount, currency }): Match[] => {
    const fact = keys.map((key) => facts.get(`${key} ${direction === 'in' ? 'captured' : 'refunded'}`)).find((each) => each !== undefined);
    if (!fact) return [];
    return [{ id, paymentId: fact.paymentId, match: fact.currency === currency && fact.amount !== amount ? 'differs' : 'matched' }];
  });
  if (found.length > 0)
    await tx.sql`update external_transactions t set match = m.match, payment_id = m."paymentId" from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as m(id uuid, match text, "paymentId" uuid) where t.id = m.id`;
  return found.length;
}
