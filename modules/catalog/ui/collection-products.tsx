import { Ellipsis, GripVertical, ImageOff, Plus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { StatusBadge } from '#ui/badge.tsx';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { Dialog } from '#ui/dialog.tsx';
import { SearchInput } from '#ui/input.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { useView } from '#ui/use-view.ts';
import type { Brief } from './collection-shape.ts';

interface Props {
  products: readonly Brief[];
  onChange(products: Brief[]): void;
}

/** The products of a collection by hand, in the order they are shown: dragged, or moved by the menu or Alt and an arrow. */
export function PickedProducts({ products, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const move = (from: number, to: number) => to >= 0 && to < products.length && onChange(products.toSpliced(from, 1).toSpliced(to, 0, products[from]!));
  return (
    <Card title="Products" about={products.length === 0 ? undefined : 'In this order.'} padding="none" actions={<Button size="small" onClick={() => setAdding(true)}>Add products</Button>}>
      {products.length === 0 && <p className="px-4 pb-5 text-ink-3 sm:px-5">No products yet. Add those that belong together.</p>}
      <ol className="divide-y divide-line border-t border-line empty:border-0">
        {products.map((each, i) => (
          <li key={each.id} draggable onDragStart={() => setDragged(each.id)} onDragEnd={() => setDragged(null)} onDragEnter={() => { if (dragged && dragged !== each.id) move(products.findIndex((other) => other.id === dragged), i); }} className={cx('flex items-center gap-3 px-4 py-2 sm:px-5', dragged === each.id && 'opacity-40')}>
            <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-ink-3 max-sm:hidden" />
            <BriefLine product={each} />
            <Arrange product={each} place={i} last={i === products.length - 1} onMove={(to) => move(i, to)} onEnd={() => move(i, products.length - 1)} onRemove={() => onChange(products.filter((other) => other.id !== each.id))} />
          </li>
        ))}
      </ol>
      <Dialog size="large" title="Add products" open={adding} onOpenChange={setAdding}>
        {adding && <Finder taken={new Set(products.map((each) => each.id))} onPick={(product) => onChange([...products, product])} />}
      </Dialog>
    </Card>
  );
}

interface ArrangeProps {
  product: Brief;
  place: number;
  last: boolean;
  onMove(to: number): void;
  onEnd(): void;
  onRemove(): void;
}

function Arrange({ product, place, last, onMove, onEnd, onRemove }: ArrangeProps) {
  const press = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    onMove(place + by);
  };
  return (
    <Menu trigger={<IconButton size="small" label={`Arrange ${product.title}`} onKeyDown={press}><Ellipsis aria-hidden className="size-4" /></IconButton>}>
      <MenuItem disabled={place === 0} onSelect={() => onMove(0)}>Move to the top</MenuItem>
      <MenuItem disabled={place === 0} onSelect={() => onMove(place - 1)}>Move up</MenuItem>
      <MenuItem disabled={last} onSelect={() => onMove(place + 1)}>Move down</MenuItem>
      <MenuItem disabled={last} onSelect={onEnd}>Move to the end</MenuItem>
      <MenuLine />
      <MenuItem tone="bad" onSelect={onRemove}>Take out</MenuItem>
    </Menu>
  );
}

/** Picture, title and status of a product. */
export function BriefLine({ product }: { product: Brief }) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-3">
      {product.imageUrl ? <img src={product.imageUrl} alt="" loading="lazy" width={36} height={36} className="size-9 shrink-0 rounded-md border border-line bg-sunken object-cover" /> : <span className="grid size-9 shrink-0 place-items-center rounded-md border border-line bg-sunken text-ink-3"><ImageOff aria-hidden className="size-4" /></span>}
      <span className="line-clamp-2 min-w-0 flex-1">{product.title}</span>
      {product.status !== 'active' && <StatusBadge status={product.status} />}
    </span>
  );
}

function Finder({ taken, onPick }: { taken: ReadonlySet<string>; onPick(product: Brief): void }) {
  const [words, setWords] = useState('');
  const { data, sentence } = useView<{ data: Brief[] }>(`/products?limit=20&q=${encodeURIComponent(words)}`);
  return (
    <div className="flex min-h-80 flex-col gap-3">
      <SearchInput aria-label="Search products" placeholder="Title, SKU or tag" value={words} onChange={(event) => setWords(event.target.value)} autoFocus />
      <p role="status" className="sr-only">{data ? `${data.data.length} found` : ''}</p>
      {sentence && <p role="alert" className="text-bad">{sentence}</p>}
      {data?.data.length === 0 && <p className="py-8 text-center text-ink-2">No product is called that.</p>}
      <ul className="divide-y divide-line">
        {data?.data.map((each) => (
          <li key={each.id} className="flex items-center gap-3 py-2">
            <BriefLine product={each} />
            <Button size="small" disabled={taken.has(each.id)} icon={<Plus aria-hidden className="size-4" />} onClick={() => onPick(each)}>{taken.has(each.id) ? 'Added' : 'Add'}<span className="sr-only"> {each.title}</span></Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
