import { sessionIsOpen } from '#modules/accounts/index.ts';
import { sendPush, type PushAddress, type PushOutcome } from '#platform/push/send-push.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { DAY } from '#platform/time.ts';
import type { Claimed, Fate } from './deliver.ts';
import { kindNamed } from './kinds.ts';

/** What the service worker shows. */
interface Payload {
  title: string;
  body: string;
  /** Address to open, below the dashboard. */
  url: string;
  /** A newer one of the same tag takes the place of an older one on the device. */
  tag: string;
}

const SHOWN_ONE_BY_ONE = 3;

/** Sends a device what is due for it: up to three one by one, more as one line a kind. */
export async function pushTogether(ctx: Context, batch: Claimed[]): Promise<Fate> {
  const [device] = await ctx.read((r) => r.sql<PushAddress & { sessionId: string | null; slug: string; workspace: string }>`
    select d.endpoint, d.p256dh, d.auth, d.session_id as "sessionId", w.slug, w.name as workspace from push_devices d cross join workspaces w where d.id = ${batch[0]!.deviceId}`);
  if (!device) return { state: 'sent' };
  // Rows of expired sign-ins are swept now and then; the browser is silent from the moment on.
  if (device.sessionId && !(await sessionIsOpen(device.sessionId))) return forget(ctx, batch[0]!.deviceId!);
  const payloads = payloadsOf(batch, device);
  const urgent = batch.some((delivery) => delivery.urgency === 'urgent');
  for (const payload of payloads) {
    const outcome = await sendPush(device, { payload, ttlSeconds: DAY / 1_000, urgency: urgent ? 'high' : 'normal' });
    if (outcome.state !== 'sent') return notSent(ctx, batch[0]!.deviceId!, outcome);
  }
  await ctx.transaction((tx) => tx.sql`update push_devices set last_sent_at = ${tx.now} where id = ${batch[0]!.deviceId}`);
  return { state: 'sent' };
}

function payloadsOf(batch: readonly Claimed[], { slug, workspace }: { slug: string; workspace: string }): Payload[] {
  const root = `/admin/w/${slug}`;
  if (batch.length <= SHOWN_ONE_BY_ONE) return batch.map(({ title, body, link, notificationId }) => ({ title, body: body || workspace, url: root + link, tag: notificationId }));
  return [...Map.groupBy(batch, (delivery) => delivery.kind)].map(([kind, some]) => ({
    title: some.length === 1 ? some[0]!.title : (kindNamed(kind)?.many ?? `# × ${kind}`).replace('#', String(some.length)),
    body: workspace,
    url: `${root}/notifications?box=unread&kind=${encodeURIComponent(kind)}`,
    tag: `${kind}:${batch[0]!.batch}`,
  }));
}

async function notSent(ctx: Context, deviceId: string, outcome: Exclude<PushOutcome, { state: 'sent' }>): Promise<Fate> {
  if (outcome.state === 'later') return outcome;
  if (outcome.state === 'refused') return { state: 'failed', sentence: outcome.sentence };
  return forget(ctx, deviceId);
}

// A browser that has gone is forgotten with everything that waits for it.
async function forget(ctx: Context, deviceId: string): Promise<Fate> {
  await ctx.transaction((tx) => tx.sql`delete from push_devices where id = ${deviceId}`);
  return { state: 'sent' };
}
