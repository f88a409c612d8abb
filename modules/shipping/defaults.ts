import { minorDigits } from '#platform/money.ts';
import type { Tx } from '#platform/tenancy/context.ts';

// What one Australian dollar is roughly worth, so that a new shop's first prices look sensible. Not an exchange rate.
const SIZE: Record<string, number> = { JPY: 100, KRW: 900, INR: 55, CNY: 5, HKD: 5, SEK: 7, NOK: 7, DKK: 5, CZK: 15, HUF: 240, PLN: 3, MXN: 12, THB: 22, ZAR: 12, IDR: 10_000, VND: 16_000, PHP: 37 };

/** A new shop sends at home (standard and express) and abroad. The merchant changes the prices. Does nothing when there are zones. */
export async function defaultShipping(tx: Tx, country: string, currency: string): Promise<void> {
  const there = await tx.sql`select 1 from shipping_zones limit 1`;
  if (there.length > 0) return;
  const zones = await tx.sql<{ id: string; name: string }>`
    insert into shipping_zones (name, places, position) values ('Domestic', ${[country]}::text[], 0), ('Rest of the world', '{*}', 1) returning id, name`;
  const home = zones.find((zone) => zone.name === 'Domestic')!.id;
  const abroad = zones.find((zone) => zone.name !== 'Domestic')!.id;
  const amount = (units: number) => units * (SIZE[currency] ?? 1) * 10 ** minorDigits(currency);
  await tx.sql`
    insert into shipping_methods (zone_id, name, kind, currency, price, free_over, min_days, max_days, position) values
      (${home}, 'Standard', 'flat', ${currency}, ${amount(10)}, ${amount(100)}, 2, 6, 0),
      (${home}, 'Express', 'flat', ${currency}, ${amount(15)}, null, 1, 2, 1),
      (${abroad}, 'International', 'flat', ${currency}, ${amount(30)}, null, 5, 20, 0)`;
}
