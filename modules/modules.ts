import type { Module } from '#platform/module.ts';
import { jobs } from './jobs/index.ts';
import { tiers } from './tiers/index.ts';
import { accounts } from './accounts/index.ts';
import { desk } from './desk/index.ts';
import { mail } from './mail/index.ts';
import { notifications } from './notifications/index.ts';
import { storefronts } from './storefronts/index.ts';
import { catalog } from './catalog/index.ts';
import { inventory } from './inventory/index.ts';
import { tax } from './tax/index.ts';
import { shipping } from './shipping/index.ts';
import { payments } from './payments/index.ts';
import { discovery } from './discovery/index.ts';
import { customers } from './customers/index.ts';
import { carts } from './carts/index.ts';
import { orders } from './orders/index.ts';
import { recommendations } from './recommendations/index.ts';
import { invoices } from './invoices/index.ts';
import { catalogTransfer } from './catalog-transfer/index.ts';
import { shell } from './shell/index.ts';
import { webhooks } from './webhooks/index.ts';
import { superadmin } from './superadmin/index.ts';

/** Every module of the house, lowest first. A new capability is a new folder and one line here. */
export const modules: readonly Module[] = [
  jobs,
  tiers,
  accounts,
  mail,
  desk,
  notifications,
  storefronts,
  catalog,
  inventory,
  tax,
  shipping,
  payments,
  discovery,
  customers,
  carts,
  orders,
  recommendations,
  invoices,
  catalogTransfer,
  shell,
  webhooks,
  superadmin,
];
