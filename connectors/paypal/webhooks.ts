import { X509Certificate } from 'node:crypto';
import { Refusal } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { callVendor, type Hooks } from '#modules/integrations/index.ts';
import { hearOfCharge, hearOfDispute, hearOfGone } from '#modules/payments/index.ts';
import { book } from './book.ts';
import type { Json } from './client.ts';
import { hearOfToken } from './kept-consent.ts';

export const EVENTS = [
  'CHECKOUT.ORDER.APPROVED', 'CHECKOUT.ORDER.COMPLETED', 'CHECKOUT.PAYMENT-APPROVAL.REVERSED', 'PAYMENT.AUTHORIZATION.CREATED', 'PAYMENT.AUTHORIZATION.VOIDED',
  'PAYMENT.CAPTURE.COMPLETED', 'PAYMENT.CAPTURE.DENIED', 'PAYMENT.CAPTURE.DECLINED', 'PAYMENT.CAPTURE.PENDING', 'PAYMENT.CAPTURE.REFUNDED', 'PAYMENT.CAPTURE.REVERSED', 'PAYMENT.REFUND.PENDING', 'PAYMENT.REFUND.FAILED',
  'VAULT.PAYMENT-TOKEN.CREATED', 'VAULT.PAYMENT-TOKEN.DELETED',
  'CUSTOMER.DISPUTE.CREATED', 'CUSTOMER.DISPUTE.UPDATED', 'CUSTOMER.DISPUTE.RESOLVED',
] as const;

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

interface Resource {
  id?: string;
  custom_id?: string;
  invoice_id?: string;
  purchase_units?: { custom_id?: string }[];
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

export const payPalHooks: Hooks = {
  scheme: 'paypal',
  how: 'Quickdash adds this address to your PayPal app by itself. If that is not possible, add it there under Webhooks for all events and put its webhook id here.',
  secrets: () => [],
  keyFor: certificateFor,
  values: ({ settings }) => ({ webhookId: settings['hookId'] ?? settings['webhookId'] ?? '' }),
  read(body) {
    const event = JSON.parse(body) as { id?: string; event_type?: string };
    return { id: event.id ?? '', event: event.event_type ?? '' };
  },
  async hear(ctx, _account, { event, body }) {
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
