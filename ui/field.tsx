import { createContext, use, useId, type ReactNode } from 'react';
import { cx } from './cx.ts';

/** Messages of the surrounding form by field name, as the server gave them. */
export const FieldErrors = createContext<Readonly<Record<string, string>>>({});

interface Wiring {
  id: string;
  name?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}
const FieldWiring = createContext<Wiring | null>(null);

/** What a control takes over from the field around it: id, name, description and error. */
export function useFieldWiring(): Partial<Wiring> {
  return use(FieldWiring) ?? {};
}

interface Props {
  label: ReactNode;
  name?: string;
  description?: ReactNode;
  error?: string;
  optional?: true;
  required?: true;
  /** The label is read out but not shown. */
  labelHidden?: true;
  className?: string;
  children: ReactNode;
}

/** The label of something that is no form control, like a formatted text. */
export function FieldLabel({ id, children }: { id: string; children: ReactNode }) {
  return <span id={id} className="text-[13px] leading-5 font-medium text-ink">{children}</span>;
}

/** A label, its control, what it means, and what is wrong with it. */
export function Field({ label, name, description, error, optional, required, labelHidden, className, children }: Props) {
  const id = useId();
  const errors = use(FieldErrors);
  const wrong = error ?? (name ? errors[name] : undefined);
  const notes = [description && `${id}-about`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const wiring = { id, ...(name && { name }), ...(notes && { 'aria-describedby': notes }), ...(wrong && { 'aria-invalid': true as const }), ...(required && { 'aria-required': true as const }) };
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-[13px] leading-5 font-medium text-ink'}>
        {label}
        {optional && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      <FieldWiring value={wiring}>{children}</FieldWiring>
      {description && <p id={`${id}-about`} className="text-[13px] leading-5 text-ink-3">{description}</p>}
      {wrong && <p id={`${id}-wrong`} className="text-[13px] leading-5 font-medium text-bad">{wrong}</p>}
    </div>
  );
}

/** A group of fields beside each other where there is room. */
export function FieldRow({ children, columns = 2 }: { children: ReactNode; columns?: 2 | 3 }) {
  return <div className={cx('grid items-start gap-4', columns === 3 ? 'sm:grid-cols-3' : 'sm:grid-cols-2')}>{children}</div>;
}
