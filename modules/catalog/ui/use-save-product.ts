import { useRef, useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { useWorkspacePath } from '#ui/link.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { changesOf, creationOf, stockChanges } from './product-changes.ts';
import type { ProductDraft } from './product-draft.ts';
import type { Product } from './product-shape.ts';
import type { Base } from './use-product-draft.ts';

export type Saved = 'saved' | 'refused' | 'conflict' | 'created';

/** Stores the whole page at once: everything of the product in one change, then the counters that were typed. */
export function useSaveProduct() {
  const [pending, setPending] = useState(false);
  const sentence = useRef<string>(undefined);
  const { revalidate } = useRevalidator();
  const create = useOperation<Product>('products.create');
  const update = useOperation<Product>('products.update', { onRefused: (code, says) => { sentence.current = code === 'conflict' ? says : undefined; return code === 'conflict'; } });
  const stock = useOperation('stock.set-many');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();

  async function saveNew(base: Base, draft: ProductDraft): Promise<Saved> {
    const made = await create.run(creationOf(draft));
    if (!made) return 'refused';
    const lines = stockChanges(base.draft, draft, made);
    if (lines.length > 0) await stock.run({ lines, reason: 'opening' });
    await navigate(inWorkspace(`/products/${made.id}`));
    return 'created';
  }

  async function saveStored(product: Product, base: Base, draft: ProductDraft): Promise<Saved> {
    const changes = changesOf(product, base.draft, draft);
    let stored: Product | undefined = product;
    if (Object.keys(changes).length > 0) stored = await update.run({ id: product.id, version: product.version, ...changes });
    if (!stored) return sentence.current === undefined ? 'refused' : 'conflict';
    const lines = stockChanges(base.draft, draft, stored);
    return lines.length === 0 || (await stock.run({ lines })) !== undefined ? 'saved' : 'refused';
  }

  return {
    pending,
    /** What the last refusal said, when a newer version was the reason or may have been. */
    sentence,
    refresh: revalidate,
    fields: { ...create.fields, ...update.fields },
    /** 'conflict' = somebody saved before us, or another refusal that was shown; the caller looks which. */
    async save(base: Base, draft: ProductDraft): Promise<Saved> {
      setPending(true);
      sentence.current = undefined;
      const outcome = base.product ? await saveStored(base.product, base, draft) : await saveNew(base, draft);
      setPending(false);
      return outcome;
    },
  };
}
