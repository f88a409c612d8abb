import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { SearchInput } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { CustomerPick, loader } from './pick-customers.ts';

interface Props {
  customer: { id: string; name: string; email: string };
  open: boolean;
  onClose(): void;
}

/** Finds the other record of the same person and merges it into this one. */
export function MergeDialog({ customer, open, onClose }: Props) {
  const [picked, setPicked] = useState<CustomerPick | null>(null);
  const merge = useOperation('customers.merge', { done: 'Customers merged', onDone: close });
  function close() {
    setPicked(null);
    onClose();
  }
  return (
    <Dialog title="Merge another customer" about={`Into ${customer.name || customer.email}`} open={open} onOpenChange={(next) => !next && close()}>
      {open && !picked && <Find except={customer.id} onPick={setPicked} />}
      {picked && (
        <>
          <p>All orders, carts, addresses, notes and groups of <strong className="font-semibold">{picked.name || picked.email}</strong> ({picked.email}) move to <strong className="font-semibold">{customer.name || customer.email}</strong>. The account of {picked.email} ends. This cannot be undone.</p>
          <DialogActions>
            <Button onClick={() => setPicked(null)}>Back</Button>
            <Button kind="danger" pending={merge.pending} onClick={() => void merge.run({ id: customer.id, fromId: picked.id })}>Merge</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

function Find({ except, onPick }: { except: string; onPick(pick: CustomerPick): void }) {
  const [words, setWords] = useState('');
  const { load, data } = useFetcher<typeof loader>();
  const address = useWorkspacePath()(`/customers/pick?q=${encodeURIComponent(words)}`);
  useEffect(() => {
    const timer = setTimeout(() => void load(address), 150);
    return () => clearTimeout(timer);
  }, [address, load]);
  const found = data?.data.filter((each) => each.id !== except) ?? [];
  return (
    <div className="flex min-h-60 flex-col gap-2">
      <SearchInput aria-label="Find a customer" placeholder="Name or email" value={words} onChange={(event) => setWords(event.target.value)} autoFocus />
      <ul aria-label="Found">
        {found.map((each) => (
          <li key={each.id}>
            <button type="button" onClick={() => onPick(each)} className="flex w-full items-center gap-3 rounded-lg px-2 py-2 text-left hover:bg-hover">
              <span className="min-w-0 flex-1"><span className="block truncate font-medium">{each.name || each.email}</span><span className="block truncate text-[13px] text-ink-3">{each.email}</span></span>
              <span className="figures text-[13px] text-ink-3">{each.ordersCount} {each.ordersCount === 1 ? 'order' : 'orders'}</span>
            </button>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && <p className="py-6 text-center text-ink-2">Nobody else is called that.</p>}
    </div>
  );
}
