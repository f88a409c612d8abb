/** Pages inside the pages of the sidebar: found by the command menu, allowed with the page they belong to. */
export interface Place {
  to: string;
  label: string;
  also?: string;
}

export const places: readonly Place[] = [
  { to: '/orders/drafts/new', label: 'New order', also: 'create draft' },
  { to: '/orders/held/rules', label: 'Rules for held orders', also: 'fraud risk conditions hold allow' },
  { to: '/orders/held/list', label: 'Blocked and trusted buyers', also: 'fraud blocklist allowlist mail address' },
  { to: '/disputes/rules', label: 'Automatic refunds', also: 'dispute rules chargebacks inquiries' },
  { to: '/products/new', label: 'New product', also: 'add create' },
  { to: '/subscriptions/plans/new', label: 'New subscription plan', also: 'add recurring' },
  { to: '/discounts/new', label: 'New discount', also: 'add create code coupon' },
  { to: '/offers/new', label: 'New upsell offer', also: 'add create cross-sell' },
  { to: '/collections/new', label: 'New collection', also: 'add create' },
  { to: '/size-guides/new', label: 'New size guide', also: 'add create fit' },
  { to: '/wishes/alerts', label: 'Who waits', also: 'alerts waitlist back in stock saved searches' },
  { to: '/warranties/rules', label: 'Warranties of products', also: 'months rules promise' },
  { to: '/conversations/prepared', label: 'Prepared answers', also: 'canned replies snippets templates conversations' },
  { to: '/tasks/routes', label: 'Who gets which task', also: 'routing round-robin turns kinds sla hours escalation' },
  { to: '/notifications/settings', label: 'Notification settings', also: 'quiet hours digest push bell' },
  { to: '/notifications/channels', label: 'Slack and Discord', also: 'notifications channel team chat' },
  { to: '/settings/workspace', label: 'Data and ownership', also: 'leave hand over export archive delete workspace' },
  { to: '/settings/billing', label: 'Plan and billing', also: 'subscription upgrade tier invoices card price pay' },
  { to: '/settings/brand', label: 'Brand', also: 'logo colours white label' },
  { to: '/settings/mail', label: 'Mail settings', also: 'smtp resend sender' },
  { to: '/mails/suppressions', label: 'Suppressed addresses', also: 'mail bounce complaint suppression list unsubscribed' },
  { to: '/integrations/messages', label: 'Messages of integrations', also: 'inbound webhooks log replay payload' },
  { to: '/settings/invoices', label: 'Invoices', also: 'seller company tax number paper pdf' },
  { to: '/settings/taxes', label: 'Taxes', also: 'vat gst registrations rates' },
  { to: '/settings/shipping', label: 'Shipping', also: 'zones methods delivery' },
  { to: '/settings/fields', label: 'Custom fields', also: 'metafields attributes' },
];

/** Letters after G that go to a page. */
export const jumps: Readonly<Record<string, string>> = {
  h: '/',
  o: '/orders',
  d: '/orders/drafts',
  p: '/products',
  c: '/customers',
  i: '/inventory',
  a: '/categories',
  f: '/storefronts',
  m: '/people',
  t: '/tokens',
  l: '/audit',
  s: '/settings',
  u: '/setup',
};
