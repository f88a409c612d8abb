// What can be put into an order by hand, by words: for the search field of a draft.
import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '#ui/desk.server.ts';

export interface Pick {
  variantId: string;
  title: string;
  variantTitle: string;
  sku: string;
  /** Minor units in the asked currency; null = no price. */
  price: number | null;
}

interface Product {
  title: string;
  variants: { id: string; title: string; sku: string; prices: { currency: string; amount: number }[] }[];
}

const MOST_PRODUCTS = 6;

export async function loader(args: LoaderFunctionArgs): Promise<{ data: Pick[] }> {
  const search = new URL(args.request.url).searchParams;
  const question = { q: search.get('q') ?? '', filter: { status: 'active' }, limit: MOST_PRODUCTS };
  const found = await ask<{ data: { id: string }[] }>(args, 'products.list', question);
  const products = await Promise.all(found.data.map(({ id }) => ask<Product>(args, 'products.get', { id })));
  return { data: products.flatMap((product) => picksOf(product, search.get('currency') ?? '')) };
}

function picksOf({ title, variants }: Product, currency: string): Pick[] {
  const several = variants.length > 1;
  return variants.map((variant) => ({ variantId: variant.id, title, variantTitle: several ? variant.title : '', sku: variant.sku, price: variant.prices.find((each) => each.currency === currency)?.amount ?? null }));
}
