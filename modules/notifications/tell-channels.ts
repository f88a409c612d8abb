import { publicUrl } from '#modules/accounts/index.ts';
import { amongWorkspaces, reaction, schedule } from '#platform/events/reaction.ts';
import { Refusal } from '#platform/refusal.ts';
import { later, MINUTE, now, SECOND } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { ChannelBusy, noticeChannels } from './channel.ts';
import { channelMessagesDue } from './events.ts';
import { kindsFor, noticedEvents } from './kinds.ts';

// Most workspaces tell no channel anything; the relay never gets past this for them.
const amongChoosing = amongWorkspaces('select distinct workspace_id as id from notification_channel_choices where workspace_id = any($1::uuid[])');

/** Writes down what is to be told in the channels the workspace has chosen; once for a fact. What is meant for named people stays theirs. */
export const tellChannels = reaction<Record<string, unknown>>({
  name: 'notifications.tell-channels',
  on: noticedEvents,
  async among(q, facts) {
    const worth = facts.filter((fact) => kindsFor(fact).length > 0);
    return worth.length > 0 ? amongChoosing(q, worth) : [];
  },
  async apply(tx, data, told) {
    const kinds = kindsFor({ event: told.event, data }).filter(({ onlyWhenChosen }) => !onlyWhenChosen);
    const chosen = await tx.sql<{ kind: string; channel: string }>`select kind, channel from notification_channel_choices where kind = any(${kinds.map(({ name }) => name)})`;
    for (const kind of kinds) {
      const channels = chosen.filter((each) => each.kind === kind.name).map(({ channel }) => channel);
      const text = channels.length > 0 ? await kind.text(tx, data as never, told) : undefined;
      if (!text || text.to) continue;
      await tx.sql`
        insert into notification_channel_messages (channel, kind, fact_id, title, body, link, due_at, created_at)
        select c, ${kind.name}, ${told.id}, ${text.title.slice(0, 300)}, ${(text.body ?? '').slice(0, 1_000)}, ${text.link}, ${tx.now}, ${tx.now} from unnest(${channels}::text[]) as c
        on conflict (workspace_id, fact_id, kind, channel) do nothing`;
      tx.tell(channelMessagesDue, { factId: told.id });
    }
  },
});

interface Claimed {
  id: string;
  channel: string;
  title: string;
  body: string;
  link: string;
  attempts: number;
}

const CLAIM = 2 * MINUTE;
const MOST_ATTEMPTS = 8;

/** Sends what is due to Slack and Discord. Any number of processes may be at it; a message is claimed before it is sent. */
export async function sendToChannels(ctx: Context): Promise<void> {
  const [home] = await ctx.read((r) => r.sql<{ slug: string; name: string }>`select slug, name from workspaces`);
  for (let claimed = await claim(ctx); claimed.length > 0; claimed = await claim(ctx)) {
    for (const message of claimed) await send(ctx, message, { root: `${publicUrl()}/admin/w/${home!.slug}`, workspace: home!.name });
  }
}

function claim(ctx: Context): Promise<Claimed[]> {
  return ctx.write<Claimed>(
    `update notification_channel_messages m set state = 'sending', attempts = attempts + 1, due_at = $2 where id in (
      select id from notification_channel_messages where state in ('waiting', 'sending') and due_at <= $1 order by due_at, id limit 20 for update skip locked)
    returning id, channel, title, body, link, attempts`,
    [now(), later(now(), CLAIM)],
  );
}

async function send(ctx: Context, message: Claimed, { root, workspace }: { root: string; workspace: string }): Promise<void> {
  try {
    await noticeChannels.get(message.channel).deliver(ctx, { title: message.title, body: message.body, url: root + message.link, workspace });
    await settle(ctx, message, { state: 'sent', error: null, at: now() });
  } catch (error) {
    const givenUp = error instanceof Refusal || message.attempts >= MOST_ATTEMPTS;
    // 1, 2, 4 ... minutes, or what the other side asked for.
    const asked = error instanceof ChannelBusy ? error.seconds * SECOND : 0;
    await settle(ctx, message, { state: givenUp ? 'failed' : 'waiting', error: (error as Error).message.slice(0, 300), at: later(now(), Math.max(asked, asked > 0 ? 0 : 2 ** (message.attempts - 1) * MINUTE)) });
  }
}

function settle(ctx: Context, { id }: Claimed, { state, error, at }: { state: string; error: string | null; at: Date }): Promise<unknown> {
  return ctx.write(`update notification_channel_messages set state = $2, last_error = $3, due_at = $4 where id = $1 and state = 'sending'`, [id, state, error, at]);
}

export const sendAtOnce = reaction({ name: 'notifications.send-to-channels', on: channelMessagesDue, run: (ctx) => sendToChannels(ctx) });

export const sendEachMinute = schedule({ name: 'notifications.channels', everySeconds: 60, run: sendToChannels });
