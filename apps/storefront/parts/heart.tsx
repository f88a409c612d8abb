import type { JSX } from 'preact';
import type { Visit } from '../visit/visit.ts';
import { HeartIcon } from './icons.tsx';

interface Props {
  visit: Visit;
  product: { id: string; title: string };
  /** With words beside it, on the product's own page. */
  as?: 'icon' | 'words';
}

/** Belongs to the one form of the page (#wish), so a list of products has no form for each. The name says what a press does. */
export function Heart({ visit, product, as = 'icon' }: Props): JSX.Element {
  const wished = visit.wished.has(product.id);
  return (
    <button class={as === 'icon' ? 'heart' : 'heart said'} form="wish" name={wished ? 'remove' : 'add'} value={product.id} aria-pressed={wished ? 'true' : 'false'} aria-label={as === 'icon' ? `On the wishlist: ${product.title}` : undefined}>
      <HeartIcon />{as === 'words' && <span>Wishlist</span>}
    </button>
  );
}
