import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { CustomField } from './columns-choice.ts';
import { ExportCard, STATUSES, type Counts } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';

export const meta = () => [{ title: 'Import and export · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const count = async (status: string) => (await ask<{ total: number }>(args, 'products.list', { limit: 1, filter: status ? { status } : {} })).total;
  const counts = Object.fromEntries(await Promise.all(STATUSES.map(async ({ status }) => [status, await count(status)] as const))) as Counts;
  const { data: fields } = await ask<{ data: CustomField[] }>(args, 'custom-fields.list');
  return { counts, fields: fields.map(({ key, says }) => ({ key, says })), may: mayRun(args, 'products.import') };
}

export { PageError as ErrorBoundary };

export default function Transfer() {
  const { counts, fields, may } = useLoaderData<typeof loader>();
  return (
    <Page title="Import and export" about="Product files in Shopify’s format, or as JSON." width="narrow" crumbs={[{ label: 'Products', to: '/products' }]}>
      {may['products.import'] && <ImportCard fields={fields} />}
      <ExportCard counts={counts} />
    </Page>
  );
}
