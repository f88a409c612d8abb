import type { JSX } from 'preact';
import type { ProductCard as Card } from '../api.ts';
import type { Visit } from '../visit/visit.ts';
import { Heart } from './heart.tsx';
import { CompareIcon, PlusIcon } from './icons.tsx';
import { Picture } from './picture.tsx';

const SIZES = '(min-width: 1100px) 270px, (min-width: 700px) 30vw, 46vw';

export function ProductGrid({ visit, products, early = 0, id = 'products' }: { visit: Visit; products: Card[]; early?: number; id?: string }): JSX.Element {
  return (
    <ul class="grid" id={id}>
      {products.map((each, i) => (
        <li class="card-place">
          <ProductCard visit={visit} product={each} comes={i < early ? 'first' : 'late'} />
          <Heart visit={visit} product={each} />
          <CardActs visit={visit} product={each} />
        </li>
      ))}
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

/** What can be done with a product without opening its page. A product with several variants asks which one. */
function CardActs({ visit, product }: { visit: Visit; product: Card }): JSX.Element {
  const several = product.variantCount > 1;
  return (
    <div class="card-acts">
      <button type="button" class="act scripted" data-compare={product.id} data-title={product.title} aria-pressed="false" aria-label={`Compare ${product.title}`}><CompareIcon /></button>
      {product.available && several && <a class="act" href={visit.href(`/products/${product.slug}/quick`)} rel="nofollow" data-quick aria-label={`Choose ${product.title}`}><PlusIcon /></a>}
      {product.available && !several && (
        <form method="post" action={visit.href('/cart/lines')} data-add data-title={product.title} data-price={visit.money(product.price)} data-image={product.image?.url}>
          <input type="hidden" name="product" value={product.slug} />
          <button class="act" aria-label={`Add ${product.title} to the cart`}><PlusIcon /></button>
        </form>
      )}
    </div>
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
