import { useConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { beginOAuth, connectByKey, finishOAuth, setApp, useVendorAt } from '#modules/integrations/index.ts';
import { forgetOffered } from '#modules/payments/index.ts';
import { HOSTS } from './client.ts';
import { PayPalDouble } from './double.ts';
import type { Merchant } from './double-partners.ts';

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

/** The installation as a partner of PayPal: the client id of its app, its own account, its webhook. */
export const PLATFORM = { clientId: 'client-of-the-platform', partnerId: 'PARTNER234567', attributionId: 'QUICKDASH_BN', webhookId: 'WH-ID-of-the-platform' };
export const PLATFORM_SECRET = 'right-5ecret-of-the-platform';

export const LOOKS_AFTER = { userId: newId(), name: 'Sue Super', email: 'sue@example.test', requestId: newId() } as unknown as Superadmin;

export async function registerPlatform(double: PayPalDouble): Promise<void> {
  double.partners.partners.set(PLATFORM.clientId, PLATFORM.partnerId);
  await setApp.call(LOOKS_AFTER, { vendor: 'paypal', settings: { ...PLATFORM, mode: 'sandbox' }, secrets: { clientSecret: PLATFORM_SECRET } });
}

/** What the page of the dashboard sends on of the address somebody came back to. */
export function wayBack(url: URL): { stateToken: string; answer: Record<string, string> } {
  const { state = '', ...answer } = Object.fromEntries(url.searchParams);
  return { stateToken: state, answer };
}

/** A member signs in at PayPal with a merchant's account and comes back. */
export async function signInAtPayPal(double: PayPalDouble, workspace: TestWorkspace, merchant: Merchant = double.partners.newMerchant()): Promise<Merchant> {
  const { address } = await beginOAuth.call(workspace.ctx, { vendor: 'paypal' });
  await finishOAuth.call(workspace.ctx, wayBack(double.partners.signIn(address, merchant)));
  forgetOffered();
  return merchant;
}
