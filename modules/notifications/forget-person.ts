import { memberRemoved } from '#modules/accounts/index.ts';
import { reaction } from '#platform/events/reaction.ts';

/** Whoever leaves the workspace takes nothing of it along, and nothing of theirs stays. */
export const forgetThePerson = reaction({
  name: 'notifications.forget-person',
  on: memberRemoved,
  async apply(tx, { userId }) {
    const back = await tx.sql`select 1 from members where user_id = ${userId}`;
    if (back.length > 0) return;
    await tx.sql`delete from notifications where user_id = ${userId}`;
    await tx.sql`delete from push_devices where user_id = ${userId}`;
    await tx.sql`delete from notification_choices where user_id = ${userId}`;
    await tx.sql`delete from notification_habits where user_id = ${userId}`;
  },
});
