import { Archive, CopyPlus, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Product } from './product-shape.ts';

/** What can be done with the whole product. */
export function ProductMenu({ product, may }: { product: Product; may: Record<string, boolean> }) {
  const [deleting, setDeleting] = useState(false);
  const duplicate = useOperation<{ id: string }>('products.duplicate', { done: 'Product duplicated as a draft', goTo: (copy) => `/products/${copy.id}` });
  const archive = useOperation('products.archive', { done: 'Product archived' });
  const remove = useOperation('products.delete', { done: 'Product deleted', goTo: '/products' });
  return (
    <>
      <Menu trigger={<Button icon={<Ellipsis aria-hidden className="size-4" />}>More</Button>}>
        {may['products.duplicate'] && <MenuItem icon={<CopyPlus aria-hidden />} onSelect={() => void duplicate.run({ id: product.id })}>Duplicate</MenuItem>}
        {may['products.archive'] && product.status !== 'archived' && <MenuItem icon={<Archive aria-hidden />} onSelect={() => void archive.run({ id: product.id })}>Archive</MenuItem>}
        {may['products.delete'] && <MenuItem icon={<Trash2 aria-hidden />} tone="bad" onSelect={() => setDeleting(true)}>Delete</MenuItem>}
      </Menu>
      <ConfirmDialog title={`Delete “${product.title}”?`} confirm="Delete product" open={deleting} onOpenChange={setDeleting} onConfirm={() => remove.run({ id: product.id })}>
        Its variants, prices and pictures are gone for good. Products with stock or orders can only be archived.
      </ConfirmDialog>
    </>
  );
}
