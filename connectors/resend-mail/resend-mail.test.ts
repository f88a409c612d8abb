import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mailMessage, mailSettingsView, updateMailSettings } from '#modules/mail/index.ts';
import { newId } from '#platform/ids.ts';
import { sendWaitingMails } from '#platform/mail/mail-round.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { useResendAt } from './index.ts';

/** Resend as its published description has it: what it requires of a request, and how it answers. */
interface Asked {
  key: string | undefined;
  body: Record<string, unknown>;
}

let house: TestHouse;
let shop: TestWorkspace;
let server: Server;
const sent = new Map<string, Asked>();
const complaints: string[] = [];
let requests = 0;
let trouble: { status: number; headers?: Record<string, string>; body?: object } | 'hangs' | undefined;
let back = () => {};

const GOOD = 're_good';
const domains = { object: 'list', data: [{ id: newId(), name: 'corner.test', status: 'verified' }, { id: newId(), name: 'new.test', status: 'pending' }] };

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const answer = (status: number, body: object, headers: Record<string, string> = {}) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      if (request.headers.authorization === 'Bearer re_sending') return answer(401, { statusCode: 401, name: 'restricted_api_key', message: 'This API key is restricted to only send emails' });
      if (request.headers.authorization !== `Bearer ${GOOD}`) return answer(401, { statusCode: 401, name: 'validation_error', message: 'API key is invalid' });
      if (request.url === '/domains') return answer(200, domains);
      if (request.url !== '/emails' || request.method !== 'POST') return answer(404, {});
      requests += 1;
      if (trouble === 'hangs') return;
      if (trouble) return answer(trouble.status, trouble.body ?? {}, trouble.headers);
      const key = request.headers['idempotency-key'] as string | undefined;
      const body = JSON.parse(text) as Record<string, unknown>;
      complaints.push(...['from', 'to', 'subject'].filter((name) => !body[name]).map((name) => `no ${name}`), ...(key && key.length <= 256 ? [] : ['no usable key']));
      sent.set(key ?? newId(), { key, body });
      answer(200, { id: newId() });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  useResendAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 400);
  await connect(GOOD);
});
afterEach(() => {
  back();
  back = () => {};
  trouble = undefined;
  sent.clear();
  requests = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await house.close();
});

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const part of request) text += part.toString();
  return text;
}

const connect = (secret: string, senderAddress = 'hello@corner.test') => updateMailSettings.call(shop.ctx, { carrier: 'resend', senderName: 'Corner Shop', senderAddress, account: {}, secret });
const mail = { to: 'ana@example.test', subject: 'Your order', html: '<p>Hi</p>', text: 'Hi' };
const stateOf = async (once: string) => {
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from mail_messages where once = ${once}`);
  return mailMessage.call(shop.ctx, { id: row!.id });
};

test('a mail leaves by Resend, from the workspace’s own address, once', async () => {
  const once = newId();
  expect(await Promise.all([sendMail(shop.ctx, mail, { once }), sendMail(shop.ctx, mail, { once })])).toContain('sent');
  expect([...sent.values()].map(({ body }) => body)).toMatchObject([{ from: '"Corner Shop" <hello@corner.test>', to: ['ana@example.test'], subject: 'Your order', html: '<p>Hi</p>', text: 'Hi' }]);
  expect(complaints).toEqual([]);
  expect(await stateOf(once)).toMatchObject({ state: 'sent', via: 'resend' });
});

test.each([
  ['too many requests', { status: 429, headers: { 'retry-after': '300' }, body: { name: 'rate_limit_exceeded', message: 'Too many requests' } }, 4, 6],
  ['a broken Resend', { status: 500, body: { name: 'internal_server_error', message: 'Oops' } }, 0.5, 2],
  ['a Resend that does not answer', 'hangs', 0.5, 2],
] as const)('%s: the mail waits as long as asked, then goes out under the same key', async (_title, fault, tooEarly, later) => {
  const once = newId();
  trouble = fault === 'hangs' ? fault : { ...fault };
  expect(await sendMail(shop.ctx, mail, { once })).toBe('waiting');
  const { id, reason } = await stateOf(once);
  expect(reason).toBeTruthy();
  trouble = undefined;
  back = travel(tooEarly * MINUTE);
  await sendWaitingMails();
  expect(requests).toBe(1);
  back();
  back = travel(later * MINUTE);
  await Promise.all([sendWaitingMails(), sendWaitingMails()]);
  expect([...sent.keys()]).toEqual([`<${id}@corner.test>`]);
  expect(await stateOf(once)).toMatchObject({ state: 'sent', attempts: 2, reason: null });
});

test('an address Resend cannot use is not tried again', async () => {
  const once = newId();
  trouble = { status: 422, body: { name: 'validation_error', message: 'Invalid `to` field.' } };
  expect(await sendMail(shop.ctx, mail, { once })).toBe('refused');
  expect(await stateOf(once)).toMatchObject({ state: 'failed', reason: 'Resend answered 422: Invalid `to` field.' });
});

test.each([
  ['re_wrong', 'hello@corner.test', 'Resend does not accept this API key.'],
  [GOOD, 'hello@new.test', 'Resend has not verified the domain new.test yet. Finish its DNS records there and try again.'],
  [GOOD, 'hello@other.test', 'The domain other.test is not in this Resend account. Add it there, or send from another address.'],
])('settings that do not work say why and are not used: %s, %s', async (key, address, sentence) => {
  expect(await connect(key, address)).toMatchObject({ inUse: false, sentence });
  expect(await sendMail(shop.ctx, mail, { once: newId() })).toBe('kept');
  expect(sent.size).toBe(0);
});

test('a key that may only send is good enough, and no key is ever shown', async () => {
  expect(await connect('re_sending')).toMatchObject({ inUse: true });
  const shown = await mailSettingsView.call(shop.ctx, {});
  expect(shown).toMatchObject({ hasSecret: true, carrier: 'resend' });
  const [row] = await shop.ctx.read((r) => r.sql<object>`select to_jsonb(s) as row from mail_settings s`);
  const audit = await shop.ctx.read((r) => r.sql`select input, changes from audit_entries`);
  expect(JSON.stringify([shown, row, audit])).not.toContain('re_sending');
});
