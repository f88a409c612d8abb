import { useEffect, useMemo, useRef, useState } from 'react';
import { mergeDrafts, type Merged } from './merge-drafts.ts';
import { draftOf, type ProductDraft } from './product-draft.ts';
import type { Product, Stocks } from './product-shape.ts';

/** What both the page and the server knew when editing began. */
export interface Base {
  product: Product | null;
  draft: ProductDraft;
}

export interface ProductEditing {
  value: ProductDraft;
  base: Base;
  dirty: boolean;
  /** Rises when the page's content is put in from elsewhere: what holds typed text of its own begins anew. */
  generation: number;
  set<K extends keyof ProductDraft>(key: K, value: ProductDraft[K]): void;
  /** Adds to a list as it is then: for what arrives later, like a sent picture. */
  add<K extends 'media'>(key: K, item: ProductDraft[K][number]): void;
  replace(next: ProductDraft): void;
  /** Puts in another state as an unsaved edit. */
  putIn(next: ProductDraft): void;
  discard(): void;
  /** Is the stored version newer than the one this edit began with? */
  isBehind(): boolean;
  /** What the newest stored state and the edit make together. */
  merged(choose?: Readonly<Record<string, 'mine' | 'theirs'>>): Merged;
  /** From now on the edit is one of the newest stored state. */
  rebase(next: ProductDraft): void;
  /** After saving: shows what the server stored, and keeps what was typed while it did. */
  adopt(sent: ProductDraft): void;
}

interface Held {
  base: Base;
  value: ProductDraft;
  generation: number;
}

/** The edited copy of a product. While nothing is edited it follows the stored one. */
export function useProductDraft(product: Product | null, stocks: Stocks): ProductEditing {
  const stored = useMemo<Base>(() => ({ product, draft: draftOf(product, stocks) }), [product, stocks]);
  const [held, setHeld] = useState<Held>({ base: stored, value: stored.draft, generation: 0 });
  const latest = useRef(stored);
  useEffect(() => { latest.current = stored; });
  const baseText = useMemo(() => JSON.stringify(held.base.draft), [held.base]);
  const dirty = useMemo(() => JSON.stringify(held.value) !== baseText, [held.value, baseText]);
  if (!dirty && held.base !== stored) {
    const same = baseText === JSON.stringify(stored.draft);
    setHeld({ base: stored, value: same ? held.value : stored.draft, generation: held.generation + (same ? 0 : 1) });
  }
  const start = (value: ProductDraft) => setHeld((now) => ({ base: latest.current, value, generation: now.generation + 1 }));
  return {
    ...held,
    dirty,
    set: (key, value) => setHeld((now) => ({ ...now, value: { ...now.value, [key]: value } })),
    add: (key, item) => setHeld((now) => ({ ...now, value: { ...now.value, [key]: [...now.value[key], item] } })),
    replace: (value) => setHeld((now) => ({ ...now, value })),
    putIn: (value) => setHeld((now) => ({ ...now, value, generation: now.generation + 1 })),
    discard: () => start(latest.current.draft),
    isBehind: () => held.base.product?.version !== latest.current.product?.version,
    merged: (choose) => mergeDrafts(held.base.draft, held.value, latest.current.draft, choose),
    rebase: start,
    adopt: (sent) => setHeld((now) => ({ base: latest.current, value: now.value === sent ? latest.current.draft : mergeDrafts(sent, now.value, latest.current.draft).draft, generation: now.generation + 1 })),
  };
}
