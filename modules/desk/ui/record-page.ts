const pages: Record<string, string> = { 'products.list': '/products', 'orders.list': '/orders', 'customers.list': '/customers', 'storefronts.list': '/storefronts' };

/** Where the records of a list have their page. */
export function pageOfRecord(list: string): string | undefined {
  return pages[list];
}
