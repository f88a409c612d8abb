import type { JSX } from 'preact';
import type { Category, ProductCard } from '../api.ts';
import { topLevel } from '../parts/frame.tsx';
import { Picture } from '../parts/picture.tsx';
import { ProductGrid } from '../parts/product-card.tsx';
import type { Visit } from '../visit/visit.ts';

export const heroSizes = '(min-width: 900px) 420px, 56vw';

interface Props {
  visit: Visit;
  /** The three things shown large. */
  window: ProductCard[];
  loved: ProductCard[];
  fresh: ProductCard[];
  categories: Category[];
}

export function HomePage({ visit, window, loved, fresh, categories }: Props): JSX.Element {
  return (
    <>
      <Hero visit={visit} shown={window} />
      <Shelves visit={visit} categories={topLevel(categories)} />
      <Row visit={visit} id="loved" title={fresh.length ? 'Most loved' : 'Everything in the shop'} products={loved} more="/products?sort=bestselling" />
      <Row visit={visit} id="fresh" title="Just in" products={fresh} more="/products?sort=newest" />
      {loved.length === 0 && fresh.length === 0 && <p class="wrap empty">The shelves are being filled. Please come back soon.</p>}
    </>
  );
}

function Hero({ visit, shown }: { visit: Visit; shown: ProductCard[] }): JSX.Element {
  const { headline, intro } = visit.shop.theme ?? {};
  return (
    <section class="hero">
      <div class="wrap hero-in">
        <div class="hero-words">
          <h1>{headline || visit.shop.name}</h1>
          <p>{intro || 'Chosen with care, sent with care.'}</p>
          <p class="row"><a class="button" href={visit.href('/products')}>See everything</a> <a href={visit.href('/products?sort=newest')}>What is new</a></p>
        </div>
        <div class="hero-pictures">
          {shown.map((each, i) => (
            <a href={visit.href(`/products/${each.slug}`)}><Picture of={each.image} alt={each.title} sizes={i ? '(min-width: 900px) 260px, 34vw' : heroSizes} comes="first" /></a>
          ))}
        </div>
      </div>
    </section>
  );
}

function Shelves({ visit, categories }: { visit: Visit; categories: Category[] }): JSX.Element | null {
  if (categories.length === 0) return null;
  return (
    <section class="wrap" aria-labelledby="shelves">
      <h2 id="shelves">Shop by category</h2>
      <ul class="tiles">
        {categories.slice(0, 8).map((each) => (
          <li><a class="tile" href={visit.href(`/categories/${each.slug}`)}><span>{each.name}</span><span class="quiet">{each.productCount}<span class="hush"> products</span></span></a></li>
        ))}
      </ul>
    </section>
  );
}

function Row({ visit, id, title, products, more }: { visit: Visit; id: string; title: string; products: ProductCard[]; more: string }): JSX.Element | null {
  if (products.length === 0) return null;
  return (
    <section class="wrap" aria-labelledby={id}>
      <div class="row apart"><h2 id={id}>{title}</h2><a href={visit.href(more)}>See all<span class="hush">: {title}</span></a></div>
      <ProductGrid visit={visit} products={products} />
    </section>
  );
}
