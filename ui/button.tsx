import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';

const base =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none transition-colors disabled:opacity-55';
const kinds: Record<Kind, string> = {
  primary: 'bg-accent text-accent-ink enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
  secondary: 'border border-edge/60 bg-surface text-ink hover:bg-hover active:bg-press',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink active:bg-press data-[state=open]:bg-hover',
  danger: 'bg-bad-fill text-white hover:brightness-110',
};
// A finger needs 40 px; beside a mouse things stand closer.
const sizes = { small: 'h-10 px-2.5 text-[13px] sm:h-8', medium: 'h-10 px-3.5 text-sm sm:h-9', large: 'h-11 px-5 text-[15px]' };

interface Look {
  kind?: Kind;
  size?: keyof typeof sizes;
  icon?: ReactNode;
}

export function buttonClass({ kind = 'secondary', size = 'medium' }: Look, more?: string): string {
  return cx(base, kinds[kind], sizes[size], more);
}

/** A button. `pending` shows a spinner and holds further presses. */
export function Button({ kind, size, icon, pending, className, children, disabled, ...rest }: ComponentProps<'button'> & Look & { pending?: boolean }) {
  const look = { ...(kind && { kind }), ...(size && { size }) };
  return (
    <button type="button" {...rest} className={buttonClass(look, className)} disabled={disabled || pending} aria-busy={pending || undefined}>
      {pending ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere. */
export function LinkButton({ kind, size, icon, className, children, ...rest }: ComponentProps<typeof Link> & Look) {
  const look = { ...(kind && { kind }), ...(size && { size }) };
  return (
    <Link {...rest} className={buttonClass(look, className as string)}>
      {icon}
      {children}
    </Link>
  );
}

/** A square button with an icon only; `label` is what is read out and shown on hover. */
export function IconButton({ label, size = 'medium', className, children, ...rest }: ComponentProps<'button'> & { label: string; size?: 'small' | 'medium' }) {
  const box = size === 'small' ? 'size-10 sm:size-8' : 'size-10 sm:size-9';
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={cx(base, kinds.quiet, box, className)}>
      {children}
    </button>
  );
}
