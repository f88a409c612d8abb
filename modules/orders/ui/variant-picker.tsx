import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import { Dialog } from '#ui/dialog.tsx';
import { SearchInput } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Money } from '#ui/money.tsx';
import type { loader, Pick } from './pick-variants.ts';

interface Props {
  open: boolean;
  taken: ReadonlySet<string>;
  onPick(pick: Pick): void;
  onClose(): void;
}

/** Finds something to put into the order. */
export function VariantPicker({ open, taken, onPick, onClose }: Props) {
  return (
    <Dialog title="Add items" open={open} onOpenChange={(next) => !next && onClose()} size="large">
      {open && <Search taken={taken} onPick={onPick} />}
    </Dialog>
  );
}

function Search({ taken, onPick }: SearchProps) {
  const [words, setWords] = useState('');
  const { currency } = useLocale();
  const { load, data } = useFetcher<typeof loader>();
  const inWorkspace = useWorkspacePath();
  const address = inWorkspace(`/orders/pick?q=${encodeURIComponent(words)}&currency=${currency}`);
  useEffect(() => {
    const timer = setTimeout(() => void load(address), 150);
    return () => clearTimeout(timer);
  }, [address, load]);
  const picks = data?.data;
  return (
    <div className="flex min-h-80 flex-col gap-3">
      <SearchInput aria-label="Search products" placeholder="Name or SKU" value={words} onChange={(event) => setWords(event.target.value)} autoFocus />
      <p role="status" className="sr-only">{picks ? `${picks.length} found` : ''}</p>
      {!picks && <div className="flex flex-col gap-3">{[1, 2, 3, 4].map((n) => <Skeleton key={n} className="h-10 w-full" />)}</div>}
      {picks?.length === 0 && <p className="py-8 text-center text-ink-2">Nothing on sale is called that.</p>}
      <ul className="divide-y divide-line">
        {picks?.map((pick) => <Line key={pick.variantId} pick={pick} taken={taken.has(pick.variantId)} onPick={() => onPick(pick)} />)}
      </ul>
    </div>
  );
}

type SearchProps = Omit<Props, 'open' | 'onClose'>;

function Line({ pick, taken, onPick }: { pick: Pick; taken: boolean; onPick(): void }) {
  const { currency } = useLocale();
  return (
    <li>
      <button type="button" onClick={onPick} disabled={taken} className="flex w-full items-center gap-3 rounded-lg px-2 py-2 text-left enabled:hover:bg-hover disabled:opacity-60">
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{pick.title}</span>
          <span className="block text-[13px] text-ink-3">{[pick.variantTitle, pick.sku].filter(Boolean).join(' · ') || ' '}</span>
        </span>
        {taken ? <span className="text-[13px] text-ink-3">In the order</span> : pick.price === null ? <span className="text-[13px] text-ink-3">No price</span> : <Money value={{ amount: pick.price, currency }} />}
      </button>
    </li>
  );
}
