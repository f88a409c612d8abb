import { useQueryState } from 'nuqs';
import { AnimatedNumber } from '#ui/animated-number.tsx';
import { Card } from '#ui/card.tsx';
import { Chart, type Point } from '#ui/chart.tsx';
import { useLocale } from '#ui/locale.tsx';
import { moneyText, type MoneyValue } from '#ui/money.tsx';
import { Stat, Stats } from '#ui/stat.tsx';
import { comparisons, dayLabel, daysText, homeKeys, hourLabel } from './home-range.ts';
import { linksOf } from './home-links.ts';
import type { HomeFigures } from './home-shape.ts';

/** The figures of the range. Each leads to the table whose rows it counts. */
export function Figures({ figures, storefrontId }: { figures: HomeFigures; storefrontId: string | null }) {
  const { locale } = useLocale();
  const to = linksOf(figures, storefrontId);
  const [against] = useQueryState('compare', homeKeys.compare);
  const compared = comparisons.find((each) => each.value === against)!.says;
  const amount = ({ value, before }: { value: MoneyValue; before: MoneyValue | null }) => ({
    value: <AnimatedNumber value={value.amount} write={(n) => moneyText({ ...value, amount: n }, locale)} />, now: value.amount, before: before?.amount, compared,
  });
  const count = ({ value, before }: { value: number; before: number | null }) => ({ value: <AnimatedNumber value={value} write={(n) => n.toLocaleString(locale)} />, now: value, before, compared });
  return (
    <Stats>
      <Stat label="Sales" {...amount(figures.sales)} to={to.orders} />
      <Stat label="Orders" {...count(figures.orders)} to={to.orders} />
      <Stat label="Average order" {...amount(figures.average)} to={to.orders} />
      <Stat label="Items sold" {...count(figures.units)} to={to.orders} />
      <Stat label="New customers" {...count(figures.customers)} to={to.customers} />
      <Stat label="Refunded" {...amount(figures.refunds)} wanted="less" to={to.refunds} />
    </Stats>
  );
}

/** Sales over the range: by hour for one day, by day, and by week where days would be too many. */
export function SalesChart({ figures }: { figures: HomeFigures }) {
  const { locale } = useLocale();
  const { currency } = figures;
  const { points, per } = pointsOf(figures, locale);
  const series = [daysText(figures, locale), figures.before ? daysText(figures.before, locale) : 'Before'] as const;
  return (
    <Card title={`Sales per ${per}`}>
      <Chart title={`Sales per ${per}, ${series[0]}`} points={points} kind={points.length > 24 ? 'line' : 'bar'} write={(amount) => moneyText({ amount, currency }, locale)} writeAxis={(amount) => moneyText({ amount, currency }, locale, { notation: 'compact', maximumFractionDigits: 1 })} series={series} />
    </Card>
  );
}

const MOST_DAYS = 120;

function pointsOf({ perHour, perDay }: HomeFigures, locale: string): { points: Point[]; per: string } {
  if (perHour.length > 0) return { per: 'hour', points: perHour.map(({ hour, sales, before }) => ({ label: hourLabel(hour, locale), value: sales.amount, ...(before && { before: before.sales.amount }) })) };
  const days = perDay.map(({ day, sales, before }) => ({ label: dayLabel(day, locale), value: sales.amount, ...(before && { before: before.sales.amount, beforeLabel: dayLabel(before.day, locale) }) }));
  if (days.length <= MOST_DAYS) return { per: 'day', points: days };
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, i) => days.slice(i * 7, i * 7 + 7));
  return { per: 'week', points: weeks.map(summed) };
}

function summed(days: Point[]): Point {
  const compared = days[0]!.before !== undefined;
  const label = `${days[0]!.label} – ${days.at(-1)!.label}`;
  return { label, tick: days[0]!.label, value: days.reduce((sum, day) => sum + day.value, 0), ...(compared && { before: days.reduce((sum, day) => sum + (day.before ?? 0), 0), beforeLabel: `${days[0]!.beforeLabel} – ${days.at(-1)!.beforeLabel}` }) };
}
