import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';

interface Props {
  title?: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
  /** 'none' when the content brings its own edges, like a table. */
  padding?: 'none' | 'normal';
  className?: string;
  children: ReactNode;
}

/** A titled group of things that belong together. */
export function Card({ title, about, actions, padding = 'normal', className, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined} className={cx('min-w-0 rounded-card border border-line bg-surface shadow-card', className)}>
      {(title || actions) && (
        <div className={cx('flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5 sm:px-5', padding === 'none' && 'pb-3')}>
          <div className={cx('min-w-0 flex-1', about ? 'basis-48' : 'basis-20')}>
            {title && <h2 id={id} className="text-[15px] leading-6 font-semibold tracking-[-0.005em]">{title}</h2>}
            {about && <p className="text-[13px] text-pretty text-ink-3">{about}</p>}
          </div>
          {actions && <div className="-my-0.5 flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      <div className={padding === 'normal' ? cx('px-4 pb-4 sm:px-5 sm:pb-5', title ? 'pt-3' : 'pt-4 sm:pt-5') : undefined}>{children}</div>
    </section>
  );
}

/** Label and value lines: the facts of a record. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(96px,auto)_minmax(0,1fr)] gap-x-4 gap-y-2">
      {facts.map(([label, value]) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
