import type { JSX } from 'preact';
import type { Product, Variant } from '../api.ts';
import { variantName } from '../cart-summary.ts';
import { Picture } from '../parts/picture.tsx';
import type { Visit } from '../visit/visit.ts';

/** Choosing a variant without the whole page of the product: a sheet where scripts run, a small page elsewhere. */
export function QuickPage({ visit, product }: { visit: Visit; product: Product }): JSX.Element {
  const first = product.variants.find((each) => each.available);
  return (
    <div class="wrap narrow quick" id="quick">
      <div class="quick-head">
        <Picture of={product.images[0] ?? null} alt="" sizes="88px" />
        <div><h1 id="quick-title">{product.title}</h1><a href={visit.href(`/products/${product.slug}`)}>All about it</a></div>
      </div>
      <form method="post" action={visit.href('/cart/lines')} data-add data-title={product.title} data-image={product.images[0]?.url}>
        <input type="hidden" name="product" value={product.slug} />
        <fieldset class="picks">
          <legend class="hush">Which one?</legend>
          {product.variants.map((each) => <Pick visit={visit} variant={each} chosen={each === first} />)}
        </fieldset>
        <button class="button wide" disabled={!first}>{first ? 'Add to cart' : 'Sold out'}</button>
      </form>
    </div>
  );
}

function Pick({ visit, variant, chosen }: { visit: Visit; variant: Variant; chosen: boolean }): JSX.Element {
  const name = variantName(variant.title) || 'As it is';
  return (
    <label class={variant.available ? 'pick' : 'pick gone'}>
      <input type="radio" name="variantId" value={variant.id} checked={chosen} disabled={!variant.available} data-name={name} data-price={visit.money(variant.price)} required />
      <span>{name}{!variant.available && <span class="quiet">Sold out</span>}</span>
      <strong>{visit.money(variant.price)}</strong>
    </label>
  );
}
