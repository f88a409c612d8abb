import { domainToASCII } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createWorkspace, personOf, contextForMember } from '#modules/accounts/index.ts';
import { signUp } from '#modules/accounts/testing.ts';
import {
  contextForStorefront,
  createStorefront,
  deleteStorefront,
  firstStorefront,
  regenerateStorefrontKey,
  regenerateStorefrontSecret,
  revealStorefrontKey,
  storefrontByHost,
  storefrontByKey,
  storefrontBySlug,
  storefrontGet,
  storefrontList,
  updateStorefront,
} from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
let rival: TestWorkspace;
beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace({ currency: 'AUD', country: 'AU' });
  rival = await house.newWorkspace({ currency: 'EUR', country: 'DE' });
});
afterAll(() => house.close());

test('a new storefront is found by its key, its domain in any spelling, and its short name', async () => {
  const made = await createStorefront.call(shop.ctx, { name: 'Gem & Stone', domain: 'https://Gems.Example.COM/' });
  expect(made).toMatchObject({ slug: 'gem-stone', domain: 'gems.example.com', currency: 'AUD', locale: 'en-AU', active: true });
  expect(made.key).toMatch(/^qsk_[\w-]{40,}$/);

  const found = await storefrontByKey(made.key);
  expect(found).toMatchObject({ id: made.id, workspaceId: shop.workspaceId, slug: 'gem-stone', currency: 'AUD' });
  expect(await storefrontByHost('GEMS.example.com:3000')).toEqual(found);
  expect(await storefrontBySlug('gem-stone')).toEqual(found);
  expect(await storefrontByKey(`${made.key}x`)).toBeNull();
  expect(await storefrontByHost('localhost:3000')).toBeNull();
  expect(await firstStorefront()).not.toBeNull();
});

test('two shops with one name get two short names', async () => {
  const names = await Promise.all([shop, rival, shop].map(({ ctx }) => createStorefront.call(ctx, { name: 'Twin' })));
  expect(new Set(names.map((n) => n.slug)).size).toBe(3);
});

test('a domain belongs to one storefront of the whole installation, and the refusal does not say whose', async () => {
  await createStorefront.call(shop.ctx, { name: 'First', domain: 'münchen-schmuck.example' });
  const second = createStorefront.call(rival.ctx, { name: 'Second', domain: domainToASCII('münchen-schmuck.example') });
  await expect(second).rejects.toMatchObject({ code: 'domain_taken', sentence: expect.not.stringContaining('First') });
  expect((await storefrontList.call(rival.ctx, { q: 'Second' })).total).toBe(0);
});

test.each(['not a domain', 'localhost', '10.0.0.1', 'a..b', '-x.example', 'shop.example.123'])('"%s" is refused as a domain', async (domain) => {
  await expect(createStorefront.call(shop.ctx, { name: 'Bad', domain })).rejects.toMatchObject({ code: 'invalid' });
});

test('a replaced key stops at once and the new one works', async () => {
  const made = await createStorefront.call(shop.ctx, { name: 'Keys' });
  expect(await storefrontByKey(made.key)).not.toBeNull();
  const renewed = await regenerateStorefrontKey.call(shop.ctx, { id: made.id });
  expect(renewed.key).not.toBe(made.key);
  expect(await storefrontByKey(made.key)).toBeNull();
  expect(await storefrontByKey(renewed.key)).toMatchObject({ id: made.id });
});

test('the secret of the shop’s server is shown once, kept sealed, and its making and replacing stand in the audit log without it', async () => {
  const made = await createStorefront.call(shop.ctx, { name: 'Headless' });
  expect(made).toMatchObject({ secretPrefix: null, needsSecret: false });
  const twice = () => regenerateStorefrontSecret.call(shop.ctx, { id: made.id }, { idempotencyKey: 'a secret' });
  const [first, again] = [await twice(), await twice()];
  expect(first.secret).toMatch(/^qss_[\w-]{40,}$/);
  expect(again.secret, 'asked again for the same answer').toBe(first.secret);
  expect(JSON.stringify(await storefrontGet.call(shop.ctx, { id: made.id }))).not.toContain(first.secret);
  const kept = await shop.ctx.read((r) => r.sql<{ all: string }>`
    select (select coalesce(string_agg(s::text, ''), '') from storefronts s) || (select string_agg(a::text, '') from audit_entries a) || (select string_agg(k::text, '') from idempotency_keys k) as all`);
  expect(kept[0]!.all).toContain(first.secretPrefix!);
  expect(kept[0]!.all).not.toContain(first.secret);
  await expect(regenerateStorefrontSecret.call(rival.ctx, { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('a repeated request with the same Idempotency-Key shows the same key, which is stored nowhere in the clear', async () => {
  const twice = () => createStorefront.call(shop.ctx, { name: 'Once' }, { idempotencyKey: 'once' });
  const [first, second] = [await twice(), await twice()];
  expect(second).toEqual(first);
  const rows = await shop.ctx.read((r) => r.sql`
    select 1 from idempotency_keys where answer::text like ${`%${first.key}%`}
    union all select 1 from audit_entries where (input::text || changes::text) like ${`%${first.key}%`}
    union all select 1 from outbox where data::text like ${`%${first.key}%`}`);
  expect(rows).toEqual([]);
});

test('looking at a key needs the permission and is written down', async () => {
  const made = await createStorefront.call(shop.ctx, { name: 'Shown' });
  expect(await revealStorefrontKey.call(shop.ctx, { id: made.id })).toEqual({ id: made.id, key: made.key });
  await expect(revealStorefrontKey.call(shop.as(['storefronts:read']), { id: made.id })).rejects.toMatchObject({ code: 'forbidden' });
  const seen = await shop.ctx.read((r) => r.sql`select 1 from audit_entries where operation = 'storefronts.reveal-key' and record_id = ${made.id}`);
  expect(seen).toHaveLength(1);
});

test('what a storefront may do is what its shoppers may do', async () => {
  const made = await createStorefront.call(shop.ctx, { name: 'Catalogue only', permissions: ['storefront:products'] });
  const shopper = contextForStorefront((await storefrontByKey(made.key))!, { requestId: 'r1' });
  expect([shopper.can('storefront:products'), shopper.can('storefront:checkout'), shopper.can('storefronts:write')]).toEqual([true, false, false]);
  await updateStorefront.call(shop.ctx, { id: made.id, permissions: ['storefront:products', 'storefront:cart'] });
  expect((await storefrontByKey(made.key))!.permissions).toContain('storefront:cart');
});

test('a storefront that is switched off or deleted is not found', async () => {
  const made = await createStorefront.call(shop.ctx, { name: 'Closing', domain: 'closing.example' });
  await updateStorefront.call(shop.ctx, { id: made.id, active: false });
  expect(await storefrontByHost('closing.example')).toBeNull();
  await updateStorefront.call(shop.ctx, { id: made.id, active: true, domain: null, theme: { accent: '#aa0000' } });
  expect(await storefrontByHost('closing.example')).toBeNull();
  expect((await storefrontByKey(made.key))!.theme).toEqual({ accent: '#aa0000' });
  await deleteStorefront.call(shop.ctx, { id: made.id });
  expect(await storefrontByKey(made.key)).toBeNull();
});

test('another workspace can neither see nor change a storefront', async () => {
  const { id, key } = await createStorefront.call(shop.ctx, { name: 'Private' });
  const tries = [
    storefrontGet.call(rival.ctx, { id }),
    updateStorefront.call(rival.ctx, { id, name: 'Mine now' }),
    regenerateStorefrontKey.call(rival.ctx, { id }),
    revealStorefrontKey.call(rival.ctx, { id }),
    deleteStorefront.call(rival.ctx, { id }),
  ];
  for (const outcome of await Promise.allSettled(tries)) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
  expect(await storefrontGet.call(shop.ctx, { id })).toMatchObject({ name: 'Private', keyPrefix: key.slice(0, 8) });
});

test('onboarding opens the first storefront together with the workspace', async () => {
  const ana = await signUp('Ana');
  const person = personOf((await ana.session())!, 'r2');
  const opened = await createWorkspace.call(person, { name: 'Ana’s Tea', currency: 'NZD', country: 'NZ', storefront: { name: 'Ana’s Tea' } });
  expect(await storefrontByKey(opened.storefront!.key)).toMatchObject({ workspaceId: opened.id, currency: 'NZD', locale: 'en-NZ' });

  const failing = createWorkspace.call(person, { name: 'Half', storefront: { name: 'Half', domain: 'münchen-schmuck.example' } });
  await expect(failing).rejects.toMatchObject({ code: 'domain_taken' });
  const session = (await ana.session())!;
  expect(session.workspaces.map((w) => w.name)).toEqual(['Ana’s Tea']);
  expect(contextForMember(session, opened.id).can('storefronts:write')).toBe(true);
});
