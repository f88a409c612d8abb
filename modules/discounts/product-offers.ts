import * as z from 'zod';
import { formatMoney } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import { now } from '#platform/time.ts';
import { discountChanged } from './events.ts';
import { isMeant } from './price-lines.ts';
import { namesOf, idsIn } from './names.ts';
import { sentenceOf } from './preview.ts';
import { automaticRules } from './rules.ts';
import { meansEverything, type Rule } from './terms.ts';

const Offer = z.object({
  title: z.string(),
  sentence: z.string(),
  endsAt: z.string().nullable().meta({ description: 'true end of the offer; show a countdown to nothing else' }),
});

/** The offers that hold for a product by themselves, for anybody, now. A shop shows their end as it is, and none where there is none. */
export const productOffers = view({
  name: 'storefront.products.offers',
  on: 'storefront',
  route: 'GET /products/:productId/offers',
  says: 'Offers on a product',
  needs: 'storefront:products',
  input: z.object({ productId: z.uuid(), currency: z.string().regex(/^[A-Z]{3}$/) }),
  output: z.object({ data: z.array(Offer) }),
  changesWith: [discountChanged],
  // An offer that begins, ends or is used up tells nobody, nor does a product that joins a collection.
  keptSeconds: 10,
  async read(r, { productId, currency }) {
    const running = (await automaticRules(r)).filter((rule) => isRunning(rule) && isForAnybody(rule) && holdsIn(rule, currency) && !meansEverything(rule.terms.things));
    if (running.length === 0) return { data: [] };
    const rows = await r.sql<{ id: string }>`select collection_id as id from product_collections where product_id = ${productId}`;
    const item = { productId, collectionIds: rows.map(({ id }) => id) };
    const meant = running.filter(({ terms, kind }) => isMeant(terms.things, item) || (kind === 'buy_x_get_y' && isMeant(terms.buy, item)));
    const names = await namesOf(r, meant.flatMap(({ terms }) => idsIn(terms)));
    return { data: meant.map((rule) => ({ title: rule.title, sentence: sentenceOf(rule, names, { currency, show: formatMoney }).replace(', without a code', ''), endsAt: rule.endsAt?.toISOString() ?? null })) };
  },
});

function isRunning({ startsAt, endsAt, maxUses, used }: Rule): boolean {
  return (!startsAt || startsAt <= now()) && (!endsAt || endsAt > now()) && (maxUses === null || used < maxUses);
}

function isForAnybody({ terms, maxPerCustomer }: Rule): boolean {
  return terms.groupIds.length === 0 && !terms.firstOrder && maxPerCustomer === null;
}

function holdsIn({ kind, terms }: Rule, currency: string): boolean {
  return kind !== 'fixed' || currency in terms.amounts;
}
