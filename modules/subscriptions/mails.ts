import { brandOf } from '#platform/mail/brand.ts';
import { letter, type Letter } from '#platform/mail/letter.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { formatMoney, money } from '#platform/money.ts';
import { reaction } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { senderOf } from '#modules/orders/index.ts';
import { intervalWords } from '#modules/plans/index.ts';
import { keptMethod, paymentProviders } from '#modules/payments/index.ts';
import { subscriptionCancelled, subscriptionFailed, subscriptionMethodGone, subscriptionStarted } from './events.ts';
import { subscriptionPath } from './link.ts';
import { readSubscription, type SubscriptionRow } from './subscription.ts';

type Words = Pick<Letter, 'subject' | 'title' | 'paragraphs' | 'otherwise' | 'rows' | 'lines'> & { press: string };
type InWords = (s: SubscriptionRow, locale: string, url: string) => Words;

/** Each with the link that opens this one subscription, for people without an account as well. */
export async function write(ctx: Context, id: string, once: string, words: InWords): Promise<void> {
  const s = await ctx.read((r) => readSubscription(r, id));
  const sender = await senderOf(ctx, s.storefrontId);
  const brand = { ...(await ctx.read(brandOf)), name: sender.shop };
  const url = sender.url + subscriptionPath(ctx.workspaceId, id);
  const { press, rows: more = [], ...rest } = words(s, sender.locale, url);
  const price = formatMoney(money(s.unitPrice * s.quantity, s.currency), sender.locale);
  const rows = [[`${s.quantity} × ${s.title}${s.variantTitle && `, ${s.variantTitle}`}`, `${price} ${intervalWords(s)}`], ...more] as const;
  const written = letter({ ...rest, brand, rows, button: { says: press, url }, foot: { says: brand.name } });
  await sendMail(ctx, { to: s.email, ...written }, { once, about: id });
}

export const day = (at: Date | string | null, locale: string, zone: string) => (at ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(new Date(at)) : '');

export const writeOfTheStart = reaction({
  name: 'subscriptions.start-mail',
  on: subscriptionStarted,
  run: (ctx, { subscriptionId }) =>
    write(ctx, subscriptionId, `subscription-start:${subscriptionId}`, (s, locale) => ({
      subject: `Your subscription: ${s.title}`,
      title: 'You have subscribed',
      paragraphs: [`The next delivery comes on ${day(s.nextRenewalAt, locale, s.zone)} and is charged then.`],
      press: 'Manage my subscription',
      otherwise: 'Pause it, skip a delivery, change or end it with this link at any time.',
    })),
});

/** Not to somebody who has just read the same on the page. */
export const writeOfAFailure = reaction({
  name: 'subscriptions.failure-mail',
  on: subscriptionFailed,
  async run(ctx, { subscriptionId, sentence, retryAt, byCustomer }, told) {
    if (byCustomer) return;
    await write(ctx, subscriptionId, `subscription-failed:${told.id}`, (s, locale) => ({
      subject: `Your subscription could not be renewed: ${s.title}`,
      title: 'Your subscription could not be renewed',
      paragraphs: [sentence, retryAt ? `We try it again on ${day(retryAt, locale, s.zone)}. You can pay at once, with another card as well.` : 'We do not try it again by ourselves.'],
      press: retryAt ? 'Pay now' : 'Look at my subscription',
    }));
  },
});

/** Not where nothing is charged any more anyway, or something else was given since. */
export const writeOfAMethodGone = reaction({
  name: 'subscriptions.method-gone-mail',
  on: subscriptionMethodGone,
  async run(ctx, { subscriptionId, methodId }) {
    const s = await ctx.read((r) => readSubscription(r, subscriptionId));
    if (s.ends || s.status === 'cancelled' || s.methodId !== methodId) return;
    const { says } = paymentProviders.get((await ctx.read((r) => keptMethod(r, methodId))).provider);
    await write(ctx, subscriptionId, `subscription-method-gone:${subscriptionId}:${methodId}`, ({ title, nextRenewalAt, zone }, locale) => ({
      subject: `Please choose how to pay: ${title}`,
      title: 'Please choose how to pay',
      paragraphs: [`What you pay this subscription with was taken back (${says}). ${nextRenewalAt ? `The next delivery, on ${day(nextRenewalAt, locale, zone)}, cannot be charged with it.` : 'Nothing can be charged with it any more.'}`, 'Choose another way to pay before that, and everything goes on as it is. Nothing is charged today.'],
      press: 'Choose how to pay',
    }));
  },
});

export const writeOfTheEnd = reaction({
  name: 'subscriptions.end-mail',
  on: subscriptionCancelled,
  run: (ctx, { subscriptionId, reason }) =>
    write(ctx, subscriptionId, `subscription-end:${subscriptionId}`, (s) => ({
      subject: `Your subscription has ended: ${s.title}`,
      title: 'Your subscription has ended',
      paragraphs: [reason ? `It was ended: ${reason}` : 'It was ended as you wished.', 'Nothing is charged any more.'],
      press: 'Look at my subscription',
    })),
});
