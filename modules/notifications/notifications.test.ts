import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createRole } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { DAY, HOUR, later, MINUTE, now, travel } from '#platform/time.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { bellView, chooseMedia, markNotifications, notificationList, snoozeNotifications } from './index.ts';
import { aParkedJob, factOf, hear, openOffice } from './testing.ts';
import { wakeSnoozed } from './wake.ts';

let house: TestHouse;
let office: Awaited<ReturnType<typeof openOffice>>;
let back = () => {};

beforeAll(async () => {
  house = await openTestDatabase();
  office = await openOffice();
});
afterEach(() => {
  back();
  back = () => {};
});
afterAll(() => house.close());

const bell = (ctx: Context) => bellView.call(ctx, {});
const list = async (ctx: Context, question: object = {}) => (await notificationList.call(ctx, question)).data;
const parked = (ctx = office.owner) => factOf(ctx, 'job.parked', aParkedJob());

test('a fact told twice, by two workers at once, makes one notification', async () => {
  const fact = parked();
  await Promise.all([hear(fact), hear(fact), hear(fact)]);
  await hear(fact);
  expect(await list(office.owner)).toMatchObject([{ kind: 'job.parked', title: 'Background work needs a look', read: false }]);
  expect(await bell(office.owner)).toMatchObject({ unread: 1, kinds: [{ kind: 'job.parked', unread: 1 }] });
});

test('who may not read it is not told, and whoever did it themselves neither', async () => {
  const { ctx: owner } = { ctx: office.owner };
  await createRole.call(owner, { name: 'Packer', capabilities: ['orders:read'] });
  const packer = await office.join('packer', 'Pia');
  const viewer = await office.join('viewer', 'Vera');
  const actor = owner.actor as { userId: string };
  await hear(factOf(owner, 'job.parked', { ...aParkedJob(), message: 'by the owner' }, { kind: 'member', id: actor.userId, name: 'Olive' }));
  expect((await list(packer.ctx)).filter((n) => n.kind === 'job.parked')).toEqual([]);
  expect(await list(viewer.ctx, { q: 'owner' })).toHaveLength(1);
  expect(await list(owner, { q: 'by the owner' })).toEqual([]);
});

test('a bulk change that ended rings for whoever began it; a limit that is near rings for those who steer', async () => {
  const admin = await office.join('admin', 'Bea');
  const viewer = await office.join('viewer', 'Vic');
  const { userId } = admin.ctx.actor as { userId: string };
  const run = { runId: newId(), state: 'done', total: 5, done: 3, failed: 1, skipped: 1, says: 'Archive a product', actorId: userId };
  await hear(factOf(admin.ctx, 'bulk.ended', run, { kind: 'system', id: 'bulk', name: 'bulk' }));
  const near = { workspaceId: admin.ctx.workspaceId, meter: 'members', share: 80, used: 4, limit: 5, sentence: '4 of 5 members.' };
  await hear(factOf(admin.ctx, 'limit.near', near, { kind: 'system', id: 'tiers', name: 'tiers' }));
  expect(await list(admin.ctx)).toMatchObject([
    { kind: 'limit.near', title: 'A limit of your tier is near', body: '4 of 5 members.', link: '/usage' },
    { kind: 'bulk.ended', title: 'Archive a product: 1 failed', body: '3 done, 1 failed, 1 skipped', link: `/bulk/${run.runId}` },
  ]);
  expect(await list(viewer.ctx)).toEqual([]);
});

test('a kind somebody switched off does not ring for them, and still rings for the others', async () => {
  const quiet = await office.join('viewer', 'Quinn');
  await chooseMedia.call(quiet.ctx, { kinds: [{ kind: 'job.parked', bell: false, push: false, mail: false }] });
  const before = (await bell(office.owner)).unread;
  await hear(parked());
  expect((await bell(quiet.ctx)).unread).toBe(0);
  expect((await bell(office.owner)).unread).toBe(before + 1);
  await expect(chooseMedia.call(quiet.ctx, { kinds: [{ kind: 'no.such', bell: true, push: true, mail: true }] })).rejects.toMatchObject({ code: 'invalid' });
});

test('whoever reads twice, or on two devices at once, has none unread and never fewer', async () => {
  await hear(parked());
  const [first] = await list(office.owner);
  const answers = await Promise.all([1, 2, 3].map(() => markNotifications.call(office.owner, { as: 'read', ids: [first!.id] })));
  expect(answers.reduce((sum, answer) => sum + answer.changed, 0)).toBe(1);
  await Promise.all([markNotifications.call(office.owner, { as: 'read' }), markNotifications.call(office.owner, { as: 'read' })]);
  expect((await bell(office.owner)).unread).toBe(0);
  expect(await markNotifications.call(office.owner, { as: 'unread', ids: [first!.id] })).toEqual({ changed: 1, unread: 1 });
});

test('archived ones leave the inbox and can be brought back', async () => {
  const [first] = await list(office.owner);
  await markNotifications.call(office.owner, { as: 'archived', ids: [first!.id] });
  expect((await list(office.owner)).map((n) => n.id)).not.toContain(first!.id);
  expect((await list(office.owner, { box: 'archived' })).map((n) => n.id)).toEqual([first!.id]);
  await markNotifications.call(office.owner, { as: 'restored', ids: [first!.id] });
  expect((await list(office.owner)).map((n) => n.id)).toContain(first!.id);
});

test('a snoozed one is out of sight and out of the count until its time, then unread and on top', async () => {
  await markNotifications.call(office.owner, { as: 'read' });
  await hear(parked());
  const [first] = await list(office.owner);
  const until = later(now(), DAY);
  await expect(snoozeNotifications.call(office.owner, { ids: [first!.id], until: later(now(), -HOUR).toISOString() })).rejects.toMatchObject({ code: 'invalid' });
  expect(await snoozeNotifications.call(office.owner, { ids: [first!.id], until: until.toISOString() })).toEqual({ changed: 1, unread: 0 });
  await wakeSnoozed(office.system);
  expect((await list(office.owner)).map((n) => n.id)).not.toContain(first!.id);
  expect(await list(office.owner, { box: 'snoozed' })).toMatchObject([{ id: first!.id, snoozedUntil: until.toISOString() }]);
  back = travel(DAY + MINUTE);
  await wakeSnoozed(office.system);
  expect((await list(office.owner))[0]).toMatchObject({ id: first!.id, read: false, snoozedUntil: null });
  expect((await bell(office.owner)).unread).toBe(1);
});

test('nobody sees or marks somebody else’s, and a program has none', async () => {
  const viewer = await office.join('viewer', 'Vic');
  await hear(parked());
  const [mine] = await list(office.owner);
  expect((await list(viewer.ctx)).map((n) => n.id)).not.toContain(mine!.id);
  expect(await markNotifications.call(viewer.ctx, { as: 'archived', ids: [mine!.id] })).toMatchObject({ changed: 0 });
  expect((await list(office.owner))[0]!.id).toBe(mine!.id);
  await expect(bell(office.system)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the centre is read page by page without a gap or a repetition', async () => {
  const other = await openOffice('Pagan');
  for (let n = 0; n < 7; n++) await hear(parked(other.owner));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await notificationList.call(other.owner, { limit: 3, ...(cursor && { cursor }) });
    seen.push(...page.data.map((n) => n.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
  await expect(notificationList.call(other.owner, { cursor: newId() })).rejects.toMatchObject({ code: 'invalid' });
});

test('an accepted invitation is told to the one who invited, a new member to the others', async () => {
  const other = await openOffice('Iris');
  const bea = await other.join('viewer', 'Bea');
  const [joined] = await other.owner.read((r) => r.sql<{ data: Record<string, unknown>; actor: { kind: string; id: string; name: string } }>`
    select data, actor from outbox where event = 'member.joined' order by told_at desc limit 1`);
  const [member] = await other.owner.read((r) => r.sql<{ id: string }>`select id from members where user_id = ${(bea.ctx.actor as { userId: string }).userId}`);
  const cara = await other.join('viewer', 'Cara');
  await hear(factOf(other.owner, 'member.joined', { ...joined!.data, memberId: member!.id }, joined!.actor));
  expect(await list(other.owner)).toMatchObject([{ kind: 'invitation.accepted', title: 'Bea accepted your invitation' }]);
  expect(await list(cara.ctx)).toMatchObject([{ kind: 'member.joined', title: 'Bea joined as Viewer' }]);
  expect(await list(bea.ctx)).toEqual([]);
});
