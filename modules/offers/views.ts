import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { offerChanged } from './events.ts';
import { Offer, readOffer } from './read-offer.ts';
import { offers } from './tables.ts';

const count = (what: string) => sql<number>`coalesce((select ${sql.raw(what)}::int from offer_showings s where s.offer_id = offers.id), 0)`;

export const offerList = listView({
  name: 'offers.list',
  route: 'GET /offers',
  says: 'Upsell offers',
  needs: 'discounts:read',
  opens: '/offers/:id',
  from: offers,
  search: [{ text: offers.searchText, key: offers.id }],
  columns: {
    title: column(offers.title, { says: 'Offer', search: true, sort: true }),
    product: column(sql<string>`(select p.title from products p where p.id = ${offers.productId})`, { says: 'Offers' }),
    active: column(offers.active, { says: 'Active', filter: 'yes or no' }),
    shown: column(count('count(*)'), { says: 'Shown', type: 'number' }),
    taken: column(count('count(s.taken_at)'), { says: 'Taken', type: 'number' }),
    createdAt: column(offers.createdAt, { says: 'Made', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [offerChanged],
});

export const offerView = view({
  name: 'offers.get',
  route: 'GET /offers/:id',
  says: 'An upsell offer',
  needs: 'discounts:read',
  input: z.object({ id: z.uuid() }),
  output: Offer,
  read: (r, { id }) => readOffer(r, id),
});
