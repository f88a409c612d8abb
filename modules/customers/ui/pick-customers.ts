// Customers by words: for choosing whom to merge.
import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '#ui/desk.server.ts';

export interface CustomerPick {
  id: string;
  name: string;
  email: string;
  ordersCount: number;
}

export async function loader(args: LoaderFunctionArgs): Promise<{ data: CustomerPick[] }> {
  const q = new URL(args.request.url).searchParams.get('q') ?? '';
  const { data } = await ask<{ data: CustomerPick[] }>(args, 'customers.list', { q, limit: 8 });
  return { data: data.map(({ id, name, email, ordersCount }) => ({ id, name, email, ordersCount })) };
}
