// Generated from the API description by `npm run client`. Needs nothing but fetch.

export type CartAddLineInput = { id: string; variantId: string; quantity?: number };
export type CartAddLineAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartCreateInput = { lines?: Array<{ variantId: string; quantity: number }>; note?: string };
export type CartCreateAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartGetInput = { id: string };
export type CartGetAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartMergeInput = { id: string };
export type CartMergeAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartSetNoteInput = { id: string; note: string };
export type CartSetNoteAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartUpdateLineInput = { id: string; lineId: string; quantity: number };
export type CartUpdateLineAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CategoriesListInput = { currency?: string };
export type CategoriesListAnswer = { data: Array<{ id: string; slug: string; name: string; parentId: (string | null); productCount: number; imageUrl?: string }> };
export type CheckoutGetInput = { id: string };
export type CheckoutGetAnswer = { id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) };
export type CheckoutStartInput = { cartId: string };
export type CheckoutStartAnswer = { id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) };
export type CheckoutUpdateInput = { id: string; email?: string; shippingAddress?: { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) }; billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); note?: string };
export type CheckoutUpdateAnswer = { id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) };
export type CustomersAddAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean };
export type CustomersAddAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersChoosePasswordInput = { token: string; password: string };
export type CustomersChoosePasswordAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersConfirmEmailInput = { token: string };
export type CustomersConfirmEmailAnswer = { ok: true };
export type CustomersForgetViewedInput = Record<string, unknown>;
export type CustomersForgetViewedAnswer = { forgotten: number };
export type CustomersMeInput = Record<string, unknown>;
export type CustomersMeAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersNoteViewedInput = { products: Array<{ id: string; at: unknown }> };
export type CustomersNoteViewedAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type CustomersOrdersInput = { cursor?: number; limit?: number };
export type CustomersOrdersAnswer = { data: Array<{ id: string; number: number; placedAt: string; total: { amount: number; currency: string }; itemCount: number; paymentState: string; fulfilmentState: string; statusSentence: string }>; nextCursor: (string | null) };
export type CustomersRegisterInput = { email: string; password: string; name?: string; acceptsMarketing?: boolean };
export type CustomersRegisterAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersRemoveAddressInput = { addressId: string };
export type CustomersRemoveAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersRequestPasswordInput = { email: string };
export type CustomersRequestPasswordAnswer = { ok: true };
export type CustomersSignInInput = { email: string; password: string };
export type CustomersSignInAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersSignOutInput = { token?: string };
export type CustomersSignOutAnswer = { ended: number };
export type CustomersUpdateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean };
export type CustomersUpdateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersUpdateAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean; addressId: string };
export type CustomersUpdateAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersViewedInput = Record<string, unknown>;
export type CustomersViewedAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type FeedsHotInput = { limit?: number; currency?: string };
export type FeedsHotAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type FeedsProductsInput = { ids: string };
export type FeedsProductsAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type FeedsRecentlySoldInput = { limit?: number; currency?: string };
export type FeedsRecentlySoldAnswer = { data: Array<{ product: { id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }; country: (string | null); at: string }> };
export type OrdersGetInput = { id: string; token?: string };
export type OrdersGetAnswer = { id: string; number: number; placedAt: string; email: string; lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; shippingMethod: string; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; paymentState: string; fulfilmentState: string; returnState: string; cancelled: boolean; statusSentence: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; parcels: Array<{ at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null) }>; timeline: Array<{ at: string; says: string }> };
export type OrdersInvoiceInput = { id: string; token?: string };
export type OrdersInvoiceAnswer = { name: string; documents: Array<{ id: string; name: string; orderId: string }>; pdf: string };
export type OrdersPlaceInput = { checkoutId: string; agreedTotal: { amount: number; currency: string }; payment: ({ method: "test"; card?: string } | { method: "manual" }) };
export type OrdersPlaceAnswer = { order: { id: string; number: number; placedAt: string; email: string; lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; shippingMethod: string; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; paymentState: string; fulfilmentState: string; returnState: string; cancelled: boolean; statusSentence: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; parcels: Array<{ at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null) }>; timeline: Array<{ at: string; says: string }> }; payment: { id: (string | null); state: "paid" | "pending" | "declined"; message: (string | null) }; orderLink: string };
export type OrdersRequestReturnInput = { id: string; token?: string; lines: Array<{ lineId: string; quantity: number }>; reason?: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note?: string };
export type OrdersRequestReturnAnswer = { id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) };
export type OrdersSubscribeInput = { id: string; token?: string; endpoint: string; p256dh: string; auth: string };
export type OrdersSubscribeAnswer = { id: string };
export type OrdersUnsubscribeInput = { id: string; token?: string; endpoint: string };
export type OrdersUnsubscribeAnswer = { id: string };
export type PagesGetInput = { slug: string };
export type PagesGetAnswer = { slug: string; title: string; html: string; updatedAt: string };
export type PagesListInput = Record<string, unknown>;
export type PagesListAnswer = { data: Array<{ slug: string; title: string; inFooter: boolean }> };
export type ProductsGetInput = { id: string; currency?: string };
export type ProductsGetAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; images: Array<{ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) }>; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; sku: string; title: string; options: Record<string, string>; price: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; stock: (number | null); imageUrl?: string }>; categories: Array<{ id: string; slug: string; name: string }>; customFields: Array<{ key: string; says: string; value: (string | number | boolean); unit?: string }>; seo: { title: string; description: string } };
export type ProductsListInput = { q?: string; category?: string; collection?: string; filter?: Record<string, string>; sort?: "relevance" | "price" | "-price" | "newest" | "bestselling"; cursor?: string; limit?: number; currency?: string; facets?: "0" | "1"; fields?: string };
export type ProductsListAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }>; nextCursor: (string | null); total: number; facets: Array<{ key: string; says: string; kind: "values" | "range"; values: Array<{ value: string; says: string; count: number }>; min?: number; max?: number; unit?: string }>; didYouMean?: string };
export type PushKeyInput = Record<string, unknown>;
export type PushKeyAnswer = { publicKey: string };
export type ShopGetInput = Record<string, unknown>;
export type ShopGetAnswer = { name: string; currency: string; locale: string; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string } };

/** Everything the API can be asked: name -> [what is sent, what comes back]. */
export interface Calls {
  'storefront.cart.add-line': [CartAddLineInput, CartAddLineAnswer];
  'storefront.cart.create': [CartCreateInput, CartCreateAnswer];
  'storefront.cart.get': [CartGetInput, CartGetAnswer];
  'storefront.cart.merge': [CartMergeInput, CartMergeAnswer];
  'storefront.cart.set-note': [CartSetNoteInput, CartSetNoteAnswer];
  'storefront.cart.update-line': [CartUpdateLineInput, CartUpdateLineAnswer];
  'storefront.categories.list': [CategoriesListInput, CategoriesListAnswer];
  'storefront.checkout.get': [CheckoutGetInput, CheckoutGetAnswer];
  'storefront.checkout.start': [CheckoutStartInput, CheckoutStartAnswer];
  'storefront.checkout.update': [CheckoutUpdateInput, CheckoutUpdateAnswer];
  'storefront.customers.add-address': [CustomersAddAddressInput, CustomersAddAddressAnswer];
  'storefront.customers.choose-password': [CustomersChoosePasswordInput, CustomersChoosePasswordAnswer];
  'storefront.customers.confirm-email': [CustomersConfirmEmailInput, CustomersConfirmEmailAnswer];
  'storefront.customers.forget-viewed': [CustomersForgetViewedInput, CustomersForgetViewedAnswer];
  'storefront.customers.me': [CustomersMeInput, CustomersMeAnswer];
  'storefront.customers.note-viewed': [CustomersNoteViewedInput, CustomersNoteViewedAnswer];
  'storefront.customers.orders': [CustomersOrdersInput, CustomersOrdersAnswer];
  'storefront.customers.register': [CustomersRegisterInput, CustomersRegisterAnswer];
  'storefront.customers.remove-address': [CustomersRemoveAddressInput, CustomersRemoveAddressAnswer];
  'storefront.customers.request-password': [CustomersRequestPasswordInput, CustomersRequestPasswordAnswer];
  'storefront.customers.sign-in': [CustomersSignInInput, CustomersSignInAnswer];
  'storefront.customers.sign-out': [CustomersSignOutInput, CustomersSignOutAnswer];
  'storefront.customers.update': [CustomersUpdateInput, CustomersUpdateAnswer];
  'storefront.customers.update-address': [CustomersUpdateAddressInput, CustomersUpdateAddressAnswer];
  'storefront.customers.viewed': [CustomersViewedInput, CustomersViewedAnswer];
  'storefront.feeds.hot': [FeedsHotInput, FeedsHotAnswer];
  'storefront.feeds.products': [FeedsProductsInput, FeedsProductsAnswer];
  'storefront.feeds.recently-sold': [FeedsRecentlySoldInput, FeedsRecentlySoldAnswer];
  'storefront.orders.get': [OrdersGetInput, OrdersGetAnswer];
  'storefront.orders.invoice': [OrdersInvoiceInput, OrdersInvoiceAnswer];
  'storefront.orders.place': [OrdersPlaceInput, OrdersPlaceAnswer];
  'storefront.orders.request-return': [OrdersRequestReturnInput, OrdersRequestReturnAnswer];
  'storefront.orders.subscribe': [OrdersSubscribeInput, OrdersSubscribeAnswer];
  'storefront.orders.unsubscribe': [OrdersUnsubscribeInput, OrdersUnsubscribeAnswer];
  'storefront.pages.get': [PagesGetInput, PagesGetAnswer];
  'storefront.pages.list': [PagesListInput, PagesListAnswer];
  'storefront.products.get': [ProductsGetInput, ProductsGetAnswer];
  'storefront.products.list': [ProductsListInput, ProductsListAnswer];
  'storefront.push.key': [PushKeyInput, PushKeyAnswer];
  'storefront.shop.get': [ShopGetInput, ShopGetAnswer];
}

/** A refusal of the API: switch on `code`, show `message` to people. */
export class ApiRefusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;
  constructor(problem: Record<string, unknown>) {
    super(String(problem.title));
    this.code = String(problem.code);
    this.status = Number(problem.status);
    this.details = problem;
  }
}

export interface How {
  /** The same key gives the first answer again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

function caller(options: { url: string; key: string; customerToken?: string; fetch?: typeof fetch }) {
  return async function call<T>(method: string, pattern: string, input: object, how: How = {}): Promise<T> {
    const rest: Record<string, unknown> = { ...input };
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
      const value = rest[name];
      delete rest[name];
      return encodeURIComponent(String(value));
    });
    const query = method === 'GET' ? queryOf(rest) : '';
    const answer = await (options.fetch ?? fetch)(options.url.replace(/\/$/, '') + '/api/storefront' + path + query, {
      method,
      headers: { 'content-type': 'application/json', 'x-storefront-key': options.key, ...(options.customerToken && { authorization: `Bearer ${options.customerToken}` }), ...(how.idempotencyKey && { 'idempotency-key': how.idempotencyKey }) },
      ...(method !== 'GET' && { body: JSON.stringify(rest) }),
      ...(how.signal && { signal: how.signal }),
    });
    const body = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new ApiRefusal(body);
    return body as T;
  };
}

function queryOf(input: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (typeof value === 'object') for (const [key, part] of Object.entries(value)) query.set(`${name}[${key}]`, String(part));
    else query.set(name, String(value));
  }
  const text = query.toString();
  return text && '?' + text;
}

/** A client of the storefront API. */
export function createStorefrontClient(options: { url: string; key: string; customerToken?: string; fetch?: typeof fetch }) {
  const call = caller(options);
  return {
    cart: {
      /** Add to a cart. POST /cart/:id/lines */
      addLine: (input: CartAddLineInput, how?: How) => call<CartAddLineAnswer>('POST', '/cart/:id/lines', input, how),
      /** Open a cart. POST /cart */
      create: (input: CartCreateInput = {}, how?: How) => call<CartCreateAnswer>('POST', '/cart', input, how),
      /** A cart. GET /cart/:id */
      get: (input: CartGetInput, how?: How) => call<CartGetAnswer>('GET', '/cart/:id', input, how),
      /** Bring a customer’s carts together. POST /cart/:id/merge */
      merge: (input: CartMergeInput, how?: How) => call<CartMergeAnswer>('POST', '/cart/:id/merge', input, how),
      /** Write a note on a cart. PUT /cart/:id/note */
      setNote: (input: CartSetNoteInput, how?: How) => call<CartSetNoteAnswer>('PUT', '/cart/:id/note', input, how),
      /** Change a cart line. PUT /cart/:id/lines/:lineId */
      updateLine: (input: CartUpdateLineInput, how?: How) => call<CartUpdateLineAnswer>('PUT', '/cart/:id/lines/:lineId', input, how),
    },
    categories: {
      /** Categories. GET /categories */
      list: (input: CategoriesListInput = {}, how?: How) => call<CategoriesListAnswer>('GET', '/categories', input, how),
    },
    checkout: {
      /** A checkout. GET /checkout/:id */
      get: (input: CheckoutGetInput, how?: How) => call<CheckoutGetAnswer>('GET', '/checkout/:id', input, how),
      /** Begin a checkout. POST /checkout */
      start: (input: CheckoutStartInput, how?: How) => call<CheckoutStartAnswer>('POST', '/checkout', input, how),
      /** Fill in a checkout. PUT /checkout/:id */
      update: (input: CheckoutUpdateInput, how?: How) => call<CheckoutUpdateAnswer>('PUT', '/checkout/:id', input, how),
    },
    customers: {
      /** Add an address to one’s own address book. POST /customers/me/addresses */
      addAddress: (input: CustomersAddAddressInput, how?: How) => call<CustomersAddAddressAnswer>('POST', '/customers/me/addresses', input, how),
      /** Choose a password with a mailed link. POST /customers/password */
      choosePassword: (input: CustomersChoosePasswordInput, how?: How) => call<CustomersChoosePasswordAnswer>('POST', '/customers/password', input, how),
      /** Confirm an email address with a mailed link. POST /customers/confirmations */
      confirmEmail: (input: CustomersConfirmEmailInput, how?: How) => call<CustomersConfirmEmailAnswer>('POST', '/customers/confirmations', input, how),
      /** Forget what I looked at. DELETE /customers/me/viewed */
      forgetViewed: (input: CustomersForgetViewedInput = {}, how?: How) => call<CustomersForgetViewedAnswer>('DELETE', '/customers/me/viewed', input, how),
      /** The signed-in customer. GET /customers/me */
      me: (input: CustomersMeInput = {}, how?: How) => call<CustomersMeAnswer>('GET', '/customers/me', input, how),
      /** Note what I looked at. POST /customers/me/viewed */
      noteViewed: (input: CustomersNoteViewedInput, how?: How) => call<CustomersNoteViewedAnswer>('POST', '/customers/me/viewed', input, how),
      /** My orders. GET /customers/me/orders */
      orders: (input: CustomersOrdersInput = {}, how?: How) => call<CustomersOrdersAnswer>('GET', '/customers/me/orders', input, how),
      /** Register as a customer. POST /customers */
      register: (input: CustomersRegisterInput, how?: How) => call<CustomersRegisterAnswer>('POST', '/customers', input, how),
      /** Remove an address from one’s own address book. DELETE /customers/me/addresses/:addressId */
      removeAddress: (input: CustomersRemoveAddressInput, how?: How) => call<CustomersRemoveAddressAnswer>('DELETE', '/customers/me/addresses/:addressId', input, how),
      /** Ask for a link to choose a password. POST /customers/password-requests */
      requestPassword: (input: CustomersRequestPasswordInput, how?: How) => call<CustomersRequestPasswordAnswer>('POST', '/customers/password-requests', input, how),
      /** Sign in as a customer. POST /customers/auth */
      signIn: (input: CustomersSignInInput, how?: How) => call<CustomersSignInAnswer>('POST', '/customers/auth', input, how),
      /** Sign out as a customer. DELETE /customers/auth */
      signOut: (input: CustomersSignOutInput = {}, how?: How) => call<CustomersSignOutAnswer>('DELETE', '/customers/auth', input, how),
      /** Change one’s own profile. PATCH /customers/me */
      update: (input: CustomersUpdateInput = {}, how?: How) => call<CustomersUpdateAnswer>('PATCH', '/customers/me', input, how),
      /** Change an address of one’s own address book. PUT /customers/me/addresses/:addressId */
      updateAddress: (input: CustomersUpdateAddressInput, how?: How) => call<CustomersUpdateAddressAnswer>('PUT', '/customers/me/addresses/:addressId', input, how),
      /** What I looked at. GET /customers/me/viewed */
      viewed: (input: CustomersViewedInput = {}, how?: How) => call<CustomersViewedAnswer>('GET', '/customers/me/viewed', input, how),
    },
    feeds: {
      /** What sells now. GET /feeds/hot */
      hot: (input: FeedsHotInput = {}, how?: How) => call<FeedsHotAnswer>('GET', '/feeds/hot', input, how),
      /** Products by their ids. GET /feeds/products */
      products: (input: FeedsProductsInput, how?: How) => call<FeedsProductsAnswer>('GET', '/feeds/products', input, how),
      /** What was sold lately. GET /feeds/recently-sold */
      recentlySold: (input: FeedsRecentlySoldInput = {}, how?: How) => call<FeedsRecentlySoldAnswer>('GET', '/feeds/recently-sold', input, how),
    },
    orders: {
      /** An order. GET /orders/:id */
      get: (input: OrdersGetInput, how?: How) => call<OrdersGetAnswer>('GET', '/orders/:id', input, how),
      /** Get the invoice of an order. POST /orders/:id/invoice */
      invoice: (input: OrdersInvoiceInput, how?: How) => call<OrdersInvoiceAnswer>('POST', '/orders/:id/invoice', input, how),
      /** Place an order. POST /orders */
      place: (input: OrdersPlaceInput, how?: How) => call<OrdersPlaceAnswer>('POST', '/orders', input, how),
      /** Ask to return things of an order. POST /orders/:id/returns */
      requestReturn: (input: OrdersRequestReturnInput, how?: How) => call<OrdersRequestReturnAnswer>('POST', '/orders/:id/returns', input, how),
      /** Tell this browser when the order moves. POST /orders/:id/devices */
      subscribe: (input: OrdersSubscribeInput, how?: How) => call<OrdersSubscribeAnswer>('POST', '/orders/:id/devices', input, how),
      /** Tell this browser no more of the order. POST /orders/:id/devices/removal */
      unsubscribe: (input: OrdersUnsubscribeInput, how?: How) => call<OrdersUnsubscribeAnswer>('POST', '/orders/:id/devices/removal', input, how),
    },
    pages: {
      /** A text page. GET /pages/:slug */
      get: (input: PagesGetInput, how?: How) => call<PagesGetAnswer>('GET', '/pages/:slug', input, how),
      /** Text pages. GET /pages */
      list: (input: PagesListInput = {}, how?: How) => call<PagesListAnswer>('GET', '/pages', input, how),
    },
    products: {
      /** A product. GET /products/:id */
      get: (input: ProductsGetInput, how?: How) => call<ProductsGetAnswer>('GET', '/products/:id', input, how),
      /** Find products. GET /products */
      list: (input: ProductsListInput = {}, how?: How) => call<ProductsListAnswer>('GET', '/products', input, how),
    },
    push: {
      /** The key for push messages. GET /push-key */
      key: (input: PushKeyInput = {}, how?: How) => call<PushKeyAnswer>('GET', '/push-key', input, how),
    },
    shop: {
      /** The shop and its look. GET /shop */
      get: (input: ShopGetInput = {}, how?: How) => call<ShopGetAnswer>('GET', '/shop', input, how),
    },
  };
}
