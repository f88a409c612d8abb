import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { cancelAs, cancelLater, changeAs, pauseAs, resumeAs, skipAs } from './actions.ts';
import { renewOne } from './renew.ts';
import { showSubscription, Subscription } from './show.ts';
import { lockSubscription } from './subscription.ts';

const Id = z.object({ id: z.uuid() });
export const PauseWish = z.object({ until: z.iso.datetime({ offset: true }).nullish().meta({ description: 'it resumes then by itself; null = when somebody resumes it' }) });
export const ChangeWish = z.object({
  variantId: z.uuid().optional(),
  planId: z.uuid().optional(),
  quantity: z.int().min(1).max(999).optional(),
  lasts: z.int().min(1).max(365).optional().meta({ description: 'how long one piece lasts, where the plan counts by pieces' }),
  when: z.enum(['now', 'next']).default('next').meta({ description: '"now": a new period begins and is charged at once, lowered by what is not used of the old one' }),
});
const Reason = z.string().trim().max(500).default('');

/** What the shop's people do with subscriptions. */
export const pauseSubscription = operation({
  name: 'subscriptions.pause',
  route: 'POST /subscriptions/:id/pause',
  says: 'Pause a subscription',
  needs: 'subscriptions:write',
  input: Id.extend(PauseWish.shape),
  output: Subscription,
  async run(tx, { id, until }) {
    await pauseAs(tx, await lockSubscription(tx, id), until ? new Date(until) : null);
    return showSubscription(tx, id);
  },
});

export const resumeSubscription = operation({
  name: 'subscriptions.resume',
  route: 'POST /subscriptions/:id/resumption',
  says: 'Resume a subscription',
  needs: 'subscriptions:write',
  input: Id,
  output: Subscription,
  async run(tx, { id }) {
    await resumeAs(tx, await lockSubscription(tx, id));
    return showSubscription(tx, id);
  },
});

export const skipRenewal = operation({
  name: 'subscriptions.skip',
  route: 'POST /subscriptions/:id/skip',
  says: 'Skip the next delivery of a subscription',
  needs: 'subscriptions:write',
  input: Id,
  output: Subscription,
  async run(tx, { id }) {
    await skipAs(tx, await lockSubscription(tx, id));
    return showSubscription(tx, id);
  },
});

export const changeSubscription = operation({
  name: 'subscriptions.change',
  route: 'POST /subscriptions/:id/change',
  says: 'Change variant, plan or quantity of a subscription',
  needs: 'subscriptions:write',
  input: Id.extend(ChangeWish.shape),
  output: Subscription,
  async run(tx, { id, ...wish }) {
    await changeAs(tx, await lockSubscription(tx, id), wish);
    return showSubscription(tx, id);
  },
  // Should the process die here, the schedule finds it due.
  async afterCommit(ctx, answer, { id, when }) {
    if (when === 'next') return answer;
    await renewOne(ctx, id);
    return ctx.read((r) => showSubscription(r, id));
  },
});

export const cancelSubscription = operation({
  name: 'subscriptions.cancel',
  route: 'POST /subscriptions/:id/cancellation',
  says: 'End a subscription',
  needs: 'subscriptions:write',
  input: Id.extend({ when: z.enum(['now', 'period-end']).default('period-end'), reason: Reason }),
  output: Subscription,
  async run(tx, { id, when, reason }) {
    await end(tx, id, { when, reason });
    return showSubscription(tx, id);
  },
});

async function end(tx: Tx, id: string, { when, reason }: { when: 'now' | 'period-end'; reason: string }): Promise<void> {
  const s = await lockSubscription(tx, id);
  await (when === 'now' ? cancelAs(tx, s, reason) : cancelLater(tx, s, reason));
}

/** Tries a failed renewal again now instead of on its day. */
export const retryRenewal = operation({
  name: 'subscriptions.retry',
  route: 'POST /subscriptions/:id/retry',
  says: 'Try a failed renewal again',
  needs: 'subscriptions:write',
  input: Id,
  output: Subscription,
  async run(tx, { id }) {
    const s = await lockSubscription(tx, id);
    if (s.status === 'past_due' && s.retryAt) await tx.sql`update subscriptions set retry_at = ${tx.now} where id = ${id}`;
    tx.changed({ record: 'subscription', id, after: { retried: true } });
    return showSubscription(tx, id);
  },
  async afterCommit(ctx, _answer, { id }) {
    await renewOne(ctx, id);
    return ctx.read((r) => showSubscription(r, id));
  },
});
