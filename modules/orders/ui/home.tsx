import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useLoaderData, useNavigation, type LoaderFunctionArgs } from 'react-router';
import { Card } from '#ui/card.tsx';
import { Chart } from '#ui/chart.tsx';
import { cx } from '#ui/cx.ts';
import { askIfAllowed } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { useLive } from '#ui/live.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Money, moneyText } from '#ui/money.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { Stat, Stats } from '#ui/stat.tsx';
import { dayLabel, rangeOf, ranges, type RangeName } from './home-range.ts';
import { LatestOrders, LowStock, TopProducts, Welcome } from './home-cards.tsx';
import type { HomeFigures, LowRow } from './home-shape.ts';

export const meta = () => [{ title: 'Home · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const range = rangeOf(new URL(args.request.url).searchParams.get('range'));
  const settings = await askIfAllowed<{ timeZone: string }>(args, 'workspace.settings');
  const days = range.days(new Date(), settings?.timeZone ?? 'UTC');
  const [figures, low, products] = await Promise.all([
    askIfAllowed<HomeFigures>(args, 'analytics.home', days),
    askIfAllowed<{ data: LowRow[]; total: number }>(args, 'stock.low', { limit: 6 }),
    askIfAllowed<{ total: number }>(args, 'products.list', { limit: 1 }),
  ]);
  return { figures, low, range: range.name, products: products?.total };
}

export { PageError as ErrorBoundary };

export default function Home() {
  const { figures, low, products } = useLoaderData<typeof loader>();
  const loading = useNavigation().state === 'loading';
  useLive('orders', 'inventory');
  const quiet = figures?.latestOrders.length === 0;
  return (
    <Page title="Home" width="reading" actions={figures && !quiet && <RangeChoice />}>
      {quiet && <Welcome products={products ?? 0} />}
      {figures && !quiet && <div className={cx('flex flex-col gap-5 transition-opacity', loading && 'opacity-60')}><Figures figures={figures} /><SalesChart figures={figures} /></div>}
      <Columns
        main={<>{figures && !quiet && <LatestOrders figures={figures} />}</>}
        side={<>{figures && figures.topProducts.length > 0 && <TopProducts figures={figures} />}{low && products !== 0 && <LowStock low={low} />}</>}
      />
      {!figures && <p className="text-ink-2">Your role does not include sales figures. Use the pages on the left.</p>}
    </Page>
  );
}

function RangeChoice() {
  const [range, setRange] = useQueryState('range', parseAsStringLiteral(ranges.map((each) => each.name)).withDefault('30d').withOptions({ shallow: false, history: 'push' }));
  return (
    <fieldset className="flex rounded-control border border-edge/60 bg-surface p-0.5">
      <legend className="sr-only">Time range</legend>
      {ranges.map((each) => (
        <label key={each.name} className={cx('relative grid h-8 place-items-center rounded-md px-3 text-[13px] font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent-text', range === each.name ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:text-ink')}>
          <input type="radio" name="range" value={each.name} checked={range === each.name} onChange={() => void setRange(each.name as RangeName)} className="absolute inset-0 cursor-pointer appearance-none rounded-md outline-none" />
          {each.label}
        </label>
      ))}
    </fieldset>
  );
}

function Figures({ figures }: { figures: HomeFigures }) {
  const { range } = useLoaderData<typeof loader>();
  const compared = ranges.find((each) => each.name === range)!.compared;
  const table = `/orders?filter[placedAt]=${figures.from}..${figures.to}&filter[cancelled]=no`;
  const count = (n: number) => n.toLocaleString(locale);
  const { locale } = useLocale();
  return (
    <Stats>
      <Stat label="Sales" value={<Money value={figures.sales.value} />} now={figures.sales.value.amount} before={figures.sales.before.amount} compared={compared} to={table} />
      <Stat label="Orders" value={count(figures.orders.value)} now={figures.orders.value} before={figures.orders.before} compared={compared} to={table} />
      <Stat label="Average order" value={<Money value={figures.average.value} />} now={figures.average.value.amount} before={figures.average.before.amount} compared={compared} to={table} />
      <Stat label="Items sold" value={count(figures.units.value)} now={figures.units.value} before={figures.units.before} compared={compared} to={table} />
    </Stats>
  );
}

function SalesChart({ figures }: { figures: HomeFigures }) {
  const { locale } = useLocale();
  const { currency, perDay } = figures;
  if (perDay.length < 2) return null;
  const points = perDay.map((day) => ({ label: dayLabel(day.day, locale), value: day.sales.amount }));
  return (
    <Card title="Sales per day">
      <Chart title={`Sales per day, ${figures.from} to ${figures.to}`} points={points} kind={points.length > 14 ? 'line' : 'bar'} write={(amount) => moneyText({ amount, currency }, locale)} writeAxis={(amount) => moneyText({ amount, currency }, locale, { notation: 'compact', maximumFractionDigits: 1 })} series={['Sales', 'Before']} />
    </Card>
  );
}
