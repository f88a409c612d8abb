import { useMemo } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { FieldErrors } from '#ui/field.tsx';
import { useLive } from '#ui/live.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { toast } from '#ui/toast.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { BasicsCard, SeoCard } from './product-basics.tsx';
import { draftOf, type Stocks } from './product-draft.ts';
import { CustomFieldsCard } from './custom-fields-card.tsx';
import { MediaCard } from './product-media.tsx';
import { ProductMenu } from './product-menu.tsx';
import { OptionsCard } from './product-options.tsx';
import type { CustomField, Product } from './product-shape.ts';
import { OrganisationCard, StatusCard } from './product-side.tsx';
import { VariantsCard } from './product-variants.tsx';
import { useSaveProduct } from './use-save-product.ts';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.product?.title ?? 'New product'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const { id } = args.params;
  const [product, fields, categories, collections, stock] = await Promise.all([
    id ? ask<Product>(args, 'products.get', { id }) : null,
    askIfAllowed<{ data: CustomField[] }>(args, 'custom-fields.list'),
    askIfAllowed<{ data: { id: string; name: string; parentId: string | null }[] }>(args, 'categories.list'),
    askIfAllowed<{ data: { id: string; title: string; rules: unknown }[] }>(args, 'collections.list'),
    id ? askIfAllowed<{ data: { variantId: string; onHand: number }[] }>(args, 'stock.list', { filter: { productId: id }, limit: 250 }) : undefined,
  ]);
  return {
    product,
    stocks: stocksOf(stock?.data ?? []),
    fields: fields?.data ?? [],
    categories: (categories?.data ?? []).map((each) => ({ id: each.id, label: each.name })),
    collections: (collections?.data ?? []).filter((each) => !each.rules).map((each) => ({ id: each.id, label: each.title })),
    may: mayRun(args, 'products.create', 'products.update', 'products.delete', 'products.archive', 'products.duplicate', 'stock.set-many', 'media.add'),
  };
}

// A variant in several locations has several counters; the grid then leaves its stock to the inventory page.
function stocksOf(rows: readonly { variantId: string; onHand: number }[]): Stocks {
  const counters = Map.groupBy(rows, (row) => row.variantId);
  return Object.fromEntries([...counters].filter(([, each]) => each.length === 1).map(([id, [row]]) => [id, row!.onHand]));
}

export { PageError as ErrorBoundary };

export default function ProductPage() {
  const { product } = useLoaderData<typeof loader>();
  return <Editor key={product?.id ?? 'new'} />;
}

function Editor() {
  const { product, stocks, fields, categories, collections, may } = useLoaderData<typeof loader>();
  const { currency } = useLocale();
  const stored = useMemo(() => draftOf(product, currency, stocks), [product, currency, stocks]);
  const draft = useDraft(stored);
  const saving = useSaveProduct(product, currency);
  useLive('products', 'inventory');
  async function save() {
    if (!(await saving.save(stored, draft.value))) return;
    toast.done('Product saved');
    draft.settle();
  }
  return (
    <Page title={draft.value.title || product?.title || 'New product'} width="reading" crumbs={[{ label: 'Products', to: '/products' }]} beside={product && <StatusBadge status={product.status} />} actions={product && <ProductMenu product={product} may={may} />}>
      <FieldErrors value={saving.fields}>
        <Columns
          main={<><BasicsCard draft={draft} /><MediaCard product={product} draft={draft} /><OptionsCard draft={draft} stored={stored} /><VariantsCard draft={draft} counts={may['stock.set-many'] === true} known={product === null ? undefined : stocks} /><SeoCard draft={draft} /></>}
          side={<><StatusCard draft={draft} /><OrganisationCard draft={draft} categories={categories} collections={collections} /><CustomFieldsCard draft={draft} fields={fields} /></>}
        />
      </FieldErrors>
      <SaveBar what={product ? 'Unsaved product' : 'New product'} dirty={draft.dirty} pending={saving.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </Page>
  );
}
