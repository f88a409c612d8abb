import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SearchInput } from '#ui/input.tsx';
import { useView } from '#ui/use-view.ts';

interface Props {
  ids: readonly string[];
  names: Record<string, string>;
  onAdd(id: string, name: string): void;
  onRemove(id: string): void;
}

/** What a plan sells. */
export function ProductsField({ ids, names, onAdd, onRemove }: Props) {
  const [picking, setPicking] = useState(false);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-[13px] font-medium">Products</legend>
      {ids.length === 0 && <p className="text-[13px] text-ink-3">Nothing is chosen yet.</p>}
      <ul className="flex flex-col gap-1.5 empty:hidden">
        {ids.map((id) => (
          <li key={id} className="flex items-center gap-2 rounded-lg border border-line py-1 pr-1 pl-3">
            <span className="min-w-0 flex-1 truncate">{names[id] ?? 'Something that is gone'}</span>
            <IconButton size="small" label={`Take out ${names[id] ?? 'it'}`} onClick={() => onRemove(id)}><X aria-hidden className="size-4" /></IconButton>
          </li>
        ))}
      </ul>
      <div><Button size="small" icon={<Plus aria-hidden className="size-4" />} onClick={() => setPicking(true)}>Add products</Button></div>
      <Dialog title="Choose products" open={picking} onOpenChange={setPicking}>{picking && <Finder taken={new Set(ids)} onPick={onAdd} />}</Dialog>
    </fieldset>
  );
}

function Finder({ taken, onPick }: { taken: ReadonlySet<string>; onPick(id: string, name: string): void }) {
  const [words, setWords] = useState('');
  const { data, sentence } = useView<{ data: { id: string; title: string }[] }>(`/products?limit=20&q=${encodeURIComponent(words)}`);
  return (
    <div className="flex min-h-72 flex-col gap-3">
      <SearchInput aria-label="Search products" placeholder="Title, SKU or tag" value={words} onChange={(event) => setWords(event.target.value)} autoFocus />
      {sentence && <p role="alert" className="text-bad">{sentence}</p>}
      {data?.data.length === 0 && <p className="py-8 text-center text-ink-2">No product is called that.</p>}
      <ul className="divide-y divide-line">
        {data?.data.map(({ id, title }) => (
          <li key={id} className="flex items-center gap-3 py-2">
            <span className="line-clamp-2 min-w-0 flex-1">{title}</span>
            <Button size="small" disabled={taken.has(id)} onClick={() => onPick(id, title)}>{taken.has(id) ? 'Chosen' : 'Choose'}<span className="sr-only"> {title}</span></Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
