import { paymentRefunded, refundRefused } from '#modules/payments/index.ts';
import { taskCause } from '#modules/tasks/index.ts';

interface Refused {
  orderId: string;
  number: number;
  storefrontId: string | null;
  sentence: string;
}

// The last refund that did not arrive, unless another was asked for since or all the money went back in another way.
const REFUSED = `
select o.id as "orderId", o.number, o.storefront_id as "storefrontId", n.sentence from payments p join orders o on o.id = p.order_id
cross join lateral (
  select created_at as at, sentence from payment_steps where payment_id = p.id and kind = 'refund' and state = 'refused'
  union all select at, sentence from payment_facts where payment_id = p.id and kind = 'refund-failed' order by at desc limit 1) n
where p.id = $1 and p.refunded < p.captured
  and not exists (select 1 from payment_steps s where s.payment_id = p.id and s.kind = 'refund' and s.state <> 'refused' and s.created_at > n.at)`;

/** Money that was to go back and did not: nobody waits for the provider's answer any more, so a person has to see to it. */
export const refusedRefundTask = taskCause<{ paymentId: string }>({
  name: 'orders.refund-task',
  kind: 'refund',
  says: 'Refund that was refused',
  comes: 'A payment company does not give money back. Done when a later refund goes through.',
  usual: { priority: 'urgent', dueHours: 24 },
  on: [refundRefused, paymentRefunded] as never,
  of: ({ paymentId }) => [paymentId],
  again: (_data, { event }) => event === refundRefused.name,
  async look(tx, id) {
    const [refused] = await tx.query<Refused>(REFUSED, [id]);
    if (!refused) return undefined;
    const { orderId, number, storefrontId, sentence } = refused;
    return { title: `Give the money of order #${number} back: the refund was refused`, note: sentence, storefrontId, about: { type: 'orders', id: orderId, label: `Order #${number}`, link: `/orders/${orderId}` } };
  },
});
