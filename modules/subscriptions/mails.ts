import { brandOf } from '#platform/mail/brand.ts';
import { letter, type Letter } from '#platform/mail/letter.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { formatMoney, money } from '#platform/money.ts';
import { reaction } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { senderOf } from '#modules/orders/index.ts';
import { intervalWords } from '#modules/plans/index.ts';
import { subscriptionCancelled, subscriptionFailed, subscriptionStarted } from './events.ts';
import { subscriptionPath } from './link.ts';
import { readSubscription, type SubscriptionRow } from './subscription.ts';

type Words = Pick<Letter, 'subject' | 'title' | 'paragraphs' | 'otherwise'> & { press: string };

/** Each with the link that opens this one subscription, for people without an account as well. */
async function write(ctx: Context, id: string, once: string, words: (s: SubscriptionRow, locale: string) => Words): Promise<void> {
  const s = await ctx.read((r) => readSubscription(r, id));
  const sender = await senderOf(ctx, s.storefrontId);
  const brand = { ...(await ctx.read(brandOf)), name: sender.shop };
  const { press, ...rest } = words(s, sender.locale);
  const price = formatMoney(money(s.unitPrice * s.quantity, s.currency), sender.locale);
  const rows = [[`${s.quantity} × ${s.title}${s.variantTitle && `, ${s.variantTitle}`}`, `${price} ${intervalWords(s)}`]] as const;
  const written = letter({ ...rest, brand, rows, button: { says: press, url: sender.url + subscriptionPath(ctx.workspaceId, id) }, foot: { says: brand.name } });
  await sendMail(ctx, { to: s.email, ...written }, { once, about: id });
}

const day = (at: Date | string | null, locale: string, zone: string) => (at ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(new Date(at)) : '');

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
