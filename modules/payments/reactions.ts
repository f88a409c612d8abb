import { reaction, schedule } from '#platform/events/reaction.ts';
import { now } from '#platform/time.ts';
import { carryOutCharge, carryOutStep } from './carry-out.ts';
import { paymentMethodAsked, paymentMethodLetGo, paymentRequested, paymentStepAsked } from './events.ts';
import { forgetMethod } from './kept-method.ts';

/** Safety net: charges what a process asked for and then died. While somebody else is at it, it leaves the work to them. */
export const chargeRequested = reaction<{ paymentId: string }>({
  name: 'payments.charge-requested',
  on: [paymentRequested, paymentMethodAsked] as never,
  async run(ctx, { paymentId }) {
    await carryOutCharge(ctx, paymentId);
  },
});

export const carryOutAskedSteps = reaction({
  name: 'payments.carry-out-step',
  on: paymentStepAsked,
  async run(ctx, { stepId }) {
    await carryOutStep(ctx, stepId);
  },
});

export const letGoAtProvider = reaction({
  name: 'payments.let-go-of-method',
  on: paymentMethodLetGo,
  run: (ctx, { methodId }) => forgetMethod(ctx, methodId),
});

/** Finds out what became of payments and steps without an answer. The last net: it needs no event and no memory. */
export const resolveOpenSteps = schedule({
  name: 'payments.resolve',
  everySeconds: 15,
  async run(ctx) {
    const due = await ctx.read((r) => r.sql<{ id: string }>`
      select id from payment_steps where state in ('waiting', 'unknown') and next_try <= ${now()} order by next_try limit 50`);
    const failed: unknown[] = [];
    for (const { id } of due) await carryOutStep(ctx, id).catch((error: unknown) => failed.push(error));
    // One step that cannot be recorded must not keep the others waiting; the job still fails and is seen.
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${due.length} open payment steps could not be resolved`);
  },
});
