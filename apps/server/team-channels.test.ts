import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connectByKey, disconnect, beginOAuth, finishOAuth, setApp, useVendorAt } from '#modules/integrations/index.ts';
import { channelChoices, chooseChannels, sendToChannels } from '#modules/notifications/index.ts';
import { factOf } from '#modules/notifications/testing.ts';
import { useConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { runReaction } from '#platform/jobs/worker.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { CONTRACTS_ABSENT, Contract, contractFile, contractsHere } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { VendorDouble } from '#platform/testing/vendor-double.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { DISCORD } from '#connectors/discord/index.ts';
import { HOOKS, SLACK } from '#connectors/slack/index.ts';

/** Slack and Discord in one double: what they take, and how they say no. */
let house: TestHouse;
let shop: TestWorkspace;
let gone = false;
const told: { where: string; body: Record<string, unknown> }[] = [];
const double = new VendorDouble(({ method, path, body }) => {
  if (path === '/api/oauth.v2.access') return { status: 200, body: { ok: true, access_token: 'xoxb-1', team: { id: 'T1', name: 'Corner' }, incoming_webhook: { url: `${HOOKS}/services/T1/B1/oauth`, channel: '#orders' } } };
  if (path === '/api/auth.revoke') return { status: 200, body: { ok: true, revoked: true } };
  if (gone) return { status: 404, body: 'no_service' };
  if (method === 'GET') return { status: 200, body: { id: '1', name: 'Shop news', guild_id: '9' } };
  if (method === 'DELETE') return { status: 204 };
  const said = JSON.parse(body) as Record<string, unknown>;
  if (path.startsWith('/services/') && !said['text']) return { status: 400, body: 'no_text' };
  told.push({ where: path.startsWith('/services/') ? 'slack' : 'discord', body: said });
  return { status: 200, body: path.startsWith('/services/') ? 'ok' : { id: '5' } };
});
let take: (() => void)[] = [];
let back = () => {};

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const url = await double.open();
  take = [HOOKS, SLACK, DISCORD].map((host) => useVendorAt(host, url));
  await connectByKey.call(shop.ctx, { vendor: 'slack', secrets: { webhookUrl: `${HOOKS}/services/T1/B1/abc` } });
  await connectByKey.call(shop.ctx, { vendor: 'discord', secrets: { webhookUrl: `${DISCORD}/api/webhooks/123/to-ken_1` } });
});
afterEach(() => {
  back();
  back = () => {};
  gone = false;
  told.length = 0;
  double.faults.length = 0;
});
afterAll(async () => {
  for (const each of take) each();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await double.close();
  await house.close();
});

const happen = async () => {
  const fact = factOf(shop.ctx, 'integration.broke', { connectionId: newId(), vendor: 'stripe', reason: 'The *key* <was> revoked @everyone.' });
  await Promise.all([runReaction('notifications.tell-channels', fact), runReaction('notifications.tell-channels', fact)]);
};

test('what the workspace has chosen is told in both, once, and nothing in it is read as a sign or rings a bell', async () => {
  await happen();
  await sendToChannels(shop.ctx);
  expect(told).toEqual([]);
  await chooseChannels.call(shop.ctx, { kinds: [{ kind: 'integration.broke', channels: ['slack', 'discord'] }] });
  await happen();
  await Promise.all([sendToChannels(shop.ctx), sendToChannels(shop.ctx)]);
  expect(told.map(({ where }) => where).toSorted()).toEqual(['discord', 'slack']);
  const words = Object.fromEntries(told.map(({ where, body }) => [where, body]));
  expect(words['slack']).toMatchObject({ text: expect.stringMatching(/^\*<http.*\/admin\/w\/shop-.*\/integrations\/stripe\|Stripe stopped working>\*\nThe \*key\* &lt;was&gt; revoked/) as string });
  expect(words['discord']).toMatchObject({ content: expect.stringContaining('The \\*key\\*') as string, allowed_mentions: { parse: [] } });
});

test('busy, broken or silent, a message waits and arrives later, once; how it stands is shown', async () => {
  await chooseChannels.call(shop.ctx, { kinds: [{ kind: 'integration.broke', channels: ['slack'] }] });
  await happen();
  double.faults.push('broken');
  await sendToChannels(shop.ctx);
  expect(told).toEqual([]);
  expect((await channelChoices.call(shop.ctx, {})).channels.find(({ id }) => id === 'slack')).toMatchObject({ connected: true, failing: 'Slack answered 500' });
  back = travel(2 * MINUTE);
  double.faults.push('busy');
  await sendToChannels(shop.ctx);
  back();
  back = travel(20 * MINUTE);
  await Promise.all([sendToChannels(shop.ctx), sendToChannels(shop.ctx)]);
  expect(told).toHaveLength(1);
});

test('a webhook that is gone is not tried again and says so; one that never was is refused when connecting', async () => {
  await happen();
  gone = true;
  await sendToChannels(shop.ctx);
  const [row] = await shop.ctx.read((r) => r.sql<object>`select state, last_error from notification_channel_messages order by created_at desc limit 1`);
  expect(row).toMatchObject({ state: 'failed', last_error: expect.stringContaining('Connect it again') as string });
  const other = await house.newWorkspace();
  await expect(connectByKey.call(other.ctx, { vendor: 'slack', secrets: { webhookUrl: `${HOOKS}/services/T1/B1/abc` } })).rejects.toMatchObject({ code: 'not_connected' });
  await expect(connectByKey.call(other.ctx, { vendor: 'slack', secrets: { webhookUrl: 'https://evil.example/services/T1' } })).rejects.toMatchObject({ code: 'invalid' });
  await expect(connectByKey.call(other.ctx, { vendor: 'discord', secrets: { webhookUrl: 'https://discord.com.evil.example/api/webhooks/1/a' } })).rejects.toMatchObject({ code: 'invalid' });
});

test('Slack is connected by signing in there, and disconnecting takes the token back; Discord’s webhook is deleted', async () => {
  const other = await house.newWorkspace();
  await setApp.call({ userId: newId(), name: 'Sue', email: 's@example.test', requestId: newId() } as unknown as Superadmin, { vendor: 'slack', settings: { clientId: '1.2' }, secrets: { clientSecret: 'x' } });
  const { address } = await beginOAuth.call(other.ctx, { vendor: 'slack' });
  expect(await finishOAuth.call(other.ctx, { stateToken: new URL(address).searchParams.get('state')!, codeToken: 'c' })).toMatchObject({ sentence: 'Corner #orders' });
  await disconnect.call(other.ctx, { vendor: 'slack' });
  expect(double.asked.at(-1)).toMatchObject({ path: '/api/auth.revoke', headers: expect.objectContaining({ authorization: 'Bearer xoxb-1' }) as object });
  await disconnect.call(shop.ctx, { vendor: 'discord' });
  expect(double.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v10/webhooks/123/to-ken_1' });
});

test.runIf(contractsHere('discord/openapi.json'))('requests to Discord are ones its published description takes', () => {
  const asked = double.asked.filter(({ path }) => path.startsWith('/api/v10/')).map((each) => ({ ...each, path: each.path.replace('/api/v10', '') }));
  expect(asked.length).toBeGreaterThan(2);
  expect(new Contract(contractFile('discord/openapi.json')).complaints(asked)).toEqual([]);
});

test.skipIf(contractsHere('discord/openapi.json'))(`Discord: ${CONTRACTS_ABSENT}`, (context) => context.skip());
