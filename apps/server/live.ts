import { createHmac } from 'node:crypto';
import { forgetSessions, forgetTokens } from '#modules/accounts/index.ts';
import { forgetCustomers } from '#modules/customers/index.ts';
import { forgetStorefronts } from '#modules/storefronts/index.ts';
import { config } from '#platform/config.ts';
import type { Relay } from '#platform/events/relay.ts';
import type { Bus } from '#platform/events/bus.ts';
import { answers } from '#platform/http/answer-cache.ts';
import { onCommitted } from '#platform/operations/closing.ts';
import { createRealtime, type Realtime } from '#platform/realtime/realtime.ts';
import { registry } from '#platform/registry.ts';
import { mayJoinChannel } from './realtime-door.ts';

/** Key and secret of the realtime app; they follow from the installation's secret, so every node agrees. */
export function realtimeApp(): { id: string; key: string; secret: string } {
  const derive = (what: string) => createHmac('sha256', config().secret).update(`realtime:${what}`).digest('hex');
  return { id: 'quickdash', key: derive('key').slice(0, 20), secret: derive('secret') };
}

/** Opens the realtime room and lets told facts reach caches and live channels. */
export function openLive(bus: Bus, relay: Relay): Realtime {
  const realtime = createRealtime({ app: realtimeApp(), bus, mayJoin: mayJoinChannel });
  const lives = new Map(registry.events().filter((e) => e.live).map((e) => [e.name, e.live!]));
  relay.carry((told) => {
    const live = lives.get(told.event);
    if (told.event === 'member.removed') realtime.terminateUser(String(told.data.userId));
    if (live) realtime.publish(`private-${live.channel}@${told.workspace_id}`, live.as, { ...told.data, at: told.told_at });
  });
  dropStaleAnswers(relay);
  relay.listen((told) => forget(told.event));
  return realtime;
}

// What processes remember of people and storefronts for seconds is dropped when another process changes it.
function forget(event: string): void {
  if (event.startsWith('storefront.')) forgetStorefronts();
  if (event.startsWith('customer.')) forgetCustomers();
  if (!event.startsWith('member.')) return;
  forgetSessions();
  forgetTokens();
}

// The process that commits drops its own cached answers before it replies; the others follow when they hear the fact.
function dropStaleAnswers(relay: Relay): void {
  onCommitted((ctx, closing) => answers.told(ctx.workspaceId, closing.told.map((t) => t.event.name)));
  relay.listen((told) => answers.told(told.workspace_id, [told.event]));
}
