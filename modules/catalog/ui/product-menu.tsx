import { Archive, CopyPlus, Ellipsis, ExternalLink, History, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Menu, MenuItem, MenuLink } from '#ui/menu.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { useView } from '#ui/use-view.ts';
import type { Product } from './product-shape.ts';

interface Props {
  product: Product;
  may: Record<string, boolean>;
  /** Where shoppers see it, when they do. */
  shopAddress: string | undefined;
  onHistory(): void;
}

/** What can be done with the whole product. */
export function ProductMenu({ product, may, shopAddress, onHistory }: Props) {
  const [deleting, setDeleting] = useState(false);
  const duplicate = useOperation<{ id: string }>('products.duplicate', { done: 'Product duplicated as a draft', goTo: (copy) => `/products/${copy.id}` });
  const archive = useOperation('products.archive', { done: 'Product archived' });
  return (
    <>
      <Button icon={<History aria-hidden className="size-4" />} onClick={onHistory}>History</Button>
      <Menu trigger={<Button icon={<Ellipsis aria-hidden className="size-4" />}>More</Button>}>
        {shopAddress && <MenuLink><a href={shopAddress} target="_blank" rel="noreferrer"><ExternalLink aria-hidden className="size-4 text-ink-3" />View in the shop</a></MenuLink>}
        {may['products.duplicate'] && <MenuItem icon={<CopyPlus aria-hidden />} onSelect={() => void duplicate.run({ id: product.id })}>Duplicate</MenuItem>}
        {may['products.archive'] && product.status !== 'archived' && <MenuItem icon={<Archive aria-hidden />} onSelect={() => void archive.run({ id: product.id })}>Archive</MenuItem>}
        {may['products.delete'] && <MenuItem icon={<Trash2 aria-hidden />} tone="bad" onSelect={() => setDeleting(true)}>Delete</MenuItem>}
      </Menu>
      <Dialog title={`Delete “${product.title}”?`} open={deleting} onOpenChange={setDeleting}>
        {deleting && <Deleting product={product} onClose={() => setDeleting(false)} onArchive={() => archive.run({ id: product.id })} />}
      </Dialog>
    </>
  );
}

/** What `products.uses` answers. */
export interface Uses {
  variants: { id: string; title: string; uses: { count: number; says: string; keeps: boolean }[] }[];
  prices: number;
  pictures: number;
  collections: number;
  formerAddresses: number;
}

function Deleting({ product, onClose, onArchive }: { product: Product; onClose(): void; onArchive(): Promise<unknown> }) {
  const { data, sentence } = useView<Uses>(`/products/${product.id}/uses`);
  const remove = useOperation('products.delete', { done: 'Product deleted', goTo: '/products' });
  if (sentence) return <p role="alert" className="text-bad">{sentence}</p>;
  if (!data) return <Skeleton className="h-24 w-full" />;
  const kept = data.variants.filter((variant) => variant.uses.some((use) => use.keeps));
  return kept.length > 0 ? (
    <>
      <p className="text-ink-2">It cannot be deleted, because its past would go with it:</p>
      <ul className="mt-2 list-disc pl-5">{kept.slice(0, 6).map((variant) => <li key={variant.id}>{variant.title || product.title}: {variant.uses.map((use) => `${use.count} ${use.says}`).join(', ')}</li>)}{kept.length > 6 && <li>and {kept.length - 6} more variants</li>}</ul>
      <p className="mt-2 text-ink-2">Archived, it is out of sight and keeps everything.</p>
      <DialogActions><Button onClick={onClose}>Cancel</Button>{product.status !== 'archived' && <Button kind="primary" onClick={() => void onArchive().then(onClose)}>Archive instead</Button>}</DialogActions>
    </>
  ) : (
    <>
      <p className="text-ink-2">Gone for good are then:</p>
      <ul className="mt-2 list-disc pl-5">{consequences(data).map((line) => <li key={line}>{line}</li>)}</ul>
      <DialogActions><Button onClick={onClose}>Cancel</Button><Button kind="danger" pending={remove.pending} onClick={() => void remove.run({ id: product.id })}>Delete product</Button></DialogActions>
    </>
  );
}

function consequences({ variants, prices, pictures, collections, formerAddresses }: Uses): string[] {
  const some = (count: number, one: string, many: string) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]);
  return [
    ...some(variants.length, 'variant', 'variants'),
    ...some(prices, 'price', 'prices'),
    ...some(pictures, 'picture', 'pictures'),
    ...some(collections, 'place in a collection', 'places in collections'),
    ...some(formerAddresses, 'former address that leads here', 'former addresses that lead here'),
  ];
}
