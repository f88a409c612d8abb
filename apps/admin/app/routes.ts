import { index, layout, prefix, route, type RouteConfig } from '@react-router/dev/routes';

/** A page that belongs to a module lies in the module's own ui folder. */
const of = (module: string, page: string) => `../../../modules/${module}/ui/${page}.tsx`;

export default [
  index('pages/enter.tsx'),
  layout('pages/door.tsx', [
    route('sign-in', 'pages/sign-in.tsx'),
    route('sign-up', 'pages/sign-up.tsx'),
    route('forgot-password', 'pages/forgot-password.tsx'),
    route('reset-password', 'pages/reset-password.tsx'),
    route('invitation', 'pages/invitation.tsx'),
  ]),

  route('new', 'pages/new-workspace.tsx'),
  route('do/:operation', 'pages/do.ts', { id: 'do-anywhere' }),
  route('w/:workspace/do/:operation', 'pages/do.ts', { id: 'do-in-workspace' }),
  ...prefix('w/:workspace', [
    layout('shell/shell.tsx', [
      index(of('orders', 'home')),
      route('orders', of('orders', 'orders')),
      route('orders/pick', '../../../modules/orders/ui/pick-variants.ts'),
      route('orders/drafts', of('orders', 'drafts')),
      route('orders/drafts/new', of('orders', 'draft'), { id: 'new-draft' }),
      route('orders/drafts/:id', of('orders', 'draft')),
      route('orders/:id', of('orders', 'order')),
      route('customers', of('customers', 'customers')),
      route('customers/:id', of('customers', 'customer')),
      route('products', of('catalog', 'products')),
      route('products/new', of('catalog', 'product'), { id: 'new-product' }),
      route('products/transfer', of('catalog-transfer', 'transfer')),
      route('products/:id', of('catalog', 'product')),
      route('inventory', of('inventory', 'stock')),
      route('inventory/movements', of('inventory', 'movements')),
      route('inventory/locations', of('inventory', 'locations')),
      route('people', of('accounts', 'people')),
      route('people/roles', of('accounts', 'roles')),
      route('tokens', of('accounts', 'tokens')),
      route('audit', of('accounts', 'audit')),
      route('categories', of('catalog', 'categories')),
      route('settings', 'pages/settings.tsx', [
        index(of('accounts', 'settings')),
        route('taxes', of('tax', 'taxes')),
        route('shipping', of('shipping', 'shipping')),
        route('fields', of('catalog', 'custom-fields')),
      ]),
      route('storefronts', of('storefronts', 'storefronts')),
      route('storefronts/:id', of('storefronts', 'storefront')),
      route('*', 'pages/not-found.tsx', { id: 'not-in-workspace' }),
    ]),
  ]),
  route('*', 'pages/elsewhere.tsx'),
] satisfies RouteConfig;
