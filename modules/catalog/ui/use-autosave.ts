import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspaceId } from '#ui/live.tsx';
import { differs, type ProductDraft } from './product-draft.ts';
import type { ProductEditing } from './use-product-draft.ts';

/** What the browser keeps of an edit that was not saved. */
export interface Kept {
  at: string;
  base: ProductDraft;
  value: ProductDraft;
}

const PAUSE = 400;

/** Keeps the edit in the browser while it is not saved, so that a crashed tab loses nothing. Gives what an earlier visit left. */
export function useAutosave(productId: string | undefined, draft: ProductEditing): { left: Kept | undefined; forget(): void } {
  const workspaceId = useWorkspaceId();
  const place = `quickdash:product:${workspaceId}:${productId ?? 'new'}`;
  const [left, setLeft] = useState<Kept>();
  const [ready, setReady] = useState(false);
  const wasDirty = useRef(false);
  const forget = useCallback(() => {
    setLeft(undefined);
    drop(place);
  }, [place]);
  useEffect(() => {
    let left = false;
    void Promise.resolve(read(place)).then((kept) => {
      if (left) return;
      if (kept && differs(kept.base, kept.value)) setLeft(kept);
      setReady(true);
    });
    return () => { left = true; };
  }, [place]);
  const { value, base, dirty } = draft;
  useEffect(() => {
    if (!ready) return;
    if (!dirty) {
      if (wasDirty.current) drop(place);
      wasDirty.current = false;
      return;
    }
    wasDirty.current = true;
    const timer = setTimeout(() => write(place, { at: new Date().toISOString(), base: base.draft, value }), PAUSE);
    return () => clearTimeout(timer);
  }, [ready, dirty, value, base, place]);
  // Who leaves the page inside the dashboard was asked and gave the edit up; a crash never gets here.
  useEffect(() => () => { if (wasDirty.current) drop(place); }, [place]);
  return { left: dirty ? undefined : left, forget };
}

// A browser may refuse or be full; then there is simply no second copy.
function read(place: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(place: string, kept: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    drop(place);
  }
}

function drop(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept there.
  }
}
