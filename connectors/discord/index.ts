/** Discord: tells a team in its channel what happens, by a webhook (discord.com/developers/docs/resources/webhook). */
import { callVendor, connectors, connectedVendors, requireAccount, type Connector } from '#modules/integrations/index.ts';
import { ChannelBusy, noticeChannels, type ChannelWords } from '#modules/notifications/index.ts';
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';

export const discord = module({ name: 'discord', uses: ['integrations', 'notifications'] });

export const DISCORD = 'https://discord.com';
const HOOK = /^https:\/\/discord(?:app)?\.com\/api\/(?:v10\/)?webhooks\/(\d+)\/([\w-]+)$/;

function hookOf(secrets: Readonly<Record<string, string>>): string {
  const [, id, token] = HOOK.exec(secrets['webhookUrl'] ?? '') ?? [];
  if (!id) throw new Refusal('invalid', 'This is no webhook address of Discord.', { fields: { 'secrets.webhookUrl': 'begins with https://discord.com/api/webhooks/' } });
  return `${DISCORD}/api/v10/webhooks/${id}/${token}`;
}

const connector: Connector = {
  says: 'Discord',
  about: 'Tells your team in a channel what happens. What is told is chosen under Notifications, Slack and Discord.',
  group: 'Messages',
  keys: [{ key: 'webhookUrl', says: 'Webhook address', about: 'At Discord in the settings of a channel, under Integrations, Webhooks.', secret: true }],
  async verify({ secrets }) {
    const { status, json } = await callVendor(hookOf(secrets), { method: 'GET' });
    if (status === 200) return { label: `Webhook “${String(json['name'] ?? 'Quickdash')}”`, accountId: String(json['guild_id'] ?? json['id']) };
    if (status >= 500 || status === 429) throw new Error(`Discord answered ${status}`);
    throw new Refusal('not_connected', 'Discord does not know this webhook any more.');
  },
  async disconnect({ secrets }) {
    const { status } = await callVendor(hookOf(secrets), { method: 'DELETE' });
    if (status !== 204 && status !== 404) throw new Error(`Discord answered ${status}`);
  },
};

const LONGEST = 2_000;

noticeChannels.provide('discord', {
  says: 'Discord',
  connected: async (r) => (await connectedVendors(r)).has('discord'),
  async deliver(ctx, { title, body, url, workspace }: ChannelWords) {
    const { secrets } = await requireAccount(ctx, 'discord');
    const content = `**${plain(title)}**${body ? `\n${plain(body)}` : ''}\n${workspace} · <${url}>`.slice(0, LONGEST);
    // Names in a text must not ring anybody's bell.
    const answer = await callVendor(`${hookOf(secrets)}?wait=true`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ content, allowed_mentions: { parse: [] } }) });
    if (answer.status >= 200 && answer.status < 300) return;
    if (answer.status === 429) throw new ChannelBusy(Math.ceil(Number(answer.json['retry_after'] ?? 30)));
    if (answer.status >= 500) throw new Error(`Discord answered ${answer.status}`);
    throw new Refusal('not_connected', `Discord does not take messages here any more (${answer.status}). Connect it again.`);
  },
});

/** Signs that Discord would read as formatting. */
function plain(text: string): string {
  return text.replaceAll(/([*_~`|>\\])/g, '\\$1');
}

connectors.provide('discord', connector);
