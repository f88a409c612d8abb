/**
 * Subscriptions: what customers get again and again. Words: cycle (one delivery of it; 0 is the order it began with), renewal (the try to
 * deliver a cycle), period (from one renewal to the next), behind (a renewal failed), credit (lowers the next renewal), ends (with this period).
 * Invariants: a line of an order begins one subscription; of a cycle one try at most is open, paid or skipped; the order of a renewal and
 * the step to the next cycle are one transaction, so none is lost and none comes twice; a customer keeps the price they agreed to;
 * status moves along `status.ts` only; a period is counted from its anchor on the clocks of the shop's zone; a renewal is announced once at most, and never after it came.
 */
import { module } from '#platform/module.ts';
import { customerParts } from '#modules/customers/index.ts';
import { writeOfARenewal } from './announce-mail.ts';
import { announceRegularly } from './announce.ts';
import { subscriptionsOfCustomer } from './customer-part.ts';
import * as events from './events.ts';
import { renewalCancelled, renewalPaid } from './follow-orders.ts';
import { writeOfAFailure, writeOfAMethodGone, writeOfTheEnd, writeOfTheStart } from './mails.ts';
import { methodGone } from './method.ts';
import { subscriptionNotices } from './notices.ts';
import { cancelSubscription, changeSubscription, pauseSubscription, resumeSubscription, retryRenewal, skipRenewal } from './operations.ts';
import { renewRegularly } from './renew.ts';
import { setSubscriptionSettings, subscriptionSettingsView } from './settings.ts';
import { startSubscriptions } from './start.ts';
import { cancelMine, changeMine, mySubscription, mySubscriptions, pauseMine, payMine, resumeMine, settleMine, skipMine } from './storefront.ts';
import * as tables from './tables.ts';
import { subscriptionFigures, subscriptionList, subscriptionView } from './views.ts';

export const subscriptions = module({
  name: 'subscriptions',
  uses: ['accounts', 'catalog', 'plans', 'payments', 'customers', 'gift-cards', 'carts', 'orders'],
  tables,
  operations: [
    ...[pauseSubscription, resumeSubscription, skipRenewal, changeSubscription, cancelSubscription, retryRenewal, setSubscriptionSettings],
    ...[pauseMine, resumeMine, skipMine, changeMine, cancelMine, payMine, settleMine],
  ],
  views: [subscriptionList, subscriptionFigures, subscriptionSettingsView, subscriptionView, mySubscriptions, mySubscription],
  events: Object.values(events),
  notices: subscriptionNotices,
  reactions: [startSubscriptions, renewalPaid, renewalCancelled, methodGone, writeOfTheStart, writeOfARenewal, writeOfAFailure, writeOfAMethodGone, writeOfTheEnd],
  schedules: [renewRegularly, announceRegularly],
});

customerParts.add('subscriptions', subscriptionsOfCustomer);

export { pauseSubscription, resumeSubscription, skipRenewal, changeSubscription, cancelSubscription, retryRenewal, setSubscriptionSettings };
export { pauseMine, resumeMine, skipMine, changeMine, cancelMine, payMine, settleMine, mySubscription, mySubscriptions };
export { subscriptionList, subscriptionFigures, subscriptionSettingsView, subscriptionView };
export { unusedOf } from './prorate.ts';
