import type { JSX } from 'preact';
import type { CartSummary } from '../cart-summary.ts';
import { LiveCart } from '../islands/live-cart.tsx';
import type { ProductCard, Suggestion } from '../api.ts';
import { Offers } from '../parts/offers.tsx';
import { Island } from '../parts/island.tsx';
import { ProductGrid } from '../parts/product-card.tsx';
import type { Visit } from '../visit/visit.ts';

/** What may go with what lies in the cart; of none of them it is known that it does, when nothing of it is related. */
export interface GoesWith {
  products: ProductCard[];
  related: number;
}

interface Props {
  visit: Visit;
  cart: CartSummary;
  offers?: Suggestion[];
  goesWith?: GoesWith;
  added: boolean;
  refusal: string;
}

export function CartPage({ visit, cart, added, refusal, offers = [], goesWith }: Props): JSX.Element {
  const empty = cart.lines.length === 0;
  return (
    <div class="wrap slim cart-page">
      <h1>Your cart</h1>
      {added && !empty && <p class="note good" role="status">Added to your cart.</p>}
      {refusal && <p class="note bad" role="alert">{refusal}</p>}
      {empty
        ? <EmptyCart visit={visit} />
        : <Island name="live-cart" of={LiveCart} props={{ cart, cartHref: visit.href('/cart'), checkoutHref: visit.href('/checkout') }} />}
      <Offers visit={visit} offers={offers} />
      {goesWith && goesWith.products.length > 0 && (
        <section class="goes-with" aria-labelledby="goes-with">
          <h2 id="goes-with">{goesWith.related > 0 ? 'Goes well with what is in your cart' : 'You may also like'}</h2>
          <ProductGrid visit={visit} products={goesWith.products} />
        </section>
      )}
    </div>
  );
}

function EmptyCart({ visit }: { visit: Visit }): JSX.Element {
  return (
    <div class="trouble">
      <p>Your cart is empty. Everything you put into it waits here for you.</p>
      <p><a class="button" href={visit.href('/products')}>See what there is</a></p>
    </div>
  );
}
