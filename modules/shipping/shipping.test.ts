import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statementsSoFar } from '#platform/db/count.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { createMethod, createZone, deleteMethod, deleteZone, shippingMethodsFor, shippingPrice, updateMethod, updateZone, zoneList } from './index.ts';

const steps = [{ upTo: 500, price: 800 }, { upTo: 5_000, price: 1_500 }];

describe('the price', () => {
  test.each([
    ['by_weight', 500, 0, 800],
    ['by_weight', 501, 0, 1_500],
    ['by_weight', 5_001, 0, undefined],
    ['by_price', 0, 500, 800],
    ['by_price', 0, 9_999, undefined],
    ['flat', 9_999, 9_999, 1_000],
    ['by_weight', 100, 10_000, 0],
  ] as const)('%s, %d g and %d cents: %s', (kind, weightGrams, subtotal, price) => {
    expect(shippingPrice({ kind, price: 1_000, steps, freeOver: 10_000 }, { weightGrams, subtotal })).toBe(price);
  });
});

describe('in a shop', () => {
  let house: TestHouse;
  beforeAll(async () => void (house = await openTestDatabase()));
  afterAll(() => house.close());

  const offers = async (ctx: Context, country: string, region = '', more: object = {}) =>
    (await ctx.read((r) => shippingMethodsFor(r, { country, region, weightGrams: 100, subtotal: 1_000, currency: 'AUD', ...more }))).map(({ name, price }) => `${name} ${price}`);

  test('a new shop sends at home and abroad, in its own currency, in one statement', async () => {
    const { ctx } = await house.newWorkspace({ country: 'AU', currency: 'AUD' });
    const before = statementsSoFar();
    expect(await offers(ctx, 'au')).toEqual(['Standard 1000', 'Express 1500']);
    expect(statementsSoFar() - before).toBe(1);
    expect(await offers(ctx, 'DE')).toEqual(['International 3000']);
    expect(await offers(ctx, 'AU', '', { subtotal: 10_000 })).toEqual(['Standard 0', 'Express 1500']);
    expect(await offers(ctx, 'AU', '', { currency: 'EUR' })).toEqual([]);
    const yen = await house.newWorkspace({ country: 'JP', currency: 'JPY' });
    expect(await offers(yen.ctx, 'JP', '', { currency: 'JPY' })).toEqual(['Standard 1000', 'Express 1500']);
  });

  test('the most exact zone counts: state before country before the rest of the world', async () => {
    const { ctx } = await house.newWorkspace();
    const zone = await createZone.call(ctx, { name: 'Tasmania', places: ['au-tas'] });
    await createMethod.call(ctx, { zoneId: zone.id, name: 'Ferry', kind: 'by_weight', currency: 'AUD', steps });
    expect(await offers(ctx, 'AU', 'TAS')).toEqual(['Ferry 800']);
    expect(await offers(ctx, 'AU', 'AU-TAS', { weightGrams: 800 })).toEqual(['Ferry 1500']);
    expect(await offers(ctx, 'AU', 'TAS', { weightGrams: 99_000 })).toEqual([]);
    expect(await offers(ctx, 'AU', 'VIC')).toEqual(['Standard 1000', 'Express 1500']);
  });

  test('a place belongs to one zone, and a price table must climb', async () => {
    const { ctx } = await house.newWorkspace();
    await expect(createZone.call(ctx, { name: 'Europe', places: ['DE', 'AU'] })).rejects.toMatchObject({ code: 'conflict', details: { place: 'AU' } });
    const zone = await createZone.call(ctx, { name: 'Europe', places: ['DE'] });
    const wrong = createMethod.call(ctx, { zoneId: zone.id, name: 'Post', kind: 'by_price', currency: 'AUD', steps: steps.toReversed() });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid' });
    await expect(createMethod.call(ctx, { zoneId: zone.id, name: 'Post', kind: 'by_price', currency: 'AUD' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('zones and methods are changed and deleted; another shop cannot touch them', async () => {
    const [{ ctx }, other] = [await house.newWorkspace(), await house.newWorkspace()];
    const zone = await createZone.call(ctx, { name: 'Europe', places: ['DE'] });
    const [post] = (await createMethod.call(ctx, { zoneId: zone.id, name: 'Post', kind: 'flat', currency: 'AUD', price: 700 })).methods;
    await updateMethod.call(ctx, { ...post!, price: 900 });
    await updateZone.call(ctx, { id: zone.id, name: 'Europe', places: ['DE', 'FR'] });
    expect(await offers(ctx, 'FR')).toEqual(['Post 900']);
    await expect(deleteMethod.call(other.ctx, { id: post!.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteZone.call(other.ctx, { id: zone.id })).rejects.toMatchObject({ code: 'not_found' });
    await deleteMethod.call(ctx, { id: post!.id });
    await deleteZone.call(ctx, { id: zone.id });
    expect((await zoneList.call(ctx, {})).data.map((z) => z.name)).toEqual(['Domestic', 'Rest of the world']);
  });
});
