import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateMailSettings } from '#modules/mail/index.ts';
import { config, useConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';

let house: TestHouse;
let shop: TestWorkspace;
let server: SMTPServer;
const received: string[] = [];

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    // A connection that is kept for the next mail does not hold up the end of the test.
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, answer) => (username === 'corner' && password === 'right' ? answer(null, { user: 'corner' }) : answer(new Error('no'))),
    onData(stream, _session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => answer(null, void received.push(Buffer.concat(parts).toString()) as never));
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await updateMailSettings.call(shop.ctx, { carrier: 'installation' });
  await new Promise<void>((done) => server.close(() => done()));
  await house.close();
});

const port = () => String((server.server.address() as AddressInfo).port);
const settings = (secret: string, account: Record<string, string> = {}) =>
  updateMailSettings.call(shop.ctx, { carrier: 'smtp', senderName: 'Corner Shop', senderAddress: 'hello@corner.test', account: { host: '127.0.0.1', port: port(), user: 'corner', ...account }, secret });
const mail = { to: 'ana@example.test', subject: 'Your order', html: '<p>Hi</p>', text: 'Hi' };

test('a wrong password is told in a sentence and nothing leaves that way', async () => {
  expect(await settings('wrong')).toMatchObject({ inUse: false, sentence: '127.0.0.1 does not accept this user name and password.' });
  expect(await sendMail(shop.ctx, mail, { once: newId() })).toBe('kept');
});

test('a server that is not there is told in a sentence', async () => {
  expect(await settings('right', { port: '1' })).toMatchObject({ inUse: false, sentence: '127.0.0.1 does not answer on port 1. Check server and port.' });
});

test('mails of this workspace leave by its own server, those of others do not', async () => {
  expect(await settings('right')).toMatchObject({ inUse: true, sentence: '127.0.0.1 takes our mails.' });
  expect(await sendMail(shop.ctx, { ...mail, headers: { 'List-Unsubscribe': '<https://x.test/>' } }, { once: newId() })).toBe('sent');
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^From: "?Corner Shop"? <hello@corner.test>\r$/m);
  expect(received[0]).toMatch(/^List-Unsubscribe: <https:\/\/x.test\/>\r$/m);
  const other = await house.newWorkspace();
  expect(await sendMail(other.ctx, mail, { once: newId() })).toBe('kept');
  expect(received).toHaveLength(1);
});

test('what is missing is said at its field', async () => {
  await expect(updateMailSettings.call(shop.ctx, { carrier: 'smtp', account: {} })).rejects.toMatchObject({ details: { fields: { 'account.host': 'is missing', senderAddress: 'is missing' } } });
  await expect(updateMailSettings.call(shop.ctx, { carrier: 'pigeon' })).rejects.toMatchObject({ code: 'invalid' });
});

test('in production nobody reaches the machines inside our own network', async () => {
  const before = config();
  useConfig({ NODE_ENV: 'production' });
  try {
    for (const host of ['127.0.0.1', 'localhost', '10.1.2.3', '169.254.169.254']) expect(await settings('right', { host, port: '587' })).toMatchObject({ inUse: false, sentence: `${host} is inside this installation’s own network and cannot be used.` });
    expect(await settings('right', { port: '6379' })).toMatchObject({ inUse: false });
  } finally {
    useConfig(before);
  }
});
