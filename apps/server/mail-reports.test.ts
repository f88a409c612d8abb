import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectByKey, disconnect, hearInbound, inboundList, receiveWebhook, useVendorAt } from '#modules/integrations/index.ts';
import { mailMessage, suppressionList, updateMailSettings } from '#modules/mail/index.ts';
import { useConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { CONTRACTS_ABSENT, Contract, contractFile, contractsHere } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { VendorDouble } from '#platform/testing/vendor-double.ts';
import { now } from '#platform/time.ts';
import { SENDGRID } from '#connectors/sendgrid-mail/index.ts';
import { useResendAt } from '#connectors/resend-mail/index.ts';
import { RESEND } from '#connectors/resend-mail/reports.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes long').toString('base64')}`;
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

let house: TestHouse;
let shop: TestWorkspace;
let take: (() => void)[] = [];
const double = new VendorDouble(({ method, path }) => {
  if (path === '/domains') return { status: 200, body: { object: 'list', data: [{ id: newId(), name: 'corner.test', status: 'verified' }] } };
  if (path === '/webhooks') return { status: 201, body: { object: 'webhook', id: 'hook-1', signing_secret: SECRET } };
  if (path === '/v3/scopes') return { status: 200, body: { scopes: ['mail.send'] } };
  if (path === '/v3/mail/send') return { status: 202 };
  return { status: method === 'DELETE' ? 200 : 201, body: { id: newId() } };
});

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const url = await double.open();
  useResendAt(url);
  take = [RESEND, SENDGRID].map((host) => useVendorAt(host, url));
});
afterAll(async () => {
  for (const each of take) each();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await double.close();
  await house.close();
});

async function sendBy(carrier: string): Promise<string> {
  await updateMailSettings.call(shop.ctx, { carrier, senderName: 'Corner', senderAddress: 'hello@corner.test', account: {}, secret: 'a-key' });
  const once = newId();
  const to = `${once}@example.test`;
  expect(await sendMail(shop.ctx, { to, subject: 'Your order', html: '<p>Hi</p>', text: 'Hi' }, { once })).toBe('sent');
  return (await shop.ctx.read((r) => r.sql<{ id: string }>`select id from mail_messages where once = ${once}`))[0]!.id;
}

const connectionOf = async (vendor: string) => (await shop.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections where vendor = ${vendor}`))[0]!.id;

async function hearAll(): Promise<void> {
  for (const row of (await inboundList.call(shop.ctx, { filter: { state: 'waiting' } })).data) await hearInbound(shop.ctx, row.id as string);
}

async function fromResend(type: string, mailId: string, bounce?: object): Promise<Response> {
  const { recipient } = await mailMessage.call(shop.ctx, { id: mailId });
  const sent = JSON.parse(double.asked.filter(({ path }) => path === '/emails').at(-1)!.body) as { tags: { name: string; value: string }[] };
  const body = JSON.stringify({ type, created_at: now().toISOString(), data: { email_id: newId(), to: [recipient], tags: Object.fromEntries(sent.tags.map(({ name, value }) => [name, value])), ...(bounce && { bounce }) } });
  const [id, seconds] = [`msg_${newId()}`, String(Math.floor(now().getTime() / 1_000))];
  const signature = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64')).update(`${id}.${seconds}.${body}`).digest('base64');
  return receiveWebhook('resend', await connectionOf('resend'), new Request('http://localhost/', { method: 'POST', body, headers: { 'svix-id': id, 'svix-timestamp': seconds, 'svix-signature': `v1,${signature}` } }));
}

test('Resend tells that a mail arrived, and that one came back for good: the address gets no more', async () => {
  await connectByKey.call(shop.ctx, { vendor: 'resend', secrets: { apiKey: 're_key' } });
  const id = await sendBy('resend');
  expect((await fromResend('email.delivered', id)).status).toBe(200);
  await hearAll();
  expect(await mailMessage.call(shop.ctx, { id })).toMatchObject({ fate: 'delivered' });
  const second = await sendBy('resend');
  await fromResend('email.bounced', second, { type: 'Transient', message: 'Mailbox full' });
  await hearAll();
  expect((await suppressionList.call(shop.ctx, {})).total).toBe(0);
  await fromResend('email.bounced', second, { type: 'Permanent', subType: 'General', message: 'No such user' });
  await hearAll();
  expect((await suppressionList.call(shop.ctx, {})).data).toMatchObject([{ reason: 'bounced', detail: 'No such user' }]);
});

test('SendGrid sends a mail and tells what became of it, several events at once', async () => {
  await connectByKey.call(shop.ctx, { vendor: 'sendgrid', settings: { verificationKey: (pair.publicKey.export({ type: 'spki', format: 'der' }) as Buffer).toString('base64') }, secrets: { apiKey: 'SG.key' } });
  const id = await sendBy('sendgrid');
  const sent = JSON.parse(double.asked.filter(({ path }) => path === '/v3/mail/send').at(-1)!.body) as { personalizations: { to: { email: string }[]; custom_args: Record<string, string> }[] };
  const [{ to, custom_args: args }] = sent.personalizations as [(typeof sent.personalizations)[0]];
  const seconds = String(Math.floor(now().getTime() / 1_000));
  const events = ['delivered', 'open', 'spamreport'].map((event) => ({ event, email: to[0]!.email, timestamp: Number(seconds), ...args }));
  const body = `${JSON.stringify(events)}\r\n`;
  const signature = sign('sha256', Buffer.from(seconds + body), pair.privateKey).toString('base64');
  const message = () => new Request('http://localhost/', { method: 'POST', body, headers: { 'x-twilio-email-event-webhook-signature': signature, 'x-twilio-email-event-webhook-timestamp': seconds } });
  const connection = await connectionOf('sendgrid');
  expect(await (await receiveWebhook('sendgrid', connection, message())).json()).toEqual({ received: true });
  expect(await (await receiveWebhook('sendgrid', connection, message())).json()).toEqual({ received: true, repeated: true });
  await hearAll();
  expect(await mailMessage.call(shop.ctx, { id })).toMatchObject({ fate: 'complained' });
  expect((await suppressionList.call(shop.ctx, { filter: { reason: 'complained' } })).total).toBe(1);
});

test.runIf(contractsHere('resend/resend.json', 'sendgrid/tsg_mail_v3.json'))('requests to Resend and SendGrid are ones their published descriptions take', async () => {
  await disconnect.call(shop.ctx, { vendor: 'resend' });
  const asked = (of: RegExp) => double.asked.filter(({ path }) => of.test(path));
  expect(new Contract(contractFile('resend/resend.json')).complaints(asked(/^\/(emails|webhooks|domains)/))).toEqual([]);
  expect(new Contract(contractFile('sendgrid/tsg_mail_v3.json')).complaints(asked(/^\/v3\/mail/))).toEqual([]);
});

test.skipIf(contractsHere('resend/resend.json', 'sendgrid/tsg_mail_v3.json'))(`Resend and SendGrid: ${CONTRACTS_ABSENT}`, (context) => context.skip());
