import { notice } from '#platform/notices/notice.ts';
import { readAccount } from './account.ts';
import { billingCardGone, billingEnded, billingFailed } from './events.ts';

const GROUP = { group: 'Workspace', needs: 'billing:write', urgency: 'urgent' } as const;

export const billingNotices = [
  notice({
    ...GROUP,
    kind: 'billing.payment-failed',
    on: billingFailed,
    says: 'When the plan of the workspace could not be renewed',
    many: '# failed renewals of the plan',
    text: async (r, { lastDay }) => ({ title: 'Your plan could not be renewed', body: `${(await readAccount(r))?.standing.failure ?? ''} ${lastDay ? `Pay it before ${lastDay.slice(0, 10)}.` : ''}`.trim(), link: '/settings/billing' }),
  }),
  notice({
    ...GROUP,
    kind: 'billing.card-gone',
    on: billingCardGone,
    says: 'When the card of the plan was taken off at the provider',
    many: '# times the card of the plan was taken off',
    text: (_r, { periodEnd }) => ({ title: 'The card of your plan is gone', body: `It was taken off at the provider. Give another one before ${periodEnd.slice(0, 10)}.`, link: '/settings/billing' }),
  }),
  notice({
    ...GROUP,
    kind: 'billing.ended',
    on: billingEnded,
    says: 'When the plan of the workspace has ended',
    many: '# plans ended',
    text: (_r, { reason }) => ({ title: 'Your plan has ended', body: reason === 'not paid' ? 'It was not paid. The workspace has the free tier now.' : 'The workspace has the free tier now.', link: '/settings/billing' }),
  }),
];
