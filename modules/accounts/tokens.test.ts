import { afterAll, beforeAll, expect, test } from 'vitest';
import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { HOUR, later } from '#platform/time.ts';
import {
  auditList,
  contextForToken,
  createToken,
  forgetTokens,
  memberCapabilities,
  memberList,
  removeMember,
  revokeToken,
  rotateToken,
  tokenList,
  updateWorkspaceSettings,
  workspaceSettingsView,
} from './index.ts';
import { joinAs, ownShop, signUp } from './testing.ts';

let house: TestHouse;
let shop: { workspaceId: string; ctx: Context };
beforeAll(async () => {
  house = await openTestDatabase();
  shop = await ownShop(await signUp('Olive'), 'Olive’s');
});
afterAll(() => house.close());

const withBearer = (token: string) => new Request('http://localhost/api/admin', { headers: { authorization: `Bearer ${token}` } });
const enter = (token: string) => contextForToken(withBearer(token), 'request-1', '10.0.0.1');
const newToken = (scopes: string[], more: object = {}, ctx = shop.ctx) => createToken.call(ctx, { name: 'Sync', scopes, ...more });

test('a program with a token does what its scopes say, and the audit names it', async () => {
  const { token, id } = await newToken(['settings:read', 'settings:write']);
  expect(token).toMatch(/^qdt_[\w-]{43}$/);
  const ctx = (await enter(token!))!;
  expect(ctx).toMatchObject({ workspaceId: shop.workspaceId, actor: { kind: 'token', tokenId: id, name: 'Sync' }, requestId: 'request-1' });
  await updateWorkspaceSettings.call(ctx, { timeZone: 'Australia/Hobart' });
  const { data } = await auditList.call(shop.ctx, { filter: { actorKind: 'token' } });
  expect(data).toMatchObject([{ operation: 'workspace.update-settings', actorName: 'Sync', recordId: shop.workspaceId, address: '10.0.0.1' }]);
});

test('every operation and view of the house refuses a token without its scope', async () => {
  const declared = [...registry.operations(), ...registry.views()].filter((d) => d.on === 'admin');
  expect(declared.length).toBeGreaterThan(20);
  for (const { name, needs, call } of declared) {
    const others = memberCapabilities().filter((c) => c !== needs);
    const ctx = (await enter((await newToken(others)).token!))!;
    await expect(call(ctx, {}), name).rejects.toMatchObject({ code: 'forbidden', details: { needs } });
  }
});

test('a token has at most what its maker has', async () => {
  const viewer = await joinAs(shop.ctx, 'ops');
  await expect(newToken(['settings:write'], {}, viewer.ctx)).rejects.toMatchObject({ code: 'forbidden', details: { missing: ['settings:write'] } });
  await expect(newToken(['storefront:cart'])).rejects.toMatchObject({ code: 'invalid' });
  await expect(newToken(['fly:high'])).rejects.toMatchObject({ code: 'invalid' });
  const weak = (await enter((await newToken(['tokens:write', 'settings:read'])).token!))!;
  await expect(newToken(['settings:write'], {}, weak)).rejects.toMatchObject({ code: 'forbidden' });
  await newToken(['settings:read'], {}, weak);
});

test('a personal token shrinks with its maker’s role and ends with their membership', async () => {
  const admin = await joinAs(shop.ctx, 'admin');
  const { token } = await newToken(['settings:write', 'settings:read'], { kind: 'personal' }, admin.ctx);
  expect((await enter(token!))!.can('settings:write')).toBe(true);
  await shop.ctx.transaction((tx) => tx.sql`update members set role = 'viewer' where id = ${admin.memberId}`);
  forgetTokens();
  expect([(await enter(token!))!.can('settings:read'), (await enter(token!))!.can('settings:write')]).toEqual([true, false]);
  await removeMember.call(shop.ctx, { id: admin.memberId });
  expect(await enter(token!)).toBeNull();
});

test('a revoked or expired token, a wrong one and a session cookie open nothing', async () => {
  const { token, id } = await newToken(['settings:read'], { expiresInDays: 1 });
  expect(await enter(token!)).not.toBeNull();
  expect(await enter(`${token!.slice(0, -1)}_`)).toBeNull();
  expect(await contextForToken(new Request('http://localhost/', { headers: { authorization: 'Basic qdt_xxxxxxxxxxxxxxxxxxxxxxxx' } }))).toBeNull();
  await revokeToken.call(shop.ctx, { id });
  expect(await enter(token!)).toBeNull();

  const old = await newToken(['settings:read'], { expiresInDays: 1 });
  await shop.ctx.transaction((tx) => tx.sql`update api_tokens set expires_at = ${later(new Date(), -1)} where id = ${old.id}`);
  expect(await enter(old.token!)).toBeNull();
});

test('a rotated token works beside the new one for the overlap', async () => {
  const old = await newToken(['settings:read']);
  const fresh = await rotateToken.call(shop.ctx, { id: old.id, overlapHours: 2 });
  expect(fresh.token).not.toBe(old.token);
  expect(await enter(old.token!)).not.toBeNull();
  expect(await enter(fresh.token!)).not.toBeNull();
  const row = (await tokenList.call(shop.ctx, {})).data.find((t) => t.id === old.id);
  expect(Date.parse(row!.expiresAt!) - Date.now()).toBeLessThan(2 * HOUR + 1000);
  const none = await rotateToken.call(shop.ctx, { id: fresh.id, overlapHours: 0 });
  expect(await enter(fresh.token!)).toBeNull();
  expect(await enter(none.token!)).not.toBeNull();
});

test('a personal token is rotated only by its person, and a stranger’s token is ended only by who steers members', async () => {
  const [ops, other] = [await joinAs(shop.ctx, 'ops'), await joinAs(shop.ctx, 'ops')];
  const { id } = await newToken(['settings:read'], { kind: 'personal' }, ops.ctx);
  await expect(rotateToken.call(shop.ctx, { id })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(revokeToken.call(other.ctx, { id })).rejects.toMatchObject({ code: 'forbidden' });
  await rotateToken.call(ops.ctx, { id });
  await revokeToken.call(shop.ctx, { id });
});

test('the last use is noted, at most once a minute', async () => {
  const { token, id } = await newToken(['settings:read']);
  const lastUse = async () => (await tokenList.call(shop.ctx, {})).data.find((t) => t.id === id)!.lastUsedAt;
  expect(await lastUse()).toBeNull();
  await enter(token!);
  const first = await lastUse();
  expect(first).not.toBeNull();
  forgetTokens();
  await enter(token!);
  expect(await lastUse()).toBe(first);
});

test('a token is shown once and kept as a hash', async () => {
  const twice = () => createToken.call(shop.ctx, { name: 'Once', scopes: ['settings:read'] }, { idempotencyKey: 'token-once' });
  const [first, second] = [await twice(), await twice()];
  expect(second).toEqual({ ...first, token: null });
  const found = await shop.ctx.read((r) => r.sql`
    select 1 from api_tokens t where t::text like ${`%${first.token}%`} union all
    select 1 from audit_entries a where a::text like ${`%${first.token}%`} union all
    select 1 from idempotency_keys k where k::text like ${`%${first.token}%`}`);
  expect(found).toEqual([]);
});

test('a token opens its own workspace only', async () => {
  const rival = await ownShop(await signUp('Rival'), 'Rival');
  const mine = await newToken(memberCapabilities());
  const ctx = (await enter(mine.token!))!;
  expect(await workspaceSettingsView.call(ctx, {})).toMatchObject({ name: 'Olive’s' });
  expect((await memberList.call(ctx, { q: 'Rival' })).total).toBe(0);
  await expect(revokeToken.call(rival.ctx, { id: mine.id })).rejects.toMatchObject({ code: 'not_found' });
});
