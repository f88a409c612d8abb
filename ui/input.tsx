import { Eye, EyeOff, Search } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';

// 16 px on phones, because smaller text makes iOS zoom into the field.
const box = 'control w-full min-w-0 px-3 text-base sm:text-sm';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...useFieldWiring()} {...rest} className={cx(box, 'h-10 sm:h-9', className)} />;
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={4} {...useFieldWiring()} {...rest} className={cx(box, 'field-sizing-content min-h-20 py-2 leading-5', className)} />;
}

/** A whole or decimal number; `data-as` tells the form to send a number. */
export function NumberInput({ className, ...rest }: ComponentProps<'input'>) {
  return <Input inputMode="numeric" autoComplete="off" data-as="number" {...rest} className={cx('figures text-right', className)} />;
}

/** A password that can be looked at. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-10" />
      <button type="button" aria-label={shown ? 'Hide the password' : 'Show the password'} aria-pressed={shown} onClick={() => setShown(!shown)} className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-control text-ink-3 hover:text-ink">
        {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
      </button>
    </div>
  );
}

export function SearchInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <div className={cx('relative', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" />
      <Input type="search" autoComplete="off" spellCheck={false} {...rest} className="pr-3 pl-8" />
    </div>
  );
}
