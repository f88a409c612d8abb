import { useConfig } from '#platform/config.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { connectByKey, useVendorAt } from '#modules/integrations/index.ts';
import { forgetOffered } from '#modules/payments/index.ts';
import { HOSTS } from './client.ts';
import { PayPalDouble } from './double.ts';

export const clientOf = ({ workspaceId }: TestWorkspace) => `client-${workspaceId}`;
export const hookOf = ({ workspaceId }: TestWorkspace) => `WH-ID-${workspaceId}`;

/** A double of PayPal that the connector talks to until it is closed. */
export async function openPayPal(): Promise<{ double: PayPalDouble; close(): Promise<void> }> {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const double = new PayPalDouble();
  double.url = await double.open();
  const back = [HOSTS.sandbox, 'https://api.paypal.com'].map((host) => useVendorAt(host, double.url));
  return {
    double,
    async close() {
      for (const take of back) take();
      useConfig({ ALLOW_PRIVATE_TARGETS: false });
      await double.close();
    },
  };
}

export async function connectPayPal(workspace: TestWorkspace): Promise<void> {
  await connectByKey.call(workspace.ctx, { vendor: 'paypal', settings: { clientId: clientOf(workspace), mode: 'sandbox', webhookId: hookOf(workspace) }, secrets: { clientSecret: 'right' } });
  forgetOffered();
}
