import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateWorkspaceSettings } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { brandOf } from '#platform/mail/brand.ts';
import { sendWaitingMails } from '#platform/mail/mail-round.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { useMailTransport, type OutgoingMail } from '#platform/mail/transport.ts';
import { runReaction } from '#platform/jobs/worker.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { mailList, mailMessage, resendMail } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
let broken = false;
const delivered: OutgoingMail[] = [];

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  useMailTransport({
    deliver: async (mail) => {
      if (broken) throw new Error('Connection refused');
      delivered.push(mail);
    },
    close: () => {},
  });
});
afterAll(async () => {
  useMailTransport('none');
  await house.close();
});

async function send(changes: object = {}): Promise<string> {
  const once = newId();
  await sendMail(shop.ctx, { to: 'ana@example.test', subject: 'Your order', html: '<p>Hi</p>', text: 'Hi', ...changes }, { once });
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from mail_messages where once = ${once}`);
  return row!.id;
}

async function again(id: string): Promise<string> {
  const answer = await resendMail.call(shop.ctx, { id });
  const facts = await shop.ctx.read((r) => r.sql<never>`select * from outbox where event = 'mail.resend-asked' order by seq desc limit 1`);
  await Promise.all([runReaction('mail.send-asked', facts[0]!), runReaction('mail.send-asked', facts[0]!)]);
  return answer.id;
}

test('a mail that was sent goes out once more as a new one, once, and the log shows both', async () => {
  const id = await send();
  const second = await again(id);
  expect(second).not.toBe(id);
  expect(delivered.map(({ to, subject }) => `${to}: ${subject}`)).toEqual(['ana@example.test: Your order', 'ana@example.test: Your order']);
  const { data } = await mailList.call(shop.ctx, { q: 'ana' });
  expect(data.map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a mail that waits says why, and is tried at once when somebody asks', async () => {
  broken = true;
  const id = await send({ subject: 'Waits' });
  expect(await mailMessage.call(shop.ctx, { id })).toMatchObject({ state: 'waiting', reason: 'Connection refused', attempts: 1 });
  expect((await mailList.call(shop.ctx, { filter: { state: 'waiting' } })).data.map((row) => row.subject)).toEqual(['Waits']);
  broken = false;
  await sendWaitingMails();
  expect(await mailMessage.call(shop.ctx, { id })).toMatchObject({ state: 'waiting' });
  expect(await again(id)).toBe(id);
  expect(await mailMessage.call(shop.ctx, { id })).toMatchObject({ state: 'sent', reason: null, attempts: 2 });
});

test('a mail that opens an account is in the log, without its text, and is not sent twice', async () => {
  const id = await send({ subject: 'Choose a password', text: 'https://shop.test/?token=secret', html: '<a href="https://shop.test/?token=secret">x</a>', confidential: true });
  const shown = await mailMessage.call(shop.ctx, { id });
  expect(shown).toMatchObject({ subject: 'Choose a password', confidential: true, html: '' });
  expect(JSON.stringify(shown)).not.toContain('secret');
  await expect(resendMail.call(shop.ctx, { id })).rejects.toMatchObject({ code: 'confidential' });
});

test('another workspace sees none of it', async () => {
  const other = await house.newWorkspace();
  const id = await send();
  await expect(mailMessage.call(other.ctx, { id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(resendMail.call(other.ctx, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await mailList.call(other.ctx, {})).total).toBe(0);
});

test('mails carry the colours, the logo and the sender of the workspace, and quotes in a name break no header', async () => {
  await updateWorkspaceSettings.call(shop.ctx, { brand: { accent: '#0a7d4b', onAccent: '#fffffe', logoUrl: 'https://cdn.test/logo.png', senderName: 'Corner "Shop" <x>', replyTo: 'hello@corner.test' } });
  expect(await shop.ctx.read(brandOf)).toMatchObject({ name: 'Test shop', colour: '#0a7d4b', onColour: '#fffffe', logoUrl: 'https://cdn.test/logo.png' });
  await send({ subject: 'Branded' });
  expect(delivered.at(-1)).toMatchObject({ from: '"Corner Shop x" <shop@localhost>', replyTo: 'hello@corner.test' });
});
