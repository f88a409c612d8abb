import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import type { Bundle } from './bundle-card.tsx';
import { inTreeOrder, type Category } from './category-tree.ts';
import { ProductEditor } from './product-editor.tsx';
import type { CustomField, Location, Product, Stocks } from './product-shape.ts';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.product?.title ?? 'New product'} · Quickdash` }];

interface Storefront {
  slug: string;
  domain: string | null;
  currency: string;
  active: boolean;
}

export async function loader(args: LoaderFunctionArgs) {
  const { id } = args.params;
  const [product, bundle, fields, categories, collections, stock, locations, storefronts] = await Promise.all([
    id ? ask<Product>(args, 'products.get', { id }) : null,
    id ? askIfAllowed<Bundle>(args, 'products.bundle', { id }) : undefined,
    askIfAllowed<{ data: CustomField[] }>(args, 'custom-fields.list'),
    askIfAllowed<{ data: Category[] }>(args, 'categories.list'),
    askIfAllowed<{ data: { id: string; title: string; rules: unknown }[] }>(args, 'collections.list'),
    id ? askIfAllowed<{ data: { variantId: string; locationId: string; onHand: number }[] }>(args, 'stock.of-product', { id }) : undefined,
    askIfAllowed<{ data: (Location & { active: boolean })[] }>(args, 'locations.list'),
    askIfAllowed<{ data: Storefront[] }>(args, 'storefronts.list'),
  ]);
  const ruled = new Set((collections?.data ?? []).filter((each) => each.rules).map((each) => each.id));
  const shops = (storefronts?.data ?? []).filter((each) => each.active);
  return {
    // A collection with rules decides by itself, so it is no choice of the page.
    product: product && { ...product, collections: product.collections.filter((each) => !ruled.has(each.id)) },
    ruled: (product?.collections ?? []).filter((each) => ruled.has(each.id)).map((each) => each.title),
    bundle: bundle ?? null,
    stocks: stocksOf(stock?.data ?? []),
    locations: (locations?.data ?? []).filter((each) => each.active).map(({ id: place, name }) => ({ id: place, name })),
    currencies: [...new Set(shops.map((each) => each.currency))],
    shop: shops[0] && { slug: shops[0].slug, domain: shops[0].domain },
    fields: fields?.data ?? [],
    categories: inTreeOrder(categories?.data ?? []).map(({ category, depth }) => ({ id: category.id, label: `${'\u2003'.repeat(depth)}${category.name}` })),
    collections: (collections?.data ?? []).filter((each) => !each.rules).map((each) => ({ id: each.id, label: each.title })),
    may: mayRun(args, 'products.create', 'products.update', 'products.delete', 'products.archive', 'products.duplicate', 'stock.set-many', 'products.set-kind'),
  };
}

function stocksOf(rows: readonly { variantId: string; locationId: string; onHand: number }[]): Stocks {
  const stocks: Stocks = {};
  for (const { variantId, locationId, onHand } of rows) (stocks[variantId] ??= {})[locationId] = onHand;
  return stocks;
}

export type ProductData = Awaited<ReturnType<typeof loader>>;

export { PageError as ErrorBoundary };

export default function ProductPage() {
  const data = useLoaderData<typeof loader>();
  return <ProductEditor key={data.product?.id ?? 'new'} data={data} />;
}
