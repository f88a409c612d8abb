import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Money } from '#ui/money.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { Actions, type Doing, SubscriptionDialogs } from './subscription-actions.tsx';
import { statusTones, statusWords, type Entry, type Renewal, type Subscription } from './subscription-shape.ts';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData ? nameOf(loaderData.subscription) : 'Subscription'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const [subscription, plans] = await Promise.all([
    ask<Subscription>(args, 'subscriptions.get', { id: args.params.id }),
    askIfAllowed<{ data: { id: string; name: string; state: string }[] }>(args, 'subscriptions.plans', { limit: 100 }),
  ]);
  const may = mayRun(args, 'subscriptions.pause', 'subscriptions.resume', 'subscriptions.skip', 'subscriptions.change', 'subscriptions.cancel', 'subscriptions.retry');
  return { subscription, plans: plans?.data.filter(({ state }) => state === 'on offer') ?? [], may: Object.values(may).every(Boolean) };
}

export { PageError as ErrorBoundary };

function nameOf({ customerName, email }: Subscription): string {
  return customerName || email || 'Somebody';
}

export default function SubscriptionPage() {
  const { subscription, plans, may } = useLoaderData<typeof loader>();
  const [doing, setDoing] = useState<Doing>(null);
  useLive('subscriptions');
  return (
    <Page title={nameOf(subscription)} width="reading" crumbs={[{ label: 'Subscriptions', to: '/subscriptions' }]} beside={<Badge tone={statusTones[subscription.status]}>{statusWords[subscription.status]}</Badge>} actions={may && <Actions subscription={subscription} onDo={setDoing} />}>
      <Columns
        main={<><Standing subscription={subscription} /><Renewals renewals={subscription.renewals} /><Timeline entries={subscription.timeline} /></>}
        side={<About subscription={subscription} />}
      />
      <SubscriptionDialogs subscription={subscription} plans={plans} doing={doing} onClose={() => setDoing(null)} />
    </Page>
  );
}

function Standing({ subscription: s }: { subscription: Subscription }) {
  const facts: [string, React.ReactNode][] = [['What', `${s.quantity} × ${s.title}${s.variantTitle && `, ${s.variantTitle}`}`], ['Price', <span key="p"><Money value={s.price} /> {s.every}</span>]];
  if (s.nextRenewalAt) facts.push([s.ends ? 'Ends' : 'Next renewal', s.status === 'paused' ? 'Not while it is paused' : <DateTime key="n" at={s.nextRenewalAt} />]);
  if (s.pausedUntil) facts.push(['Resumes', <DateTime key="r" at={s.pausedUntil} as="date" />]);
  if (s.retryAt) facts.push(['Tried again', <DateTime key="t" at={s.retryAt} />]);
  if (s.failure) facts.push(['Failed because', <span key="f" className="text-bad">{s.failure}</span>]);
  if (s.credit.amount > 0) facts.push(['Credit', <Money key="c" value={s.credit} />]);
  if (s.cancelledAt) facts.push(['Ended', <span key="e"><DateTime at={s.cancelledAt} />{s.cancelReason && `: ${s.cancelReason}`}</span>]);
  return <Card title={s.says}><Facts facts={facts} /></Card>;
}

const tones: Record<Renewal['state'], Tone> = { open: 'info', paid: 'good', failed: 'bad', skipped: 'plain' };
const words: Record<Renewal['state'], string> = { open: 'Being paid', paid: 'Paid', failed: 'Failed', skipped: 'Skipped' };

function Renewals({ renewals }: { renewals: readonly Renewal[] }) {
  return (
    <Card title="Renewals" padding={renewals.length > 0 ? 'none' : 'normal'}>
      {renewals.length === 0 && <p className="text-ink-3">It has not been renewed yet.</p>}
      <ul className="divide-y divide-line border-t border-line empty:hidden">
        {renewals.map((each) => (
          <li key={`${each.cycle} ${each.dueAt} ${each.orderId}`} className="flex items-start justify-between gap-4 px-4 py-3 sm:px-5">
            <div className="min-w-0">
              <p className="font-medium"><DateTime at={each.dueAt} as="date" />{each.orderId && <> · <TextLink to={`/orders/${each.orderId}`}>#{each.orderNumber}</TextLink></>}</p>
              {each.sentence && <p className="text-[13px] text-ink-3">{each.sentence}</p>}
            </div>
            <div className="flex items-center gap-3">{each.total && <Money value={each.total} />}<Badge tone={tones[each.state]}>{words[each.state]}</Badge></div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Timeline({ entries }: { entries: readonly Entry[] }) {
  return (
    <Card title="Timeline">
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className="wrap-anywhere">{entry.says}{entry.orderId && <> <TextLink to={`/orders/${entry.orderId}`}>Order</TextLink></>}</p>
            <p className="text-[13px] text-ink-3">{entry.byName} · <DateTime at={entry.at} /></p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function About({ subscription: s }: { subscription: Subscription }) {
  const facts: [string, React.ReactNode][] = [
    ['Customer', s.customerId ? <TextLink key="c" to={`/customers/${s.customerId}`}>{nameOf(s)}</TextLink> : nameOf(s)],
    ['Email', <span key="e" className="break-words">{s.email}</span>],
    ['Plan', <TextLink key="p" to={`/subscriptions/plans/${s.planId}`}>{s.planName}</TextLink>],
    ['Product', <TextLink key="d" to={`/products/${s.productId}`}>{s.title}</TextLink>],
    ['Goes to', [s.shippingAddress.name, s.shippingAddress.line1, s.shippingAddress.city, s.shippingAddress.country].filter(Boolean).join(', ')],
    ['Paid with', <>{s.method.cardLast4 ? `Card ···· ${s.method.cardLast4}` : s.method.provider}{s.method.gone && <span className="text-bad"> (taken back there)</span>}</>],
    ['Paid deliveries', <span key="n" className="figures">{s.paidCycles}{s.minCycles > 0 && ` of at least ${s.minCycles}`}</span>],
    ['Began with', <TextLink key="o" to={`/orders/${s.orderId}`}>an order</TextLink>],
    ['Since', <DateTime key="s" at={s.createdAt} as="date" />],
  ];
  return <Card title="About"><Facts facts={facts} /></Card>;
}
