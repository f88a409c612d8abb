import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { NumberInput, SearchInput } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { useView } from '#ui/use-view.ts';

interface Part {
  variantId: string;
  title: string;
  quantity: number;
}

/** What `products.bundle` answers. */
export interface Bundle {
  productId: string;
  kind: 'goods' | 'gift_card';
  variants: { variantId: string; title: string; components: Part[] }[];
}

const kinds = [{ value: 'goods', label: 'Goods' }, { value: 'gift_card', label: 'Gift card' }];

/** Goods or gift card, and what is inside each variant when it is a bundle. Saved at once, not with the page. */
export function KindCard({ bundle, mayWrite }: { bundle: Bundle; mayWrite: boolean }) {
  const [filling, setFilling] = useState<Variant | null>(null);
  const setKind = useOperation('products.set-kind', { done: 'Kind saved' });
  const card = bundle.kind === 'gift_card';
  const boxes = bundle.variants.filter((variant) => variant.components.length > 0);
  const plain = bundle.variants.filter((variant) => variant.components.length === 0);
  return (
    <Card title="Kind" about={card ? 'Each one sold makes a gift card over its price, mailed to the buyer once the order is paid.' : undefined}>
      <div className="flex flex-col gap-4">
        <Field label="Kind" name="kind" labelHidden><Select value={bundle.kind} options={kinds} disabled={!mayWrite || setKind.pending} onChange={(event) => void setKind.run({ id: bundle.productId, kind: event.target.value })} /></Field>
        {!card && boxes.map((variant) => (
          <div key={variant.variantId} className="flex flex-col gap-1.5">
            {bundle.variants.length > 1 && <p className="text-[13px] font-medium">{variant.title}</p>}
            <ul className="flex flex-col gap-1 text-[13px]">{variant.components.map((part) => <li key={part.variantId} className="break-words"><span className="figures">{part.quantity} ×</span> {part.title}</li>)}</ul>
            {mayWrite && <Button size="small" className="self-start" onClick={() => setFilling(variant)}>Change what is inside<span className="sr-only">{variant.title && `: ${variant.title}`}</span></Button>}
          </div>
        ))}
        {!card && mayWrite && plain.length > 0 && <MakeBundle among={plain} only={bundle.variants.length === 1} onChoose={setFilling} />}
      </div>
      <Dialog title="What is inside" about="One sold takes these from the stock. There are as many as the scarcest thing inside makes." size="large" open={filling !== null} onOpenChange={(open) => !open && setFilling(null)}>
        {filling && <Filling variant={filling} onClose={() => setFilling(null)} />}
      </Dialog>
    </Card>
  );
}

type Variant = Bundle['variants'][number];

function MakeBundle({ among, only, onChoose }: { among: readonly Variant[]; only: boolean; onChoose(variant: Variant): void }) {
  if (only) return <Button size="small" className="self-start" onClick={() => onChoose(among[0]!)}>Make it a bundle</Button>;
  const options = [{ value: '', label: 'Make a variant a bundle…' }, ...among.map(({ variantId, title }) => ({ value: variantId, label: title }))];
  return <Select aria-label="Make a variant a bundle" value="" options={options} onChange={(event) => { const chosen = among.find(({ variantId }) => variantId === event.target.value); if (chosen) onChoose(chosen); }} />;
}

function Filling({ variant, onClose }: { variant: Variant; onClose(): void }) {
  const [parts, setParts] = useState(variant.components);
  const save = useOperation('products.set-bundle', { done: 'Bundle saved', onDone: onClose });
  const send = () => save.run({ variantId: variant.variantId, components: parts.map(({ variantId, quantity }) => ({ variantId, quantity })) });
  return (
    <div className="flex flex-col gap-4">
      {parts.length === 0 && <p className="text-ink-3">Nothing is inside; it is an ordinary product.</p>}
      <ul className="flex flex-col gap-2 empty:hidden">
        {parts.map((part, i) => (
          <li key={part.variantId} className="flex items-center gap-2">
            <NumberInput aria-label={`How many of ${part.title}`} type="number" min={1} max={1000} className="w-20!" value={part.quantity} onChange={(event) => setParts(parts.with(i, { ...part, quantity: Math.max(1, Math.round(Number(event.target.value))) }))} />
            <span className="min-w-0 flex-1 break-words">{part.title}</span>
            <IconButton size="small" label={`Take out ${part.title}`} onClick={() => setParts(parts.toSpliced(i, 1))}><X aria-hidden className="size-4" /></IconButton>
          </li>
        ))}
      </ul>
      <Finder taken={new Set([variant.variantId, ...parts.map((part) => part.variantId)])} onPick={(part) => setParts([...parts, part])} />
      <DialogActions><Button onClick={onClose}>Cancel</Button><Button kind="primary" pending={save.pending} onClick={() => void send()}>Save</Button></DialogActions>
    </div>
  );
}

interface Level {
  id: string;
  variantId: string;
  product: string;
  variant: string | null;
}

function Finder({ taken, onPick }: { taken: ReadonlySet<string>; onPick(part: Part): void }) {
  const [words, setWords] = useState('');
  const { data, sentence } = useView<{ data: Level[] }>(`/stock?limit=20&q=${encodeURIComponent(words)}`);
  const found = [...new Map((data?.data ?? []).map((level) => [level.variantId, level])).values()];
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <SearchInput aria-label="Search what goes in" placeholder="Name, SKU or barcode" value={words} onChange={(event) => setWords(event.target.value)} />
      <p role="status" className="sr-only">{data ? `${found.length} found` : ''}</p>
      {sentence && <p role="alert" className="text-bad">{sentence}</p>}
      <ul className="max-h-56 divide-y divide-line overflow-y-auto">
        {found.map((level) => {
          const title = [level.product, level.variant].filter(Boolean).join(', ');
          return (
            <li key={level.variantId} className="flex items-center gap-3 py-1.5">
              <span className="line-clamp-2 min-w-0 flex-1">{title}</span>
              <Button size="small" disabled={taken.has(level.variantId)} onClick={() => onPick({ variantId: level.variantId, title, quantity: 1 })}>{taken.has(level.variantId) ? 'Inside' : 'Put in'}<span className="sr-only"> {title}</span></Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
