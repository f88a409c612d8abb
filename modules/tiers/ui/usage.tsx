import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { Chart } from '#ui/chart.tsx';
import { cx } from '#ui/cx.ts';
import { ask } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { amountInWords, type Limit } from '../limits.ts';
import { UsageBar } from './usage-bar.tsx';

interface Meter {
  limit: Limit;
  says: string;
  about: string;
  kind: 'rate' | 'sum' | 'level';
  used: number | null;
  most: number | null;
}

interface Tier {
  name: string;
  label: string;
  limits: Record<string, number | null>;
}

interface Usage {
  tier: Tier;
  period: string;
  meters: Meter[];
  requests: { month: number; refused: number };
  warnings: { limit: string; share: number; sentence: string }[];
  tiers: Tier[];
  next: Record<string, string>;
}

export const meta = () => [{ title: 'Usage · Quickdash' }];

const HISTORIES = { requests: 'Requests', storage: 'Storage', members: 'Members', executions: 'Automation runs' } as const;
type HistoryOf = keyof typeof HISTORIES;

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams.get('history') ?? '';
  const meter: HistoryOf = asked in HISTORIES ? (asked as HistoryOf) : 'requests';
  const [usage, history] = await Promise.all([ask<Usage>(args, 'usage.now'), ask<{ days: { day: string; amount: number }[] }>(args, 'usage.history', { meter, days: 30 })]);
  return { usage, meter, days: history.days };
}

export { PageError as ErrorBoundary };

/** What the workspace uses, what its tier includes, and what happens at the limit. */
export default function UsagePage() {
  const { usage, meter, days } = useLoaderData<typeof loader>();
  return (
    <Page title="Usage" width="reading" beside={<Badge tone="accent">{usage.tier.label} tier</Badge>} about="What this workspace uses of its tier. Sums are of the calendar month (UTC).">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {usage.meters.map((each) => <MeterCard key={each.limit} meter={each} usage={usage} />)}
      </div>
      <History meter={meter} days={days} />
      <Tiers usage={usage} />
    </Page>
  );
}

function MeterCard({ meter, usage }: { meter: Meter; usage: Usage }) {
  const next = usage.next[meter.limit];
  return (
    <section aria-label={meter.says} className="flex min-w-0 flex-col gap-2 rounded-card border border-line bg-surface p-4 shadow-card">
      <div>
        <h2 className="text-[13px] font-medium text-ink-2">{meter.says}</h2>
        <p className="text-[13px] text-ink-3">{meter.about}</p>
      </div>
      {meter.kind === 'rate' ? <Rate meter={meter} usage={usage} /> : <Level meter={meter} />}
      <p className="mt-auto text-[13px] text-ink-3">{atTheLimit(meter, next)}</p>
    </section>
  );
}

function Level({ meter: { limit, used, most, says } }: { meter: Meter }) {
  return (
    <>
      <p className="figures text-xl leading-7 font-semibold tracking-[-0.02em]">
        {amountInWords(limit, used ?? 0)} <span className="text-sm font-normal tracking-normal text-ink-3">{most === null ? 'no limit' : `of ${amountInWords(limit, most)}`}</span>
      </p>
      {most !== null && <UsageBar label={says} used={used ?? 0} most={most} />}
    </>
  );
}

function Rate({ meter, usage: { requests } }: { meter: Meter; usage: Usage }) {
  return (
    <>
      <p className="figures text-xl leading-7 font-semibold tracking-[-0.02em]">{meter.most === null ? 'No limit' : amountInWords(meter.limit, meter.most)}</p>
      <p className="figures text-[13px] text-ink-2">{requests.month.toLocaleString('en-US')} this month{requests.refused > 0 && <span className="text-bad">, {requests.refused.toLocaleString('en-US')} asked to wait</span>}</p>
    </>
  );
}

const consequences: Record<string, string> = {
  requests: 'Above it, programs are asked to wait until the next minute.',
  members: 'At the limit nobody more can be invited; everybody in stays.',
  storage: 'At the limit no more files can be added; what is stored stays.',
  executions: 'At the limit automations pause until the month ends.',
  connectors: 'At the limit no more can be connected; those connected go on.',
  storefronts: 'At the limit no more can be opened; those open go on.',
};

function atTheLimit({ limit, most }: Meter, next: string | undefined): string {
  if (most === null) return 'Nothing stops here.';
  return `${consequences[limit] ?? ''}${next ? ` ${next} includes more.` : ''}`;
}

function History({ meter, days }: { meter: HistoryOf; days: { day: string; amount: number }[] }) {
  const write = (value: number) => amountInWords(meter, value);
  return (
    <Card title="The last 30 days" actions={
      <nav aria-label="What to show" className="flex flex-wrap gap-1">
        {(Object.keys(HISTORIES) as HistoryOf[]).map((each) => (
          <Link key={each} to={`/usage?history=${each}`} preventScrollReset replace aria-current={each === meter ? 'true' : undefined} className={cx('rounded-md px-2 py-1 text-[13px] font-medium', each === meter ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-hover')}>{HISTORIES[each]}</Link>
        ))}
      </nav>
    }>
      <Chart title={`${HISTORIES[meter]} a day`} kind="bar" points={days.map(({ day, amount }) => ({ label: `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`, value: amount }))} write={write} />
    </Card>
  );
}

function Tiers({ usage }: { usage: Usage }) {
  return (
    <Card title="What each tier includes" padding="none">
      <div className="overflow-x-auto border-t border-line" tabIndex={0} role="region" aria-label="What each tier includes">
        <table className="w-full min-w-[520px] text-left">
          <thead className="text-[13px] text-ink-3">
            <tr><th scope="col" className="px-4 py-2 font-medium sm:px-5"><span className="sr-only">Limit</span></th>{usage.tiers.map((tier) => <th key={tier.name} scope="col" className={cx('px-3 py-2 text-right font-medium whitespace-nowrap', tier.name === usage.tier.name && 'text-accent-text')}>{tier.label}{tier.name === usage.tier.name && ' (yours)'}</th>)}</tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {usage.meters.map((meter) => (
              <tr key={meter.limit}>
                <th scope="row" className="px-4 py-2 font-medium sm:px-5">{meter.says}</th>
                {usage.tiers.map((tier) => <td key={tier.name} className={cx('figures px-3 py-2 text-right whitespace-nowrap', tier.name === usage.tier.name && 'bg-accent-soft font-medium text-accent-text')}>{tier.limits[meter.limit] == null ? 'No limit' : amountInWords(meter.limit, tier.limits[meter.limit]!)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="border-t border-line px-4 py-3 text-[13px] text-ink-3 sm:px-5">Another tier counts at once. <TextLink to="/settings/billing">Plan and billing</TextLink> says whether it is for sale here; otherwise whoever runs this installation can give it.</p>
    </Card>
  );
}
