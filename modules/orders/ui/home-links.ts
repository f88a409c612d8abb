export interface HomeLinks {
  /** The orders behind sales, number of orders, average and items. */
  orders: string;
  /** The orders of which something was given back. */
  refunds: string;
  customers: string;
}

/** For each figure the table that explains it: filtered so that its rows are the ones counted. */
export function linksOf(figures: { from: string; to: string; currency: string }, storefrontId?: string | null): HomeLinks {
  const { from, to, currency } = figures;
  const placed = { placedAt: `${from}..${to}`, currency, ...(storefrontId && { storefrontId }) };
  return {
    orders: table('/orders', { ...placed, cancelled: 'no' }),
    refunds: table('/orders', { ...placed, payment: 'partially_refunded,refunded' }),
    customers: table('/customers', { createdAt: `${from}..${to}` }),
  };
}

function table(path: string, filter: Record<string, string>): string {
  return `${path}?${Object.entries(filter).map(([column, value]) => `filter[${column}]=${encodeURIComponent(value)}`).join('&')}`;
}
