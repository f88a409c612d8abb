/** Slack: tells a team in its channel what happens, by an incoming webhook (api.slack.com/messaging/webhooks). */
import { callVendor, connectors, requireAccount, connectedVendors, type Connector } from '#modules/integrations/index.ts';
import { ChannelBusy, noticeChannels, type ChannelWords } from '#modules/notifications/index.ts';
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';

export const slack = module({ name: 'slack', uses: ['integrations', 'notifications'] });

export const SLACK = 'https://slack.com';
export const HOOKS = 'https://hooks.slack.com';
const HOOK = /^https:\/\/hooks\.slack\.com\/services\/[\w/]+$/;

const connector: Connector = {
  says: 'Slack',
  about: 'Tells your team in a channel what happens. What is told is chosen under Notifications, Slack and Discord.',
  group: 'Messages',
  keys: [{ key: 'webhookUrl', says: 'Webhook address', about: 'Begins with https://hooks.slack.com/services/; at Slack under Incoming webhooks.', secret: true }],
  app: { fields: [{ key: 'clientId', says: 'Client id' }, { key: 'clientSecret', says: 'Client secret', secret: true }] },
  oauth: {
    scopes: ['incoming-webhook'],
    pkce: false,
    consent: (app, { state, redirect }) => `${SLACK}/oauth/v2/authorize?${new URLSearchParams({ client_id: app.settings['clientId']!, scope: 'incoming-webhook', state, redirect_uri: redirect })}`,
    async exchange(app, { code, redirect }) {
      const answer = await api('oauth.v2.access', { client_id: app.settings['clientId']!, client_secret: app.secrets['clientSecret']!, code, redirect_uri: redirect });
      const hook = answer['incoming_webhook'] as { url?: string; channel?: string } | undefined;
      const team = answer['team'] as { id?: string; name?: string } | undefined;
      if (!hook?.url) throw new Refusal('declined', 'Slack gave no channel to write to.');
      return { label: `${team?.name ?? 'Slack'} ${hook.channel ?? ''}`.trim(), ...(team?.id && { accountId: team.id }), secrets: { webhookUrl: hook.url, accessToken: String(answer['access_token'] ?? '') } };
    },
  },
  async verify({ secrets }) {
    const url = secrets['webhookUrl'] ?? '';
    if (!HOOK.test(url)) throw new Refusal('invalid', 'This is no webhook address of Slack.', { fields: { 'secrets.webhookUrl': 'begins with https://hooks.slack.com/services/' } });
    // A message without words is refused, by a webhook that works, before anything is shown.
    const { status, text } = await callVendor(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    if (status === 400 && /no_text|invalid_payload/.test(text)) return { label: `A channel of team ${url.split('/')[4] ?? ''}` };
    if (status >= 500 || status === 429) throw new Error(`Slack answered ${status}`);
    throw new Refusal('not_connected', 'Slack does not know this webhook any more.');
  },
  async disconnect({ secrets }) {
    if (secrets['accessToken']) await api('auth.revoke', {}, secrets['accessToken']);
  },
};

async function api(method: string, params: Record<string, string>, token?: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(token && { authorization: `Bearer ${token}` }) };
  const { status, json } = await callVendor(`${SLACK}/api/${method}`, { method: 'POST', headers, body: new URLSearchParams(params).toString() });
  if (status !== 200) throw new Error(`Slack answered ${status}`);
  // Slack says no with a 200.
  if (json['ok'] !== true) throw new Refusal('declined', `Slack said no: ${String(json['error'] ?? 'no reason')}`);
  return json;
}

/** The three characters Slack reads as its own signs. */
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

noticeChannels.provide('slack', {
  says: 'Slack',
  connected: async (r) => (await connectedVendors(r)).has('slack'),
  async deliver(ctx, { title, body, url, workspace }: ChannelWords) {
    const { secrets } = await requireAccount(ctx, 'slack');
    const text = `*<${url}|${plain(title)}>*${body ? `\n${plain(body)}` : ''}\n_${plain(workspace)}_`;
    const answer = await callVendor(secrets['webhookUrl']!, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, unfurl_links: false }) });
    if (answer.status === 200) return;
    if (answer.status === 429) throw new ChannelBusy(Number(answer.headers['retry-after']) || 30);
    if (answer.status >= 500) throw new Error(`Slack answered ${answer.status}`);
    throw new Refusal('not_connected', `Slack does not take messages here any more (${answer.text.slice(0, 80) || answer.status}). Connect it again.`);
  },
});

connectors.provide('slack', connector);
