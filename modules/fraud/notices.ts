import { notice } from '#platform/notices/notice.ts';
import { orderScored } from './events.ts';

const held = notice({
  kind: 'fraud.held',
  on: orderScored,
  says: 'Orders that are held to be looked at',
  group: 'Orders',
  needs: 'orders:read',
  many: '# orders are held',
  urgency: 'urgent',
  when: ({ held: isHeld }) => isHeld,
  async text(r, { orderId, number }) {
    const [order] = await r.sql<{ storefrontId: string | null; because: string }>`select storefront_id as "storefrontId", held_because as because from orders where id = ${orderId} and held_at is not null`;
    return order && { title: `Order #${number} is held`, body: order.because, link: `/orders/${orderId}`, storefrontId: order.storefrontId };
  },
});

export const fraudNotices = [held];
