import { cx } from './cx.ts';

/** A grey place holder of the size you give it. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block animate-skeleton rounded-md bg-press', className ?? 'h-4 w-full')} />;
}
