import { reaction, schedule } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { later, MINUTE, now } from '#platform/time.ts';
import { deliveriesDue } from './events.ts';
import { mailTogether } from './mail-notifications.ts';
import { pushTogether } from './push-notifications.ts';

/** A claimed delivery with what it says. */
export interface Claimed {
  id: string;
  batch: string;
  medium: 'push' | 'mail';
  userId: string;
  deviceId: string | null;
  attempts: number;
  kind: string;
  urgency: 'quiet' | 'normal' | 'urgent';
  title: string;
  body: string;
  link: string;
  notificationId: string;
  at: Date;
}

/** What became of a batch. `later` is tried again: after so many seconds when the other side said how long. */
export type Fate = { state: 'sent' } | { state: 'failed'; sentence: string } | { state: 'later'; seconds: number | undefined; sentence: string };

const CLAIM_MINUTES = 5;
const MOST_ATTEMPTS = 8;
const AT_ONCE = 200;

/** Pushes and mails everything that is due. Any number of processes may be at it. */
export async function deliverDue(ctx: Context): Promise<void> {
  for (let claimed = await claim(ctx); claimed.length > 0; claimed = claimed.length < AT_ONCE ? [] : await claim(ctx)) {
    const batches = [...Map.groupBy(claimed, (delivery) => delivery.batch).values()];
    for (const batch of batches) await finish(ctx, batch, await send(ctx, batch));
  }
}

function send(ctx: Context, batch: Claimed[]): Promise<Fate> {
  return batch[0]!.medium === 'mail' ? mailTogether(ctx, batch) : pushTogether(ctx, batch);
}

/**
 * Takes what is due: everything for one device or one address goes together, under one id that a repeated attempt keeps.
 * What was read or archived meanwhile is dropped.
 */
async function claim(ctx: Context): Promise<Claimed[]> {
  return ctx.transaction(async (tx) => {
    await tx.sql`
      update notification_deliveries d set state = 'dropped', done_at = ${tx.now} from notifications n
      where n.id = d.notification_id and d.state = 'waiting' and d.attempts = 0 and d.due_at <= ${tx.now} and (n.read_at is not null or n.archived_at is not null)`;
    const rows = await tx.sql<{ id: string; target: string; batch: string | null }>`
      select id, medium || coalesce(device_id, user_id) as target, batch from notification_deliveries
      where due_at <= ${tx.now} and (state = 'waiting' or (state = 'sending' and claimed_until < ${tx.now}))
      order by due_at, id limit ${AT_ONCE}::int for update skip locked`;
    const batches = new Map<string, string>();
    const named = rows.map(({ id, target, batch }) => ({ id, batch: batch ?? batches.get(target) ?? set(batches, target) }));
    return tx.sql<Claimed>`
      update notification_deliveries d set state = 'sending', attempts = d.attempts + 1, claimed_until = ${later(tx.now, CLAIM_MINUTES * MINUTE)}, batch = c.batch
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as c(id uuid, batch uuid), notifications n
      where d.id = c.id and n.id = d.notification_id
      returning d.id, d.batch, d.medium, d.user_id as "userId", d.device_id as "deviceId", d.attempts, n.kind, n.urgency, n.title, n.body, n.link, n.id as "notificationId", n.shown_at as at`;
  });
}

function set(batches: Map<string, string>, target: string): string {
  const id = newId();
  batches.set(target, id);
  return id;
}

async function finish(ctx: Context, batch: Claimed[], fate: Fate): Promise<void> {
  const attempts = Math.max(...batch.map((delivery) => delivery.attempts));
  const givenUp = fate.state === 'later' && attempts >= MOST_ATTEMPTS;
  const state = givenUp ? 'failed' : fate.state === 'later' ? 'waiting' : fate.state;
  // 1, 2, 4 ... minutes, or what the other side asked for.
  const wait = fate.state === 'later' ? Math.max(2 ** (attempts - 1) * MINUTE, (fate.seconds ?? 0) * 1_000) : 0;
  await ctx.transaction(async (tx) => {
    await tx.sql`
      update notification_deliveries set state = ${state}, last_error = ${'sentence' in fate ? fate.sentence : null},
        due_at = case when ${state} = 'waiting' then ${later(now(), wait)} else due_at end, done_at = case when ${state} in ('sent', 'failed') then ${tx.now}::timestamptz end
      where id = any(${batch.map((delivery) => delivery.id)}) and state = 'sending'`;
  });
}

export const deliverAtOnce = reaction({ name: 'notifications.deliver', on: deliveriesDue, run: (ctx) => deliverDue(ctx) });

export const deliverEachMinute = schedule({ name: 'notifications.deliver', everySeconds: 60, run: deliverDue });
