import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { FieldErrors } from '#ui/field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';

interface Props {
  title: string;
  about?: ReactNode;
  submit: string;
  /** Checks before sending: messages by field. */
  check?(values: Record<string, string>): Record<string, string>;
  send(values: Record<string, string>): Promise<string | undefined>;
  foot?: ReactNode;
  children: ReactNode;
}

/** A form at the door. `send` resolves to the sentence to show, or undefined when all went well. */
export function AuthForm({ title, about, submit, check = () => ({}), send, foot, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [pending, setPending] = useState(false);
  const [sentence, setSentence] = useState<string>();
  const [errors, setErrors] = useState<Record<string, string>>({});
  async function go(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const wrong = { ...missing(event.currentTarget), ...check(values) };
    setErrors(wrong);
    setSentence(undefined);
    if (Object.keys(wrong).length > 0) return requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    setPending(true);
    const refused = await send(values);
    setSentence(refused);
    if (refused) setPending(false);
  }
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      {about && <div className="mt-1 text-ink-2">{about}</div>}
      <form ref={form} method="post" noValidate onSubmit={(event) => void go(event)} className="mt-6 flex flex-col gap-4">
        <FieldErrors value={errors}>{children}</FieldErrors>
        {sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-bad">{sentence}</p>}
        <Button type="submit" kind="primary" size="large" pending={pending} disabled={!hydrated}>{submit}</Button>
      </form>
      {foot && <div className="mt-5 text-center text-ink-2">{foot}</div>}
    </>
  );
}

function missing(form: HTMLFormElement): Record<string, string> {
  const out: Record<string, string> = {};
  for (const field of form.querySelectorAll<HTMLInputElement>('input[required]')) {
    if (field.validity.valueMissing) out[field.name] = 'Please fill this in.';
    else if (field.type === 'email' && field.validity.typeMismatch) out[field.name] = 'This does not look like an email address.';
    else if (field.minLength > 0 && field.value.length < field.minLength) out[field.name] = `Use at least ${field.minLength} characters.`;
  }
  return out;
}
