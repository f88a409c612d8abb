import { Form, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { asked, askSuper } from '#ui/super-desk.server.ts';
import { useOperation } from '#ui/use-operation.ts';
import { OutsideProducts, type OutsideShelf } from './outside-products.tsx';
import { priceOf } from './price-of.ts';

interface Price {
  tier: string;
  currency: string;
  month: number | null;
  year: number | null;
}

interface Data {
  tiers: { name: string; label: string }[];
  prices: Price[];
  settings: { sellerId: string | null; sellerName: string | null; sellerSlug: string | null; provider: string; trialDays: number; retryDays: number[]; graceDays: number };
  sells: boolean;
  ways: { id: string; says: string }[];
  open: number;
  late: number;
}

interface Payer {
  id: string;
  name: string;
  slug: string;
  status: string;
  tier: string;
  has: string;
  interval: string;
  price: number;
  currency: string;
  periodEnd: string;
  ends: boolean;
  failure: string;
  outside: string | null;
  paid: number;
}

export const meta = () => [{ title: 'Billing · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [billing, payers, outside] = await Promise.all([askSuper<Data>(args, 'super.billing'), askSuper<{ data: Payer[]; more: boolean }>(args, 'super.paying-workspaces', asked(args)), askSuper<OutsideShelf | null>(args, 'super.outside-seller')]);
  return { billing, payers, outside };
}

export { PageError as ErrorBoundary };

export default function SuperBilling() {
  const { billing, payers, outside } = useLoaderData<typeof loader>() as unknown as { billing: Data; payers: { data: Payer[]; more: boolean }; outside: OutsideShelf | null };
  return (
    <Page title="Billing" width="reading" beside={billing.sells ? <Badge tone="good">Tiers are sold</Badge> : <Badge>Nothing is sold</Badge>} about="Tiers for money: what they cost, whose account takes it, and who pays. While nothing is sold you set tiers by hand, and workspaces are told so.">
      {outside ? <OutsideProducts outside={outside} tiers={billing.tiers} /> : <Prices billing={billing} />}
      <Seller billing={billing} />
      <Payers billing={billing} payers={payers} />
    </Page>
  );
}

function Prices({ billing: { tiers, prices } }: { billing: Data }) {
  return (
    <Card title="Prices" about="In as many currencies as you like; a workspace pays in its own where there is a price in it. Who pays already keeps the price they agreed to.">
      <div className="flex flex-col gap-5">
        {prices.length > 0 && <ul className="divide-y divide-line rounded-lg border border-line">{prices.map((price) => <PriceRow key={`${price.tier} ${price.currency}`} price={price} label={tiers.find(({ name }) => name === price.tier)?.label ?? price.tier} />)}</ul>}
        <OperationForm operation="super.set-tier-price" submit="Set the price" kind="secondary" done="Price set" shape={({ month, year, currency, ...rest }) => ({ ...rest, currency: String(currency).toUpperCase(), month: priceOf(month, String(currency)), year: priceOf(year, String(currency)) })}>
          <FieldRow>
            <Field label="Tier" name="tier"><Select name="tier" options={tiers.map(({ name, label }) => ({ value: name, label }))} /></Field>
            <Field label="Currency" name="currency" required><Input name="currency" maxLength={3} autoComplete="off" placeholder="USD" className="uppercase" /></Field>
            <Field label="By the month" name="month" description="Empty: not sold like that."><Input name="month" inputMode="decimal" autoComplete="off" placeholder="19.00" className="figures text-right" /></Field>
            <Field label="By the year" name="year"><Input name="year" inputMode="decimal" autoComplete="off" placeholder="190.00" className="figures text-right" /></Field>
          </FieldRow>
        </OperationForm>
      </div>
    </Card>
  );
}

function PriceRow({ price: { tier, currency, month, year }, label }: { price: Price; label: string }) {
  const remove = useOperation('super.set-tier-price', { done: 'No longer sold in this currency' });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
      <span className="min-w-0 flex-1 basis-32 font-medium">{label} <span className="text-[13px] font-normal text-ink-3">{currency}</span></span>
      {month !== null && <span><Money value={{ amount: month, currency }} /> a month</span>}
      {year !== null && <span><Money value={{ amount: year, currency }} /> a year</span>}
      <Button size="small" kind="quiet" aria-label={`Remove the price of ${label} in ${currency}`} pending={remove.pending} onClick={() => void remove.run({ tier, currency, month: null, year: null })}>Remove</Button>
    </li>
  );
}

function Seller({ billing: { settings, sells, ways } }: { billing: Data }) {
  const options = [{ value: '', label: 'The first that can' }, ...ways.map(({ id, says }) => ({ value: id, label: says }))];
  return (
    <Card title="Who sells" about="A workspace of yours whose payment account takes the money. Stripe and PayPal keep the buyer’s card or consent on their page and are charged by this installation; Polar sells subscriptions on a page of its own, and then trials are its, and so is what becomes of renewals that fail.">
      <div className="flex flex-col gap-4">
        {settings.sellerId && !sells && <p role="alert" className="rounded-lg bg-warn-soft px-3 py-2 text-warn">The provider is not connected in {settings.sellerName}, or nothing is priced. Renewals wait, and nobody loses a tier.</p>}
        <OperationForm operation="super.set-seller" submit="Save" kind="secondary" done="Saved" shape={({ retryDays, ...rest }) => ({ ...rest, retryDays: String(retryDays).split(/[\s,]+/).filter(Boolean).map(Number) })}>
          <FieldRow>
            <Field label="Workspace" name="workspace" description="Its short name. Empty: nothing is sold."><Input name="workspace" autoComplete="off" defaultValue={settings.sellerSlug ?? ''} /></Field>
            <Field label="By" name="provider"><Select name="provider" defaultValue={settings.provider} options={options} /></Field>
            <Field label="Days of trial" name="trialDays"><NumberInput name="trialDays" type="number" min={0} max={90} defaultValue={settings.trialDays} /></Field>
            <Field label="Days of grace" name="graceDays" description="So long an unpaid tier is kept."><NumberInput name="graceDays" type="number" min={1} max={27} defaultValue={settings.graceDays} /></Field>
            <Field label="Tried again after days" name="retryDays"><Input name="retryDays" autoComplete="off" defaultValue={settings.retryDays.join(', ')} /></Field>
          </FieldRow>
        </OperationForm>
      </div>
    </Card>
  );
}

const words: Record<string, [string, Tone]> = { trialing: ['In trial', 'info'], active: ['Pays', 'good'], past_due: ['Late', 'bad'], ended: ['Ended', 'plain'] };

function Payers({ billing, payers: { data, more } }: { billing: Data; payers: { data: Payer[]; more: boolean } }) {
  const [search] = useSearchParams();
  const status = search.get('status') ?? '';
  const page = Number(search.get('page') ?? 1);
  const to = (n: number) => `?${new URLSearchParams({ status, page: String(n) })}`;
  return (
    <Card title="Who pays" about={`${billing.open} run, ${billing.late} are late.`} padding={data.length > 0 ? 'none' : 'normal'} actions={<Form method="get" className="flex gap-2"><Select name="status" aria-label="State" defaultValue={status} options={[{ value: '', label: 'All' }, ...Object.entries(words).map(([value, [label]]) => ({ value, label }))]} /><Button type="submit" size="small">Show</Button></Form>}>
      {data.length === 0 && <p className="text-ink-3">Nobody yet.</p>}
      <ul className="divide-y divide-line border-t border-line empty:hidden">{data.map((payer) => <PayerRow key={payer.id} payer={payer} labels={billing.tiers} ways={billing.ways} />)}</ul>
      {(page > 1 || more) && <nav aria-label="Pages" className="flex justify-end gap-2 border-t border-line px-4 py-2">{page > 1 && <LinkButton to={to(page - 1)} within="installation" size="small">Back</LinkButton>}{more && <LinkButton to={to(page + 1)} within="installation" size="small">More</LinkButton>}</nav>}
    </Card>
  );
}

function PayerRow({ payer, labels, ways }: { payer: Payer; labels: Data['tiers']; ways: Data['ways'] }) {
  const labelOf = (provider: string) => ways.find(({ id }) => id === provider)?.says ?? provider;
  const [word, tone] = words[payer.status] ?? [payer.status, 'plain'];
  const label = labels.find(({ name }) => name === payer.tier)?.label ?? payer.tier;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5">
      <span className="min-w-0 flex-1 basis-52"><TextLink to={`/super/workspaces/${payer.id}`} within="installation" className="break-words">{payer.name}</TextLink><span className="block text-[13px] text-ink-3">{label}, <Money value={{ amount: payer.price, currency: payer.currency }} /> a {payer.interval}{payer.outside && `, sold by ${labelOf(payer.outside)}`}{payer.ends && ', ends'}{payer.failure && payer.status === 'past_due' && `. ${payer.failure}`}</span></span>
      <span className="text-[13px] text-ink-3">until <DateTime at={payer.periodEnd} as="date" /></span>
      <Money value={{ amount: Number(payer.paid), currency: payer.currency }} />
      <Badge tone={tone}>{word}</Badge>
    </li>
  );
}
