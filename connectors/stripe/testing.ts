import { useConfig } from '#platform/config.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { forgetOffered } from '#modules/payments/index.ts';
import { connectByKey, useVendorAt } from '#modules/integrations/index.ts';
import { API, FILES } from './client.ts';
import { StripeDouble } from './double.ts';

export const SIGNING = 'whsec_of_the_tests';
export const keyOf = ({ workspaceId }: TestWorkspace) => `sk_test_${workspaceId.replaceAll('-', '')}`;

/** A double of Stripe that the connector talks to until it is closed. */
export async function openStripe(): Promise<{ double: StripeDouble; close(): Promise<void> }> {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const double = new StripeDouble();
  double.url = await double.open();
  const back = [API, FILES, 'https://connect.stripe.com'].map((host) => useVendorAt(host, double.url));
  return {
    double,
    async close() {
      for (const take of back) take();
      useConfig({ ALLOW_PRIVATE_TARGETS: false });
      await double.close();
    },
  };
}

/** Connects a workspace with a key of its own. */
export async function connectStripe(workspace: TestWorkspace): Promise<void> {
  await connectByKey.call(workspace.ctx, { vendor: 'stripe', secrets: { secretKey: keyOf(workspace), signingSecret: `${SIGNING}_${workspace.workspaceId}` } });
  forgetOffered();
}
