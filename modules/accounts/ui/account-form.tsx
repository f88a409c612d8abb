import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';

interface Props {
  submit: string;
  kind?: 'primary' | 'secondary' | 'danger';
  cancel?: ReactNode;
  /** Resolves to the sentence to show, or undefined when all went well. */
  send(values: Record<string, string>): Promise<string | undefined>;
  children: ReactNode;
}

/** A small form of the account page: fields, one button, and why it did not work. */
export function AccountForm({ submit, kind = 'secondary', cancel, send, children }: Props) {
  const [pending, setPending] = useState(false);
  const [sentence, setSentence] = useState<string>();
  async function go(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (!form.reportValidity()) return;
    setPending(true);
    const refused = await send(Object.fromEntries(new FormData(form)) as Record<string, string>);
    setSentence(refused);
    setPending(false);
    if (!refused) form.reset();
  }
  return (
    <form onSubmit={(event) => void go(event)} className="flex flex-col gap-4">
      {children}
      {sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{sentence}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        {cancel}
        <Button type="submit" kind={kind} pending={pending}>{submit}</Button>
      </div>
    </form>
  );
}
