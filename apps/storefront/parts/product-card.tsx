import type { JSX } from 'preact';
import type { ProductCard as Card } from '../api.ts';
import type { Visit } from '../visit/visit.ts';
import { Heart } from './heart.tsx';
import { Picture } from './picture.tsx';

const SIZES = '(min-width: 1100px) 270px, (min-width: 700px) 30vw, 46vw';

export function ProductGrid({ visit, products, early = 0 }: { visit: Visit; products: Card[]; early?: number }): JSX.Element {
  return (
    <ul class="grid" id="products">
      {products.map((each, i) => <li><ProductCard visit={visit} product={each} comes={i < early ? 'first' : 'late'} /><Heart visit={visit} product={each} /></li>)}
    </ul>
  );
}

function ProductCard({ visit, product, comes }: { visit: Visit; product: Card; comes: 'first' | 'late' }): JSX.Element {
  return (
    <a class="card" href={visit.href(`/products/${product.slug}`)}>
      <Picture of={product.image} alt="" sizes={SIZES} comes={comes} />
      <span class="card-title">{product.title}</span>
      <CardPrice visit={visit} product={product} />
      {!product.available && <span class="badge">Sold out</span>}
    </a>
  );
}

function CardPrice({ visit, product }: { visit: Visit; product: Card }): JSX.Element {
  const { price, priceMax, compareAt } = product;
  const reduced = compareAt !== null && compareAt.amount > price.amount;
  return (
    <span class="price">
      {priceMax.amount > price.amount && 'from '}
      {visit.money(price)}
      {reduced && <> <s><span class="hush">instead of </span>{visit.money(compareAt)}</s></>}
    </span>
  );
}

