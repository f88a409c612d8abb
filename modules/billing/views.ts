import * as z from 'zod';
import { allTiers } from '#modules/tiers/index.ts';
import { Money, money } from '#platform/money.ts';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { quoteOf } from './actions.ts';
import { readAccount, type Account } from './account.ts';
import { billingCardGone, billingChanged, billingEnded, billingFailed, billingRenewed, billingStarted } from './events.ts';
import { chargeOnItsWay, openInvoiceOf } from './invoice.ts';
import { isGone, newestKeeping } from './keeping.ts';
import { currencyFor, planFor, tierLadder } from './offers.ts';
import { WishInput } from './operations.ts';
import { outsideSellers } from './outside-seller.ts';
import { priceBook, type PriceBook } from './price-book.ts';
import { NOT_FOR_SALE, requireSeller, sellerNow } from './seller.ts';
import { renewalBill, runs, STATUSES, type Plan } from './standing.ts';
import { billingInvoices } from './tables.ts';

const changesWith = [billingStarted, billingRenewed, billingFailed, billingChanged, billingCardGone, billingEnded];

const Interval = z.enum(['month', 'year']);
const PlanShown = z.object({ tier: z.string(), label: z.string(), interval: Interval, price: Money });
const Offer = z.object({ tier: z.string(), label: z.string(), month: Money.nullable(), year: Money.nullable() });

const PageShown = z.object({
  for: z.enum(['start', 'card']).meta({ description: '"start": a plan begins with the card; "card": it takes the place of another one' }),
  state: z.enum(['open', 'failed']),
  url: z.string().nullable().meta({ description: 'where to go on while it is open' }),
  label: z.string().meta({ description: 'the tier that begins with it' }),
  sentence: z.string().meta({ description: 'why nothing came of it' }),
});

const Billing = z.object({
  forSale: z.boolean(),
  sentence: z.string().meta({ description: 'why nothing is for sale' }),
  provider: z.string().meta({ description: 'who charges the card, in words' }),
  cardOnPage: z.boolean().meta({ description: 'cards are given on a page of that provider, which keeps them; not here' }),
  page: PageShown.nullable().meta({ description: 'the page that was gone to last, while it is open or nothing came of it' }),
  onPage: z.boolean().meta({ description: 'plans are bought on the page of that provider, not with a card here' }),
  soldBy: z.string().nullable().meta({ description: 'the outside seller of the running plan: cards, payments and receipts are on its page; null = we sell it' }),
  more: z.int().meta({ description: 'further subscriptions that run at the outside seller' }),
  tier: z.object({ name: z.string(), label: z.string() }).meta({ description: 'what the workspace has now' }),
  status: z.enum(STATUSES),
  plan: PlanShown.nullable().meta({ description: 'what it pays for; null = nothing' }),
  periodStart: z.string().nullable(),
  periodEnd: z.string().nullable(),
  ends: z.boolean().meta({ description: 'it is over with this period' }),
  next: PlanShown.nullable().meta({ description: 'what begins after this period, where it is something else' }),
  nextCharge: z.object({ at: z.string(), amount: Money }).nullable(),
  owed: Money.nullable(),
  retryAt: z.string().nullable(),
  lastDay: z.string().nullable().meta({ description: 'when the tier is taken away unless it is paid' }),
  failure: z.string(),
  waiting: z.boolean().meta({ description: 'a charge is on its way' }),
  credit: Money,
  card: z.object({ brand: z.string().nullable(), last4: z.string().nullable(), gone: z.boolean().meta({ description: 'it was taken off at the provider' }) }).nullable(),
  trialDays: z.int().meta({ description: 'a trial this workspace can still have' }),
  offers: z.array(Offer),
});
type Billing = z.infer<typeof Billing>;

/** How the workspace stands with the installation: what it pays for, what comes next, and what is for sale. */
export const billingNow = view({
  name: 'billing.now',
  route: 'GET /billing',
  says: 'What the workspace pays for',
  needs: 'billing:read',
  input: z.object({}),
  output: Billing,
  changesWith,
  async read(r) {
    const [book, tiers] = await Promise.all([priceBook(), allTiers()]);
    const seller = await sellerNow(book);
    const account = await readAccount(r);
    const currency = await currencyFor(r, account, book);
    const forSale = seller !== undefined && book.prices.length > 0;
    const labels = new Map(tiers.map(({ name, label }) => [name, label]));
    const [has] = await r.sql<{ tier: string }>`select tier from workspaces where id = ${r.workspaceId}`;
    return {
      ...(await standingShown(r, account, { currency, labels })),
      ...{ forSale, sentence: forSale ? '' : NOT_FOR_SALE, provider: seller?.says ?? '', onPage: seller?.outside !== undefined, cardOnPage: seller?.cardOnPage === true, tier: { name: has!.tier, label: labels.get(has!.tier) ?? has!.tier } },
      page: await pageShown(r, account, labels),
      trialDays: account?.trialUsedAt ? 0 : book.settings.trialDays,
      offers: forSale ? offersIn(book, currency, labels) : [],
    };
  },
});

// What came of a page is told for a day, unless something newer is true.
async function pageShown(r: Reader, account: Account | undefined, labels: Map<string, string>): Promise<Billing['page']> {
  const newest = await newestKeeping(r);
  const running = account !== undefined && runs(account.standing);
  if (!newest || running !== (newest.purpose === 'card') || account?.outside?.id) return null;
  if (newest.state !== 'asked' && newest.sentence === '') return null;
  const { purpose, tier, continueAt: url, sentence } = newest;
  return { for: purpose, state: newest.state === 'asked' ? 'open' : 'failed', url, label: labels.get(tier ?? '') ?? '', sentence };
}

function offersIn({ prices }: PriceBook, currency: string, labels: Map<string, string>): Billing['offers'] {
  const shown = (amount: number | null) => (amount === null ? null : money(amount, currency));
  return [...labels].flatMap(([tier, label]) => prices.filter((price) => price.tier === tier && price.currency === currency).map(({ month, year }) => ({ tier, label, month: shown(month), year: shown(year) })));
}

interface Beside {
  currency: string;
  labels: Map<string, string>;
}

type StandingShown = Omit<Billing, 'forSale' | 'sentence' | 'provider' | 'onPage' | 'cardOnPage' | 'page' | 'tier' | 'trialDays' | 'offers'>;

async function standingShown(r: Reader, account: Account | undefined, { currency, labels }: Beside): Promise<StandingShown> {
  const inMoney = (amount: number) => money(amount, currency);
  const waiting = (await chargeOnItsWay(r)) !== undefined;
  const sold = { soldBy: account?.outside?.id ? outsideSellers.get(account.outside.provider).says : null, more: account?.outside?.more ?? 0 };
  const nothing = { ...sold, plan: null, periodStart: null, periodEnd: null, ends: false, next: null, nextCharge: null, owed: null, retryAt: null, lastDay: null, card: null };
  if (!account || !runs(account.standing)) return { ...nothing, status: account?.standing.status ?? 'none', failure: account?.standing.failure ?? '', waiting, credit: inMoney(account?.standing.credit ?? 0) };
  const { standing: s, way } = account;
  const planShown = ({ tier, interval, price }: Plan) => ({ tier, label: labels.get(tier) ?? tier, interval, price: inMoney(price) });
  const owed = s.status === 'past_due' ? await openInvoiceOf(r) : undefined;
  return {
    ...sold,
    ...{ status: s.status, plan: planShown(s), periodStart: s.periodStart.toISOString(), periodEnd: s.periodEnd.toISOString(), ends: s.ends, next: s.next && planShown(s.next) },
    nextCharge: s.ends || s.status === 'past_due' ? null : { at: s.periodEnd.toISOString(), amount: inMoney(sold.soldBy === null ? renewalBill(s, s.periodEnd).amount : (s.next ?? s).price) },
    ...{ owed: owed ? inMoney(owed.amount) : null, retryAt: s.retryAt?.toISOString() ?? null, lastDay: s.graceEndsAt?.toISOString() ?? null, failure: s.failure, waiting, credit: inMoney(s.credit) },
    card: way && { brand: way.brand, last4: way.last4, gone: way.keptId !== null && (await isGone(r, way.keptId)) },
  };
}

/** What another plan would cost and when it would begin. */
export const billingQuote = view({
  name: 'billing.quote',
  route: 'GET /billing/quote',
  says: 'What a tier would cost now',
  needs: 'billing:read',
  input: WishInput,
  output: z.object({
    when: z.enum(['now', 'trial', 'later']),
    begins: z.string(),
    price: Money.meta({ description: 'of each period' }),
    due: Money.nullable().meta({ description: 'charged at once; null = the seller reckons it' }),
    credit: Money.meta({ description: 'what is not used of the running period, and was left over, as far as it lowers the charge' }),
  }),
  async read(r, wish) {
    const { book } = await requireSeller();
    const account = await readAccount(r);
    const currency = await currencyFor(r, account, book);
    const plan = planFor(book, wish, currency);
    const { when, bill, begins } = quoteOf(account, plan, { at: now(), ladder: await tierLadder(), trialDays: book.settings.trialDays });
    const reckonedThere = when === 'now' && Boolean(account?.outside?.id);
    return { when, begins: begins.toISOString(), price: money(plan.price, currency), due: reckonedThere ? null : money(bill?.amount ?? 0, currency), credit: money(reckonedThere ? 0 : (bill?.credit ?? 0), currency) };
  },
});

export const billingInvoiceList = listView({
  name: 'billing.invoices',
  route: 'GET /billing/invoices',
  says: 'Invoices for the tier',
  needs: 'billing:read',
  from: billingInvoices,
  columns: {
    number: column(billingInvoices.number, { says: 'Number', type: 'number', sort: true }),
    state: column(billingInvoices.state, { says: 'State', filter: 'any of', values: ['open', 'paid', 'declined', 'given_up'] }),
    tier: column(billingInvoices.tier, { says: 'Tier', filter: 'any of' }),
    interval: column(billingInvoices.interval, { says: 'Paid by the', filter: 'any of', values: ['month', 'year'] }),
    periodStart: column(billingInvoices.periodStart, { says: 'From', filter: 'dates' }),
    periodEnd: column(billingInvoices.periodEnd, { says: 'Until', filter: 'dates' }),
    price: moneyColumn(billingInvoices.price, billingInvoices.currency, { says: 'Price' }),
    credit: moneyColumn(billingInvoices.credit, billingInvoices.currency, { says: 'Credit used' }),
    amount: moneyColumn(billingInvoices.amount, billingInvoices.currency, { says: 'Charged', filter: 'range' }),
    cardLast4: column(billingInvoices.cardLast4, { says: 'Card' }),
    sentence: column(billingInvoices.sentence, { says: 'Why not' }),
    createdAt: column(billingInvoices.createdAt, { says: 'Asked for', filter: 'dates', sort: 'newest first' }),
  },
  changesWith,
});
