import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { config, useConfig } from '../config.ts';
import { newId } from '../ids.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { devMailbox } from './dev-mailbox.ts';
import { MINUTE, SECOND, travel } from '../time.ts';
import { platformTransaction } from '../tenancy/platform-door.ts';
import { sendWaitingMails } from './mail-round.ts';
import { sendAccountMail, sendMail } from './send-mail.ts';
import { type MailTransport, smtpTransport, useMailTransport } from './transport.ts';

interface Received {
  from: string;
  to: string[];
  source: string;
}

let house: TestHouse;
let shop: TestWorkspace;
let server: SMTPServer;
let transport: MailTransport;
const received: Received[] = [];
let refuse: { recipient?: string; all?: boolean } = {};

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  server = await mailServer();
  transport = smtpTransport(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  transport.close();
  await new Promise<void>((done) => server.close(() => done()));
  await house.close();
});
beforeEach(() => useMailTransport(transport));
afterEach(() => {
  received.length = 0;
  refuse = {};
  useMailTransport('none');
});

async function mailServer(): Promise<SMTPServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, answer) => answer(address === refuse.recipient ? failure('No such mailbox', 550) : null),
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuse.all) return answer(failure('Try later', 451));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((to) => to.address), source: Buffer.concat(chunks).toString() });
        answer(null);
      });
    },
  });
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
  return smtp;
}

function failure(message: string, responseCode: number): Error {
  return Object.assign(new Error(message), { responseCode });
}

const confirmation = {
  to: 'Ana <ana@example.test>',
  from: 'Corner Shop <shop@corner.test>',
  subject: 'Your order #1001 – thank you',
  html: '<p>Thank you</p>',
  text: 'Thank you',
};
const entries = (once: string) =>
  shop.ctx.read((r) => r.sql<{ id: string; state: string; attempts: number; last_error: string }>`
    select id, state, attempts, last_error from mail_messages where once = ${once}`);

test('the customer gets one mail with proper headers, however often the reaction is repeated', async () => {
  const once = `confirmation:${newId()}`;
  for (let n = 0; n < 3; n++) expect(await sendMail(shop.ctx, confirmation, { once })).toBe('sent');
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: 'shop@corner.test', to: ['ana@example.test'] });
  const [entry] = await entries(once);
  expect(entry).toMatchObject({ state: 'sent', attempts: 1 });
  const { source } = received[0]!;
  expect(source).toContain(`Message-ID: <${entry!.id}@corner.test>`);
  expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(source).toMatch(/^From: Corner Shop <shop@corner.test>\r$/m);
  expect(source).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(source).toContain('multipart/alternative');
});

test('two workers at the same mail send it once', async () => {
  const once = newId();
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => sendMail(shop.ctx, confirmation, { once })));
  expect(outcomes.some((outcome) => outcome.status === 'fulfilled')).toBe(true);
  expect(received).toHaveLength(1);
  expect(await sendMail(shop.ctx, confirmation, { once })).toBe('sent');
});

test('a mail server with a bad day is asked again, under the same Message-ID', async () => {
  const once = newId();
  refuse = { all: true };
  expect(await sendMail(shop.ctx, confirmation, { once })).toBe('waiting');
  const [waiting] = await entries(once);
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(waiting!.last_error).toContain('Try later');
  refuse = {};
  await sendWaitingMails();
  expect(received, 'a minute has not passed yet').toHaveLength(0);
  const back = travel(MINUTE + SECOND);
  await Promise.all([sendWaitingMails(), sendWaitingMails()]);
  back();
  expect(received.map((mail) => mail.source.includes(`Message-ID: <${waiting!.id}@corner.test>`))).toEqual([true]);
  expect(await entries(once)).toMatchObject([{ state: 'sent', attempts: 2, last_error: null }]);
});

test('a mail of the installation that could not be handed over goes out later, and is given up after three days', async () => {
  refuse = { all: true };
  const mail = { to: 'zoe@example.test', subject: 'Reset', html: '<p>Reset</p>', text: 'Reset', headers: { 'X-Kept': 'yes' } };
  expect(await sendAccountMail(mail, { once: newId() })).toBe('waiting');
  const lost = newId();
  await sendAccountMail({ ...mail, to: 'lost@example.test' }, { once: lost });
  await platformTransaction('seed', (q) => q.sql`update account_mails set created_at = now() - interval '4 days' where once = ${lost}`);
  let back = travel(2 * MINUTE);
  await sendWaitingMails();
  back();
  refuse = {};
  back = travel(10 * MINUTE);
  await sendWaitingMails();
  back();
  expect(received.map(({ to }) => to)).toEqual([['zoe@example.test']]);
  expect(received[0]!.source).toMatch(/^X-Kept: yes\r$/m);
  const [given] = await platformTransaction('seed', (q) => q.sql<{ state: string }>`select state from account_mails where once = ${lost}`);
  expect(given!.state).toBe('failed');
});

test('a mailbox that does not exist is not tried again', async () => {
  const once = newId();
  refuse = { recipient: 'ana@example.test' };
  expect(await sendMail(shop.ctx, confirmation, { once })).toBe('refused');
  expect(await sendMail(shop.ctx, confirmation, { once })).toBe('refused');
  expect((await entries(once))[0]!.last_error).toContain('No such mailbox');
});

test('nobody can smuggle a second recipient or header in', async () => {
  await expect(sendMail(shop.ctx, { ...confirmation, to: 'a@example.test\r\nBcc: b@example.test' }, { once: newId() })).rejects.toThrow('Invalid string');
  await sendMail(shop.ctx, { ...confirmation, subject: 'Hi\r\nBcc: b@example.test' }, { once: newId() });
  expect(received[0]!.to).toEqual(['ana@example.test']);
  expect(received[0]!.source).not.toMatch(/^Bcc:/im);
});

test('the same name in another workspace is another mail', async () => {
  const other = await house.newWorkspace();
  const once = newId();
  await sendMail(shop.ctx, confirmation, { once });
  await sendMail(other.ctx, confirmation, { once });
  expect(received).toHaveLength(2);
});

const open = async (path: string) => {
  const response = await devMailbox(new Request(`http://localhost${path}`));
  return { status: response.status, policy: response.headers.get('content-security-policy') ?? '', text: await response.text() };
};

test('without a mail server the mail waits in the development mailbox, found by search and shown without running', async () => {
  useMailTransport('none');
  const html = '<p>Reset</p><script>alert(1)</script>';
  expect(await sendAccountMail({ to: 'zoe@example.test', subject: 'Reset <b>now</b>', html, text: 'Reset' }, { once: newId() })).toBe('kept');
  const list = await open('/dev/mail?q=zoe%40');
  expect(list.text).toContain('Reset &lt;b&gt;now&lt;/b&gt;');
  expect((await open('/dev/mail?q=%25')).text).toContain('No mail speaks of');
  const link = /\/dev\/mail\/[0-9a-f-]{36}/.exec(list.text)![0];
  const mail = await open(link);
  expect(mail.text).toContain(`src="${link}/html"`);
  expect(mail.text).not.toContain('<script>');
  expect((await open(`${link}/html`)).policy).toMatch(/^sandbox .*default-src 'none'/);
  for (const path of [`/dev/mail/${newId()}`, '/dev/mail/x', `${link}/other`]) expect((await open(path)).status).toBe(404);
});

test('in production with a mail server the mailbox is shut', async () => {
  const before = config();
  useConfig({ NODE_ENV: 'production', SMTP_URL: 'smtp://mail.example' });
  expect((await open('/dev/mail')).status).toBe(404);
  useConfig({ NODE_ENV: 'development', SMTP_URL: before.SMTP_URL });
  expect((await open('/dev/mail')).status).toBe(200);
  useConfig({ QUICKDASH_DEV_MAIL: false });
  expect((await open('/dev/mail')).status).toBe(404);
  useConfig(before);
});
