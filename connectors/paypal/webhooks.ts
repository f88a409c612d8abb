import { X509Certificate } from 'node:crypto';
import { Refusal } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { callVendor, type Account, type App, type Hooks } from '#modules/integrations/index.ts';
import { hearOfCharge, hearOfDispute, hearOfGone, keepsNamed } from '#modules/payments/index.ts';
import { book } from './book.ts';
import { signedIn, type Json } from './client.ts';
import { hearOfToken } from './kept-consent.ts';
import { hearOfRevoked } from './onboarding.ts';

export const EVENTS = [
  'CHECKOUT.ORDER.APPROVED', 'CHECKOUT.ORDER.COMPLETED', 'CHECKOUT.PAYMENT-APPROVAL.REVERSED', 'PAYMENT.AUTHORIZATION.CREATED', 'PAYMENT.AUTHORIZATION.VOIDED',
  'PAYMENT.CAPTURE.COMPLETED', 'PAYMENT.CAPTURE.DENIED', 'PAYMENT.CAPTURE.DECLINED', 'PAYMENT.CAPTURE.PENDING', 'PAYMENT.CAPTURE.REFUNDED', 'PAYMENT.CAPTURE.REVERSED', 'PAYMENT.REFUND.PENDING', 'PAYMENT.REFUND.FAILED',
  'VAULT.PAYMENT-TOKEN.CREATED', 'VAULT.PAYMENT-TOKEN.DELETED',
  'CUSTOMER.DISPUTE.CREATED', 'CUSTOMER.DISPUTE.UPDATED', 'CUSTOMER.DISPUTE.RESOLVED',
] as const;

const REVOKED = 'MERCHANT.PARTNER-CONSENT.REVOKED';
/** What the installation's own address wants to hear of, for all merchants that signed in. */
export const APP_EVENTS = [...EVENTS, REVOKED] as const;

/** The id of the address that PayPal sends an account's messages to; it is part of what PayPal signs. */
export function hookIdOf(account: Account): string {
  if (signedIn(account)) return account.app ? appHookId(account.app) : '';
  return account.settings['hookId'] ?? account.settings['webhookId'] ?? '';
}

function appHookId({ settings }: App): string {
  return settings['webhookId'] || settings['hookId'] || '';
}

const PAYPAL_HOST = /^https:\/\/([a-z0-9-]+\.)*paypal\.com\//;
const certificates = new Map<string, string>();

/** The certificate a message names; only ever from PayPal's own hosts, and kept. */
export async function certificateFor(headers: Headers): Promise<string> {
  const url = headers.get('paypal-cert-url') ?? '';
  if (!PAYPAL_HOST.test(url)) throw new Refusal('unauthenticated', 'This message was not accepted: its certificate does not lie at PayPal.');
  const known = certificates.get(url);
  if (known) return known;
  const { status, text } = await callVendor(url, { method: 'GET', mostBytes: 65_536 });
  if (status !== 200 || !text.includes('-----BEGIN')) throw new Error(`the certificate of PayPal could not be read (${status})`);
  if (text.includes('BEGIN CERTIFICATE') && new Date(new X509Certificate(text).validTo) < now()) throw new Refusal('unauthenticated', 'This message was not accepted: its certificate has ended.');
  if (certificates.size > 50) certificates.clear();
  certificates.set(url, text);
  return text;
}

interface Party {
  merchant_id?: string;
}

interface Resource extends Party {
  id?: string;
  custom_id?: string;
  invoice_id?: string;
  payee?: Party;
  payer?: Party;
  purchase_units?: { custom_id?: string; payee?: Party }[];
  disputed_transactions?: { seller?: Party }[];
  metadata?: { order_id?: string };
  supplementary_data?: { related_ids?: { order_id?: string } };
}

/** The charge of ours that a message is about. */
export async function chargeKeyOf(ctx: Context, event: Json): Promise<string | undefined> {
  const resource = (event['resource'] ?? {}) as Resource;
  const named = [resource.purchase_units?.[0]?.custom_id, resource.custom_id, resource.invoice_id].filter((name): name is string => Boolean(name));
  for (const name of named) if (await book.get(ctx, name)) return name;
  const order = resource.supplementary_data?.related_ids?.order_id ?? resource.id;
  return order ? book.keyOf(ctx, order) : undefined;
}

/** The dispute a message is about. */
export function disputeIn(event: Json): string | undefined {
  const id = ((event['resource'] ?? {}) as Json)['dispute_id'];
  return typeof id === 'string' ? id : undefined;
}

/** The merchant a message is about. A refund calls them the payer: of the refund they are. */
export function merchantIn(body: string): string | undefined {
  const { resource = {}, event_type: type = '' } = JSON.parse(body) as { resource?: Resource; event_type?: string };
  const party = resource.payee ?? resource.purchase_units?.[0]?.payee ?? resource.disputed_transactions?.[0]?.seller;
  if (party?.merchant_id) return party.merchant_id;
  if (/^PAYMENT\.(REFUND\.|CAPTURE\.(REFUNDED|REVERSED))/.test(type)) return resource.payer?.merchant_id;
  return type.startsWith('MERCHANT.') ? resource.merchant_id : undefined;
}

// Messages about kept ways to pay name no merchant.
async function isOurs(ctx: Context, body: string): Promise<boolean> {
  const told = JSON.parse(body) as Json;
  const { id = '', metadata } = (told['resource'] ?? {}) as Resource;
  if (told['event_type'] === 'VAULT.PAYMENT-TOKEN.DELETED') return keepsNamed(ctx, 'paypal', id);
  if (told['event_type'] === 'VAULT.PAYMENT-TOKEN.CREATED') return metadata?.order_id !== undefined && (await book.keyOf(ctx, metadata.order_id)) !== undefined;
  return (await chargeKeyOf(ctx, told)) !== undefined;
}

export const payPalHooks: Hooks = {
  scheme: 'paypal',
  how: 'Quickdash adds this address to your PayPal app by itself. If that is not possible, add it there under Webhooks for all events and put its webhook id here. Who signed in at PayPal has nothing to do: the installation hears for you.',
  secrets: () => [],
  keyFor: certificateFor,
  // Those who signed in have no address of their own: theirs come to the installation's.
  values: (account) => ({ webhookId: signedIn(account) ? '' : hookIdOf(account) }),
  appSecrets: () => [],
  appValues: (app) => ({ webhookId: appHookId(app) }),
  accountOf: merchantIn,
  isOurs,
  read(body) {
    const event = JSON.parse(body) as { id?: string; event_type?: string };
    return { id: event.id ?? '', event: event.event_type ?? '' };
  },
  async hear(ctx, account, { event, body }) {
    if (event === REVOKED) return hearOfRevoked(ctx, account);
    if (!(EVENTS as readonly string[]).includes(event)) return 'ignored';
    const told = JSON.parse(body) as Json;
    if (event === 'VAULT.PAYMENT-TOKEN.CREATED') return hearOfToken(ctx, told);
    if (event === 'VAULT.PAYMENT-TOKEN.DELETED') return hearOfGone(ctx, 'paypal', String(((told['resource'] ?? {}) as Resource).id ?? ''));
    const disputed = disputeIn(told);
    if (disputed) return hearOfDispute(ctx, 'paypal', disputed);
    const key = await chargeKeyOf(ctx, told);
    return key ? hearOfCharge(ctx, 'paypal', key) : 'ignored';
  },
};
