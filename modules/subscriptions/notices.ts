import { notice } from '#platform/notices/notice.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { subscriptionCancelled, subscriptionFailed, subscriptionMethodGone, subscriptionStarted } from './events.ts';

const GROUP = { group: 'Subscriptions', needs: 'subscriptions:read' } as const;

interface About {
  who: string;
  title: string;
  storefrontId: string | null;
}

async function about(r: Reader, id: string): Promise<About | undefined> {
  const [row] = await r.sql<About>`select coalesce(nullif(customer_name, ''), email) as who, title, storefront_id as "storefrontId" from subscriptions where id = ${id}`;
  return row;
}

const failed = notice({
  ...GROUP,
  kind: 'subscription.payment-failed',
  on: subscriptionFailed,
  says: 'Renewals that failed',
  many: '# renewals failed',
  async text(r, { subscriptionId, sentence }) {
    const found = await about(r, subscriptionId);
    return found && { title: `The renewal of ${found.title} for ${found.who} failed`, body: sentence, link: `/subscriptions/${subscriptionId}`, storefrontId: found.storefrontId };
  },
});

const methodGone = notice({
  ...GROUP,
  kind: 'subscription.method-gone',
  on: subscriptionMethodGone,
  says: 'Subscriptions whose way to pay was taken back',
  many: '# subscriptions lost their way to pay',
  async text(r, { subscriptionId }) {
    const found = await about(r, subscriptionId);
    return found && { title: `${found.who} took back what ${found.title} is paid with`, body: 'They were asked by mail to choose another way to pay.', link: `/subscriptions/${subscriptionId}`, storefrontId: found.storefrontId };
  },
});

const started = notice({
  ...GROUP,
  kind: 'subscription.started',
  on: subscriptionStarted,
  says: 'New subscriptions',
  many: '# new subscriptions',
  urgency: 'quiet',
  async text(r, { subscriptionId }) {
    const found = await about(r, subscriptionId);
    return found && { title: `${found.who} subscribed to ${found.title}`, link: `/subscriptions/${subscriptionId}`, storefrontId: found.storefrontId };
  },
});

const ended = notice({
  ...GROUP,
  kind: 'subscription.cancelled',
  on: subscriptionCancelled,
  says: 'Subscriptions that ended',
  many: '# subscriptions ended',
  urgency: 'quiet',
  async text(r, { subscriptionId, reason }) {
    const found = await about(r, subscriptionId);
    return found && { title: `${found.who} no longer subscribes to ${found.title}`, body: reason, link: `/subscriptions/${subscriptionId}`, storefrontId: found.storefrontId };
  },
});

export const subscriptionNotices = [failed, methodGone, started, ended];
