import type { Context } from '#platform/tenancy/context.ts';
import type { Calls } from '../../clients/storefront.ts';

export type { Calls };

/*
 * The public Storefront API as this frontend uses it: the same operations and views, with the types of the same generated
 * client, that any other frontend takes. Only the way differs: in one process there is no HTTP in between.
 */

type Asked<N extends keyof Calls> = Calls[N][0];
type Answered<N extends keyof Calls> = Calls[N][1];

export type ProductQuery = Asked<'storefront.products.list'>;
export type ProductPage = Answered<'storefront.products.list'>;
export type ProductCard = ProductPage['data'][number];
export type Facet = ProductPage['facets'][number];
export type Product = Answered<'storefront.products.get'>;
export type ProductOffer = Answered<'storefront.products.offers'>['data'][number];
export type Recommendations = Answered<'storefront.products.recommendations'>;
export type Variant = Product['variants'][number];
export type Suggestions = Answered<'storefront.search.suggestions'>;
export type Category = Answered<'storefront.categories.list'>['data'][number];
export type Cart = Answered<'storefront.cart.get'>;
export type CartLine = Cart['lines'][number];
export type Problem = Cart['problems'][number];
export type Suggestion = Answered<'storefront.cart.offers'>['data'][number];
export type Checkout = Answered<'storefront.checkout.get'>;
export type CheckoutDetails = Omit<Asked<'storefront.checkout.update'>, 'id'>;
export type Order = Answered<'storefront.orders.get'>;
export type OrderSummary = Answered<'storefront.customers.orders'>['data'][number];
export type Customer = Answered<'storefront.customers.me'>;
export type DeliveryMethod = Answered<'storefront.delivery.estimate'>['methods'][number];
export type ProductPlan = Answered<'storefront.products.plans'>['data'][number];
export type Subscription = Answered<'storefront.customers.subscriptions'>['data'][number];
export type Session = Answered<'storefront.customers.sessions'>['data'][number];
export type CustomerAddress = Customer['addresses'][number];
export type ReturnSummary = Answered<'storefront.customers.returns'>['data'][number];
export type Return = Order['returns'][number];
export type ReturnReason = NonNullable<Asked<'storefront.orders.request-return'>['reason']>;
export type Conversation = Answered<'storefront.conversations.get'>;
export type Unread = Answered<'storefront.conversations.unread'>;
export type ConversationSummary = Answered<'storefront.conversations.list'>['data'][number];
export type PlacedOrder = Answered<'storefront.orders.place'>;
export type Payment = Asked<'storefront.orders.place'>['payment'];

export type Reviews = Answered<'storefront.reviews.list'>;
export type Review = Reviews['data'][number];
export type ReviewQuery = Asked<'storefront.reviews.list'>;
export type GalleryPhoto = Answered<'storefront.reviews.gallery'>['data'][number];
export type ReviewStanding = Answered<'storefront.reviews.standing'>;
export type OwnReview = Answered<'storefront.reviews.mine'>['data'][number];
export type Questions = Answered<'storefront.questions.list'>;
export type Question = Questions['data'][number];
export type Sizing = Answered<'storefront.sizing.get'>;
export type SizeGuide = NonNullable<Sizing['guide']>;
export type SizeAnswer = Answered<'storefront.sizing.recommend'>;
export type Wishlist = Answered<'storefront.wishlists.get'>;
export type WishlistItem = Wishlist['items'][number];
export type Alert = Answered<'storefront.alerts.mine'>['data'][number];
export type Warranty = Answered<'storefront.warranties.of-product'>;
export type WarrantyCard = Answered<'storefront.warranties.get'>;
export type OrderWarranty = Answered<'storefront.warranties.of-order'>['data'][number];

/** A picture as products, carts and orders carry it; carts and orders know only where it is. */
export type Picture = Pick<Product['images'][number], 'url'> & Partial<Product['images'][number]>;
export type Address = NonNullable<Asked<'storefront.checkout.update'>['shippingAddress']>;
/** What checkouts and orders tell of a line. */
export type OrderLine = Pick<Checkout['lines'][number], 'slug' | 'title' | 'variantTitle' | 'image' | 'quantity' | 'unitPrice' | 'total' | 'discount'>;

/** The door to the data. The server gives the registry's; a test may give a small world of its own. */
export interface StorefrontApi {
  ask<N extends keyof Calls>(name: N, context: Context, input: Asked<N>): Promise<Answered<N>>;
  tell<N extends keyof Calls>(name: N, context: Context, input: Asked<N>, options?: { idempotencyKey?: string }): Promise<Answered<N>>;
}
