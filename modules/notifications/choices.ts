import * as z from 'zod';
import { TimeZone, workspaceSettings } from '#modules/accounts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import { allKinds, kindNamed, usualMedia } from './kinds.ts';
import { OWN, personOf } from './own.ts';
import type { Habits } from './quiet-hours.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'should be a time of day, like 22:00');
const Habit = z.object({
  timeZone: TimeZone,
  quietFrom: TimeOfDay.nullable(),
  quietTo: TimeOfDay.nullable(),
  digest: z.enum(['instant', 'hourly', 'daily']),
  dailyAt: TimeOfDay,
});
const Choice = z.object({ kind: z.string(), says: z.string(), group: z.string(), urgency: z.enum(['quiet', 'normal', 'urgent']), bell: z.boolean(), push: z.boolean(), mail: z.boolean() });

/** What the person gets by which way, and when. */
export const choicesView = view({
  name: 'notifications.choices',
  route: 'GET /notifications/choices',
  says: 'How the person wants to be notified',
  needs: OWN,
  input: z.object({}),
  output: Habit.extend({ kinds: z.array(Choice) }),
  async read(r) {
    const userId = personOf(r);
    const [habits, chosen] = await Promise.all([habitsOf(r, userId), chosenBy(r, userId)]);
    const kinds = allKinds().map((kind) => ({ kind: kind.name, says: kind.says, group: kind.group, urgency: kind.urgency, ...(chosen.get(kind.name) ?? usualMedia(kind)) }));
    return { ...habits, kinds };
  },
});

interface Chosen {
  kind: string;
  bell: boolean;
  push: boolean;
  mail: boolean;
}

async function chosenBy(r: Reader, userId: string): Promise<Map<string, Omit<Chosen, 'kind'>>> {
  const rows = await r.sql<Chosen>`select kind, bell, push, mail from notification_choices where user_id = ${userId}`;
  return new Map(rows.map(({ kind, ...media }) => [kind, media]));
}

async function habitsOf(r: Reader, userId: string): Promise<Habits> {
  const [row] = await r.sql<Habits>`
    select time_zone as "timeZone", quiet_from as "quietFrom", quiet_to as "quietTo", digest, daily_at as "dailyAt"
    from notification_habits where user_id = ${userId}`;
  return row ?? { timeZone: (await workspaceSettings(r)).timeZone, quietFrom: null, quietTo: null, digest: 'instant', dailyAt: '08:00' };
}

export const chooseMedia = operation({
  name: 'notifications.choose',
  route: 'PUT /notifications/choices',
  says: 'Choose how to be notified',
  needs: OWN,
  audit: 'none',
  input: z.object({ kinds: z.array(z.object({ kind: z.string().max(100), bell: z.boolean(), push: z.boolean(), mail: z.boolean() })).max(200) }),
  output: z.object({ saved: z.int() }),
  async run(tx, { kinds }) {
    const userId = personOf(tx);
    const unknown = kinds.find(({ kind }) => !kindNamed(kind));
    if (unknown) throw new Refusal('invalid', `There is no kind of notification "${unknown.kind}".`);
    const rows = await tx.sql`
      insert into notification_choices (user_id, kind, bell, push, mail)
      select ${userId}, k.kind, k.bell, k.push, k.mail from jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as k(kind text, bell boolean, push boolean, mail boolean)
      on conflict (workspace_id, user_id, kind) do update set bell = excluded.bell, push = excluded.push, mail = excluded.mail returning id`;
    return { saved: rows.length };
  },
});

export const setHabits = operation({
  name: 'notifications.set-habits',
  route: 'PUT /notifications/habits',
  says: 'Set quiet hours and digest',
  needs: OWN,
  audit: 'none',
  input: Habit.partial(),
  output: Habit,
  async run(tx, changes) {
    const userId = personOf(tx);
    const after = { ...(await habitsOf(tx, userId)), ...changes } as Habits;
    if ((after.quietFrom === null) !== (after.quietTo === null)) throw new Refusal('invalid', 'Quiet hours need a beginning and an end.', { fields: { quietTo: 'is missing' } });
    await tx.sql`
      insert into notification_habits (user_id, time_zone, quiet_from, quiet_to, digest, daily_at)
      values (${userId}, ${after.timeZone}, ${after.quietFrom}, ${after.quietTo}, ${after.digest}, ${after.dailyAt})
      on conflict (workspace_id, user_id) do update set time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to, digest = excluded.digest, daily_at = excluded.daily_at`;
    return after;
  },
});

/** Somebody followed the link in a mail: no more mails of this kind, or none at all. */
export async function unsubscribe(ctx: Context, userId: string, kind: string | undefined): Promise<void> {
  await ctx.transaction(async (tx) => {
    for (const each of allKinds().filter(({ name }) => kind === undefined || name === kind)) {
      const usual = usualMedia(each);
      await tx.sql`insert into notification_choices (user_id, kind, bell, push, mail) values (${userId}, ${each.name}, ${usual.bell}, ${usual.push}, false)
        on conflict (workspace_id, user_id, kind) do update set mail = false`;
    }
  });
}
