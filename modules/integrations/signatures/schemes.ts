import type { Scheme } from './scheme.ts';

const MINUTES = 60;
const only = (header: string, pattern?: RegExp) => ({ headers: [header], ...(pattern && { pattern }) });
const standard = (name: string) => [`webhook-${name}`, `svix-${name}`];

/** HMAC-SHA256 over the body as it came. */
function plain(says: string, header: string, encoding: Scheme['encoding'], pattern?: RegExp): Scheme {
  return { says, algorithm: 'hmac-sha256', encoding, key: 'text', signature: only(header, pattern), signs: '{body}' };
}

const STANDARD: Scheme = {
  says: 'Standard Webhooks, Svix, Resend and others',
  algorithm: 'hmac-sha256', encoding: 'base64', key: 'base64',
  signature: { headers: standard('signature'), pattern: /(?:^|\s)v1,([A-Za-z0-9+/=]+)/g },
  timestamp: { headers: standard('timestamp'), as: 'seconds' },
  id: { headers: standard('id') },
  signs: '{id}.{timestamp}.{body}', tolerance: 5 * MINUTES,
};

/** A secret that comes along instead of a signature. */
function token(says: string, header: string, pattern?: RegExp): Scheme {
  return { says, algorithm: 'token', encoding: 'hex', key: 'text', signature: only(header, pattern), signs: '' };
}

const stripeLike = (says: string, header: string): Scheme => ({
  says, algorithm: 'hmac-sha256', encoding: 'hex', key: 'text',
  signature: only(header, /(?:^|,)\s*v1=([0-9a-f]{64})(?=,|$)/g),
  timestamp: { ...only(header, /(?:^|,)\s*t=(\d{1,12})(?=,|$)/g), as: 'seconds' },
  signs: '{timestamp}.{body}', tolerance: 5 * MINUTES,
});

/** Every way of signing the house can check, by vendor. */
export const schemes = {
  stripe: stripeLike('Stripe', 'stripe-signature'),
  standard: STANDARD,
  // Polar takes the secret's characters themselves as the key.
  polar: { ...STANDARD, says: 'Polar', key: 'text' },
  paypal: {
    says: 'PayPal', algorithm: 'rsa-sha256', encoding: 'base64', key: 'public',
    signature: only('paypal-transmission-sig'), id: only('paypal-transmission-id'),
    timestamp: { ...only('paypal-transmission-time'), as: 'date' },
    // A message keeps its transmission time while it is sent again, for up to three days.
    signs: '{id}|{timestamp}|{webhookId}|{crc32}', tolerance: 3 * 24 * 60 * MINUTES,
  },
  wise: { says: 'Wise', algorithm: 'rsa-sha256', encoding: 'base64', key: 'public', signature: only('x-signature-sha256'), signs: '{body}' },
  sendgrid: {
    says: 'SendGrid', algorithm: 'ecdsa-sha256', encoding: 'base64', key: 'public',
    signature: only('x-twilio-email-event-webhook-signature'),
    timestamp: { ...only('x-twilio-email-event-webhook-timestamp'), as: 'seconds' },
    signs: '{timestamp}{body}', tolerance: 5 * MINUTES,
  },
  ship24: token('Ship24', 'authorization', /^Bearer (.+)$/g),
  '17track': { says: '17TRACK', algorithm: 'sha256', encoding: 'hex', key: 'text', signature: only('sign'), signs: '{body}/{key}' },
  aftership: plain('AfterShip', 'aftership-hmac-sha256', 'base64'),
  shippo: stripeLike('Shippo', 'shippo-auth-signature'),
  easypost: { ...plain('EasyPost', 'x-hmac-signature', 'hex', /^hmac-sha256-hex=([0-9a-f]{64})$/g), key: 'nfkd', alsoBody: 'whole-weights-as-floats' },
  shopify: plain('Shopify', 'x-shopify-hmac-sha256', 'base64'),
  'tiktok-shop': { ...plain('TikTok Shop', 'authorization', 'hex'), signs: '{appKey}{body}' },
  ebay: { says: 'eBay', algorithm: 'ecdsa-sha1', encoding: 'base64', key: 'public', signature: { headers: ['x-ebay-signature'], field: 'signature' }, signs: '{body}' },
  meta: plain('Meta and WhatsApp', 'x-hub-signature-256', 'hex', /^sha256=([0-9a-f]{64})$/g),
  linkedin: { ...plain('LinkedIn', 'x-li-signature', 'hex'), signs: 'hmacsha256={body}' },
  twitch: {
    ...plain('Twitch', 'twitch-eventsub-message-signature', 'hex', /^sha256=([0-9a-f]{64})$/g),
    id: only('twitch-eventsub-message-id'), timestamp: { ...only('twitch-eventsub-message-timestamp'), as: 'date' },
    signs: '{id}{timestamp}{body}', tolerance: 10 * MINUTES,
  },
  slack: {
    ...plain('Slack', 'x-slack-signature', 'hex', /^v0=([0-9a-f]{64})$/g),
    timestamp: { ...only('x-slack-request-timestamp'), as: 'seconds' }, signs: 'v0:{timestamp}:{body}', tolerance: 5 * MINUTES,
  },
  discord: {
    says: 'Discord', algorithm: 'ed25519', encoding: 'hex', key: 'public', signature: only('x-signature-ed25519'),
    timestamp: { ...only('x-signature-timestamp'), as: 'seconds' }, signs: '{timestamp}{body}', tolerance: 5 * MINUTES,
  },
  twilio: { says: 'Twilio', algorithm: 'hmac-sha1', encoding: 'base64', key: 'text', signature: only('x-twilio-signature'), signs: '{url}{params}' },
  google: token('Google push channels', 'x-goog-channel-token'),
  'microsoft-graph': { ...token('Microsoft Graph', ''), algorithm: 'token-in-body', signs: 'clientState' },
  btcpay: plain('BTCPay Server', 'btcpay-sig', 'hex', /^sha256=([0-9a-f]{64})$/g),
  'coinbase-commerce': plain('Coinbase Commerce', 'x-cc-webhook-signature', 'hex'),
  qstash: { says: 'QStash', algorithm: 'jwt', encoding: 'base64', key: 'text', signature: only('upstash-signature'), signs: '{body}' },
  inngest: {
    ...plain('Inngest', 'x-inngest-signature', 'hex', /(?:^|&)s=([0-9a-f]{64})(?=&|$)/g), key: 'after-prefix',
    timestamp: { ...only('x-inngest-signature', /(?:^|&)t=(\d{1,12})(?=&|$)/g), as: 'seconds' }, signs: '{body}{timestamp}', tolerance: 5 * MINUTES,
  },
  sentry: plain('Sentry', 'sentry-hook-signature', 'hex'),
  airtable: { ...plain('Airtable', 'x-airtable-content-mac', 'hex', /^hmac-sha256=([0-9a-f]{64})$/g), key: 'base64' },
  pusher: plain('Pusher', 'x-pusher-signature', 'hex'),
} as const satisfies Record<string, Scheme>;

export type SchemeName = keyof typeof schemes;
