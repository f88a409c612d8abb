import { randomUUID } from 'node:crypto';
import { useConfig } from '#platform/config.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { connectByKey, useVendorAt } from '#modules/integrations/index.ts';
import { forgetOffered } from '#modules/payments/index.ts';
import { book } from './book.ts';
import { HOSTS } from './client.ts';
import { PolarDouble, type PolarCheckout } from './double.ts';
import type { PolarProduct } from './double-subscriptions.ts';

export const SIGNING = 'polar_whs_of_the_tests';
export const tokenOf = ({ workspaceId }: TestWorkspace) => `polar_oat_${workspaceId}`;

/** A double of Polar that the connector talks to until it is closed. */
export async function openPolar(): Promise<{ double: PolarDouble; close(): Promise<void> }> {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const double = new PolarDouble();
  double.url = await double.open();
  const back = useVendorAt(HOSTS.sandbox, double.url);
  return {
    double,
    async close() {
      back();
      useConfig({ ALLOW_PRIVATE_TARGETS: false });
      await double.close();
    },
  };
}

/** Connects a workspace with a token of its own. */
export async function connectPolar(workspace: TestWorkspace): Promise<void> {
  await connectByKey.call(workspace.ctx, { vendor: 'polar', settings: { mode: 'sandbox' }, secrets: { accessToken: tokenOf(workspace), signingSecret: `${SIGNING}_${workspace.workspaceId}` } });
  forgetOffered();
}

/** The page the shopper was led to. Of one whose address got lost on its way nobody knows. */
export async function pageOf(double: PolarDouble, workspace: TestWorkspace, chargeKey: string): Promise<PolarCheckout | undefined> {
  const charge = await book.get(workspace.ctx, chargeKey);
  return double.book(tokenOf(workspace)).checkouts.find(({ id }) => id === charge?.remoteId);
}

/** A product that somebody made at Polar for this workspace, paid by the month or by the year. */
export function makeProduct(double: PolarDouble, workspace: TestWorkspace, { name, price, interval = 'month' }: { name: string; price: number; interval?: 'month' | 'year' }): string {
  const product: PolarProduct = { id: randomUUID(), name, is_archived: false, is_recurring: true, recurring_interval: interval, recurring_interval_count: 1, prices: [{ amount_type: 'fixed', price_amount: price, price_currency: 'aud' }] };
  double.book(tokenOf(workspace)).products.push({ ...product });
  return product.id;
}
