import * as z from 'zod';
import { Currency } from '#modules/accounts/index.ts';
import { allTiers } from '#modules/tiers/index.ts';
import type { Queries } from '#platform/db/query.ts';
import { superOperation, superView } from '#platform/operations/super-operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { NOTHING_SOLD, priceBookChanged, type SellerSettings, type TierPrice } from './price-book.ts';
import { couldSell, nameOfSeller, sellerNow, waysToSell } from './seller.ts';
import { STATUSES, type PayInterval, type Status } from './standing.ts';

/** What people can pay for: the first tier is free, the last is the operator's own. */
async function tiersForSale() {
  return (await allTiers()).filter(({ name }) => name !== 'free' && name !== 'unlimited').map(({ name, label }) => ({ name, label }));
}

interface Seller extends SellerSettings {
  sellerName: string | null;
  sellerSlug: string | null;
}

async function sellerRow(q: Queries): Promise<Seller> {
  const [row] = await q.sql<Seller>`
    select w.id as "sellerId", w.name as "sellerName", w.slug as "sellerSlug", s.provider, s.trial_days as "trialDays", s.retry_days as "retryDays", s.grace_days as "graceDays"
    from billing_settings s left join workspaces w on w.id = s.seller_id`;
  return row ?? { ...NOTHING_SOLD, sellerName: null, sellerSlug: null };
}

/** Prices of the tiers and who sells them. */
export const superBilling = superView({
  name: 'super.billing',
  says: 'What tiers cost and who sells them',
  input: z.object({}),
  async read(q) {
    const prices = await q.sql<TierPrice>`select tier, currency, month, year from tier_prices order by currency, tier`;
    const settings = await sellerRow(q);
    const sells = settings.sellerId !== null && (await sellerNow({ settings })) !== undefined;
    const [sums] = await q.sql<{ open: number; late: number }>`select count(*) filter (where status in ('trialing', 'active'))::int as open, count(*) filter (where status = 'past_due')::int as late from workspace_billing`;
    return { tiers: await tiersForSale(), prices, settings, sells, ways: settings.sellerId ? await waysToSell(settings.sellerId) : [], ...sums! };
  },
});

const PAGE = 50;

interface Payer {
  id: string;
  name: string;
  slug: string;
  status: Status;
  /** What it pays for, and what it has. */
  tier: string;
  has: string;
  interval: PayInterval;
  price: number;
  currency: string;
  periodEnd: Date;
  ends: boolean;
  failure: string;
  /** The outside seller it pays; null = us. */
  outside: string | null;
  /** All it has paid here, in its currency. */
  paid: number;
}

/** Workspaces that pay or have paid. */
export const superPayers = superView({
  name: 'super.paying-workspaces',
  says: 'Workspaces that pay for a tier',
  input: z.object({ status: z.enum(['', ...STATUSES]).default(''), page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  async read(q, { status, page }) {
    const rows = await q.sql<Payer>`
      select w.id, w.name, w.slug, b.status, b.tier, w.tier as has, b.interval, b.price, b.currency, b.period_end as "periodEnd", b.ends, b.failure, case when b.outside_id is not null then b.outside_provider end as outside,
        (select coalesce(sum(i.amount), 0)::bigint from billing_invoices i where i.workspace_id = w.id and i.state = 'paid' and i.currency = b.currency) as paid
      from workspace_billing b join workspaces w on w.id = b.workspace_id where b.status <> 'none' and (${status} = '' or b.status = ${status})
      order by b.status = 'past_due' desc, b.period_end, w.id limit ${PAGE + 1} offset ${(page - 1) * PAGE}`;
    return { data: rows.slice(0, PAGE), more: rows.length > PAGE };
  },
});

const Amount = z.int().min(1).max(1_000_000_000).nullable();

/** Sets what a tier costs; null = not sold like that. Who pays already keeps the price they agreed to. */
export const setTierPrice = superOperation({
  name: 'super.set-tier-price',
  says: 'Set what a tier costs',
  input: z.object({ tier: z.string().max(40), currency: Currency, month: Amount, year: Amount }),
  output: z.object({ tier: z.string() }),
  async run(q, { tier: name, currency, month, year }) {
    const tier = (await tiersForSale()).find((each) => each.name === name);
    if (!tier) throw notFound('The tier');
    const [before] = await q.sql<{ month: number | null; year: number | null }>`select month, year from tier_prices where tier = ${name} and currency = ${currency}`;
    if (month === null && year === null) await q.sql`delete from tier_prices where tier = ${name} and currency = ${currency}`;
    else await q.sql`insert into tier_prices (tier, currency, month, year) values (${name}, ${currency}, ${month}, ${year}) on conflict (tier, currency) do update set month = excluded.month, year = excluded.year`;
    return { answer: { tier: name }, note: { about: `${tier.label} in ${currency}`, before: before ?? null, after: { month, year } } };
  },
  afterCommit: async () => priceBookChanged(),
});

const Days = z.coerce.number().int();

/** Says whose account takes the money and what happens to renewals that fail; without a workspace nothing is sold. */
export const setSeller = superOperation({
  name: 'super.set-seller',
  says: 'Say who sells the tiers',
  input: z.object({
    workspace: z.string().trim().max(80).meta({ description: 'short name or id of the workspace whose payment account takes the money; empty = nothing is sold' }),
    provider: z.string().max(50).default(''),
    trialDays: Days.min(0).max(90).default(0),
    retryDays: z.array(Days.min(1).max(26)).max(10).default(NOTHING_SOLD.retryDays),
    graceDays: Days.min(1).max(27).default(NOTHING_SOLD.graceDays),
  }),
  output: z.object({ sells: z.boolean(), provider: z.string() }),
  async run(q, { workspace, provider, trialDays, retryDays, graceDays }) {
    const before = await sellerRow(q);
    const seller = workspace === '' ? null : await workspaceCalled(q, workspace);
    const way = seller === null ? '' : await wayOf(seller.id, provider);
    requireRising(retryDays, graceDays);
    await q.sql`
      insert into billing_settings (one, seller_id, provider, trial_days, retry_days, grace_days) values (1, ${seller?.id ?? null}, ${way}, ${trialDays}, ${retryDays}, ${graceDays})
      on conflict (one) do update set seller_id = excluded.seller_id, provider = excluded.provider, trial_days = excluded.trial_days, retry_days = excluded.retry_days, grace_days = excluded.grace_days`;
    const after = { seller: seller?.slug ?? null, provider: way, trialDays, retryDays, graceDays };
    return { answer: { sells: seller !== null, provider: way }, note: { workspaceId: seller?.id, about: seller ? `Tiers are sold through ${seller.name}` : 'Tiers are not sold', before, after } };
  },
  afterCommit: async () => priceBookChanged(),
});

async function workspaceCalled(q: Queries, called: string): Promise<{ id: string; name: string; slug: string }> {
  const [found] = await q.sql<{ id: string; name: string; slug: string }>`select id, name, slug from workspaces where (slug = ${called} or id::text = ${called}) and suspended_at is null and delete_after is null`;
  if (!found) throw new Refusal('invalid', 'There is no open workspace of that name.', { fields: { workspace: 'is not a workspace' } });
  return found;
}

async function wayOf(sellerId: string, provider: string): Promise<string> {
  const ways = await waysToSell(sellerId);
  const chosen = provider === '' ? ways[0] : ways.find(({ id }) => id === provider);
  if (chosen) return chosen.id;
  const known = couldSell(provider);
  const why = known ? `${nameOfSeller(provider)} is not connected in that workspace. Connect it there first, under Integrations.` : 'That workspace has no such way to sell: an account that charges a card again by itself, or one that sells subscriptions. Connect one there first.';
  throw new Refusal('invalid', why, { fields: { provider: known ? 'is not connected' : 'cannot sell tiers' } });
}

function requireRising(retryDays: readonly number[], graceDays: number): void {
  const rises = retryDays.every((days, i) => days < graceDays && (i === 0 || days > retryDays[i - 1]!));
  if (!rises) throw new Refusal('invalid', 'Tries again come one after the other, all before the last day.', { fields: { retryDays: 'should rise and end before the last day' } });
}
