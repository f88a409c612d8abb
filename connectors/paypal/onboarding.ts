import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accessEnded, type Account, type App, type Known, type OAuth } from '#modules/integrations/index.ts';
import { askPayPal, PayPalRefused, signedIn, type Json } from './client.ts';

// Merchants sign in at PayPal and let the installation's app act for them (developer.paypal.com/docs/multiparty/seller-onboarding/before-payment).
// PayPal makes a page for each sign-in, named by an id of ours, and answers under that id who agreed. The state is told to PayPal alone, so
// it comes back only to the browser in which somebody agreed; what else stands in the way back has to fit what PayPal answers.

/** Without these nobody can be paid through us. */
const NEEDED = ['PAYMENT', 'REFUND', 'PARTNER_FEE'];
/** For charging again, disputes and statements. PayPal gives them to partners it has approved for them. */
const FURTHER = ['VAULT', 'BILLING_AGREEMENT', 'READ_SELLER_DISPUTE', 'UPDATE_SELLER_DISPUTE', 'ADVANCED_TRANSACTIONS_SEARCH'];
/** PayPal's longest way back. */
const LONGEST = 127;

const NO_CONSENT = 'PayPal was not connected: you did not allow this installation to act for your account. Sign in there again and agree.';
const LEFT_TO_DO = 'PayPal lets only you take the access back: there, under Account settings, API access, Manage REST API apps and credentials, remove this platform; from here it is not used any more.';

/** The installation itself at PayPal; it acts for nobody. */
export function platform(app: App): Account {
  return { connectionId: '', accountId: null, settings: {}, secrets: {}, app };
}

export const payPalSignIn: OAuth = {
  scopes: [...NEEDED, ...FURTHER],
  pkce: false,
  withoutCode: true,
  async consent(app, { state, redirect, challenge }) {
    const back = `${redirect}?${new URLSearchParams({ state })}`;
    if (back.length > LONGEST) throw new Refusal('too_long', `PayPal comes back to addresses of ${LONGEST} letters at most, and this installation’s is longer. Connect with a client id and secret instead.`);
    const made = await refer(app, { back, trackingId: challenge });
    const page = ((made['links'] ?? []) as { rel?: string; href?: string }[]).find(({ rel }) => rel === 'action_url')?.href;
    if (!page) throw new Error('PayPal named no page to sign in on');
    return page;
  },
  async exchange(app, { challenge, answer }) {
    const { merchantId: tracking = challenge, merchantIdInPayPal: named, permissionsGranted: granted } = answer;
    if (tracking !== challenge) throw new Refusal('forbidden', 'This way back belongs to another sign-in at PayPal. Nothing was connected. Begin again.');
    if (granted === 'false' || !named) throw new Refusal('declined', NO_CONSENT);
    const merchant = await signedInAs(app, challenge);
    if (named !== merchant) throw new Refusal('forbidden', 'The account in this address is not the one that signed in at PayPal. Nothing was connected. Begin again.');
    return standing(app, merchant);
  },
};

interface Referred {
  back: string;
  trackingId: string;
}

// What PayPal has not approved this partner for is left out: keeping ways to pay, disputes or statements then stay with PayPal.
async function refer(app: App, referred: Referred): Promise<Json> {
  const whole = await ask(app, wholeReferral(referred));
  const made = whole instanceof Refusal ? await ask(app, referral(referred, NEEDED)) : whole;
  if (made instanceof Refusal) throw new Refusal('not_registered', `PayPal does not let this installation connect merchants. Its superadmin can ask PayPal to be approved as a partner. It says: ${made.sentence}`);
  return made;
}

function ask(app: App, body: object): Promise<Json | Refusal> {
  return askPayPal(platform(app), { method: 'POST', path: '/v2/customer/partner-referrals', body }).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

function referral({ back, trackingId }: Referred, features: readonly string[]): object {
  const integration = { integration_method: 'PAYPAL', integration_type: 'THIRD_PARTY', third_party_details: { features } };
  return {
    tracking_id: trackingId,
    partner_config_override: { return_url: back, return_url_description: 'Back to your shop' },
    operations: [{ operation: 'API_INTEGRATION', api_integration_preference: { rest_api_integration: integration } }],
    products: ['EXPRESS_CHECKOUT'],
    legal_consents: [{ type: 'SHARE_DATA_CONSENT', granted: true }],
  };
}

function wholeReferral(referred: Referred): object {
  return { ...referral(referred, [...NEEDED, ...FURTHER]), products: ['EXPRESS_CHECKOUT', 'ADVANCED_VAULTING'], capabilities: ['PAYPAL_WALLET_VAULTING_ADVANCED'] };
}

function askOfMerchant(app: App, rest: string): Promise<Json | undefined> {
  const partner = encodeURIComponent(app.settings['partnerId'] ?? '');
  return askPayPal(platform(app), { method: 'GET', path: `/v1/customer/partners/${partner}/merchant-integrations${rest}` }).catch((error: unknown) => {
    if (error instanceof PayPalRefused && /NOT_FOUND/.test(`${error.issue} ${String(error.answer['name'])}`)) return undefined;
    throw error;
  });
}

/** Which merchant agreed on the page that was made under this id. Only PayPal is believed. */
async function signedInAs(app: App, trackingId: string): Promise<string> {
  const found = await askOfMerchant(app, `?${new URLSearchParams({ tracking_id: trackingId })}`);
  if (typeof found?.['merchant_id'] !== 'string') throw new Refusal('not_ready', 'PayPal does not know yet that you signed in.');
  return found['merchant_id'];
}

const statusOf = (app: App, merchant: string) => askOfMerchant(app, `/${encodeURIComponent(merchant)}`);

/** How a merchant stands with us at PayPal; refused in words when they cannot be paid. */
async function standing(app: App, merchant: string): Promise<Known> {
  const status = await statusOf(app, merchant);
  if (!hasAgreed(app, status)) throw new Refusal('declined', NO_CONSENT);
  if (status!['primary_email_confirmed'] !== true) throw new Refusal('not_ready', 'Your e-mail address is not confirmed at PayPal yet, so nobody could pay you. Confirm it by the link in PayPal’s mail.');
  if (status!['payments_receivable'] !== true) throw new Refusal('not_ready', 'Your account at PayPal cannot receive payments. PayPal says there what is missing; its customer service helps.');
  const email = status!['primary_email'];
  return { label: `${app.settings['mode'] === 'live' ? 'Live account' : 'Sandbox'} ${typeof email === 'string' ? email : merchant}`, accountId: merchant };
}

interface Integration {
  oauth_third_party?: { partner_client_id?: string }[];
}

function hasAgreed({ settings }: App, status: Json | undefined): boolean {
  const integrations = (status?.['oauth_integrations'] ?? []) as Integration[];
  return integrations.some(({ oauth_third_party: parties = [] }) => parties.some(({ partner_client_id: client }) => client === settings['clientId']));
}

/** Whether somebody who signed in can still be paid. */
export function verifySignedIn({ app, accountId }: Account): Promise<Known> {
  if (!app || !accountId) throw new Refusal('not_connected', 'This installation is not registered at PayPal any more.');
  return standing(app, accountId);
}

/** PayPal says that a merchant took our access back. It is asked whether that holds, for messages come late and again. */
export async function hearOfRevoked(ctx: Context, account: Account): Promise<'done' | 'ignored'> {
  const { app, accountId } = account;
  if (!signedIn(account) || !app || !accountId) return 'ignored';
  const status = await statusOf(app, accountId).catch((error: unknown) => {
    // That it tells us nothing of them any more says the same.
    if (error instanceof PayPalRefused) return undefined;
    throw error;
  });
  return hasAgreed(app, status) ? 'ignored' : accessEnded(ctx, 'paypal', account);
}

/** PayPal has no call by which a partner gives its access back. */
export function leftToDo(account: Account): string {
  return signedIn(account) && account.accountId ? LEFT_TO_DO : '';
}
