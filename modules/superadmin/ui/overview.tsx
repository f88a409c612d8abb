import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Card } from '#ui/card.tsx';
import { Chart } from '#ui/chart.tsx';
import { PageError } from '#ui/error-state.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { Stat, Stats } from '#ui/stat.tsx';
import { askSuper } from '#ui/super-desk.server.ts';
import { bytes, count, PlainTable } from './parts.tsx';

interface Figures {
  days: number;
  totals: { workspaces: number; fresh: number; freshBefore: number; suspended: number; users: number; active: number; activeBefore: number; requests: number; requestsBefore: number; bytes: number };
  sales: { currency: string; orders: number; sales: number; ordersBefore: number; salesBefore: number }[];
  perDay: { day: string; requests: number; orders: number }[];
  tiers: { tier: string; n: number }[];
}

export const meta = () => [{ title: 'Installation · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const days = ['7', '30', '90'].find((each) => each === new URL(args.request.url).searchParams.get('days')) ?? '30';
  return askSuper<Figures>(args, 'super.figures', { days });
}

export { PageError as ErrorBoundary };

export default function Overview() {
  const { days, totals, sales, perDay, tiers } = useLoaderData<typeof loader>();
  const before = `against the ${days} days before`;
  return (
    <Page title="Overview" about={`The whole installation, the last ${days} days.`} actions={<>{[7, 30, 90].map((n) => <LinkButton key={n} to={`/super?days=${n}`} within="installation" size="small" aria-current={n === days ? 'true' : undefined} kind={n === days ? 'primary' : 'secondary'}>{`${n} days`}</LinkButton>)}</>}>
      <Stats>
        <Stat label="Workspaces" value={count(totals.workspaces)} />
        <Stat label="New workspaces" value={count(totals.fresh)} now={totals.fresh} before={totals.freshBefore} compared={before} />
        <Stat label="Active workspaces" value={count(totals.active)} now={totals.active} before={totals.activeBefore} compared={before} />
        <Stat label="Requests" value={count(totals.requests)} now={totals.requests} before={totals.requestsBefore} compared={before} />
        <Stat label="People" value={count(totals.users)} />
        <Stat label="Suspended" value={count(totals.suspended)} />
        <Stat label="Files" value={bytes(totals.bytes)} />
        <Stat label="Orders" value={count(sum(sales, 'orders'))} now={sum(sales, 'orders')} before={sum(sales, 'ordersBefore')} compared={before} />
      </Stats>
      <Card title="Orders a day"><Chart title="Orders a day" kind="bar" points={perDay.map(({ day, orders }) => ({ label: dayLabel(day), value: orders }))} write={count} /></Card>
      <Card title="Requests a day"><Chart title="Requests a day" kind="bar" points={perDay.map(({ day, requests }) => ({ label: dayLabel(day), value: requests }))} write={count} /></Card>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <section className="flex flex-col gap-2"><h2 className="font-semibold">Sales by currency</h2>
          <PlainTable label="Sales by currency" rows={sales} keyOf={(row) => row.currency} empty="Nothing was sold in this time." columns={[{ header: 'Currency', cell: (row) => row.currency }, { header: 'Orders', align: 'right', cell: (row) => count(row.orders) }, { header: 'Sales', align: 'right', cell: (row) => money(row.sales, row.currency) }, { header: 'Before', align: 'right', cell: (row) => money(row.salesBefore, row.currency) }]} />
        </section>
        <section className="flex flex-col gap-2"><h2 className="font-semibold">Workspaces by tier</h2>
          <PlainTable label="Workspaces by tier" rows={tiers} keyOf={(row) => row.tier} empty="There is no workspace yet." columns={[{ header: 'Tier', cell: (row) => row.tier }, { header: 'Workspaces', align: 'right', cell: (row) => count(row.n) }]} />
        </section>
      </div>
    </Page>
  );
}

function sum(rows: Figures['sales'], key: 'orders' | 'ordersBefore'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function dayLabel(day: string): string {
  return `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
}

function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-AU', { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)).replaceAll(' ', ' ');
}
