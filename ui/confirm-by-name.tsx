import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';

interface Props {
  title: string;
  /** What has to be typed. */
  name: string;
  confirm: string;
  /** What will happen, in numbers. */
  children: ReactNode;
  open: boolean;
  onOpenChange(open: boolean): void;
  onConfirm(): Promise<unknown>;
}

/** Asks before something far-reaching: the button works once the name is typed. */
export function ConfirmByName({ title, name, confirm, children, open, onOpenChange, onConfirm }: Props) {
  return (
    <Dialog title={title} open={open} onOpenChange={onOpenChange}>
      {open && <Typed name={name} confirm={confirm} onClose={() => onOpenChange(false)} onConfirm={onConfirm}>{children}</Typed>}
    </Dialog>
  );
}

function Typed({ name, confirm, children, onClose, onConfirm }: Pick<Props, 'name' | 'confirm' | 'children' | 'onConfirm'> & { onClose(): void }) {
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  async function go(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== name.trim()) return;
    setPending(true);
    const answer = await onConfirm();
    setPending(false);
    if (answer !== undefined) onClose();
  }
  return (
    <form onSubmit={(event) => void go(event)} className="flex flex-col gap-4">
      <div className="text-ink-2">{children}</div>
      <Field label={<>Type <strong className="font-semibold break-all select-all">{name}</strong> to confirm</>} name="typed"><Input value={typed} autoComplete="off" spellCheck={false} autoFocus onChange={(event) => setTyped(event.target.value)} /></Field>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="danger" pending={pending} disabled={typed.trim() !== name.trim()}>{confirm}</Button>
      </DialogActions>
    </form>
  );
}
