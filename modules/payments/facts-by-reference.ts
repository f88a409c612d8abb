import type { Queries } from '#platform/db/query.ts';

/** Money that was received or given back, as its provider names it. Amount in minor units. */
export interface KnownFact {
  reference: string;
  kind: 'captured' | 'refunded';
  paymentId: string;
  amount: number;
  currency: string;
}

/** What a provider's own ids mean here: for those who hold its statements beside our payments. One statement. */
export function factsByReference(q: Queries, provider: string, references: readonly string[]): Promise<KnownFact[]> {
  return q.sql<KnownFact>`
    select f.reference, f.kind, f.payment_id as "paymentId", f.amount, p.currency from payment_facts f join payments p on p.id = f.payment_id
    where f.reference = any(${references}::text[]) and f.kind in ('captured', 'refunded') and p.provider = ${provider}`;
}
