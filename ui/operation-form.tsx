import { useRef, type ComponentProps, type FormEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { FieldErrors } from './field.tsx';
import { readForm } from './read-form.ts';
import { useOperation } from './use-operation.ts';

type Options<A> = NonNullable<Parameters<typeof useOperation<A>>[1]>;

interface Props<A> extends Options<A> {
  operation: string;
  /** Sent along with what the form's fields say. */
  input?: Record<string, unknown>;
  submit: string;
  kind?: ComponentProps<typeof Button>['kind'];
  cancel?: ReactNode;
  /** Last change to what is sent. */
  shape?(input: Record<string, unknown>): unknown;
  className?: string;
  children?: ReactNode;
}

/** A form for one operation. Field errors appear at their fields, a refusal as a sentence. */
export function OperationForm<A = unknown>({ operation, input = {}, submit, kind = 'primary', cancel, shape = (whole) => whole, className, children, ...options }: Props<A>) {
  const form = useRef<HTMLFormElement>(null);
  const running = useOperation<A>(operation, options);
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (running.pending) return;
    const answer = await running.run(shape({ ...input, ...readForm(event.currentTarget) }));
    if (answer === undefined) focusFirstError(form.current);
  }
  return (
    <form ref={form} noValidate onSubmit={(event) => void send(event)} className={cx('flex flex-col gap-4', className)}>
      <FieldErrors value={running.fields}>{children}</FieldErrors>
      {running.sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{running.sentence}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        {cancel}
        <Button type="submit" kind={kind} pending={running.pending}>{submit}</Button>
      </div>
    </form>
  );
}

function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
