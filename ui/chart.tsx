import { useId, useState, type PointerEvent } from 'react';
import { niceScale, spread } from './chart-scale.ts';
import { cx } from './cx.ts';

export interface Point {
  label: string;
  value: number;
  /** The same place in the time before. */
  before?: number;
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

/** A small chart of our own: SVG, no library, and a table for screen readers. */
export function Chart({ title, points, kind = 'line', write, writeAxis = write, series = ['This period', 'Before'] }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const { top, ticks } = niceScale(Math.max(...points.map((p) => Math.max(p.value, p.before ?? 0)), 0));
  const place = { x: (i: number) => ((i + 0.5) / points.length) * WIDTH, y: (value: number) => HEIGHT - (value / top) * HEIGHT };
  function follow(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const i = Math.floor(((event.clientX - box.left) / box.width) * points.length);
    setAt(Math.min(points.length - 1, Math.max(0, i)));
  }
  return (
    <figure className="m-0">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <Axis ticks={ticks} top={top} write={writeAxis} />
        <div className="relative h-[220px]" onPointerMove={follow} onPointerLeave={() => setAt(null)}>
          <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
            {ticks.map((tick) => <line key={tick} x1="0" x2={WIDTH} y1={place.y(tick)} y2={place.y(tick)} className="stroke-line" strokeWidth="1" vectorEffect="non-scaling-stroke" />)}
            {kind === 'bar' ? <Bars points={points} place={place} at={at} /> : <Lines points={points} place={place} />}
          </svg>
          {at !== null && points[at] && <Pointer point={points[at]} share={(at + 0.5) / points.length} top={top} kind={kind} write={write} series={series} />}
        </div>
        <span />
        <Labels points={points} />
      </div>
      <AsTable title={title} points={points} write={write} series={series} />
    </figure>
  );
}

interface Place {
  x(i: number): number;
  y(value: number): number;
}

function Axis({ ticks, top, write }: { ticks: number[]; top: number; write(value: number): string }) {
  return (
    <div aria-hidden className="figures relative h-[220px] min-w-8 text-right text-xs text-ink-3">
      <span className="invisible">{write(top)}</span>
      {ticks.map((tick) => <span key={tick} className="absolute right-0 -translate-y-1/2" style={{ top: `${100 - (tick / top) * 100}%` }}>{write(tick)}</span>)}
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
        <rect key={point.label} x={place.x(i) - width / 2} width={width} y={place.y(point.value)} height={HEIGHT - place.y(point.value)} rx="3" className={cx('fill-series', at !== null && at !== i && 'opacity-50')} />
      ))}
    </>
  );
}

function Labels({ points }: { points: readonly Point[] }) {
  return (
    <div aria-hidden className="figures relative mt-2 h-4 overflow-hidden text-xs text-ink-3">
      {spread(points.length, 7).map((i, n) => (
        <span key={i} className={cx('absolute -translate-x-1/2 whitespace-nowrap', n % 2 === 1 && 'max-sm:hidden')} style={{ left: `clamp(20px, ${((i + 0.5) / points.length) * 100}%, calc(100% - 20px))` }}>{points[i]!.label}</span>
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
        {point.before !== undefined && <p className="figures text-ink-2">{series[1]}: {write(point.before)}</p>}
      </div>
    </div>
  );
}

function AsTable({ title, points, write, series }: { title: string; points: readonly Point[]; write(value: number): string; series: readonly [string, string] }) {
  const compared = points.some((p) => p.before !== undefined);
  return (
    <table className="sr-only">
      <caption>{title}</caption>
      <thead><tr><th scope="col">When</th><th scope="col">{series[0]}</th>{compared && <th scope="col">{series[1]}</th>}</tr></thead>
      <tbody>
        {points.map((p) => (
          <tr key={p.label}><th scope="row">{p.label}</th><td>{write(p.value)}</td>{compared && <td>{write(p.before ?? 0)}</td>}</tr>
        ))}
      </tbody>
    </table>
  );
}
