import { workspaceSettings } from '#modules/accounts/index.ts';
import { formatMoney } from '#platform/money.ts';
import { notice } from '#platform/notices/notice.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { DAY, now } from '#platform/time.ts';
import { disputeSentence, isClosed } from './dispute-state.ts';
import { disputeAnswerRefused, disputeDue, disputeMoved, disputeOpened } from './events.ts';

const GROUP = { group: 'Orders', needs: 'disputes:read' } as const;

const opened = notice({
  ...GROUP,
  kind: 'dispute.opened',
  on: disputeOpened,
  says: 'New disputes',
  many: '# new disputes',
  urgency: 'urgent',
  async text(r, { disputeId, orderId, number, amount, respondBy }) {
    const sum = formatMoney(amount, (await workspaceSettings(r)).locale);
    return { title: `${sum} of order #${number} is disputed`, body: respondBy ? `Answer ${inDays(respondBy)}.` : 'There is nothing to answer yet.', link: `/disputes/${disputeId}`, storefrontId: await storefrontOf(r, orderId) };
  },
});

const due = notice({
  ...GROUP,
  kind: 'dispute.due',
  on: disputeDue,
  says: 'Disputes that have to be answered soon',
  many: '# disputes have to be answered soon',
  urgency: 'urgent',
  async text(r, { disputeId, orderId, number, days }) {
    const [open] = await r.sql`select 1 from disputes where id = ${disputeId} and state in ('inquiry', 'needs_response')`;
    if (!open) return undefined;
    return { title: `The dispute of order #${number} is due ${days === 1 ? 'tomorrow' : `in ${days} days`}`, body: 'Without an answer it is lost.', link: `/disputes/${disputeId}`, storefrontId: await storefrontOf(r, orderId) };
  },
});

const moved = notice({
  ...GROUP,
  kind: 'dispute.decided',
  on: disputeMoved,
  says: 'Disputes that were decided',
  many: '# disputes were decided',
  async text(r, { disputeId, orderId, number, to }) {
    if (!isClosed(to) && to !== 'needs_response') return undefined;
    return { title: `Dispute of order #${number}: ${to.replaceAll('_', ' ')}`, body: disputeSentence(to), link: `/disputes/${disputeId}`, storefrontId: await storefrontOf(r, orderId) };
  },
});

const refused = notice({
  ...GROUP,
  kind: 'dispute.answer-refused',
  on: disputeAnswerRefused,
  says: 'Answers to disputes the provider did not take',
  many: '# answers to disputes were not taken',
  urgency: 'urgent',
  async text(r, { disputeId, orderId, number, sentence }) {
    return { title: `The answer to the dispute of order #${number} was not taken`, body: sentence, link: `/disputes/${disputeId}`, storefrontId: await storefrontOf(r, orderId) };
  },
});

async function storefrontOf(r: Reader, orderId: string): Promise<string | null> {
  const [row] = await r.sql<{ id: string | null }>`select storefront_id as id from orders where id = ${orderId}`;
  return row?.id ?? null;
}

function inDays(at: string): string {
  const days = Math.ceil((new Date(at).getTime() - now().getTime()) / DAY);
  return days <= 0 ? 'today' : days === 1 ? 'by tomorrow' : `within ${days} days`;
}

export const disputeNotices = [opened, due, moved, refused];
