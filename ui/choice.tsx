import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx.ts';

/** The bare box, for table rows; give it an aria-label. */
export function Tick({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type="checkbox"
      {...rest}
      className={cx(
        'tick-mark relative size-4 shrink-0 max-sm:before:absolute max-sm:before:-inset-3 appearance-none rounded-[4px] border border-edge bg-surface bg-center bg-no-repeat transition-colors enabled:hover:border-ink-3 disabled:opacity-50',
        'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent',
        className,
      )}
    />
  );
}

interface Labelled {
  label: ReactNode;
  description?: ReactNode;
}

/** Yes or no, with its label to the right. */
export function Checkbox({ label, description, className, ...rest }: ComponentProps<'input'> & Labelled) {
  const id = useId();
  return (
    <label className={cx('flex min-w-0 items-start gap-2.5', className)}>
      <Tick data-as="boolean" aria-describedby={description ? id : undefined} {...rest} className="mt-0.5" />
      <span className="min-w-0">
        {label}
        {description && <span id={id} className="block text-[13px] text-ink-3">{description}</span>}
      </span>
    </label>
  );
}

/** On or off, at once. */
export function Switch({ label, description, className, ...rest }: ComponentProps<'input'> & Labelled) {
  const id = useId();
  return (
    <label className={cx('flex min-w-0 items-start justify-between gap-4', className)}>
      <span className="min-w-0">
        <span className="font-medium">{label}</span>
        {description && <span id={id} className="block text-[13px] text-ink-3">{description}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        data-as="boolean"
        aria-describedby={description ? id : undefined}
        {...rest}
        className="relative mt-0.5 h-5 w-9 shrink-0 appearance-none rounded-full bg-edge transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-white before:shadow-sm before:transition-transform checked:bg-accent checked:before:translate-x-4 disabled:opacity-50"
      />
    </label>
  );
}
