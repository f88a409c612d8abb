import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Money } from '#ui/money.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { outcomeText, type Billing, type InvoiceShown, type Offer, type Outcome, type PayInterval } from './billing-shape.ts';
import { PlanDialogs, type Doing } from './plan-dialogs.tsx';

interface Usage {
  meters: { limit: string; says: string; kind: string; used: number | null; most: number | null }[];
}

export const meta = () => [{ title: 'Plan and billing · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get('cursor');
  const [billing, invoices, usage] = await Promise.all([
    ask<Billing>(args, 'billing.now'),
    ask<{ data: InvoiceShown[]; nextCursor: string | null }>(args, 'billing.invoices', { limit: 12, ...(cursor && { cursor }) }),
    askIfAllowed<Usage>(args, 'usage.now'),
  ]);
  return { billing, invoices, usage, may: mayRun(args, 'billing.change')['billing.change'] === true };
}

export { PageError as ErrorBoundary };

const words: Record<Billing['status'], [string, Tone]> = { none: ['Nothing to pay', 'plain'], trialing: ['In its trial', 'info'], active: ['Running', 'good'], past_due: ['Not paid', 'bad'], ended: ['Ended', 'plain'] };

export default function BillingPage() {
  const { billing, invoices, usage, may } = useLoaderData<typeof loader>();
  const [doing, setDoing] = useState<Doing>(null);
  useLive('limits');
  useLookWhenBack({ may });
  return (
    <>
      <Standing billing={billing} may={may} onDo={setDoing} />
      {usage && <Used usage={usage} />}
      {billing.forSale ? <Offers billing={billing} may={may} onDo={setDoing} /> : <Card title="Plans are not for sale here"><p className="text-ink-2">{billing.sentence}{billing.plan && ' Nothing is charged meanwhile, and your plan stays.'}</p></Card>}
      <Invoices invoices={invoices.data} next={invoices.nextCursor} soldBy={billing.soldBy} />
      <PlanDialogs billing={billing} doing={doing} onClose={() => setDoing(null)} />
    </>
  );
}

/** Whoever comes back from the seller's page does not wait for its message. */
function useLookWhenBack({ may }: Pick<Part, 'may'>): void {
  const [search, setSearch] = useSearchParams();
  const look = useOperation('billing.look');
  const looked = useRef(false);
  const back = may && search.get('from') === 'seller';
  useEffect(() => {
    if (!back || looked.current) return;
    looked.current = true;
    void look.run({}).then(() => setSearch({}, { replace: true }));
  }, [back, look, setSearch]);
}

interface Part {
  billing: Billing;
  may: boolean;
  onDo(doing: Doing): void;
}

function Standing({ billing, may, onDo }: Part) {
  const [word, tone] = words[billing.status];
  const facts: [string, ReactNode][] = [['Tier', billing.tier.label]];
  const { plan, next, nextCharge, periodEnd, card, soldBy } = billing;
  if (plan) facts.push(['Pays for', <span key="p">{plan.label}, <Money value={plan.price} /> a {plan.interval}</span>]);
  if (soldBy) facts.push(['Sold by', soldBy]);
  if (plan && billing.status === 'active') facts.push(['Paid until', <DateTime key="u" at={periodEnd} as="date" />]);
  if (next) facts.push(['Changes to', <span key="n">{next.label}, <Money value={next.price} /> a {next.interval}, on <DateTime at={periodEnd} as="date" /></span>]);
  if (billing.ends) facts.push(['Ends', <DateTime key="e" at={periodEnd} as="date" />]);
  if (nextCharge) facts.push(['Next charge', <span key="c"><Money value={nextCharge.amount} /> on <DateTime at={nextCharge.at} as="date" /></span>]);
  if (billing.credit.amount > 0) facts.push(['Credit', <Money key="r" value={billing.credit} />]);
  if (card) facts.push(['Card', card.last4 ? `···· ${card.last4}` : billing.provider]);
  return (
    <Card title="Your plan" actions={<><Badge tone={tone}>{word}</Badge>{may && plan && <Actions billing={billing} onDo={onDo} />}</>}>
      <div className="flex flex-col gap-3">
        {billing.waiting && <p role="status" className="rounded-lg bg-info-soft px-3 py-2 text-info">A payment is on its way. It is looked after by itself.</p>}
        {billing.page && <PageGoneTo page={billing.page} provider={billing.provider} />}
        {card?.gone && billing.status !== 'past_due' && !billing.ends && <p role="alert" className="rounded-lg bg-warn-soft px-3 py-2 text-warn">The card was taken off at {billing.provider}. Give another one before <DateTime at={periodEnd} as="date" />; it is charged then.</p>}
        {billing.status === 'past_due' && (soldBy ? <OwedThere soldBy={soldBy} /> : <Owed billing={billing} />)}
        {billing.more > 0 && <p role="alert" className="rounded-lg bg-warn-soft px-3 py-2 text-warn">{billing.more === 1 ? 'Another subscription' : `${billing.more} more subscriptions`} for this workspace run at {soldBy ?? 'another seller'}, and are paid there. End what you do not need{soldBy && ' on its page'}.</p>}
        <Facts facts={facts} />
      </div>
    </Card>
  );
}

function PageGoneTo({ page: { for: what, state, url, label, sentence }, provider }: { page: NonNullable<Billing['page']>; provider: string }) {
  const wish = what === 'start' ? label : 'Another card';
  if (state === 'failed') return <p role="status" className="rounded-lg bg-warn-soft px-3 py-2 text-warn">{wish}: {sentence}</p>;
  return (
    <p role="status" className="rounded-lg bg-info-soft px-3 py-2 text-info">
      {wish}: we are waiting for {provider}. When you have given the card there, this page shows it by itself; nothing is charged before. {url && <a href={url} className="font-medium underline underline-offset-2">Go on at {provider}</a>}
    </p>
  );
}

function Owed({ billing: { owed, failure, retryAt, lastDay } }: { billing: Billing }) {
  return (
    <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-bad">
      <Money value={owed} /> could not be charged: {failure} {retryAt && <>It is tried again on <DateTime at={retryAt} as="date" />. </>}Unless it is paid, the workspace is free again on <DateTime at={lastDay} as="date" />; nothing is deleted.
    </p>
  );
}

function OwedThere({ soldBy }: { soldBy: string }) {
  return <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-bad">{soldBy} could not charge the card, and tries it again by itself. Give it another card there; when it gives up, the workspace is free again, and nothing is deleted.</p>;
}

function Actions({ billing, onDo }: Omit<Part, 'may'>) {
  const cardPage = useOperation<{ url: string }>('billing.open-card-page', { onDone: ({ url }) => window.location.assign(url) });
  const keep = useOperation('billing.keep', { done: 'It goes on' });
  const portal = useOperation<{ url: string }>('billing.open-portal', { onDone: ({ url }) => window.location.assign(url) });
  const pay = useOperation<Outcome>('billing.pay', { done: (answer) => outcomeText(answer, 'Paid') });
  return (
    <>
      {billing.soldBy && <Button size="small" kind={billing.status === 'past_due' ? 'primary' : 'secondary'} pending={portal.pending} onClick={() => void portal.run({})}>Card and receipts at {billing.soldBy}</Button>}
      {!billing.soldBy && billing.status === 'past_due' && billing.forSale && !billing.onPage && <Button size="small" kind="primary" pending={pay.pending} onClick={() => void pay.run({})}>Pay now</Button>}
      {!billing.soldBy && billing.forSale && !billing.onPage && <Button size="small" pending={cardPage.pending} onClick={() => (billing.cardOnPage ? void cardPage.run({}) : onDo({ what: 'card' }))}>Change card</Button>}
      {billing.ends ? <Button size="small" pending={keep.pending} onClick={() => void keep.run({})}>Keep it after all</Button> : <Button size="small" onClick={() => onDo({ what: 'cancel' })}>End</Button>}
    </>
  );
}

function Used({ usage }: { usage: Usage }) {
  const counted = usage.meters.filter(({ kind, limit }) => kind !== 'rate' && limit !== 'storage');
  return (
    <Card title="What is used" actions={<TextLink to="/usage" className="text-[13px]">All of it</TextLink>}>
      <Facts facts={counted.map(({ says, used, most }) => [says, <span key={says} className="figures">{(used ?? 0).toLocaleString('en-US')} {most === null ? 'of no limit' : `of ${most.toLocaleString('en-US')}`}</span>])} />
    </Card>
  );
}

function Offers({ billing, may, onDo }: Part) {
  const [interval, setInterval] = useState<PayInterval>(billing.plan?.interval ?? 'month');
  const yearly = billing.offers.some(({ year }) => year !== null);
  return (
    <Card title="Plans" about={billing.trialDays > 0 && !billing.plan ? `With a trial of ${billing.trialDays} days.` : 'More begins at once, less when the period is over.'} padding="none" actions={yearly && <Select aria-label="Paid by the" value={interval} onChange={(event) => setInterval(event.target.value as PayInterval)} options={[{ value: 'month', label: 'By the month' }, { value: 'year', label: 'By the year' }]} />}>
      <ul className="divide-y divide-line border-t border-line">
        {billing.offers.map((offer) => <OfferRow key={offer.tier} offer={offer} interval={interval} billing={billing} may={may} onDo={onDo} />)}
      </ul>
    </Card>
  );
}

function OfferRow({ offer, interval, billing: { plan, status, onPage, soldBy }, may, onDo }: Part & { offer: Offer; interval: PayInterval }) {
  const price = offer[interval];
  const has = plan?.tier === offer.tier && plan.interval === interval;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 sm:px-5">
      <span className="min-w-0 flex-1 basis-32 font-medium">{offer.label}</span>
      {price ? <span><Money value={price} /> <span className="text-ink-3">a {interval}</span></span> : <span className="text-ink-3">Not sold by the {interval}</span>}
      {has ? <Badge tone="accent">Yours</Badge> : may && price && (status !== 'past_due' || (onPage && !soldBy)) && <Button size="small" aria-label={`Choose ${offer.label} by the ${interval}`} onClick={() => onDo({ what: 'choose', tier: offer.tier, label: offer.label, interval })}>Choose</Button>}
    </li>
  );
}

const invoiceWords: Record<InvoiceShown['state'], [string, Tone]> = { open: ['Open', 'warn'], paid: ['Paid', 'good'], declined: ['Declined', 'bad'], given_up: ['Not paid', 'plain'] };

function Invoices({ invoices, next, soldBy }: { invoices: readonly InvoiceShown[]; next: string | null; soldBy: string | null }) {
  return (
    <Card title="Invoices" padding={invoices.length > 0 ? 'none' : 'normal'}>
      {invoices.length === 0 && <p className="text-ink-3">{soldBy ? `Those for what ${soldBy} sells are on its page.` : 'There is none yet.'}</p>}
      <ul className="divide-y divide-line border-t border-line empty:hidden">
        {invoices.map((invoice) => (
          <li key={invoice.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 sm:px-5">
            <span className="min-w-0 flex-1 basis-48">
              <span className="block font-medium">{invoice.number === null ? 'Without a number' : <a href={`./billing/${invoice.id}/invoice.pdf`} className="text-accent-text underline-offset-2 hover:underline">Invoice {invoice.number}</a>} · <DateTime at={invoice.createdAt} as="date" /></span>
              <span className="block text-[13px] text-ink-3"><DateTime at={invoice.periodStart} as="date" /> to <DateTime at={invoice.periodEnd} as="date" />{invoice.credit.amount > 0 && <>, lowered by <Money value={invoice.credit} /></>}{invoice.sentence && `. ${invoice.sentence}`}</span>
            </span>
            <Money value={invoice.amount} />
            <Badge tone={invoiceWords[invoice.state][1]}>{invoiceWords[invoice.state][0]}</Badge>
          </li>
        ))}
      </ul>
      {next && <div className="flex justify-end border-t border-line px-4 py-2"><LinkButton to={`/settings/billing?${new URLSearchParams({ cursor: next })}`} size="small" kind="quiet">Older</LinkButton></div>}
    </Card>
  );
}
