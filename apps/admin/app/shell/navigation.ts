export interface NavItem {
  to: string;
  label: string;
  icon: 'home' | 'orders' | 'products' | 'categories' | 'inventory' | 'customers' | 'storefronts' | 'people' | 'tokens' | 'audit' | 'settings';
  /** The view that must be allowed and there for the page to make sense. */
  view?: string;
  /** Other words people look for in the command menu. */
  also?: string;
}

export interface NavGroup {
  label?: string;
  items: readonly NavItem[];
}

/** Every page of the dashboard, in the order of the sidebar. */
export const navigation: readonly NavGroup[] = [
  {
    items: [
      { to: '/', label: 'Home', icon: 'home', also: 'dashboard figures sales' },
      { to: '/orders', label: 'Orders', icon: 'orders', view: 'orders.list', also: 'payments fulfilment refunds' },
      { to: '/products', label: 'Products', icon: 'products', view: 'products.list', also: 'catalogue variants prices import export' },
      { to: '/categories', label: 'Categories', icon: 'categories', view: 'categories.list' },
      { to: '/inventory', label: 'Inventory', icon: 'inventory', view: 'stock.list', also: 'stock levels locations' },
      { to: '/customers', label: 'Customers', icon: 'customers', view: 'customers.list', also: 'people buyers' },
    ],
  },
  {
    label: 'Sell',
    items: [{ to: '/storefronts', label: 'Storefronts', icon: 'storefronts', view: 'storefronts.list', also: 'keys domains api' }],
  },
  {
    label: 'Workspace',
    items: [
      { to: '/people', label: 'People', icon: 'people', view: 'members.list', also: 'members roles invitations team' },
      { to: '/tokens', label: 'API tokens', icon: 'tokens', view: 'tokens.list', also: 'keys programs' },
      { to: '/audit', label: 'Audit log', icon: 'audit', view: 'audit.list', also: 'history who changed' },
      { to: '/settings', label: 'Settings', icon: 'settings', view: 'workspace.settings', also: 'currency tax shipping time zone' },
    ],
  },
];
