import { cx } from '#ui/cx.ts';

/** How much of something is used. From four fifths on it warns, full it says so. */
export function UsageBar({ label, used, most }: { label: string; used: number; most: number }) {
  const share = most === 0 ? 1 : Math.min(1, used / most);
  const tone = share >= 1 ? 'bg-bad-fill' : share >= 0.8 ? 'bg-warn' : 'bg-series';
  return (
    <div role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={most} aria-valuenow={Math.min(used, most)} aria-valuetext={`${Math.round((used / Math.max(1, most)) * 100)} percent used`} className="h-2 overflow-hidden rounded-full bg-press">
      <div className={cx('h-full rounded-full transition-[width] motion-reduce:transition-none', tone)} style={{ width: used > 0 ? `max(4px, ${share * 100}%)` : 0 }} />
    </div>
  );
}
