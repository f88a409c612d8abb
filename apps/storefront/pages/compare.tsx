import type { JSX } from 'preact';
import type { Product } from '../api.ts';
import { Picture } from '../parts/picture.tsx';
import { fieldText } from './product.tsx';
import type { Visit } from '../visit/visit.ts';

export const MOST_COMPARED = 4;

/** Products side by side. The address holds which ones, so it works as a plain page and can be sent to a friend. */
export function ComparePage({ visit, products }: { visit: Visit; products: Product[] }): JSX.Element {
  return (
    <div class="wrap compare-page">
      <h1>Compare</h1>
      {products.length === 0
        ? <div class="empty"><p>Nothing is being compared. The two arrows on a product’s picture put it here, up to {MOST_COMPARED} at a time.</p><p><a class="button" href={visit.href('/products')}>See what there is</a></p></div>
        : <CompareTable visit={visit} products={products} />}
    </div>
  );
}

function CompareTable({ visit, products }: { visit: Visit; products: Product[] }): JSX.Element {
  const without = (id: string): string => visit.href(`/compare?ids=${products.filter((each) => each.id !== id).map((each) => each.id).join(',')}`);
  return (
    <div class="compare" id="compare-table" tabIndex={0} role="region" aria-label="Comparison">
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="hush">What</span></th>
            {products.map((each) => (
              <th scope="col">
                <a class="compare-head" href={visit.href(`/products/${each.slug}`)}><Picture of={each.images[0] ?? null} alt="" sizes="180px" /><span>{each.title}</span></a>
                <a class="link" href={without(each.id)} data-uncompare={each.id}>Remove<span class="hush">: {each.title}</span></a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareRows(visit, products).map(({ says, values }) => (
            <tr class={values.length > 1 && values.every((value) => value === values[0]) ? 'same' : undefined}>
              <th scope="row">{says}</th>
              {values.map((value) => <td>{value}</td>)}
            </tr>
          ))}
          <tr><th scope="row"><span class="hush">Buy</span></th>{products.map((each) => <td><BuyCell visit={visit} product={each} /></td>)}</tr>
        </tbody>
      </table>
    </div>
  );
}

interface CompareRow {
  says: string;
  values: string[];
}

/** Price, stock, brand, options, then every field one of them has; a row in which nobody has anything is left out. */
export function compareRows(visit: Visit, products: Product[]): CompareRow[] {
  const row = (says: string, of: (product: Product) => string): CompareRow => ({ says, values: products.map((each) => of(each) || '–') });
  const options = [...new Set(products.flatMap((each) => each.options.filter((option) => option.name !== 'Title').map((option) => option.name)))];
  const fields = new Map(products.flatMap((each) => each.customFields.map((field) => [field.key, field.says] as const)));
  const rows = [
    row('Price', (each) => priceOf(visit, each)),
    row('Availability', (each) => (each.variants.some((variant) => variant.available) ? 'In stock' : 'Sold out')),
    row('Brand', (each) => each.brand),
    ...options.map((name) => row(name, (each) => each.options.find((option) => option.name === name)?.values.join(', ') ?? '')),
    ...[...fields].map(([key, says]) => row(says, (each) => fieldOf(visit, each, key))),
  ];
  return rows.filter((each) => each.values.some((value) => value !== '–'));
}

function priceOf(visit: Visit, product: Product): string {
  const prices = product.variants.map((each) => each.price).toSorted((a, b) => a.amount - b.amount);
  const [least, most] = [prices[0], prices.at(-1)];
  if (!least || !most) return '';
  return least.amount === most.amount ? visit.money(least) : `${visit.money(least)} – ${visit.money(most)}`;
}

function fieldOf(visit: Visit, product: Product, key: string): string {
  const field = product.customFields.find((each) => each.key === key);
  return field ? `${fieldText(field.value, visit.shop.locale)}${field.unit ? ` ${field.unit}` : ''}` : '';
}

function BuyCell({ visit, product }: { visit: Visit; product: Product }): JSX.Element {
  const available = product.variants.filter((each) => each.available);
  if (available.length === 0) return <span class="quiet">Sold out</span>;
  if (product.variants.length > 1) return <a class="button quiet-button" href={visit.href(`/products/${product.slug}/quick`)} data-quick>Choose<span class="hush"> {product.title}</span></a>;
  return (
    <form method="post" action={visit.href('/cart/lines')} data-add data-title={product.title} data-price={visit.money(available[0]!.price)} data-image={product.images[0]?.url}>
      <input type="hidden" name="product" value={product.slug} /><input type="hidden" name="variantId" value={available[0]!.id} />
      <button class="button">Add<span class="hush"> {product.title} to the cart</span></button>
    </form>
  );
}
