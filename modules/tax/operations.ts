import * as z from 'zod';
import { saveSettings, workspaceSettings } from '#modules/accounts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { taxChanged } from './events.ts';
import { percentOf, rateOf, regionOf } from './rate.ts';
import { keyOf, mergeRates, tableOf, type OwnRate } from './tax-for.ts';
import { EU, TAX_TABLE_VERSION, taxTable } from './tax-table.ts';

const Country = z.string().regex(/^[A-Za-z]{2}$/, 'two letters, such as AU').transform((c) => c.toUpperCase());
const Region = z.string().max(10).default('');
const Percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, 'a percentage such as 8.875');
const Key = z.object({ country: Country, region: Region, name: z.string().trim().min(1).max(50), code: z.string().trim().max(50).default('') });
const Rate = z.object({ country: z.string(), region: z.string(), name: z.string(), code: z.string(), percent: z.string(), onShipping: z.boolean() });
const Place = z.object({ country: z.string(), region: z.string() });

export const setTaxRate = operation({
  name: 'tax.set-rate',
  route: 'PUT /tax/rates',
  says: 'Set a tax rate',
  needs: 'settings:write',
  input: Key.extend({ percent: Percent, onShipping: z.boolean().default(true) }),
  output: Rate,
  async run(tx, { percent, onShipping, ...given }) {
    const rate = rateOf(percent);
    const key = { ...given, region: regionOf(given.country, given.region) };
    await tx.sql`
      insert into tax_rates (country, region, name, code, rate, on_shipping) values (${key.country}, ${key.region}, ${key.name}, ${key.code}, ${rate}, ${onShipping})
      on conflict (workspace_id, country, region, name, code) do update set rate = excluded.rate, on_shipping = excluded.on_shipping, removed = false`;
    await register(tx, [key]);
    tx.tell(taxChanged, { country: key.country, region: key.region });
    return { ...key, percent: percentOf(rate), onShipping };
  },
});

export const removeTaxRate = operation({
  name: 'tax.remove-rate',
  route: 'DELETE /tax/rates',
  says: 'Remove a tax rate',
  needs: 'settings:write',
  input: Key,
  output: z.object({ removed: z.boolean() }),
  async run(tx, given) {
    const key = { ...given, region: regionOf(given.country, given.region) };
    const builtIn = tableOf(key.country).some((rate) => keyOf(rate) === keyOf(key));
    const gone = builtIn
      ? await tx.sql`
        insert into tax_rates (country, region, name, code, rate, removed) values (${key.country}, ${key.region}, ${key.name}, ${key.code}, 0, true)
        on conflict (workspace_id, country, region, name, code) do update set removed = true returning id`
      : await tx.sql`delete from tax_rates where country = ${key.country} and region = ${key.region} and name = ${key.name} and code = ${key.code} returning id`;
    if (gone.length === 0) throw notFound('The tax rate');
    tx.tell(taxChanged, { country: key.country, region: key.region });
    return { removed: true };
  },
});

export const registerForTax = operation({
  name: 'tax.register',
  route: 'POST /tax/registrations',
  says: 'Collect tax in a country or region',
  needs: 'settings:write',
  input: z.object({ country: Country, region: Region }),
  output: Place,
  async run(tx, { country, region }) {
    const place = { country, region: regionOf(country, region) };
    await register(tx, [place]);
    tx.tell(taxChanged, place);
    return place;
  },
});

export const unregisterFromTax = operation({
  name: 'tax.unregister',
  route: 'DELETE /tax/registrations',
  says: 'Stop collecting tax in a country or region',
  needs: 'settings:write',
  input: z.object({ country: Country, region: Region }),
  output: Place,
  async run(tx, { country, region }) {
    const place = { country, region: regionOf(country, region) };
    const gone = await tx.sql`delete from tax_registrations where country = ${place.country} and region = ${place.region} returning id`;
    if (gone.length === 0) throw new Refusal('not_found', 'The shop does not collect tax there.');
    tx.tell(taxChanged, place);
    return place;
  },
});

export const setTaxSettings = operation({
  name: 'tax.set-settings',
  route: 'PUT /tax/settings',
  says: 'Say whether prices include tax',
  needs: 'settings:write',
  input: z.object({ pricesIncludeTax: z.boolean() }),
  output: z.object({ pricesIncludeTax: z.boolean() }),
  async run(tx, { pricesIncludeTax }) {
    await saveSettings(tx, { pricesIncludeTax });
    tx.tell(taxChanged, { country: '', region: '' });
    return { pricesIncludeTax };
  },
});

async function register(tx: Tx, places: { country: string; region: string }[]): Promise<void> {
  await tx.sql`
    insert into tax_registrations (country, region) select * from unnest(${places.map((p) => p.country)}::text[], ${places.map((p) => p.region)}::text[])
    on conflict (workspace_id, country, region) do nothing`;
}

/**
 * A new shop collects tax at home: its country, and for one in the European Union all of it (one-stop shop). In the United
 * States a merchant is registered by state, so there it collects nothing until it says where.
 */
export async function defaultTax(tx: Tx, country: string): Promise<void> {
  if (country === 'US') return;
  const places = EU.has(country) ? [...EU] : [country];
  await register(tx, places.map((place) => ({ country: place, region: '' })));
}

export const taxRateList = view({
  name: 'tax.rates',
  route: 'GET /tax/rates',
  says: 'Tax rates',
  needs: 'settings:read',
  input: z.object({ country: Country.optional() }),
  output: z.object({
    version: z.string().meta({ description: 'of the built-in table' }),
    pricesIncludeTax: z.boolean(),
    registrations: z.array(Place),
    data: z.array(Rate.extend({ own: z.boolean(), collected: z.boolean() })),
  }),
  changesWith: [taxChanged],
  async read(r, { country }) {
    const [own, registrations, { pricesIncludeTax }] = await Promise.all([
      r.sql<OwnRate>`select country, region, name, code, rate, on_shipping as "onShipping", removed from tax_rates`,
      r.sql<z.infer<typeof Place>>`select country, region from tax_registrations order by 1, 2`,
      workspaceSettings(r),
    ]);
    const ownKeys = new Set(own.map(keyOf));
    const collected = (place: z.infer<typeof Place>) => registrations.some((p) => p.country === place.country && (p.region === '' || p.region === place.region));
    const rates = mergeRates(taxTable, own).filter((rate) => !country || rate.country === country);
    const data = rates.map(({ rate, ...line }) => ({ ...line, percent: percentOf(rate), own: ownKeys.has(keyOf(line)), collected: collected(line) }));
    return { version: TAX_TABLE_VERSION, pricesIncludeTax, registrations, data: data.toSorted((a, b) => `${a.country}${a.region}`.localeCompare(`${b.country}${b.region}`)) };
  },
});
