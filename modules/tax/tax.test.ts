import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statementsSoFar } from '#platform/db/count.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { percentOf, rateOf, registerForTax, removeTaxRate, setTaxRate, setTaxSettings, taxFor, taxOf, taxRateList, taxTable, unregisterFromTax, type TaxRate } from './index.ts';

const rate = (percent: string, name = 'GST'): TaxRate => ({ country: 'XX', region: '', name, code: '', rate: rateOf(percent), onShipping: true });
const goods = (...amounts: number[]) => amounts.map((amount) => ({ amount, taxable: true, taxCode: '' }));
const amounts = fc.array(fc.integer({ min: 0, max: 50_000_000 }), { maxLength: 20 });
const rates = fc.array(fc.integer({ min: 0, max: 300_000 }).map((millionths): TaxRate => ({ ...rate('1', `tax ${millionths}`), rate: millionths })), { maxLength: 3 });

describe('the rule', () => {
  test('11 dollars with 10 % GST inside contain one dollar', () => {
    const tax = taxOf({ lines: goods(1_100), shipping: 550, pricesIncludeTax: true }, [rate('10')]);
    expect(tax).toEqual({ lines: [100], shipping: 50, total: 150, inclusive: true, parts: [{ name: 'GST', rate: '10', amount: 150 }] });
  });

  test('Quebec shows both of its taxes', () => {
    const tax = taxOf({ lines: goods(10_000), shipping: 0, pricesIncludeTax: false }, [rate('5'), rate('9.975', 'QST')]);
    expect(tax.parts).toEqual([{ name: 'GST', rate: '5', amount: 500 }, { name: 'QST', rate: '9.975', amount: 998 }]);
    expect(tax.lines).toEqual([1_498]);
  });

  test('untaxed goods and zero-rated codes owe nothing, reduced goods their own rate', () => {
    const table = [rate('19'), { ...rate('7'), code: 'reduced' }];
    const lines = [{ amount: 1_000, taxable: false, taxCode: '' }, { amount: 1_000, taxable: true, taxCode: 'zero' }, { amount: 1_000, taxable: true, taxCode: 'reduced' }, { amount: 1_000, taxable: true, taxCode: 'cars' }];
    expect(taxOf({ lines, shipping: 0, pricesIncludeTax: false }, table).lines).toEqual([0, 0, 70, 190]);
  });

  test('whatever is sold, lines, shipping and parts sum exactly, and a contained tax is below the price', () => {
    fc.assert(
      fc.property(amounts, fc.nat(1_000_000), rates, fc.boolean(), (list, shipping, table, pricesIncludeTax) => {
        const tax = taxOf({ lines: goods(...list), shipping, pricesIncludeTax }, table);
        expect(tax.lines.reduce((a, b) => a + b, tax.shipping)).toBe(tax.total);
        expect(tax.parts.reduce((a, p) => a + p.amount, 0)).toBe(tax.total);
        if (pricesIncludeTax) tax.lines.forEach((t, i) => expect(t).toBeLessThanOrEqual(list[i]!));
      }),
    );
  });

  test('adding a tax and taking it out again gives the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 500_000 }), (net, millionths) => {
        const table = [{ ...rate('1'), rate: millionths }];
        const added = taxOf({ lines: goods(net), shipping: 0, pricesIncludeTax: false }, table).total;
        expect(taxOf({ lines: goods(net + added), shipping: 0, pricesIncludeTax: true }, table).total).toBe(added);
      }),
    );
  });

  test('percentages keep all their digits', () => {
    for (const text of ['0', '5', '8.875', '9.975', '25.5', '100']) expect(percentOf(rateOf(text))).toBe(text);
    expect(() => rateOf('101')).toThrow('not a tax rate');
  });

  test('the built-in table has each line once, and every country of the list', () => {
    const keys = taxTable.map((r) => [r.country, r.region, r.name, r.code].join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(taxTable.filter((r) => r.name === 'VAT' && r.code === '')).toHaveLength(28);
  });
});

describe('in a shop', () => {
  let house: TestHouse;
  beforeAll(async () => void (house = await openTestDatabase()));
  afterAll(() => house.close());
  const sale = { lines: goods(1_100), shipping: 0, pricesIncludeTax: true };

  test('an Australian shop collects GST at home and nothing abroad, in one statement', async () => {
    const { ctx } = await house.newWorkspace({ country: 'AU' });
    const before = statementsSoFar();
    const home = await ctx.read((r) => taxFor(r, { ...sale, country: 'AU', region: 'VIC' }));
    expect(statementsSoFar() - before).toBe(1);
    expect(home.total).toBe(100);
    expect((await ctx.read((r) => taxFor(r, { ...sale, country: 'DE', region: '' }))).total).toBe(0);
  });

  test('a shop in Germany collects the rate of each country of the Union', async () => {
    const { ctx } = await house.newWorkspace({ country: 'DE' });
    const tax = await ctx.read((r) => taxFor(r, { lines: goods(10_000), shipping: 0, pricesIncludeTax: false, country: 'fi', region: '' }));
    expect(tax.parts).toEqual([{ name: 'VAT', rate: '25.5', amount: 2_550 }]);
  });

  test('a shop in the United States collects where it is registered; a region replaces its country', async () => {
    const { ctx } = await house.newWorkspace({ country: 'US' });
    const ask = (region: string) => ctx.read((r) => taxFor(r, { lines: goods(10_000), shipping: 1_000, pricesIncludeTax: false, country: 'US', region }));
    expect((await ask('CA')).total).toBe(0);
    await registerForTax.call(ctx, { country: 'us', region: 'US-CA' });
    expect(await ask('US-CA')).toMatchObject({ lines: [725], shipping: 0 });
    await setTaxRate.call(ctx, { country: 'US', region: 'NY', name: 'Sales tax', percent: '8.875' });
    expect(await ask('ny')).toMatchObject({ lines: [888], shipping: 89 });
    await unregisterFromTax.call(ctx, { country: 'US', region: 'NY' });
    expect((await ask('NY')).total).toBe(0);
  });

  test('a rate is changed, seen in the list, removed and set again; nobody else notices', async () => {
    const [mine, other] = [await house.newWorkspace(), await house.newWorkspace()];
    const total = async (ctx: typeof mine.ctx) => (await ctx.read((r) => taxFor(r, { ...sale, pricesIncludeTax: false, country: 'AU', region: '' }))).total;
    await setTaxRate.call(mine.ctx, { country: 'AU', name: 'GST', percent: '12.5' });
    expect([await total(mine.ctx), await total(other.ctx)]).toEqual([138, 110]);
    const { data } = await taxRateList.call(mine.ctx, { country: 'AU' });
    expect(data).toEqual([{ country: 'AU', region: '', name: 'GST', code: '', percent: '12.5', onShipping: true, own: true, collected: true }]);
    await removeTaxRate.call(mine.ctx, { country: 'AU', name: 'GST' });
    expect(await total(mine.ctx)).toBe(0);
    await setTaxRate.call(mine.ctx, { country: 'AU', name: 'GST', percent: '10' });
    expect(await total(mine.ctx)).toBe(110);
    await expect(removeTaxRate.call(mine.ctx, { country: 'AU', name: 'Luxury tax' })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('prices hold the tax or not, as is the custom at home or as the merchant says', async () => {
    const [{ ctx: au }, { ctx: ca }] = [await house.newWorkspace({ country: 'AU' }), await house.newWorkspace({ country: 'CA' })];
    const ask = (ctx: typeof au, country: string, region: string | null) => ctx.read((r) => taxFor(r, { lines: goods(11_000), shipping: 0, country, region }));
    expect(await ask(au, 'AU', null)).toMatchObject({ inclusive: true, total: 1_000 });
    expect(await ask(ca, 'CA', 'ON')).toMatchObject({ inclusive: false, total: 1_430 });
    await setTaxSettings.call(au, { pricesIncludeTax: false });
    expect(await ask(au, 'AU', null)).toMatchObject({ inclusive: false, total: 1_100 });
  });
});
