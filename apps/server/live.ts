import { createHmac } from 'node:crypto';
import { forgetSessions, forgetTokens } from '#modules/accounts/index.ts';
import { forgetCustomers } from '#modules/customers/index.ts';
import { forgetRules } from '#modules/discounts/index.ts';
import { forgetStorefronts } from '#modules/storefronts/index.ts';
import { followDeliveries } from '#modules/webhooks/index.ts';
import { config } from '#platform/config.ts';
import { livesOf, type Live } from '#platform/events/event.ts';
import { carryAnnouncements, onAnnounced } from '#platform/events/announce.ts';
import type { Relay } from '#platform/events/relay.ts';
import type { Bus } from '#platform/events/bus.ts';
import { answers } from '#platform/http/answer-cache.ts';
import { keptPages } from './kept-pages.ts';
import { onCommitted } from '#platform/operations/closing.ts';
import { createHostedRealtime } from '#platform/realtime/hosted.ts';
import { hostedApp } from '#platform/realtime/hosted-app.ts';
import { createRealtime, type Realtime } from '#platform/realtime/realtime.ts';
import { registry } from '#platform/registry.ts';
import { mayJoinChannel } from './realtime-door.ts';

/** Where pages find the realtime server: the key, and its address unless it is this very server. */
export function realtimeAddress(): { key: string; sockets?: string } {
  const { PUSHER_URL } = config();
  if (!PUSHER_URL) return { key: realtimeApp().key };
  const { key, sockets } = hostedApp(PUSHER_URL);
  return { key, sockets };
}

/** Key and secret of the realtime app; they follow from the installation's secret, so every node agrees. */
function realtimeApp(): { id: string; key: string; secret: string } {
  const derive = (what: string) => createHmac('sha256', config().secret).update(`realtime:${what}`).digest('hex');
  return { id: 'quickdash', key: derive('key').slice(0, 20), secret: derive('secret') };
}

/** Opens the realtime room and lets told facts reach caches and live channels. */
export function openLive(bus: Bus, relay: Relay): Realtime {
  const { PUSHER_URL } = config();
  const realtime = PUSHER_URL
    ? createHostedRealtime({ app: hostedApp(PUSHER_URL), mayJoin: mayJoinChannel })
    : createRealtime({ app: realtimeApp(), bus, mayJoin: mayJoinChannel });
  const lives = new Map(registry.events().map((e) => [e.name, livesOf(e)]));
  relay.carry((told) => {
    if (told.event === 'member.removed' || told.event === 'member.suspended') realtime.terminateUser(String(told.data.userId));
    for (const live of lives.get(told.event) ?? []) {
      for (const channel of channelsOf(live, told.data)) realtime.publish(`private-${channel}@${told.workspace_id}`, live.as, { ...shownOf(live, told.data), at: told.told_at });
    }
  });
  forgetWhatChanges();
  onAnnounced('impersonation.ended', ({ superadminId }: { superadminId: string }) => realtime.terminateUser(superadminId));
  carryAnnouncements(bus);
  // Deliveries are no facts: a webhook about each webhook would never end.
  followDeliveries((workspaceId) => realtime.publish(`private-webhooks@${workspaceId}`, 'webhook:tried', {}));
  dropStaleAnswers(relay);
  relay.listen((told) => forget(told.event));
  return realtime;
}

function channelsOf({ channel, each }: Live, data: Record<string, unknown>): string[] {
  return each === undefined ? [channel] : (data[each] as string[]).map((id) => `${channel}-${id}`);
}

function shownOf({ shows }: Live, data: Record<string, unknown>): Record<string, unknown> {
  return shows ? Object.fromEntries(shows.map((key) => [key, data[key]])) : data;
}

// What processes remember of people and storefronts for seconds is dropped when another process changes it.
function forget(event: string): void {
  if (event.startsWith('storefront.') || event.startsWith('workspace.deletion')) forgetStorefronts();
  if (event.startsWith('customer.')) forgetCustomers();
  if (event.startsWith('discount.')) forgetRules();
  if (!event.startsWith('member.') && !event.startsWith('workspace.')) return;
  forgetSessions();
  forgetTokens();
}

function forgetAnswers(workspaceId: string, events: string[]): void {
  answers.told(workspaceId, events);
  keptPages.told(workspaceId, events);
}

// The process that commits drops its own cached answers before it replies; the others follow when they hear the fact.
function dropStaleAnswers(relay: Relay): void {
  onCommitted((ctx, closing) => forgetAnswers(ctx.workspaceId, closing.told.map((t) => t.event.name)));
  relay.listen((told) => forgetAnswers(told.workspace_id, [told.event]));
}

// A superadmin changed something that processes remember: who may sign in, or which workspaces are open.
function forgetWhatChanges(): void {
  for (const topic of ['sessions.changed', 'workspaces.changed'])
    onAnnounced(topic, () => {
      forgetSessions();
      forgetTokens();
      if (topic === 'workspaces.changed') forgetStorefronts();
    });
}
