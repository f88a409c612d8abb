import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';

export interface Option {
  value: string;
  label: string;
}

/** One of several. The browser's own list: best on phones, with screen readers and without script. */
export function Select({ options, className, ...rest }: ComponentProps<'select'> & { options: readonly Option[] }) {
  return (
    <span className={cx('relative block min-w-0', className)}>
      <select {...useFieldWiring()} {...rest} className="control h-10 w-full sm:h-9 appearance-none truncate pr-8 pl-3 text-base sm:text-sm">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-3" />
    </span>
  );
}
