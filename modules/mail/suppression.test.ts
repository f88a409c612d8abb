import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { useMailTransport, type OutgoingMail } from '#platform/mail/transport.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { now } from '#platform/time.ts';
import { mailMessage, recordMailFate, releaseAddress, suppressAddress, suppressionList, type MailFate } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
const delivered: OutgoingMail[] = [];
beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  useMailTransport({ deliver: async (mail) => void delivered.push(mail), close: () => {} });
});
afterAll(async () => {
  useMailTransport('none');
  await house.close();
});

async function send(to: string): Promise<{ id: string; outcome: string }> {
  const once = newId();
  const outcome = await sendMail(shop.ctx, { to, subject: 'Your order', html: '<p>Hi</p>', text: 'Hi' }, { once });
  const [row] = await shop.ctx.read((r) => r.sql<{ id: string }>`select id from mail_messages where once = ${once}`);
  return { id: row!.id, outcome };
}

const tell = (messageId: string, address: string, fate: MailFate['fate'], forGood: MailFate['forGood'] = 'yes') => recordMailFate(shop.ctx, { messageId, address, fate, forGood, detail: '550 no such user', at: now() });

test('an address that bounced for good gets no more mail, whatever its capitals, and the log says why', async () => {
  const first = await send('Gone@example.test');
  expect(await Promise.all([tell(first.id, 'gone@example.test', 'bounced'), tell(first.id, 'gone@example.test', 'bounced'), tell(first.id, 'gone@example.test', 'delivered')])).toEqual(['done', 'done', 'done']);
  expect(await mailMessage.call(shop.ctx, { id: first.id })).toMatchObject({ state: 'sent', fate: 'bounced', fateDetail: '550 no such user' });
  const before = delivered.length;
  const second = await send('gone@EXAMPLE.test');
  expect(second.outcome).toBe('refused');
  expect(await mailMessage.call(shop.ctx, { id: second.id })).toMatchObject({ state: 'failed', reason: 'Mails to this address came back, so nothing more is sent to it.' });
  expect(delivered).toHaveLength(before);
  expect((await suppressionList.call(shop.ctx, {})).data).toMatchObject([{ address: 'gone@example.test', reason: 'bounced' }]);
});

test('taken off the list by hand, it gets mail again', async () => {
  const [row] = (await suppressionList.call(shop.ctx, { q: 'gone' })).data;
  await releaseAddress.call(shop.ctx, { id: row!.id as string });
  expect((await send('gone@example.test')).outcome).toBe('sent');
  await expect(releaseAddress.call(shop.ctx, { id: row!.id as string })).rejects.toMatchObject({ code: 'not_found' });
});

test('a full mailbox is no reason to stop, a complaint is, and putting an address there by hand works once', async () => {
  const full = await send('full@example.test');
  await tell(full.id, 'full@example.test', 'bounced', 'no');
  expect((await send('full@example.test')).outcome).toBe('sent');
  const angry = await send('angry@example.test');
  await tell(angry.id, 'angry@example.test', 'delivered');
  await tell(angry.id, 'angry@example.test', 'complained');
  expect((await send('angry@example.test')).outcome).toBe('refused');
  const [one, two] = [await suppressAddress.call(shop.ctx, { address: 'Nobody@example.test' }), await suppressAddress.call(shop.ctx, { address: 'nobody@example.test' })];
  expect(two).toEqual(one);
});

test('a message about somebody else’s mail, or with another address than the mail’s, changes nothing', async () => {
  const other = await house.newWorkspace();
  const mine = await send('ana@example.test');
  expect(await recordMailFate(other.ctx, { messageId: mine.id, address: 'ana@example.test', fate: 'bounced', forGood: 'yes', detail: '', at: now() })).toBe('ignored');
  expect(await tell(mine.id, 'somebody.else@example.test', 'bounced')).toBe('ignored');
  expect(await tell('not-an-id', 'ana@example.test', 'bounced')).toBe('ignored');
  expect((await send('ana@example.test')).outcome).toBe('sent');
});
