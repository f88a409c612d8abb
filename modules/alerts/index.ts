/**
 * Alerts: mails a shopper has asked for. Words: restock (a sold-out variant is back), price (a product got cheaper), search (a saved
 * search finds something new), ring (a mail is due). Invariants: as many are told of a restock as there are pieces, in the order they
 * signed up, each once; a price rings only below that of signing up, once per drop; one mail a day at most comes of a person's saved
 * searches; every mail carries a link that ends it with one press.
 */
import { customerParts, type CustomerEntry, type CustomerPart } from '#modules/customers/index.ts';
import { module } from '#platform/module.ts';
import { mailTheAlert, rememberFirstMatches } from './alert-mail.ts';
import { alertAsked, alertEnded, alertRang } from './events.ts';
import { lookForMatches } from './look.ts';
import { ringAtPriceDrop, ringAtRestock, ringNextInLine } from './ring.ts';
import { endAlert, saveSearch, waitForStock, watchPrice } from './sign-up.ts';
import { alerts as alertTable } from './tables.ts';
import { alertList, myAlerts, wantedProducts } from './views.ts';

const alertsOfCustomer: CustomerPart = {
  move: async (tx, { from, into }) => void (await tx.sql`update alerts set customer_id = ${into} where customer_id = ${from}`),
  tell: (r, { id }, most) => r.sql<CustomerEntry>`
    select id::text, created_at as at, 'alert' as kind, case kind when 'restock' then 'Waits for stock: ' when 'price' then 'Watches the price: ' else 'Saved a search: ' end || says as says, '' as "byName", null as "to"
    from alerts where customer_id = ${id} order by created_at desc limit ${most}`,
  write: (r, { id, email }) => r.sql`select kind, says, state, email, created_at as "at" from alerts where customer_id = ${id} or email = ${email} order by created_at`,
  givesAway: async (r, { id, emails }) => ({ ids: (await r.sql<{ id: string }>`select id from alerts where customer_id = ${id} or email = any(${emails})`).map((row) => row.id), words: [] }),
  // Also what they asked for as a guest, by their address.
  erase: async (tx, { id, emails }) => void (await tx.sql`delete from alerts where customer_id = ${id} or email = any(${emails})`),
};

export const alerts = module({
  name: 'alerts',
  uses: ['accounts', 'storefronts', 'catalog', 'inventory', 'discovery', 'customers'],
  tables: { alerts: alertTable },
  operations: [waitForStock, watchPrice, saveSearch, endAlert],
  views: [wantedProducts, alertList, myAlerts],
  events: [alertAsked, alertRang, alertEnded],
  reactions: [ringAtRestock, ringAtPriceDrop, mailTheAlert, rememberFirstMatches],
  schedules: [ringNextInLine, lookForMatches],
});

customerParts.add('alerts', alertsOfCustomer);

export { waitForStock, watchPrice, saveSearch, endAlert, alertList, myAlerts, wantedProducts };
export { ringAtRestock, ringAtPriceDrop, ringNextInLine, lookForMatches, mailTheAlert, rememberFirstMatches };
export { stopAlertHandler, stopLink } from './unsubscribe.ts';
export { alertAsked, alertRang, alertEnded };
