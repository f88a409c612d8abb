import type { Picture, Product } from './api.ts';

type Moving = Product['moving'][number];

/** What the gallery of a product shows, one thing after the other: pictures first, then what moves. */
export type GalleryItem =
  | { kind: 'picture'; of: Picture; alt: string }
  | { kind: 'video'; url: string; poster: Picture | null; alt: string }
  | { kind: 'model'; url: string; poster: Picture | null; alt: string }
  | { kind: 'spin'; sides: Picture[]; alt: string };

export function galleryItems({ title, images, moving }: Pick<Product, 'title' | 'images' | 'moving'>): GalleryItem[] {
  const pictures = images.map((of, i): GalleryItem => ({ kind: 'picture', of, alt: of.alt || (i ? `${title}, picture ${i + 1}` : title) }));
  const sides = moving.filter((each) => each.kind === 'spin');
  const spin: GalleryItem[] = sides.length > 1 ? [{ kind: 'spin', sides, alt: sides[0]!.alt || `${title}, from all sides` }] : [];
  return [...pictures, ...spin, ...moving.filter((each) => each.kind !== 'spin').map((each) => started(each, title))];
}

function started({ kind, url, posterUrl, alt }: Moving, title: string): GalleryItem {
  const says = kind === 'video' ? `Video of ${title}` : `3D model of ${title}`;
  return { kind: kind === 'video' ? 'video' : 'model', url, poster: posterUrl ? { url: posterUrl } : null, alt: alt || says };
}
