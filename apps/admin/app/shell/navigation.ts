import type { NavIconName } from './nav-icon.tsx';

export interface NavItem {
  to: string;
  label: string;
  icon: NavIconName;
  /** The view that must be allowed and there for the page to make sense. */
  view?: string;
  /** Other words people look for in the command menu. */
  also?: string;
  /** The page it stands below; it is seen when that one is unfolded. */
  under?: string;
}

export interface NavGroup {
  label?: string;
  /** Rarely opened: its pages are seen when somebody unfolds it. */
  rare?: true;
  items: readonly NavItem[];
}

/** Every page of the dashboard, in the order of the sidebar. */
export const navigation: readonly NavGroup[] = [
  {
    items: [
      { to: '/', label: 'Home', icon: 'home', also: 'dashboard figures sales' },
      { to: '/tasks', label: 'Tasks', icon: 'tasks', view: 'tasks.list', also: 'to do work deadlines overdue mine assigned' },
      { to: '/orders', label: 'Orders', icon: 'orders', view: 'orders.list', also: 'payments fulfilment refunds' },
      { to: '/orders/drafts', label: 'Drafts', icon: 'drafts', view: 'orders.drafts', under: '/orders', also: 'draft orders quotes' },
      { to: '/orders/returns', label: 'Returns', icon: 'returns', view: 'orders.returns', under: '/orders', also: 'rma exchanges send back asked for requests window days' },
      { to: '/orders/left-carts', label: 'Left carts', icon: 'leftCarts', view: 'recovery.list', under: '/orders', also: 'abandoned checkouts recovery reminders' },
      { to: '/warranties', label: 'Warranties', icon: 'warranties', view: 'warranties.cards', under: '/orders', also: 'cards guarantee' },
      { to: '/subscriptions', label: 'Subscriptions', icon: 'subscriptions', view: 'subscriptions.list', under: '/orders', also: 'recurring renewals dunning mrr churn' },
      { to: '/subscriptions/plans', label: 'Subscription plans', icon: 'subscriptionPlans', view: 'subscriptions.plans', under: '/orders', also: 'recurring interval trial price' },
      { to: '/orders/held', label: 'Held orders', icon: 'held', view: 'fraud.checks', under: '/orders', also: 'fraud score risk review queue hold' },
      { to: '/disputes', label: 'Disputes', icon: 'disputes', view: 'disputes.list', under: '/orders', also: 'chargebacks evidence inquiries bank' },
      { to: '/products', label: 'Products', icon: 'products', view: 'products.list', also: 'catalogue variants prices' },
      { to: '/categories', label: 'Categories', icon: 'categories', view: 'categories.list', under: '/products' },
      { to: '/collections', label: 'Collections', icon: 'collections', view: 'collections.list', under: '/products', also: 'groups of products rules' },
      { to: '/products/transfer', label: 'Import and export', icon: 'import', view: 'products.list', under: '/products', also: 'csv shopify files products' },
      { to: '/reviews', label: 'Reviews', icon: 'reviews', view: 'reviews.list', under: '/products', also: 'stars ratings moderation photos customers' },
      { to: '/questions', label: 'Questions', icon: 'questions', view: 'questions.list', under: '/products', also: 'answers q&a shoppers ask' },
      { to: '/size-guides', label: 'Size guides', icon: 'sizes', view: 'size-guides.list', under: '/products', also: 'fit measurements sizing' },
      { to: '/inventory', label: 'Inventory', icon: 'inventory', view: 'stock.list', also: 'stock levels' },
      { to: '/inventory/alerts', label: 'Alerts', icon: 'alerts', view: 'stock.alerts', under: '/inventory', also: 'stock low sold out reorder' },
      { to: '/inventory/transfers', label: 'Transfers', icon: 'transfers', view: 'stock.transfers', under: '/inventory', also: 'stock move between locations' },
      { to: '/inventory/counts', label: 'Counts', icon: 'counts', view: 'stock.counts', under: '/inventory', also: 'stock stocktake' },
      { to: '/inventory/movements', label: 'Movements', icon: 'movements', view: 'stock.movements', under: '/inventory', also: 'stock history ledger' },
      { to: '/inventory/locations', label: 'Locations', icon: 'locations', view: 'locations.list', under: '/inventory', also: 'warehouses stores' },
      { to: '/customers', label: 'Customers', icon: 'customers', view: 'customers.list', also: 'people buyers' },
      { to: '/customers/groups', label: 'Groups', icon: 'groups', view: 'customers.groups', under: '/customers', also: 'customer groups wholesale' },
      { to: '/conversations', label: 'Conversations', icon: 'conversations', view: 'conversations.list', also: 'messages chat inbox support write answer' },
      { to: '/discounts', label: 'Discounts', icon: 'discounts', view: 'discounts.list', also: 'codes coupons vouchers sale promotions automatic' },
      { to: '/offers', label: 'Upsell offers', icon: 'offers', view: 'offers.list', under: '/discounts', also: 'cross-sell suggestions cart' },
      { to: '/gift-cards', label: 'Gift cards', icon: 'giftCards', view: 'gift-cards.list', under: '/discounts', also: 'store credit vouchers balance' },
      { to: '/wishes', label: 'Wishes', icon: 'wishes', view: 'wishes.products', under: '/customers', also: 'wishlists back in stock alerts price drops saved searches' },
      { to: '/statements', label: 'Statements', icon: 'statements', view: 'statements.transactions', also: 'bank transactions stripe paypal wise payouts fees ledger money' },
      { to: '/statements/sources', label: 'Accounts outside', icon: 'accountsOutside', view: 'statements.sources', under: '/statements', also: 'bank accounts connected cursor read now statements' },
      { to: '/statements/files', label: 'Bank files', icon: 'bankFiles', view: 'statements.imports', under: '/statements', also: 'upload import csv ofx camt statement' },
      { to: '/storefronts', label: 'Storefronts', icon: 'storefronts', view: 'storefronts.list', also: 'shops keys domains api' },
      { to: '/search', label: 'Search', icon: 'search', view: 'search.queries', under: '/storefronts', also: 'queries looked for found nothing zero results' },
      { to: '/search/synonyms', label: 'Synonyms', icon: 'synonyms', view: 'search.synonyms', under: '/storefronts', also: 'search words that mean the same' },
    ],
  },
  {
    label: 'Workspace',
    items: [
      { to: '/people', label: 'People', icon: 'people', view: 'members.list', also: 'members invitations team' },
      { to: '/people/roles', label: 'Roles', icon: 'roles', view: 'roles.list', under: '/people', also: 'permissions capabilities' },
      { to: '/notifications', label: 'Notifications', icon: 'notifications', view: 'notifications.list', also: 'bell push quiet hours digest snoozed archived' },
      { to: '/mails', label: 'Mails', icon: 'mails', view: 'mail.list', also: 'email sent log delivery smtp resend' },
      { to: '/integrations', label: 'Integrations', icon: 'integrations', view: 'integrations.list', also: 'connect stripe paypal slack discord resend keys oauth payments connectors' },
      { to: '/settings', label: 'Settings', icon: 'settings', view: 'workspace.settings', also: 'currency tax shipping time zone' },
    ],
  },
  {
    label: 'Behind the scenes',
    rare: true,
    items: [
      { to: '/setup', label: 'Setup guides', icon: 'setup', view: 'shell.guides', also: 'mail smtp domain files s3 backups keys help' },
      { to: '/usage', label: 'Usage', icon: 'usage', view: 'usage.now', also: 'tier limits storage requests meters' },
      { to: '/tokens', label: 'API tokens', icon: 'tokens', view: 'tokens.list', also: 'keys programs' },
      { to: '/webhooks', label: 'Webhooks', icon: 'webhooks', view: 'webhooks.endpoints', also: 'endpoints events deliveries signing secret standard webhooks integrations' },
      { to: '/audit', label: 'Audit log', icon: 'audit', view: 'audit.list', also: 'history who changed' },
      { to: '/bulk', label: 'Bulk changes', icon: 'bulk', view: 'bulk.list', also: 'mass edit progress report' },
      { to: '/jobs', label: 'Background work', icon: 'jobs', view: 'jobs.list', also: 'jobs queue parked retry failed' },
    ],
  },
];

/** The page of the navigation an address inside the workspace belongs to: `/orders/…` is Orders. */
export function pageOf(path: string): NavItem | undefined {
  const fits = (item: NavItem) => path === item.to || (item.to !== '/' && path.startsWith(`${item.to}/`));
  return navigation.flatMap((group) => group.items).filter(fits).toSorted((a, b) => b.to.length - a.to.length)[0];
}
