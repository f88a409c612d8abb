import { publicUrl } from '#modules/accounts/index.ts';
import { allTiers } from '#modules/tiers/index.ts';
import { HOUSE } from '#platform/mail/brand.ts';
import { letter, type Letter } from '#platform/mail/letter.ts';
import { sendAccountMail } from '#platform/mail/send-mail.ts';
import { formatMoney, money } from '#platform/money.ts';
import { reaction } from '#platform/events/reaction.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import { readAccount, type Account } from './account.ts';
import type { PaidInvoice } from './invoice-file.ts';
import { outsideSellers } from './outside-seller.ts';
import { billingCardGone, billingChanged, billingEnded, billingFailed, billingRenewed, billingStarted } from './events.ts';

interface Owner {
  email: string;
  slug: string;
  workspace: string;
}

type Words = Pick<Letter, 'subject' | 'paragraphs' | 'rows'>;

/** From the installation to every owner, by its own mail server: it is the seller who writes, not the shop. */
async function write(ctx: Context, once: string, words: Words): Promise<void> {
  const owners = await ctx.read((r) => r.sql<Owner>`select m.email, w.slug, w.name as workspace from members m cross join workspaces w where m.role = 'owner' and m.suspended_at is null`);
  for (const { email, slug, workspace } of owners) {
    const button = { says: 'Look at the plan', url: `${publicUrl()}/admin/w/${slug}/settings/billing` };
    const written = letter({ ...words, brand: HOUSE, title: words.subject, subject: `${words.subject}: ${workspace}`, button, foot: { says: workspace } });
    await sendAccountMail({ to: email, ...written, confidential: false }, { once: `${once}:${email}` });
  }
}

const day = (at: Date | string) => new Intl.DateTimeFormat('en-AU', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));

async function labelOf(tier: string): Promise<string> {
  return (await allTiers()).find(({ name }) => name === tier)?.label ?? tier;
}

type Receipt = Omit<PaidInvoice, 'interval' | 'paidAt' | 'sellerId'>;

async function receiptRows(r: Reader, invoiceId: string): Promise<NonNullable<Words['rows']>> {
  const [i] = await r.sql<Receipt>`
    select number, tier, price, credit, amount, currency, period_start as "periodStart", period_end as "periodEnd", card_last4 as "cardLast4" from billing_invoices where id = ${invoiceId}`;
  if (!i) return [];
  const written = (amount: number) => formatMoney(money(amount, i.currency));
  return [
    ['Invoice', String(i.number)],
    [`${await labelOf(i.tier)}, ${day(i.periodStart)} to ${day(i.periodEnd)}`, written(i.price)],
    ...(i.credit > 0 ? [['Not used of the plan before', written(-i.credit)] as const] : []),
    [i.cardLast4 ? `Charged to card ···· ${i.cardLast4}` : 'Charged', written(i.amount)],
  ];
}

function comesNext({ standing: s }: Account): string {
  return s.ends ? `It ends on ${day(s.periodEnd)}.` : `It is renewed on ${day(s.periodEnd)}.`;
}

/** What was bought and paid. */
export const writeReceipt = reaction({
  name: 'billing.receipt-mail',
  on: [billingStarted, billingRenewed, billingChanged] as never,
  async run(ctx, { tier, invoiceId }: { tier: string; invoiceId: string | null }, told) {
    const account = await ctx.read(readAccount);
    if (!account || (told.event === billingChanged.name && !invoiceId)) return;
    const label = await labelOf(tier);
    if (!invoiceId && account.outside?.id) return told.event === billingStarted.name ? write(ctx, `billing:${told.id}`, { subject: `You have ${label} now`, paragraphs: [`Thank you. ${comesNext(account)} ${sellerOf(account)} sells it and writes you its receipts.`] }) : undefined;
    if (!invoiceId) return write(ctx, `billing:${told.id}`, { subject: `Your trial of ${label} has begun`, paragraphs: [`Nothing is charged until ${day(account.standing.periodEnd)}. You can change or end it before.`] });
    const rows = await ctx.read((r) => receiptRows(r, invoiceId));
    await write(ctx, `billing:${told.id}`, { subject: told.event === billingRenewed.name ? `${label} was renewed` : `You have ${label} now`, paragraphs: [`Thank you. ${comesNext(account)}`], rows });
  },
});

function sellerOf({ outside }: Account): string {
  return outsideSellers.get(outside!.provider).says;
}

const SAYS: Record<string, string> = {
  upgraded: 'You have more from now on.',
  lowered: 'It was lowered.',
  'changes later': 'It changes when this period is over. Until then everything stays as it is.',
  'no longer changes': 'It stays as it is.',
  'ends later': 'Nothing is charged any more. Until the period is over everything stays as it is; then the workspace is free again, and nothing is deleted.',
  'no longer ends': 'It goes on after all.',
  'changed in the trial': 'Your trial goes on with it.',
  'card changed': 'Another card pays from now on.',
};

/** What was changed without a charge. */
export const writeOfAChange = reaction({
  name: 'billing.change-mail',
  on: billingChanged,
  async run(ctx, { change, invoiceId }, told) {
    const account = await ctx.read(readAccount);
    if (invoiceId || !account) return;
    await write(ctx, `billing:${told.id}`, { subject: 'Your plan was changed', paragraphs: [SAYS[change] ?? change, comesNext(account)] });
  },
});

/** Not to somebody who has just read the same on the page. */
export const writeOfAFailure = reaction({
  name: 'billing.failure-mail',
  on: billingFailed,
  async run(ctx, { tier, retryAt, lastDay, byHand }, told) {
    const account = byHand ? undefined : await ctx.read(readAccount);
    if (!account) return;
    if (lastDay === null) return write(ctx, `billing:${told.id}`, { subject: `${await labelOf(tier)} could not be renewed`, paragraphs: [`${sellerOf(account)} could not charge the card, and tries it again by itself. Give it another card on its page, which your plan’s page leads to; otherwise the workspace is free again when it gives up. Nothing is deleted.`] });
    const again = retryAt ? `We try it again on ${day(retryAt)}.` : 'We do not try it again by ourselves.';
    await write(ctx, `billing:${told.id}`, { subject: `${await labelOf(tier)} could not be renewed`, paragraphs: [account.standing.failure, `${again} Pay now, or with another card, before ${day(lastDay)}; from then on the workspace is free again. Nothing is deleted.`] });
  },
});

/** Before a renewal fails for it. */
export const writeOfAGoneCard = reaction({
  name: 'billing.card-gone-mail',
  on: billingCardGone,
  async run(ctx, { tier, periodEnd }, told) {
    await write(ctx, `billing:${told.id}`, { subject: 'Please give another card for your plan', paragraphs: [`The card that pays for ${await labelOf(tier)} was taken off at the provider.`, `Give another one on your plan’s page before ${day(periodEnd)}; it is charged then. Everything stays as it is until then.`] });
  },
});

export const writeOfTheEnd = reaction({
  name: 'billing.end-mail',
  on: billingEnded,
  async run(ctx, { tier, reason }, told) {
    const why = { 'not paid': 'It was not paid.', cancelled: 'It was ended as you wished.', paused: 'It is paused, and comes back when it goes on.' }[reason];
    await write(ctx, `billing:${told.id}`, { subject: `${await labelOf(tier)} has ended`, paragraphs: [`${why} The workspace has the free tier now. Nothing is deleted: what is above its limits stays, and only more of it is refused.`] });
  },
});
