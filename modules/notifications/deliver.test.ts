import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { contextForMember, endSession, leaveWorkspace, personOf } from '#modules/accounts/index.ts';
import { Browser, PASSWORD } from '#modules/accounts/testing.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { forgetPushKeys, pushKeys } from '#platform/push/push-keys.ts';
import { openPushService, type BrowserDouble, type PushServiceDouble } from '#platform/push/push-service.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { runReaction } from '#platform/jobs/worker.ts';
import { HOUR, MINUTE, now, travel } from '#platform/time.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { deliverDue } from './deliver.ts';
import { addDevice, chooseMedia, deviceList, markNotifications, removeDevice, setHabits, unsubscribeHandler } from './index.ts';
import { aParkedJob, factOf, hear, openOffice } from './testing.ts';

let house: TestHouse;
let service: PushServiceDouble;
let office: Awaited<ReturnType<typeof openOffice>>;
let back: (() => void)[] = [];

beforeAll(async () => {
  house = await openTestDatabase();
  forgetPushKeys();
  service = await openPushService(async () => (await pushKeys()).publicKey, { timeoutMillis: 300 });
});
beforeEach(async () => {
  office = await openOffice();
  await wants({ push: true, mail: false });
});
afterEach(() => {
  for (const undo of back.toReversed()) undo();
  back = [];
});
afterAll(async () => {
  await service.close();
  forgetPushKeys();
  await house.close();
});

const wants = (media: { push: boolean; mail: boolean }) => chooseMedia.call(office.owner, { kinds: [{ kind: 'job.parked', bell: true, ...media }] });
const parked = async (message = 'boom') => hear(factOf(office.owner, 'job.parked', { ...aParkedJob(), message }));
const mails = (ctx: Context) => ctx.read((r) => r.sql<{ subject: string; text: string; html: string; headers: Record<string, string> | null }>`select subject, text, html, headers from mail_messages order by created_at, id`);

function pass(millis: number): void {
  back.push(travel(millis));
}

async function aBrowser(person = office.owner): Promise<BrowserDouble & { id: string }> {
  const browser = service.browser();
  const { endpoint, p256dh, auth } = browser;
  const { id } = await addDevice.call(person, { endpoint, p256dh, auth, name: 'Firefox on Linux' });
  return Object.assign(browser, { id });
}

test('every browser of a person gets a push, once, however many workers are at it', async () => {
  const [one, two] = [await aBrowser(), await aBrowser()];
  await parked();
  await Promise.all([deliverDue(office.system), deliverDue(office.system), deliverDue(office.system)]);
  for (const browser of [one, two]) {
    expect(browser.received).toMatchObject([{ payload: { title: 'Background work needs a look', body: 'orders.confirmation-mail: boom', url: expect.stringMatching(/^\/admin\/w\/.+\/jobs\?state=parked$/) as string } }]);
    expect(browser.received[0]!.headers['urgency']).toBe('high');
  }
  expect(service.complaints).toEqual([]);
});

test('a browser that is gone is forgotten, and the other one still gets its push', async () => {
  const [gone, here] = [await aBrowser(), await aBrowser()];
  service.answers(gone, 410);
  await parked();
  await deliverDue(office.system);
  expect(here.received).toHaveLength(1);
  expect((await deviceList.call(office.owner, {})).data.map((device) => device.id)).toEqual([here.id]);
});

test('a browser that signed out gets no more pushes; the person’s other browser still does', async () => {
  const elsewhere = new Browser();
  await elsewhere.post('/sign-in/email', { email: office.browser.email, password: PASSWORD });
  const [out, here] = [await aBrowser(), await aBrowser(contextForMember((await elsewhere.session())!, office.workspaceId))];
  await parked('on its way');
  await office.browser.post('/sign-out', {});
  await parked('after signing out');
  await deliverDue(office.system);
  expect(out.requests).toBe(0);
  expect(here.received).toHaveLength(2);
  expect((await deviceList.call(office.owner, {})).data.map((device) => device.id)).toEqual([here.id]);
});

test('a sign-in that ran out, or was ended from another browser, is as good as signed out', async () => {
  const expired = await aBrowser();
  const other = new Browser();
  await other.post('/sign-in/email', { email: office.browser.email, password: PASSWORD });
  const session = (await other.session())!;
  const revoked = await aBrowser(contextForMember(session, office.workspaceId));
  await endSession.call(personOf((await office.browser.session())!, 'test'), { id: session.id });
  await platformRead('superadmin', (q) => q.sql`update sessions set expires_at = now() where id = ${(office.owner.actor as { sessionId: string }).sessionId}`);
  await parked();
  await deliverDue(office.system);
  expect([expired.requests, revoked.requests]).toEqual([0, 0]);
  expect((await deviceList.call(office.owner, {})).data).toEqual([]);
});

test('whoever looks through somebody’s eyes cannot leave their own browser behind', async () => {
  const { actor, workspaceId } = office.owner as Context & { actor: { kind: 'member'; userId: string; name: string; email: string } };
  const through = openContext({ workspaceId, actor: { ...actor, behind: { userId: actor.userId, name: 'Root' } }, capabilities: ['own:notifications'] });
  await expect(aBrowser(through)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a push service that asks for a pause gets it, and then the push', async () => {
  const browser = await aBrowser();
  service.answers(browser, 429, { 'retry-after': '600' });
  await parked();
  await deliverDue(office.system);
  service.answers(browser, 201);
  pass(5 * MINUTE);
  await deliverDue(office.system);
  expect(browser.requests).toBe(1);
  pass(6 * MINUTE);
  await deliverDue(office.system);
  expect(browser.received).toHaveLength(1);
});

test('a push service that hangs or is broken is asked eight times with growing pauses, then no more', async () => {
  const browser = await aBrowser();
  service.answers(browser, 'hangs');
  await parked();
  await deliverDue(office.system);
  service.answers(browser, 500);
  for (let n = 0; n < 12; n++) {
    pass(3 * HOUR);
    await deliverDue(office.system);
  }
  expect(browser.requests).toBe(8);
});

test('what was read before its push was due is not pushed', async () => {
  const browser = await aBrowser();
  await parked();
  await markNotifications.call(office.owner, { as: 'read' });
  await deliverDue(office.system);
  expect(browser.requests).toBe(0);
});

test('in quiet hours nothing rings; when they end, many come as one line', async () => {
  const browser = await aBrowser();
  const [hour] = now().toISOString().slice(11).split(':').map(Number);
  const at = (offset: number) => `${String((hour! + offset + 24) % 24).padStart(2, '0')}:00`;
  await setHabits.call(office.owner, { timeZone: 'UTC', quietFrom: at(0), quietTo: at(3) });
  for (let n = 0; n < 5; n++) await parked();
  await deliverDue(office.system);
  expect(browser.requests).toBe(0);
  pass(3 * HOUR);
  await deliverDue(office.system);
  expect(browser.received.map(({ payload }) => payload['title'])).toEqual(['5 pieces of background work need a look']);
});

test('an urgent matter is mailed at once: as HTML and text, with a way to stop it', async () => {
  await wants({ push: false, mail: true });
  await parked('<b>boom</b>');
  await Promise.all([deliverDue(office.system), deliverDue(office.system)]);
  const [mail, ...others] = await mails(office.owner);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ subject: 'Background work needs a look · Olive’s shop', headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } });
  expect(mail!.html).toContain('&lt;b&gt;boom&lt;/b&gt;');
  expect(mail!.text).toContain('<b>boom</b>');
});

test('the gathered mail comes once, on the hour, with everything in it', async () => {
  const viewer = await office.join('viewer', 'Vera');
  await chooseMedia.call(viewer.ctx, { kinds: [{ kind: 'member.joined', bell: true, push: false, mail: true }] });
  await setHabits.call(viewer.ctx, { timeZone: 'UTC', digest: 'hourly' });
  for (const who of ['Ann', 'Ben', 'Cleo']) {
    await office.join('viewer', who);
    const facts = await office.owner.read((r) => r.sql<never>`select * from outbox where event = 'member.joined' order by seq desc limit 1`);
    await runReaction('notifications.notify-members', facts[0]!);
  }
  const toVera = async () => (await mails(office.owner)).filter((mail) => mail.subject.includes('joined'));
  await deliverDue(office.system);
  expect(await toVera()).toEqual([]);
  pass(HOUR);
  await deliverDue(office.system);
  pass(HOUR);
  await deliverDue(office.system);
  const [digest, ...more] = await toVera();
  expect(more).toEqual([]);
  expect(digest!.subject).toBe('3 people joined · Olive’s shop');
  for (const who of ['Ann', 'Ben', 'Cleo']) expect(digest!.text).toContain(`${who} joined as Viewer`);
});

test('the link in a mail stops that kind with one click; opening it alone, or changing it, does nothing', async () => {
  await wants({ push: false, mail: true });
  await parked();
  await deliverDue(office.system);
  const [mail] = await mails(office.owner);
  const link = /<(.+)>/.exec(mail!.headers!['List-Unsubscribe']!)![1]!;
  expect((await unsubscribeHandler(new Request(link))).status).toBe(200);
  expect((await unsubscribeHandler(new Request(`${link}x`, { method: 'POST' }))).status).toBe(404);
  await parked();
  await deliverDue(office.system);
  expect(await mails(office.owner)).toHaveLength(2);
  const click = () => unsubscribeHandler(new Request(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }));
  expect((await click()).status).toBe(200);
  expect((await click()).status).toBe(200);
  await parked();
  await deliverDue(office.system);
  expect(await mails(office.owner)).toHaveLength(2);
});

test('a browser is removed by its owner only, and nothing is left of somebody who left', async () => {
  const other = await office.join('viewer', 'Otto');
  const browser = await aBrowser();
  await expect(removeDevice.call(other.ctx, { id: browser.id })).rejects.toMatchObject({ code: 'not_found' });
  const theirs = service.browser();
  await addDevice.call(other.ctx, { endpoint: theirs.endpoint, p256dh: theirs.p256dh, auth: theirs.auth, name: 'Phone' });
  const { userId, name, email } = other.ctx.actor as { userId: string; name: string; email: string };
  await leaveWorkspace.call({ userId, name, email, requestId: 'test' }, { id: office.workspaceId });
  const [fact] = await office.owner.read((r) => r.sql<never>`select * from outbox where event = 'member.removed'`);
  await runReaction('notifications.forget-person', fact!);
  await parked();
  await deliverDue(office.system);
  expect(theirs.requests).toBe(0);
  expect(browser.received).toHaveLength(1);
});

test('a subscription that is none of a browser’s is refused', async () => {
  const { p256dh, auth } = service.browser();
  for (const endpoint of ['https://example.com/push', 'https://10.0.0.1/push']) await expect(addDevice.call(office.owner, { endpoint, p256dh, auth, name: 'x' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(addDevice.call(office.owner, { endpoint: service.browser().endpoint, p256dh: 'AAAA', auth, name: 'x' })).rejects.toMatchObject({ code: 'invalid' });
});
