import type { Account } from '#modules/integrations/index.ts';
import { askPolar } from './client.ts';

/** The product that stands for orders of this shop: found again, or made. Its own price is never asked. */
export async function productFor(account: Account): Promise<string> {
  const { items } = await askPolar(account, { method: 'GET', path: `/v1/products/?${new URLSearchParams({ 'metadata[quickdash]': 'orders', is_archived: 'false', limit: '1' })}` });
  const [found] = items as { id: string }[];
  if (found) return found.id;
  const price = { amount_type: 'fixed', price_amount: 100, price_currency: 'usd' };
  const made = await askPolar(account, { method: 'POST', path: '/v1/products/', body: { name: 'Your order', visibility: 'private', prices: [price], metadata: { quickdash: 'orders' } } });
  return String(made['id']);
}
