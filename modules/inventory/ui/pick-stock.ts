// What lies at a location, by words: for the search field of a transfer.
import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '#ui/desk.server.ts';

export interface StockPick {
  variantId: string;
  product: string;
  variant: string;
  available: number;
}

export async function loader(args: LoaderFunctionArgs): Promise<{ data: StockPick[] }> {
  const search = new URL(args.request.url).searchParams;
  const filter = { locationId: search.get('location') ?? '', available: '1..' };
  const { data } = await ask<{ data: StockPick[] }>(args, 'stock.list', { q: search.get('q') ?? '', filter, sort: 'product', limit: 8 });
  return { data: data.map(({ variantId, product, variant, available }) => ({ variantId, product, variant, available })) };
}
