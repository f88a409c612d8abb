import type { Reader } from '#platform/tenancy/context.ts';
import { nearestZone, shippingPrice, type Method, type Parcel } from './price-rule.ts';

export interface ShippingQuestion extends Parcel {
  country: string;
  /** ISO 3166-2, with or without the country. */
  region?: string | null;
  currency: string;
}

/** A way to send a parcel, with its price for exactly this parcel. */
export interface ShippingOffer {
  id: string;
  name: string;
  says: string;
  /** Minor units. */
  price: number;
  currency: string;
  minDays: number | null;
  maxDays: number | null;
}

interface Row extends Method {
  zone: string;
  places: string[];
  id: string;
  name: string;
  says: string;
  currency: string;
  minDays: number | null;
  maxDays: number | null;
}

/** The methods by which a parcel can go to a place, in the merchant's order; empty when nothing goes there. One statement. */
export async function shippingMethodsFor(r: Reader, question: ShippingQuestion): Promise<ShippingOffer[]> {
  const country = question.country.toUpperCase();
  const region = (question.region ?? '').trim().toUpperCase().replace(`${country}-`, '');
  const places = [`${country}-${region}`, country, '*'];
  const rows = await r.sql<Row>`
    select z.id as zone, z.places, m.id, m.name, m.says, m.kind, m.currency, m.price, m.steps, m.free_over as "freeOver", m.min_days as "minDays", m.max_days as "maxDays"
    from shipping_zones z join shipping_methods m on m.zone_id = z.id
    where z.places && ${places}::text[] and m.active and m.currency = ${question.currency}
    order by z.position, z.id, m.position, m.id`;
  const zone = nearestZone(rows, country, region)?.zone;
  return rows.filter((row) => row.zone === zone).flatMap((row) => offerOf(row, question));
}

function offerOf(row: Row, parcel: Parcel): ShippingOffer[] {
  const price = shippingPrice(row, parcel);
  if (price === undefined) return [];
  const { id, name, says, currency, minDays, maxDays } = row;
  return [{ id, name, says, price, currency, minDays, maxDays }];
}
