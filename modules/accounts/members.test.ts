import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/tenancy/context.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, travel } from '#platform/time.ts';
import { invitationToken } from './invitations.ts';
import {
  acceptInvitation,
  auditList,
  changeRole,
  contextForMember,
  createRole,
  deleteRole,
  invitationList,
  inviteMember,
  leaveWorkspace,
  mailTheInvitation,
  memberList,
  personOf,
  removeMember,
  revokeInvitation,
  roleList,
  setActiveWorkspace,
  transferWorkspace,
  updateRole,
} from './index.ts';
import { type Browser, joinAs, mailsTo, ownShop, signUp } from './testing.ts';

let house: TestHouse;
let olive: Browser & { email: string };
let shop: { workspaceId: string; ctx: Context };
let ownerId: string;
beforeAll(async () => {
  house = await openTestDatabase();
  olive = await signUp('Olive');
  shop = await ownShop(olive, 'Olive’s');
  ownerId = (await memberList.call(shop.ctx, {})).data[0]!.id;
});
afterAll(() => house.close());

const person = async (browser: Browser) => personOf((await browser.session())!, 'test');

test('somebody is invited by mail and joins with the link', async () => {
  const ben = await signUp('Ben');
  const { id } = await inviteMember.call(shop.ctx, { email: ben.email.toUpperCase(), role: 'ops' });
  await mailTheInvitation.run!(shop.ctx, { invitationId: id } as never, {} as never);
  await mailTheInvitation.run!(shop.ctx, { invitationId: id } as never, {} as never);
  const mails = (await mailsTo(ben.email)).filter((m) => m.subject === 'Olive invites you to Olive’s');
  expect(mails).toHaveLength(1);
  expect(mails[0]!.text).toContain('as Operations');
  const token = /token=([\w-]+)/.exec(mails[0]!.text)![1]!;

  const joined = await acceptInvitation.call(await person(ben), { token });
  expect(joined).toMatchObject({ id: shop.workspaceId, name: 'Olive’s', role: 'ops' });
  expect(await ben.session()).toMatchObject({ activeWorkspaceId: shop.workspaceId, user: { emailVerified: true }, workspaces: [{ role: 'ops' }] });
  await expect(acceptInvitation.call(await person(ben), { token })).rejects.toMatchObject({ code: 'invitation_gone' });
  await expect(inviteMember.call(shop.ctx, { email: ben.email, role: 'viewer' })).rejects.toMatchObject({ code: 'conflict' });
});

test('an invitation is worth nothing to another person, after a week, when withdrawn or when replaced', async () => {
  const [cara, thief] = [await signUp('Cara'), await signUp('Thief')];
  const invite = async () => (await inviteMember.call(shop.ctx, { email: cara.email, role: 'viewer' })).id;
  const first = await invite();
  const second = await invite();
  const accept = async (browser: Browser, id: string) => acceptInvitation.call(await person(browser), { token: invitationToken(shop.workspaceId, id) });
  await expect(accept(cara, first)).rejects.toMatchObject({ code: 'invitation_gone' });
  await expect(accept(thief, second)).rejects.toMatchObject({ code: 'forbidden' });
  await revokeInvitation.call(shop.ctx, { id: second });
  await expect(accept(cara, second)).rejects.toMatchObject({ code: 'invitation_gone' });
  const third = await invite();
  const back = travel(8 * DAY);
  await expect(accept(cara, third)).rejects.toMatchObject({ code: 'invitation_gone' });
  back();
  expect((await invitationList.call(shop.ctx, { q: cara.email })).total).toBe(1);
});

test('one link opened twice at once makes one member', async () => {
  const dan = await signUp('Dan');
  const { id } = await inviteMember.call(shop.ctx, { email: dan.email, role: 'viewer' });
  const who = await person(dan);
  const tries = [1, 2, 3].map(() => acceptInvitation.call(who, { token: invitationToken(shop.workspaceId, id) }));
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
  expect((await memberList.call(shop.ctx, { q: dan.email })).total).toBe(1);
});

test.each([
  { role: 'owner', can: ['members:write', 'audit:read', 'settings:write'], cannot: ['storefront:cart'] },
  { role: 'admin', can: ['members:write', 'audit:read', 'settings:write'], cannot: ['storefront:cart'] },
  { role: 'ops', can: ['customers:read', 'customers:write', 'settings:read', 'members:read'], cannot: ['settings:write', 'members:write', 'storefronts:write'] },
  { role: 'viewer', can: ['customers:read', 'settings:read'], cannot: ['customers:write', 'settings:write', 'tokens:write', 'audit:read'] },
])('what the role $role may do', async ({ role, can, cannot }) => {
  const { ctx } = await joinAs(shop.ctx, role);
  expect(can.filter((c) => !ctx.can(c))).toEqual([]);
  expect(cannot.filter((c) => ctx.can(c))).toEqual([]);
  if (role === 'owner') await removeMember.call(shop.ctx, { id: (await memberList.call(shop.ctx, { filter: { role: 'owner' } })).data.find((m) => m.id !== ownerId)!.id });
});

test('an administrator can neither make, change nor remove an owner', async () => {
  const { ctx } = await joinAs(shop.ctx, 'admin');
  const viewer = await joinAs(shop.ctx, 'viewer');
  const tries = [
    changeRole.call(ctx, { id: ownerId, role: 'viewer' }),
    removeMember.call(ctx, { id: ownerId }),
    changeRole.call(ctx, { id: viewer.memberId, role: 'owner' }),
    inviteMember.call(ctx, { email: 'new-owner@example.test', role: 'owner' }),
  ];
  for (const outcome of await Promise.allSettled(tries)) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
});

test('nobody hands on more than they have', async () => {
  const people = await createRole.call(shop.ctx, { name: 'People', capabilities: ['members:read', 'members:write'] });
  const { ctx } = await joinAs(shop.ctx, people.key);
  const viewer = await joinAs(shop.ctx, 'viewer');
  const tries = [
    changeRole.call(ctx, { id: viewer.memberId, role: 'admin' }),
    removeMember.call(ctx, { id: viewer.memberId }),
    inviteMember.call(ctx, { email: 'x@example.test', role: 'ops' }),
    createRole.call(ctx, { name: 'More', capabilities: ['settings:write'] }),
    updateRole.call(ctx, { id: people.id!, capabilities: ['members:write', 'customers:read'] }),
  ];
  for (const outcome of await Promise.allSettled(tries)) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
  await inviteMember.call(ctx, { email: 'peer@example.test', role: people.key });
});

test('a changed role counts with the next request, and a role in use is not deleted', async () => {
  const role = await createRole.call(shop.ctx, { name: 'Packer', capabilities: ['customers:read'] });
  const { browser, memberId, ctx } = await joinAs(shop.ctx, role.key);
  expect([ctx.can('customers:read'), ctx.can('customers:write')]).toEqual([true, false]);
  await updateRole.call(shop.ctx, { id: role.id!, capabilities: ['customers:read', 'customers:write'] });
  const now = contextForMember((await browser.session())!, shop.workspaceId);
  expect(now.can('customers:write')).toBe(true);
  await expect(deleteRole.call(shop.ctx, { id: role.id! })).rejects.toMatchObject({ code: 'conflict' });
  await changeRole.call(shop.ctx, { id: memberId, role: 'viewer' });
  await deleteRole.call(shop.ctx, { id: role.id! });
  await expect(changeRole.call(shop.ctx, { id: memberId, role: role.key })).rejects.toMatchObject({ code: 'invalid' });
  const { data } = await roleList.call(shop.ctx, {});
  expect(data.slice(0, 4).map((r) => [r.key, r.builtIn])).toEqual([['owner', true], ['admin', true], ['ops', true], ['viewer', true]]);
  await expect(createRole.call(shop.ctx, { name: 'Bad', capabilities: ['fly:write'] })).rejects.toMatchObject({ code: 'invalid' });
});

test('a removed member is out at once', async () => {
  const { browser, memberId } = await joinAs(shop.ctx, 'admin');
  expect((await browser.session())!.workspaces).toHaveLength(1);
  await removeMember.call(shop.ctx, { id: memberId });
  const session = (await browser.session())!;
  expect(session).toMatchObject({ workspaces: [], activeWorkspaceId: null });
  expect(() => contextForMember(session, shop.workspaceId)).toThrow('not a member');
});

test('somebody removed in this very moment cannot hand anything on', async () => {
  const { memberId, ctx } = await joinAs(shop.ctx, 'admin');
  await removeMember.call(shop.ctx, { id: memberId });
  await expect(inviteMember.call(ctx, { email: 'back-door@example.test', role: 'viewer' })).rejects.toMatchObject({ code: 'forbidden' });
});

async function twoOwners() {
  const ann = await signUp('Ann');
  const hers = await ownShop(ann, 'Two owners');
  const bob = await joinAs(hers.ctx, 'owner', 'Bob');
  const { data } = await memberList.call(hers.ctx, {});
  return { ann, hers, bob, annId: data.find((m) => m.id !== bob.memberId)!.id };
}

test('two owners who remove each other at once: one stays', async () => {
  for (let round = 0; round < 5; round++) {
    const { hers, bob, annId } = await twoOwners();
    const outcomes = await Promise.allSettled([removeMember.call(hers.ctx, { id: bob.memberId }), removeMember.call(bob.ctx, { id: annId })]);
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    const left = await hers.ctx.read((r) => r.sql`select 1 from members where role = 'owner'`);
    expect(left).toHaveLength(1);
  }
});

test('two owners who leave or step down at once: one stays', async () => {
  const { ann, hers, bob, annId } = await twoOwners();
  const outcomes = await Promise.allSettled([
    leaveWorkspace.call(await person(ann), { id: hers.workspaceId }),
    changeRole.call(bob.ctx, { id: bob.memberId, role: 'viewer' }),
    changeRole.call(hers.ctx, { id: annId, role: 'viewer' }),
    leaveWorkspace.call(await person(bob.browser), { id: hers.workspaceId }),
  ]);
  expect(outcomes.some((o) => o.status === 'rejected')).toBe(true);
  const left = await hers.ctx.read((r) => r.sql`select 1 from members where role = 'owner'`);
  expect(left).toHaveLength(1);
});

test('a workspace is handed over; the last owner cannot leave, the former one can', async () => {
  const ann = await signUp('Ann');
  const hers = await ownShop(ann, 'Handed over');
  await expect(leaveWorkspace.call(await person(ann), { id: hers.workspaceId })).rejects.toMatchObject({ code: 'last_owner' });
  const bob = await joinAs(hers.ctx, 'viewer', 'Bob');
  await expect(transferWorkspace.call(await person(bob.browser), { id: hers.workspaceId, memberId: bob.memberId })).rejects.toMatchObject({ code: 'forbidden' });
  await transferWorkspace.call(await person(ann), { id: hers.workspaceId, memberId: bob.memberId });
  expect((await bob.browser.session())!.workspaces).toMatchObject([{ role: 'owner' }]);
  await leaveWorkspace.call(await person(ann), { id: hers.workspaceId });
  expect((await ann.session())!.workspaces).toEqual([]);
  const { data } = await auditList.call(contextForMember((await bob.browser.session())!, hers.workspaceId), { filter: { operation: 'workspaces.leave' } });
  expect(data).toMatchObject([{ actorName: 'Ann', record: 'member' }]);
});

test('the active workspace follows the person; a header chooses another of theirs, never a stranger’s', async () => {
  const eve = await signUp('Eve');
  const [one, two] = [await ownShop(eve, 'One'), await ownShop(eve, 'Two')];
  expect((await eve.session())!.activeWorkspaceId).toBe(two.workspaceId);
  await setActiveWorkspace.call(await person(eve), { id: one.workspaceId });
  expect((await eve.session())!.activeWorkspaceId).toBe(one.workspaceId);
  expect((await eve.session({ 'x-workspace-id': two.workspaceId }))!.activeWorkspaceId).toBe(two.workspaceId);
  expect((await eve.session({ 'x-workspace-id': shop.workspaceId }))!.activeWorkspaceId).toBeNull();
  await expect(setActiveWorkspace.call(await person(eve), { id: shop.workspaceId })).rejects.toMatchObject({ code: 'not_found' });
});

test('another workspace can neither see nor change members, invitations or roles', async () => {
  const rival = await ownShop(await signUp('Rival'), 'Rival');
  const role = await createRole.call(shop.ctx, { name: 'Ours', capabilities: ['customers:read'] });
  const invitation = await inviteMember.call(shop.ctx, { email: 'ours@example.test', role: 'viewer' });
  const tries = [
    changeRole.call(rival.ctx, { id: ownerId, role: 'viewer' }),
    removeMember.call(rival.ctx, { id: ownerId }),
    revokeInvitation.call(rival.ctx, { id: invitation.id }),
    updateRole.call(rival.ctx, { id: role.id!, name: 'Theirs' }),
    deleteRole.call(rival.ctx, { id: role.id! }),
    inviteMember.call(rival.ctx, { email: 'y@example.test', role: role.key }),
  ];
  const codes = (await Promise.allSettled(tries)).map((o) => o.status === 'rejected' && o.reason.code);
  expect(codes).toEqual(['not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'invalid']);
  expect((await memberList.call(rival.ctx, {})).data.map((m) => m.name)).toEqual(['Rival']);
  expect((await auditList.call(rival.ctx, { q: 'members.invite' })).total).toBe(0);
});
