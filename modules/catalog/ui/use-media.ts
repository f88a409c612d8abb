import { useOperation } from '#ui/use-operation.ts';
import type { Draft } from '#ui/use-draft.ts';
import type { ProductDraft } from './product-draft.ts';
import type { Media, Product } from './product-shape.ts';

export interface MediaChanges {
  list: readonly Media[];
  add(media: Omit<Media, 'id'>[]): void;
  move(from: number, to: number): void;
  describe(media: Media, alt: string): void;
  remove(media: Media): void;
}

/** The pictures of a product: in the draft while it is new, stored at once afterwards. */
export function useMedia(product: Product | null, draft: Draft<ProductDraft>): MediaChanges {
  const stored = useStoredMedia(product);
  const list = draft.value.media;
  const set = (next: Media[]) => draft.set('media', next);
  const inDraft: MediaChanges = {
    list,
    add: (media) => set([...list, ...media.map((each) => ({ ...each, id: each.url }))]),
    move: (from, to) => set(moved(list, from, to)),
    describe: (media, alt) => set(list.map((each) => (each.id === media.id ? { ...each, alt } : each))),
    remove: (media) => set(list.filter((each) => each.id !== media.id)),
  };
  return product ? stored : inDraft;
}

function useStoredMedia(product: Product | null): MediaChanges {
  const add = useOperation('media.add', { done: 'Pictures added' });
  const reorder = useOperation('media.reorder');
  const update = useOperation('media.update', { done: 'Description saved' });
  const remove = useOperation('media.remove', { done: 'Picture removed' });
  const list = product?.media ?? [];
  const id = product?.id;
  return {
    list,
    add: (media) => void add.run({ id, media }),
    move: (from, to) => void reorder.run({ id, mediaIds: moved(list, from, to).map((each) => each.id) }),
    describe: (media, alt) => void update.run({ id, mediaId: media.id, alt }),
    remove: (media) => void remove.run({ id, mediaId: media.id }),
  };
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
}
