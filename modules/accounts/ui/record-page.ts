const PAGES: Record<string, (id: string) => string> = {
  order: (id) => `/orders/${id}`,
  'order draft': (id) => `/orders/drafts/${id}`,
  product: (id) => `/products/${id}`,
  customer: (id) => `/customers/${id}`,
  storefront: (id) => `/storefronts/${id}`,
  'webhook endpoint': (id) => `/webhooks/${id}`,
  category: () => '/categories',
  location: () => '/inventory/locations',
  stock: () => '/inventory',
  member: () => '/people',
  invitation: () => '/people',
  role: () => '/people/roles',
  'API token': () => '/tokens',
  workspace: () => '/settings/brand',
  'workspace settings': () => '/settings',
  export: () => '/settings/workspace',
};

/** The page of a record the audit log names, when it has one. */
export function recordPage(record: string | null, id: string | null): string | undefined {
  return record && id ? PAGES[record]?.(id) : undefined;
}

/** Kinds of records to filter by. */
export const recordKinds = Object.keys(PAGES);
