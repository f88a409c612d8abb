import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWorkspacePath } from '#ui/link.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { cellChanges, changesOf, creationOf, type ProductDraft } from './product-draft.ts';
import type { Product } from './product-shape.ts';
import { keyOf } from './variant-plan.ts';

/** Stores the whole page at once: the product first, then the cells of the grid that changed. */
export function useSaveProduct(product: Product | null, currency: string) {
  const [pending, setPending] = useState(false);
  const create = useOperation<Product>('products.create');
  const update = useOperation<Product>('products.update');
  const variants = useOperation('variants.update');
  const prices = useOperation('prices.set');
  const stock = useOperation('stock.set-many');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();

  async function saveCells(before: ProductDraft, after: ProductDraft, stored: Product): Promise<boolean> {
    const cells = cellChanges(before, after, stored.variants, currency);
    if (cells.variants.length > 0 && !(await variants.run({ variants: cells.variants }))) return false;
    if (cells.prices.length > 0 && !(await prices.run({ prices: cells.prices }))) return false;
    return cells.stock.length === 0 || (await stock.run({ lines: cells.stock })) !== undefined;
  }

  async function saveNew(draft: ProductDraft): Promise<string | undefined> {
    const made = await create.run(creationOf(draft, currency));
    if (!made) return undefined;
    const ids = new Map(made.variants.map((variant) => [keyOf(variant.options), variant.id]));
    const lines = draft.variants.flatMap((line) => (line.stock === null || !line.trackInventory ? [] : [{ variantId: ids.get(keyOf(line.options)), onHand: line.stock }]));
    if (lines.length > 0) await stock.run({ lines, reason: 'opening' });
    return made.id;
  }

  async function saveStored(before: ProductDraft, draft: ProductDraft): Promise<boolean> {
    const changes = changesOf(before, draft);
    const stored = Object.keys(changes).length > 0 ? await update.run({ id: product!.id, version: product!.version, ...changes }) : product!;
    return stored !== undefined && saveCells(before, draft, stored);
  }

  return {
    pending,
    fields: { ...create.fields, ...update.fields, ...variants.fields },
    /** Resolves to whether everything was stored. */
    async save(before: ProductDraft, draft: ProductDraft): Promise<boolean> {
      setPending(true);
      const made = product ? undefined : await saveNew(draft);
      const saved = product ? await saveStored(before, draft) : made !== undefined;
      setPending(false);
      if (made) await navigate(inWorkspace(`/products/${made}`));
      return saved;
    },
  };
}
