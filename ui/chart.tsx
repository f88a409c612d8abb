import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { niceScale, spread } from './chart-scale.ts';
import { cx } from './cx.ts';

export interface Point {
  label: string;
  /** Shorter writing for the axis. */
  tick?: string;
  value: number;
  /** The same place in the time before. */
  before?: number;
  /** When that was. */
  beforeLabel?: string;
}

interface Props {
  /** What the chart shows, for those who cannot see it. */
  title: string;
  points: readonly Point[];
  kind?: 'line' | 'bar';
  write(value: number): string;
  /** Shorter writing for the axis. */
  writeAxis?(value: number): string;
  series?: readonly [now: string, before: string];
}

const WIDTH = 1000;
const HEIGHT = 240;

/** A small chart of our own: SVG, no library. Arrow keys walk along it, and the same figures stand in a table. */
export function Chart(props: Props) {
  const { title, points, series = ['This period', 'Before'] } = props;
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const compared = points.some((p) => p.before !== undefined);
  return (
    <figure className="m-0 flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-[13px]">
        {compared ? <Legend series={series} /> : <span />}
        <button type="button" aria-pressed={as === 'table'} onClick={() => setAs(as === 'chart' ? 'table' : 'chart')} className="min-h-6 rounded font-medium text-accent-text hover:underline">
          {as === 'chart' ? 'Show as table' : 'Show as chart'}
        </button>
      </div>
      {as === 'chart' ? <Plot {...props} series={series} /> : <AsTable title={title} points={points} write={props.write} series={series} />}
    </figure>
  );
}

function Legend({ series }: { series: readonly [string, string] }) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
      <span className="flex items-center gap-1.5"><span aria-hidden className="h-0.5 w-4 rounded bg-series" />{series[0]}</span>
      <span className="flex items-center gap-1.5"><span aria-hidden className="w-4 border-t-2 border-dashed border-series-2" />{series[1]}</span>
    </span>
  );
}

function Plot({ title, points, kind = 'line', write, writeAxis = write, series }: Props & { series: readonly [string, string] }) {
  const [at, setAt] = useState<number | null>(null);
  const { top, ticks } = niceScale(Math.max(...points.map((p) => Math.max(p.value, p.before ?? 0)), 0));
  const place = { x: (i: number) => ((i + 0.5) / points.length) * WIDTH, y: (value: number) => HEIGHT - (Math.max(0, value) / top) * HEIGHT };
  const here = at === null ? undefined : points[at];
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <Axis ticks={ticks} top={top} write={writeAxis} />
      <div className="relative h-[220px] rounded-sm" {...walking(points, at, setAt)} role="slider" tabIndex={0} aria-label={title} aria-orientation="horizontal" aria-valuemin={1} aria-valuemax={points.length} aria-valuenow={(at ?? points.length - 1) + 1} aria-valuetext={inWords(here ?? points.at(-1)!, write, series)}>
        <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
          {ticks.map((tick) => <line key={tick} x1="0" x2={WIDTH} y1={place.y(tick)} y2={place.y(tick)} className="stroke-line" strokeWidth="1" vectorEffect="non-scaling-stroke" />)}
          {kind === 'bar' ? <Bars points={points} place={place} at={at} /> : <Lines points={points} place={place} />}
        </svg>
        {here && <Pointer point={here} share={(at! + 0.5) / points.length} top={top} kind={kind} write={write} series={series} />}
      </div>
      <span />
      <Labels points={points} />
    </div>
  );
}

// The pointer and the arrow keys move the same mark.
function walking(points: readonly Point[], at: number | null, setAt: (at: number | null) => void) {
  const last = points.length - 1;
  const go = (i: number) => setAt(Math.min(last, Math.max(0, i)));
  const steps: Record<string, () => void> = {
    ArrowRight: () => go(at === null ? 0 : at + 1), ArrowLeft: () => go(at === null ? last : at - 1), Home: () => go(0), End: () => go(last), Escape: () => setAt(null),
  };
  return {
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      go(Math.floor(((event.clientX - box.left) / box.width) * points.length));
    },
    onPointerLeave: () => setAt(null),
    onBlur: () => setAt(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (!steps[event.key]) return;
      event.preventDefault();
      steps[event.key]!();
    },
  };
}

function inWords(point: Point, write: (value: number) => string, series: readonly [string, string]): string {
  return `${point.label}: ${write(point.value)}${point.before === undefined ? '' : `, ${series[1]} ${write(point.before)}`}`;
}

interface Place {
  x(i: number): number;
  y(value: number): number;
}

function Axis({ ticks, top, write }: { ticks: number[]; top: number; write(value: number): string }) {
  return (
    <div aria-hidden className="figures relative h-[220px] min-w-8 text-right text-xs text-ink-3">
      <span className="invisible">{write(top)}</span>
      {ticks.map((tick) => <span key={tick} className="absolute right-0 -translate-y-1/2 whitespace-nowrap" style={{ top: `${100 - (tick / top) * 100}%` }}>{write(tick)}</span>)}
    </div>
  );
}

function Lines({ points, place }: { points: readonly Point[]; place: Place }) {
  const gradient = useId();
  const path = (of: (p: Point) => number) => points.map((p, i) => `${i ? 'L' : 'M'}${place.x(i).toFixed(1)} ${place.y(of(p)).toFixed(1)}`).join('');
  const line = path((p) => p.value);
  const compared = points.some((p) => p.before !== undefined);
  return (
    <>
      <defs>
        <linearGradient id={gradient} x1="0" x2="0" y1="0" y2="1">
          <stop offset="0" stopColor="var(--color-series)" stopOpacity="0.18" />
          <stop offset="1" stopColor="var(--color-series)" stopOpacity="0" />
        </linearGradient>
      </defs>
      {compared && <path d={path((p) => p.before ?? 0)} fill="none" className="stroke-series-2" strokeWidth="1.5" strokeDasharray="4 4" vectorEffect="non-scaling-stroke" />}
      <path d={`${line}L${place.x(points.length - 1)} ${HEIGHT}L${place.x(0)} ${HEIGHT}Z`} fill={`url(#${gradient})`} />
      <path d={line} fill="none" className="stroke-series" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
    </>
  );
}

function Bars({ points, place, at }: { points: readonly Point[]; place: Place; at: number | null }) {
  const width = (WIDTH / points.length) * 0.62;
  return (
    <>
      {points.map((point, i) => (
        <g key={point.label}>
          {point.before !== undefined && <rect x={place.x(i) - width / 2} width={width} y={place.y(point.before)} height={HEIGHT - place.y(point.before)} rx="3" className="fill-series-2 opacity-40" />}
          <rect x={place.x(i) - (point.before === undefined ? width : width * 0.6) / 2} width={point.before === undefined ? width : width * 0.6} y={place.y(point.value)} height={HEIGHT - place.y(point.value)} rx="3" className={cx('fill-series', at !== null && at !== i && 'opacity-50')} />
        </g>
      ))}
    </>
  );
}

function Labels({ points }: { points: readonly Point[] }) {
  return (
    <div aria-hidden className="figures relative mt-2 h-4 overflow-hidden text-xs text-ink-3">
      {spread(points.length, 7).map((i, n) => (
        <span key={i} className={cx('absolute -translate-x-1/2 whitespace-nowrap', n % 2 === 1 && 'max-sm:hidden')} style={{ left: `clamp(20px, ${((i + 0.5) / points.length) * 100}%, calc(100% - 20px))` }}>{points[i]!.tick ?? points[i]!.label}</span>
      ))}
    </div>
  );
}

function Pointer({ point, share, top, kind, write, series }: { point: Point; share: number; top: number; kind: 'line' | 'bar'; write(value: number): string; series: readonly [string, string] }) {
  const left = `${share * 100}%`;
  return (
    <div aria-hidden className="pointer-events-none">
      {kind === 'line' && <span className="absolute inset-y-0 w-px bg-edge" style={{ left }} />}
      {kind === 'line' && <span className="absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-surface bg-series" style={{ left, bottom: `${(point.value / top) * 100}%` }} />}
      <div className={cx('absolute top-0 z-10 rounded-lg border border-line bg-raised px-3 py-2 text-[13px] whitespace-nowrap shadow-pop', share > 0.6 ? '-translate-x-[calc(100%+12px)]' : 'translate-x-3')} style={{ left }}>
        <p className="text-ink-3">{point.label}</p>
        <p className="figures font-semibold">{write(point.value)}</p>
        {point.before !== undefined && <p className="figures text-ink-2">{point.beforeLabel ?? series[1]}: {write(point.before)}</p>}
      </div>
    </div>
  );
}

function AsTable({ title, points, write, series }: { title: string; points: readonly Point[]; write(value: number): string; series: readonly [string, string] }) {
  const compared = points.some((p) => p.before !== undefined);
  const cell = 'py-1.5 pl-4 text-right';
  return (
    <div className="max-h-[250px] overflow-y-auto" tabIndex={0} role="group" aria-label={title}>
      <table className="figures w-full text-[13px]">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-surface text-left text-ink-3"><tr><th scope="col" className="py-1.5 font-medium">When</th><th scope="col" className={cx(cell, 'font-medium')}>{series[0]}</th>{compared && <th scope="col" className={cx(cell, 'font-medium')}>{series[1]}</th>}</tr></thead>
        <tbody className="divide-y divide-line">
          {points.map((p) => (
            <tr key={p.label}><th scope="row" className="py-1.5 text-left font-normal">{p.label}</th><td className={cell}>{write(p.value)}</td>{compared && <td className={cx(cell, 'text-ink-2')}>{write(p.before ?? 0)}</td>}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
