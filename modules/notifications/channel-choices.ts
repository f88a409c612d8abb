import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { noticeChannels } from './channel.ts';
import { allKinds, kindNamed } from './kinds.ts';

/** What the workspace tells in which channel. */
export const channelChoices = view({
  name: 'notifications.channels',
  route: 'GET /notifications/channels',
  says: 'What is told in Slack and Discord',
  needs: 'settings:read',
  input: z.object({}),
  output: z.object({
    channels: z.array(z.object({ id: z.string(), says: z.string(), connected: z.boolean(), failing: z.string().meta({ description: 'why the last message did not arrive; empty when it did' }) })),
    kinds: z.array(z.object({ kind: z.string(), says: z.string(), group: z.string(), channels: z.array(z.string()) })),
  }),
  async read(r) {
    const chosen = await r.sql<{ channel: string; kind: string }>`select channel, kind from notification_channel_choices`;
    const last = await r.sql<{ channel: string; sentence: string }>`
      select distinct on (channel) channel, case when state = 'sent' then '' else coalesce(last_error, '') end as sentence from notification_channel_messages where attempts > 0 order by channel, created_at desc`;
    const all = [...noticeChannels.all()];
    const connected = await Promise.all(all.map(([, channel]) => channel.connected(r)));
    // What needs no permission is only ever told to people by name, and that stays theirs.
    return {
      channels: all.map(([id, { says }], i) => ({ id, says, connected: connected[i]!, failing: last.find((each) => each.channel === id)?.sentence ?? '' })),
      kinds: allKinds().filter(({ needs, onlyWhenChosen }) => needs && !onlyWhenChosen).map(({ name, says, group }) => ({ kind: name, says, group, channels: chosen.filter((each) => each.kind === name).map(({ channel }) => channel) })),
    };
  },
});

/** Chooses for all of the workspace what is told in a channel. */
export const chooseChannels = operation({
  name: 'notifications.choose-channels',
  route: 'PUT /notifications/channels',
  says: 'Choose what is told in Slack and Discord',
  needs: 'settings:write',
  input: z.object({ kinds: z.array(z.object({ kind: z.string().max(80), channels: z.array(z.string().max(40)).max(20) })).max(200) }),
  output: z.object({ kinds: z.int() }),
  async run(tx, { kinds }) {
    for (const { kind, channels } of kinds) {
      if (!kindNamed(kind)) throw notFound(`The kind "${kind}"`);
      for (const channel of channels) noticeChannels.get(channel);
      await tx.sql`delete from notification_channel_choices where kind = ${kind} and not (channel = any(${channels}))`;
      await tx.sql`insert into notification_channel_choices (kind, channel) select ${kind}, c from unnest(${channels}::text[]) as c on conflict (workspace_id, kind, channel) do nothing`;
    }
    tx.changed({ record: 'notification channels', id: tx.workspaceId, after: { kinds } });
    return { kinds: kinds.length };
  },
});
