import type { Reader } from '#platform/tenancy/context.ts';
import { regionOf, type TaxRate } from './rate.ts';
import { taxTable } from './tax-table.ts';
import { taxOf, type Sale, type Tax } from './tax-rule.ts';

export interface TaxQuestion extends Omit<Sale, 'pricesIncludeTax'> {
  country: string;
  /** ISO 3166-2, with or without the country; may be empty. */
  region?: string | null;
  /** As the workspace's settings say unless given. */
  pricesIncludeTax?: boolean;
}

/** A workspace's own line of the table. */
export type OwnRate = TaxRate & { removed: boolean };

/**
 * The tax of a sale that goes to this place, or none where the merchant is not registered. One statement. A price that
 * includes tax stays the same where none is collected.
 */
export async function taxFor(r: Reader, question: TaxQuestion): Promise<Tax> {
  const country = question.country.toUpperCase();
  const region = regionOf(country, question.region ?? '');
  const [found] = await r.sql<{ registered: boolean; included: boolean | null; own: OwnRate[] }>`
    select exists (select 1 from tax_registrations where country = ${country} and region in ('', ${region})) as registered,
      (select prices_include_tax from workspace_settings) as included,
      (select coalesce(json_agg(json_build_object('country', country, 'region', region, 'name', name, 'code', code, 'rate', rate,
        'onShipping', on_shipping, 'removed', removed)), '[]') from tax_rates where country = ${country} and region in ('', ${region})) as own`;
  const rates = found!.registered ? ratesAt(mergeRates(tableOf(country), found!.own), region) : [];
  return taxOf({ ...question, pricesIncludeTax: question.pricesIncludeTax ?? found!.included ?? true }, rates);
}

const byCountry = Map.groupBy(taxTable, (rate) => rate.country);

export function tableOf(country: string): readonly TaxRate[] {
  return byCountry.get(country) ?? [];
}

/** The built-in lines with the workspace's own laid over them. */
export function mergeRates(table: readonly TaxRate[], own: readonly OwnRate[]): TaxRate[] {
  const lines = new Map<string, OwnRate>([...table.map((rate) => ({ ...rate, removed: false })), ...own].map((rate) => [keyOf(rate), rate]));
  return [...lines.values()].filter((rate) => !rate.removed).map(lineOf);
}

function lineOf({ country, region, name, code, rate, onShipping }: OwnRate): TaxRate {
  return { country, region, name, code, rate, onShipping };
}

export function keyOf({ country, region, name, code }: Omit<TaxRate, 'rate' | 'onShipping'>): string {
  return JSON.stringify([country, region, name, code]);
}

function ratesAt(rates: TaxRate[], region: string): TaxRate[] {
  const regional = region ? rates.filter((r) => r.region === region) : [];
  return regional.length > 0 ? regional : rates.filter((r) => r.region === '');
}
