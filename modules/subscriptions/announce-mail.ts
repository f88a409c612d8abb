import { reaction } from '#platform/events/reaction.ts';
import type { Letter } from '#platform/mail/letter.ts';
import { formatMoney, money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { priceAgain } from '#modules/orders/index.ts';
import { keptMethod, paymentProviders } from '#modules/payments/index.ts';
import { intervalWords } from '#modules/plans/index.ts';
import { subscriptionAnnounced } from './events.ts';
import { day, write } from './mails.ts';
import { standingOrder } from './renew.ts';
import { readSubscription, type SubscriptionRow } from './subscription.ts';

/** A mail before a renewal, with what will be charged and the ways out. Once for each renewal; not when it was moved or ended since. */
export const writeOfARenewal = reaction({
  name: 'subscriptions.renewal-mail',
  on: subscriptionAnnounced,
  async run(ctx, { subscriptionId, dueAt }) {
    const told = await ctx.read((r) => announcementOf(r, subscriptionId));
    if (told.dueAt !== dueAt) return;
    await write(ctx, subscriptionId, `subscription-announced:${subscriptionId}:${dueAt}`, (s, locale, url) => {
      const on = day(dueAt, locale, s.zone);
      const trial = s.status === 'trialing';
      return {
        subject: trial ? `Your trial ends on ${on}: ${s.title}` : `Your next delivery comes on ${on}: ${s.title}`,
        title: trial ? 'Your trial ends soon' : 'Your next delivery comes soon',
        paragraphs: [chargeInWords(told, { on, locale }), trial ? `From then on it comes ${intervalWords(s)}, until you end it.` : 'There is nothing you need to do.'],
        rows: rowsOf(told, locale),
        lines: waysOut(url),
        press: 'Manage my subscription',
      };
    });
  },
});

interface Announced {
  /** When it is renewed as it stands now; undefined when it is not. */
  dueAt: string | undefined;
  currency: string;
  price: { discount: number; shipping: number; tax: number; taxInclusive: boolean; total: number } | undefined;
  /** How it is paid, in words; undefined when nothing is kept any more. */
  paidBy: string | undefined;
  byHand: boolean;
}

async function announcementOf(r: Reader, id: string): Promise<Announced> {
  const s = await readSubscription(r, id);
  const { provider, cardLast4, gone } = await keptMethod(r, s.methodId);
  const { says, byHand } = paymentProviders.get(provider);
  const comes = !s.ends && (s.status === 'trialing' || s.status === 'active');
  const paidBy = cardLast4 ? `your card ending in ${cardLast4}` : says;
  return { dueAt: comes ? s.nextRenewalAt?.toISOString() : undefined, currency: s.currency, price: await priceOf(r, s), paidBy: gone ? undefined : paidBy, byHand: byHand === true };
}

// What is not for sale or not sent there now may be again on the day; the mail then says no sum.
async function priceOf(r: Reader, s: SubscriptionRow): Promise<Announced['price']> {
  try {
    return await priceAgain(r, standingOrder(s));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function chargeInWords({ price, currency, paidBy, byHand }: Announced, { on, locale }: { on: string; locale: string }): string {
  const sum = price ? formatMoney(money(price.total, currency), locale) : 'the price of the day';
  if (!paidBy) return `${sum} is to be paid on ${on}, and what you paid with was taken back. Please choose another way to pay before that.`;
  if (price?.total === 0) return `On ${on} it is delivered again; nothing is to pay.`;
  return byHand ? `On ${on} it is delivered again, and ${sum} is to be paid (${paidBy}).` : `On ${on} ${sum} is charged (${paidBy}).`;
}

function rowsOf({ price, currency }: Announced, locale: string): NonNullable<Letter['rows']> {
  if (!price) return [];
  const inWords = (amount: number) => formatMoney(money(amount, currency), locale);
  const { discount, shipping, tax, taxInclusive, total } = price;
  const rows: [string, string][] = [['Credit', discount > 0 ? `-${inWords(discount)}` : ''], ['Delivery', shipping > 0 ? inWords(shipping) : ''], ['Tax', taxInclusive || tax === 0 ? '' : inWords(tax)], ['To pay', inWords(total)]];
  return rows.filter(([, value]) => value !== '');
}

// The parts of the subscription's page; each is a form there, so that no mail program changes anything by looking.
function waysOut(url: string): NonNullable<Letter['lines']> {
  return [['Skip this delivery or pause', 'rhythm'], ['Change what comes, and how often', 'change'], ['Pay with something else', 'pay'], ['End it', 'end']].map(([title, part]) => ({ title: title!, body: '', url: `${url}#${part}` }));
}
