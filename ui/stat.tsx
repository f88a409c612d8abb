import { ArrowDownRight, ArrowUpRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Link } from './link.tsx';
import { useLocale } from './locale.tsx';

interface Props {
  label: string;
  value: ReactNode;
  /** The same figure over the time before; leaves the comparison out when unknown. */
  now?: number;
  before?: number | null | undefined;
  compared?: string;
  /** Whether more is good news; less is, where money is given back. */
  wanted?: 'more' | 'less';
  /** The table that explains the figure. */
  to?: string;
}

/** One figure, how it moved, and where it comes from. */
export function Stat({ label, value, now, before, compared, wanted = 'more', to }: Props) {
  const id = useId();
  const figure = (
    <>
      <p id={id} className="text-[13px] font-medium text-ink-2">{label}</p>
      <p className="figures mt-1 truncate text-xl leading-8 sm:text-2xl font-semibold tracking-[-0.02em]">{value}</p>
      <p className="mt-1 flex flex-wrap empty:hidden items-center gap-x-1.5 text-[13px] text-ink-3">
        {now !== undefined && typeof before === 'number' && before !== 0 && <><Change now={now} before={before} wanted={wanted} /><span>{compared}</span></>}
      </p>
    </>
  );
  const box = 'block min-w-0 rounded-card border border-line bg-surface p-4 shadow-card';
  return to ? <Link to={to} className={cx(box, 'hover:border-edge')}>{figure}</Link> : <div className={box}>{figure}</div>;
}

function Change({ now, before, wanted }: { now: number; before: number; wanted: 'more' | 'less' }) {
  const { locale } = useLocale();
  if (now === before) return <span>No change</span>;
  const share = (now - before) / Math.abs(before);
  const Arrow = share > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <span className={cx('figures inline-flex items-center gap-0.5 font-medium', share > 0 === (wanted === 'more') ? 'text-good' : 'text-bad')}>
      <Arrow aria-hidden className="size-3.5" />
      <span className="sr-only">{share > 0 ? 'up' : 'down'}</span>
      {new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0 }).format(Math.abs(share))}
    </span>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-3 lg:grid-cols-3 lg:has-[>:nth-child(8):last-child]:grid-cols-4">{children}</div>;
}
