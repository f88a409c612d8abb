import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, Asked } from '#platform/testing/vendor-double.ts';

/** A merchant's account at PayPal, and which partners' apps may act for it. */
export interface Merchant {
  id: string;
  email: string;
  confirmed: boolean;
  receivable: boolean;
  allows: Set<string>;
}

interface Referral {
  client: string;
  trackingId: string;
  back: string;
  features: string[];
  /** Who agreed on its page. */
  merchant?: string;
}

interface Asks {
  tracking_id: string;
  partner_config_override: { return_url: string };
  operations: { api_integration_preference: { rest_api_integration: { third_party_details: { features: string[] } } } }[];
}

/** What ids of accounts are made of. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const missing: Answer = { status: 404, body: { name: 'RESOURCE_NOT_FOUND', message: 'The specified resource does not exist.' } };
const refused = (message: string): Answer => ({ status: 403, body: { name: 'NOT_AUTHORIZED', message } });

/** What PayPal is to partners: pages on which merchants let a partner's app act for them. */
export class PartnersDouble {
  /** Account ids of the partners, by the client id of their app. */
  readonly partners = new Map<string, string>();
  readonly merchants = new Map<string, Merchant>();
  readonly referrals = new Map<string, Referral>();
  /** Features PayPal has approved no partner for. */
  readonly notApproved = new Set<string>();

  newMerchant(more: Partial<Merchant> = {}): Merchant {
    const id = [...randomBytes(13)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
    const merchant = { id, email: `${id.toLowerCase()}@example.test`, confirmed: true, receivable: true, allows: new Set<string>(), ...more };
    this.merchants.set(id, merchant);
    return merchant;
  }

  referralAt(page: string): Referral {
    return this.referrals.get(new URL(page).searchParams.get('referralToken') ?? '')!;
  }

  /** A merchant goes through the page; answers where PayPal leads them then. */
  signIn(page: string, merchant: Merchant, agrees: 'agrees' | 'refuses' = 'agrees'): URL {
    const referral = this.referralAt(page);
    if (agrees === 'agrees') {
      referral.merchant = merchant.id;
      merchant.allows.add(referral.client);
    }
    const back = new URL(referral.back);
    const said = { merchantId: referral.trackingId, merchantIdInPayPal: merchant.id, permissionsGranted: String(agrees === 'agrees'), consentStatus: String(agrees === 'agrees'), productIntentId: 'addipmt', isEmailConfirmed: String(merchant.confirmed), accountStatus: 'BUSINESS_ACCOUNT' };
    for (const [name, value] of Object.entries(said)) back.searchParams.set(name, value);
    return back;
  }

  /** Whose account a call is about: the caller's own, or that of the merchant it names, who has to allow it. */
  actsFor(client: string, { headers }: Asked): string | Answer {
    const assertion = headers['paypal-auth-assertion'];
    if (assertion === undefined) return client;
    const [head, claims, signature] = assertion.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    const { iss, payer_id: payer } = JSON.parse(claims!) as { iss: string; payer_id: string };
    const right = (JSON.parse(head!) as { alg: string }).alg === 'none' && signature === '' && iss === client && this.merchants.get(payer)?.allows.has(client);
    return right ? payer : refused('Authorization failed due to insufficient permissions.');
  }

  answer(client: string, { method, path, query, body }: Asked, url: string): Answer | undefined {
    if (method === 'POST' && path === '/v2/customer/partner-referrals') return this.refer(client, JSON.parse(body) as Asks, url);
    const [, , , partner, , merchant] = path.split('/').slice(1);
    if (!path.startsWith('/v1/customer/partners/')) return undefined;
    if (this.partners.get(client) !== partner) return refused('Authorization failed due to insufficient permissions.');
    return merchant ? this.status(client, merchant) : this.tracked(client, query.get('tracking_id') ?? '');
  }

  private refer(client: string, asks: Asks, url: string): Answer {
    const { features } = asks.operations[0]!.api_integration_preference.rest_api_integration.third_party_details;
    if (!this.partners.has(client)) return refused('You are not an approved partner.');
    if (features.some((feature) => this.notApproved.has(feature))) return refused('The partner is not approved for a feature.');
    if (asks.partner_config_override.return_url.length > 127) return { status: 400, body: { name: 'INVALID_REQUEST', message: 'Request is not well-formed.' } };
    const token = randomUUID();
    this.referrals.set(token, { client, trackingId: asks.tracking_id, back: asks.partner_config_override.return_url, features });
    const links = [{ rel: 'self', href: `${url}/v2/customer/partner-referrals/${token}` }, { rel: 'action_url', href: `${url}/bizsignup/partner/entry?referralToken=${token}` }];
    return { status: 201, body: { links } };
  }

  private tracked(client: string, trackingId: string): Answer {
    const found = [...this.referrals.values()].find((each) => each.client === client && each.trackingId === trackingId);
    return found?.merchant ? { status: 200, body: { merchant_id: found.merchant, tracking_id: trackingId, links: [] } } : missing;
  }

  private status(client: string, id: string): Answer {
    const merchant = this.merchants.get(id);
    if (!merchant) return missing;
    const agreed = merchant.allows.has(client) ? [{ integration_type: 'OAUTH_THIRD_PARTY', integration_method: 'PAYPAL', oauth_third_party: [{ partner_client_id: client, merchant_client_id: 'M', scopes: ['https://uri.paypal.com/services/payments/payment/authcapture', 'https://uri.paypal.com/services/payments/refund'] }] }] : [];
    return { status: 200, body: { merchant_id: id, products: [{ name: 'EXPRESS_CHECKOUT', status: 'ACTIVE' }], payments_receivable: merchant.receivable, primary_email_confirmed: merchant.confirmed, primary_email: merchant.email, oauth_integrations: agreed } };
  }
}
