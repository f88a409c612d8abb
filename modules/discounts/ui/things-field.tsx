import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SearchInput } from '#ui/input.tsx';
import { useView } from '#ui/use-view.ts';
import type { Things } from './discount-shape.ts';

interface Props {
  legend: string;
  /** Said while nothing is chosen. */
  nothing: string;
  value: Things;
  names: Record<string, string>;
  onChange(things: Things, names: Record<string, string>): void;
  /** Only one product can be chosen. */
  single?: true;
}

type Of = 'product' | 'collection';

/** Which products and collections are meant. */
export function ThingsField({ legend, nothing, value, names, onChange, single }: Props) {
  const [picking, setPicking] = useState<Of | null>(null);
  const all = [...value.collectionIds.map((id) => ({ id, of: 'collection' as Of })), ...value.productIds.map((id) => ({ id, of: 'product' as Of }))];
  const without = (id: string): Things => ({ productIds: value.productIds.filter((each) => each !== id), collectionIds: value.collectionIds.filter((each) => each !== id) });
  const pick = (of: Of, id: string, name: string) => {
    const key = of === 'product' ? 'productIds' : 'collectionIds';
    onChange(single ? { productIds: [id], collectionIds: [] } : { ...value, [key]: [...value[key], id] }, { ...names, [id]: name });
    if (single) setPicking(null);
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-[13px] font-medium">{legend}</legend>
      {all.length === 0 && <p className="text-[13px] text-ink-3">{nothing}</p>}
      <ul className="flex flex-col gap-1.5 empty:hidden">
        {all.map(({ id, of }) => (
          <li key={id} className="flex items-center gap-2 rounded-lg border border-line py-1 pr-1 pl-3">
            <span className="min-w-0 flex-1 truncate">{names[id] ?? 'Something that is gone'}{of === 'collection' && <span className="text-[13px] text-ink-3"> · collection</span>}</span>
            <IconButton size="small" label={`Take out ${names[id] ?? 'it'}`} onClick={() => onChange(without(id), names)}><X aria-hidden className="size-4" /></IconButton>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {!(single && all.length > 0) && <Button size="small" icon={<Plus aria-hidden className="size-4" />} onClick={() => setPicking('product')}>{single ? 'Choose the product' : 'Products'}</Button>}
        {!single && <Button size="small" icon={<Plus aria-hidden className="size-4" />} onClick={() => setPicking('collection')}>Collections</Button>}
      </div>
      <Dialog title={picking === 'collection' ? 'Choose collections' : 'Choose products'} open={picking !== null} onOpenChange={(open) => !open && setPicking(null)}>
        {picking && <Finder of={picking} taken={new Set(all.map(({ id }) => id))} onPick={(id, name) => pick(picking, id, name)} />}
      </Dialog>
    </fieldset>
  );
}

function Finder({ of, taken, onPick }: { of: Of; taken: ReadonlySet<string>; onPick(id: string, name: string): void }) {
  const [words, setWords] = useState('');
  const { data, sentence } = useView<{ data: { id: string; title: string }[] }>(of === 'product' ? `/products?limit=20&q=${encodeURIComponent(words)}` : '/collections');
  const found = data?.data.filter((each) => of === 'product' || each.title.toLowerCase().includes(words.toLowerCase()));
  return (
    <div className="flex min-h-72 flex-col gap-3">
      <SearchInput aria-label={`Search ${of}s`} placeholder={of === 'product' ? 'Title, SKU or tag' : 'Title'} value={words} onChange={(event) => setWords(event.target.value)} autoFocus />
      <p role="status" className="sr-only">{found ? `${found.length} found` : ''}</p>
      {sentence && <p role="alert" className="text-bad">{sentence}</p>}
      {found?.length === 0 && <p className="py-8 text-center text-ink-2">{words ? `No ${of} is called that.` : `There are no ${of}s yet.`}</p>}
      <ul className="divide-y divide-line">
        {found?.map((each) => (
          <li key={each.id} className="flex items-center gap-3 py-2">
            <span className="line-clamp-2 min-w-0 flex-1">{each.title}</span>
            <Button size="small" disabled={taken.has(each.id)} onClick={() => onPick(each.id, each.title)}>{taken.has(each.id) ? 'Chosen' : 'Choose'}<span className="sr-only"> {each.title}</span></Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
