import type { Module } from '#platform/module.ts';
import { jobs } from './jobs/index.ts';
import { tiers } from './tiers/index.ts';
import { accounts } from './accounts/index.ts';
import { tasks } from './tasks/index.ts';
import { desk } from './desk/index.ts';
import { integrations } from './integrations/index.ts';
import { mail } from './mail/index.ts';
import { notifications } from './notifications/index.ts';
import { storefronts } from './storefronts/index.ts';
import { catalog } from './catalog/index.ts';
import { plans } from './plans/index.ts';
import { inventory } from './inventory/index.ts';
import { tax } from './tax/index.ts';
import { shipping } from './shipping/index.ts';
import { payments } from './payments/index.ts';
import { statements } from './statements/index.ts';
import { discovery } from './discovery/index.ts';
import { customers } from './customers/index.ts';
import { discounts } from './discounts/index.ts';
import { giftCards } from './gift-cards/index.ts';
import { carts } from './carts/index.ts';
import { orders } from './orders/index.ts';
import { conversations } from './conversations/index.ts';
import { subscriptions } from './subscriptions/index.ts';
import { feeds } from './feeds/index.ts';
import { orderPush } from './order-push/index.ts';
import { recovery } from './recovery/index.ts';
import { offers } from './offers/index.ts';
import { recommendations } from './recommendations/index.ts';
import { invoices } from './invoices/index.ts';
import { disputes } from './disputes/index.ts';
import { fraud } from './fraud/index.ts';
import { reviews } from './reviews/index.ts';
import { questions } from './questions/index.ts';
import { sizing } from './sizing/index.ts';
import { wishlists } from './wishlists/index.ts';
import { alerts } from './alerts/index.ts';
import { warranties } from './warranties/index.ts';
import { catalogTransfer } from './catalog-transfer/index.ts';
import { shell } from './shell/index.ts';
import { webhooks } from './webhooks/index.ts';
import { billing } from './billing/index.ts';
import { superadmin } from './superadmin/index.ts';

/** Every module of the house, lowest first. A new capability is a new folder and one line here. */
export const modules: readonly Module[] = [
  jobs,
  tiers,
  accounts,
  tasks,
  integrations,
  mail,
  desk,
  notifications,
  storefronts,
  catalog,
  plans,
  inventory,
  tax,
  shipping,
  payments,
  statements,
  discovery,
  customers,
  discounts,
  giftCards,
  carts,
  orders,
  conversations,
  subscriptions,
  feeds,
  orderPush,
  recovery,
  offers,
  recommendations,
  invoices,
  disputes,
  fraud,
  reviews,
  questions,
  sizing,
  wishlists,
  alerts,
  warranties,
  catalogTransfer,
  shell,
  webhooks,
  billing,
  superadmin,
];
