import * as Radix from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';

interface Props {
  title: string;
  about?: ReactNode;
  open: boolean;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}

const veil = 'fixed inset-0 z-40 animate-fade bg-black/40';
const panel = 'fixed z-50 flex flex-col bg-raised shadow-pop outline-none';

function Head({ title, about }: { title: string; about?: ReactNode }) {
  return (
    <div className="flex items-start justify-between gap-4 px-5 pt-4">
      <div className="min-w-0">
        <Radix.Title className="text-base leading-7 font-semibold">{title}</Radix.Title>
        {about && <Radix.Description className="text-ink-2">{about}</Radix.Description>}
      </div>
      <Radix.Close asChild>
        <IconButton label="Close" size="small" className="-mr-1.5"><X aria-hidden className="size-4" /></IconButton>
      </Radix.Close>
    </div>
  );
}

function Overlay({ title, about, open, onOpenChange, children, className }: Props & { className: string }) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={veil} />
        <Radix.Content {...(!about && { 'aria-describedby': undefined })} className={cx(panel, className)}>
          <Head title={title} about={about} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-3 pb-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A small task in front of the page. */
export function Dialog(props: Props & { size?: 'small' | 'large' }) {
  const width = props.size === 'large' ? 'sm:max-w-[720px]' : 'sm:max-w-[480px]';
  return <Overlay {...props} className={cx('inset-x-0 bottom-0 max-h-[92dvh] w-full animate-rise rounded-t-2xl sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[85dvh] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl', width)} />;
}

/** A longer task beside the page, which stays visible. */
export function Sheet({ side = 'right', ...props }: Props & { side?: 'left' | 'right' }) {
  const place = side === 'right' ? 'right-0 animate-slide sm:rounded-l-2xl' : 'left-0 animate-slide-left rounded-r-2xl';
  return <Overlay {...props} className={cx('inset-y-0 w-full', side === 'right' ? 'sm:max-w-[520px]' : 'max-w-[300px]', place)} />;
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}

interface Confirm {
  title: string;
  children: ReactNode;
  confirm: string;
  onConfirm(): Promise<unknown> | void;
  open: boolean;
  onOpenChange(open: boolean): void;
  kind?: 'primary' | 'danger';
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, children, confirm, onConfirm, open, onOpenChange, kind = 'danger' }: Confirm) {
  const [pending, setPending] = useState(false);
  async function go() {
    setPending(true);
    await onConfirm();
    setPending(false);
    onOpenChange(false);
  }
  return (
    <Dialog title={title} open={open} onOpenChange={onOpenChange}>
      <div className="text-ink-2">{children}</div>
      <DialogActions>
        <Button onClick={() => onOpenChange(false)}>Cancel</Button>
        <Button kind={kind} pending={pending} onClick={() => void go()}>{confirm}</Button>
      </DialogActions>
    </Dialog>
  );
}
