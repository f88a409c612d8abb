import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import { shippingChanged } from './events.ts';
import { nearestZone, type Step } from './price-rule.ts';

interface Row {
  zone: string;
  places: string[];
  name: string;
  price: number;
  steps: Step[];
  kind: string;
  freeOver: number | null;
  minDays: number | null;
  maxDays: number | null;
}

/** What a shopper may be told before there is an address: the ways to a country, the lowest price of each, and how long they take. */
export const deliveryEstimate = view({
  name: 'storefront.delivery.estimate',
  on: 'storefront',
  route: 'GET /delivery',
  says: 'How things are sent to a country, from what price, and how long it takes',
  needs: 'storefront:products',
  input: z.object({ country: z.string().toUpperCase().regex(/^[A-Z]{2}$/, 'a two-letter country code is needed'), currency: z.string().toUpperCase().regex(/^[A-Z]{3}$/, 'a three-letter currency is needed') }),
  output: z.object({
    methods: z.array(z.object({ name: z.string(), from: Money, freeOver: Money.nullable(), minDays: z.int().nullable(), maxDays: z.int().nullable() })),
  }),
  changesWith: [shippingChanged],
  async read(r, { country, currency }) {
    const rows = await r.sql<Row>`
      select z.id as zone, z.places, m.name, m.kind, m.price, m.steps, m.free_over as "freeOver", m.min_days as "minDays", m.max_days as "maxDays"
      from shipping_zones z join shipping_methods m on m.zone_id = z.id
      where z.places && ${[country, '*']}::text[] and m.active and m.currency = ${currency} order by z.position, z.id, m.position, m.id`;
    const zone = nearestZone(rows, country, '')?.zone;
    return {
      methods: rows.filter((row) => row.zone === zone).map(({ name, kind, price, steps, freeOver, minDays, maxDays }) => {
        const lowest = kind === 'flat' ? price : Math.min(...steps.map((step) => step.price));
        return { name, from: money(Number.isFinite(lowest) ? lowest : 0, currency), freeOver: freeOver === null ? null : money(freeOver, currency), minDays, maxDays };
      }),
    };
  },
});
