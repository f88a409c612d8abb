import type { Module } from '#platform/module.ts';
import { jobs } from './jobs/index.ts';
import { accounts } from './accounts/index.ts';
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
import { catalogTransfer } from './catalog-transfer/index.ts';

/** Every module of the house, lowest first. A new capability is a new folder and one line here. */
export const modules: readonly Module[] = [jobs, accounts, storefronts, catalog, inventory, tax, shipping, payments, discovery, customers, carts, orders, catalogTransfer];
