import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

interface Props {
  /** What is unsaved: "Unsaved product". */
  what: string;
  dirty: boolean;
  pending: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** One bar saves the whole page at once; leaving with changes asks first. */
export function SaveBar({ what, dirty, pending, onSave, onDiscard }: Props) {
  useSaveKey(dirty && !pending ? onSave : undefined);
  return (
    <>
      <LeaveGuard dirty={dirty && !pending} />
      {dirty && (
        <div role="region" aria-label="Unsaved changes" className="fixed inset-x-3 bottom-3 z-30 mx-auto flex max-w-[560px] animate-rise items-center justify-between gap-3 rounded-xl bg-ink py-2 pr-2 pl-4 text-canvas shadow-pop sm:bottom-5">
          <p className="min-w-0 truncate font-medium">{what}</p>
          <div className="flex shrink-0 gap-2">
            <Button kind="quiet" size="small" onClick={onDiscard} disabled={pending} className="text-canvas! hover:bg-canvas/15!">Discard</Button>
            <Button kind="primary" size="small" pending={pending} onClick={onSave}>Save</Button>
          </div>
        </div>
      )}
    </>
  );
}

function useSaveKey(onSave: (() => void) | undefined): void {
  useEffect(() => {
    if (!onSave) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onSave();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [onSave]);
}

function LeaveGuard({ dirty }: { dirty: boolean }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  return (
    <Dialog title="Leave without saving?" about="Your changes on this page will be lost." open={blocker.state === 'blocked'} onOpenChange={(open) => !open && blocker.reset?.()}>
      <DialogActions>
        <Button onClick={() => blocker.reset?.()}>Stay</Button>
        <Button kind="danger" onClick={() => blocker.proceed?.()}>Leave</Button>
      </DialogActions>
    </Dialog>
  );
}
