/**
 * Tiers for money: workspaces pay the installation's operator. Words: plan (a tier, by the month or by the year), account (how a workspace
 * stands), bill (what a period costs), invoice (a bill that was written down), charge (a try to be paid for it), keeping (a card that is to
 * be kept on the provider's page, for a plan to begin with or in place of another one), grace (days in which an unpaid tier is kept),
 * seller (the operator's workspace whose payment account takes the money; without one nothing is sold), outside seller (a company at that
 * account that sells tiers by subscriptions of its own; what it says when asked is what an account is then).
 * Invariants: an account moves along `standing.ts` only, on paid or declined invoices; of a period one invoice at most is open or paid, and
 * of an invoice one charge; a charge and a keeping are stored before the provider is asked, with one key for ever; going to its page changes
 * nothing, only what the provider says when it is asked does; whoever does not pay loses the tier and nothing else; a tier that a superadmin
 * set by hand is not taken away.
 */
import { ownCharges, ownKept } from '#modules/payments/index.ts';
import { module } from '#platform/module.ts';
import * as events from './events.ts';
import { followPages } from './follow-pages.ts';
import { hearOfTierCharge } from './hear-provider.ts';
import { hearOfGoneCard } from './let-go.ts';
import { lookAtSellers } from './look-again.ts';
import { writeOfAChange, writeOfAFailure, writeOfAGoneCard, writeOfTheEnd, writeReceipt } from './mails.ts';
import { billingInvoiceFile } from './invoice-file.ts';
import { billingNotices } from './notices.ts';
import { cancelTier, changeCard, changeTierPlan, keepTier, payTier, subscribeToTier } from './operations.ts';
import { lookAtTheSeller, openCardPage, openPortal, openSellersPage } from './outside-operations.ts';
import { outsideSellers } from './outside-seller.ts';
import { renewTiers } from './renew.ts';
import { giveTheTier } from './set-tier.ts';
import { setSeller, setTierPrice, superBilling, superPayers } from './superadmin.ts';
import * as tables from './tables.ts';
import { setTierProduct, superOutside } from './tier-products.ts';
import { billingInvoiceList, billingNow, billingQuote } from './views.ts';

export const billing = module({
  name: 'billing',
  uses: ['tiers', 'accounts', 'integrations', 'plans', 'payments', 'subscriptions', 'invoices'],
  tables,
  operations: [subscribeToTier, changeTierPlan, cancelTier, keepTier, changeCard, payTier, openSellersPage, openCardPage, openPortal, lookAtTheSeller],
  views: [billingNow, billingQuote, billingInvoiceList, billingInvoiceFile],
  superOperations: [setTierPrice, setSeller, setTierProduct],
  superViews: [superBilling, superPayers, superOutside],
  events: Object.values(events),
  notices: billingNotices,
  reactions: [giveTheTier, writeReceipt, writeOfAChange, writeOfAFailure, writeOfAGoneCard, writeOfTheEnd],
  schedules: [renewTiers, lookAtSellers, followPages],
  ports: [outsideSellers],
  capabilities: { 'billing:read': 'See what the workspace pays for and its invoices', 'billing:write': 'Buy, change and end the plan of the workspace' },
});

ownCharges(hearOfTierCharge);
ownKept(hearOfGoneCard);

export { renewTiers } from './renew.ts';
export { followPages } from './follow-pages.ts';
export { lookAtSellers } from './look-again.ts';
export { hearOutside } from './hear-outside.ts';
export { refreshProducts } from './refresh-products.ts';
export { outsideSellers, type OutsideAct, type OutsideProduct, type OutsideSeller, type OutsideStatus, type OutsideSubscription, type PageWish } from './outside-seller.ts';
