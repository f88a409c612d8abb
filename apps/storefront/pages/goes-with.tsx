import type { JSX } from 'preact';
import type { Product, ProductCard, Recommendations } from '../api.ts';
import { ProductGrid } from '../parts/product-card.tsx';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  product: Product;
  found: Recommendations;
}

/** What goes with a product: a page of its own, and with scripts the lower part of the product's page. */
export function GoesWithPage({ visit, product, found }: Props): JSX.Element {
  const nothing = found.boughtTogether.length + found.alsoLike.length + found.similar.length === 0;
  return (
    <div class="wrap">
      <h1>Goes with <a href={visit.href(`/products/${product.slug}`)}>{product.title}</a></h1>
      <div id="goes-with">
        <Shelf visit={visit} title="Often bought together" products={found.boughtTogether} />
        <Shelf visit={visit} title="You may also like" products={found.alsoLike} />
        <Shelf visit={visit} title="Similar" products={found.similar} />
        {nothing && <p class="quiet when-alone">Nothing else is quite like it.</p>}
      </div>
    </div>
  );
}

function Shelf({ visit, title, products }: { visit: Visit; title: string; products: ProductCard[] }): JSX.Element | null {
  if (products.length === 0) return null;
  return <section aria-label={title} class="goes-with"><h2>{title}</h2><ProductGrid visit={visit} products={products} /></section>;
}
