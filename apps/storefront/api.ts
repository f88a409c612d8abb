import type { Context } from '#platform/tenancy/context.ts';
import type { Money } from '#platform/money.ts';

/*
 * The public Storefront API as this frontend uses it: the same operations and views any other frontend calls over HTTP.
 * Only the fields the pages read are written down.
 */

export interface Picture { url: string; alt?: string | null; width?: number | null; height?: number | null }

export interface ProductCard {
  id: string;
  slug: string;
  title: string;
  image: Picture | null;
  price: Money;
  priceMax: Money;
  compareAt: Money | null;
  available: boolean;
  variantCount: number;
}

export interface Facet {
  key: string;
  says: string;
  kind: 'values' | 'range';
  values: { value: string; says: string; count: number }[];
  min?: number;
  max?: number;
  unit?: string;
}

export interface ProductPage {
  data: ProductCard[];
  nextCursor: string | null;
  total: number;
  facets: Facet[];
  didYouMean?: string | null;
}

export interface ProductQuery {
  q?: string;
  category?: string;
  collection?: string;
  filter?: Record<string, string>;
  sort?: string;
  facets?: '0' | '1';
  cursor?: string;
  limit?: number;
}

export interface Variant {
  id: string;
  sku: string | null;
  title: string;
  options: Record<string, string>;
  price: Money;
  compareAt: Money | null;
  available: boolean;
  stock: number | null;
  imageUrl?: string | null;
}

export interface Product {
  id: string;
  slug: string;
  title: string;
  descriptionHtml: string;
  brand: string | null;
  images: Picture[];
  options: { name: string; values: string[] }[];
  variants: Variant[];
  categories: { id: string; slug: string; name: string }[];
  customFields: { key: string; says: string; value: unknown; unit?: string | null }[];
  seo: { title: string | null; description: string | null };
}

export interface Category {
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  productCount: number;
  imageUrl?: string | null;
}

export interface CartLine {
  id: string;
  variantId: string;
  productId: string | null;
  slug: string | null;
  title: string;
  variantTitle: string | null;
  image: Picture | null;
  quantity: number;
  unitPrice: Money;
  total: Money;
  available: boolean;
  problem: Problem | null;
}

export interface Problem { code: string; sentence: string; lineId: string }

export interface Cart {
  id: string;
  currency: string;
  lines: CartLine[];
  subtotal: Money;
  itemCount: number;
  problems: Problem[];
}

export interface Address {
  name: string;
  company?: string | null;
  line1: string;
  line2?: string | null;
  city: string;
  region?: string | null;
  postalCode: string;
  country: string;
  phone?: string | null;
}

export interface OrderLine {
  id?: string;
  slug?: string | null;
  title: string;
  variantTitle: string | null;
  image?: Picture | null;
  quantity: number;
  unitPrice: Money;
  total: Money;
}

export interface Checkout {
  id: string;
  cartId: string;
  email: string | null;
  shippingAddress: Address | null;
  shippingMethods: { id: string; name: string; price: Money; says: string }[];
  shippingMethodId: string | null;
  lines: OrderLine[];
  subtotal: Money;
  discount: Money;
  shipping: Money | null;
  tax: Money;
  taxIncluded: boolean;
  total: Money;
  heldUntil: string;
  paymentMethods: { id: string; says: string; kind: string }[];
}

export interface CheckoutDetails {
  email: string;
  shippingAddress: Address;
  shippingMethodId?: string;
  note?: string;
}

export interface Order {
  id: string;
  number: number;
  placedAt: string;
  email: string;
  lines: OrderLine[];
  subtotal: Money;
  discount: Money;
  shipping: Money;
  tax: Money;
  taxIncluded: boolean;
  total: Money;
  paymentState: string;
  fulfilmentState: string;
  returnState: string;
  statusSentence: string;
  shippingAddress: Address | null;
  parcels: { at: string; trackingNumber: string | null; carrier: string | null }[];
  timeline: { at: string; says: string }[];
}

export interface OrderSummary {
  id: string;
  number: number;
  placedAt: string;
  total: Money;
  statusSentence?: string;
  paymentState: string;
  fulfilmentState: string;
}

export interface Customer { id: string; email: string; name: string; addresses: (Address & { isDefault: boolean })[] }

export interface PlacedOrder {
  order: Order;
  payment: { state: 'paid' | 'pending' | 'declined'; message?: string | null };
  orderLink: string;
}

export type Payment = { method: 'test'; card?: string } | { method: 'manual' };

/** Questions: name -> [what is asked, what is answered]. */
export interface Views {
  'storefront.products.list': [ProductQuery, ProductPage];
  'storefront.products.get': [{ id: string }, Product];
  'storefront.categories.list': [Record<string, never>, { data: Category[] }];
  'storefront.cart.get': [{ id: string }, Cart];
  'storefront.checkout.get': [{ id: string }, Checkout];
  'storefront.orders.get': [{ id: string; token?: string }, Order];
  'storefront.customers.me': [Record<string, never>, Customer];
  'storefront.customers.orders': [{ cursor?: string }, { data: OrderSummary[]; nextCursor?: string | null }];
}

/** Verbs: name -> [what is sent, what comes back]. */
export interface Operations {
  'storefront.cart.create': [{ lines?: { variantId: string; quantity: number }[] }, Cart];
  'storefront.cart.add-line': [{ id: string; variantId: string; quantity: number }, Cart];
  'storefront.cart.update-line': [{ id: string; lineId: string; quantity: number }, Cart];
  'storefront.checkout.start': [{ cartId: string }, Checkout];
  'storefront.checkout.update': [{ id: string } & CheckoutDetails, Checkout];
  'storefront.orders.place': [{ checkoutId: string; agreedTotal: Money; payment: Payment }, PlacedOrder];
  'storefront.customers.register': [{ email: string; password: string; name: string }, { token: string; customer: Customer }];
  'storefront.customers.sign-in': [{ email: string; password: string }, { token: string; customer: Customer }];
  'storefront.customers.sign-out': [{ token: string }, { ended: number }];
  'storefront.customers.request-password': [{ email: string }, { ok: true }];
  'storefront.customers.choose-password': [{ token: string; password: string }, { token: string; customer: Customer }];
  'storefront.customers.confirm-email': [{ token: string }, { ok: true }];
  'storefront.cart.merge': [{ id: string }, Cart];
}

/** The door to the data. The server gives the registry's; a test may give a small world of its own. */
export interface StorefrontApi {
  ask<N extends keyof Views>(name: N, context: Context, input: Views[N][0]): Promise<Views[N][1]>;
  tell<N extends keyof Operations>(
    name: N,
    context: Context,
    input: Operations[N][0],
    options?: { idempotencyKey?: string },
  ): Promise<Operations[N][1]>;
}
