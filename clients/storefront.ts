// Generated from the API description by `npm run client`. Needs nothing but fetch.

export type AlertsEndInput = { id: string };
export type AlertsEndAnswer = { ok: true };
export type AlertsMineInput = Record<string, unknown>;
export type AlertsMineAnswer = { data: Array<{ id: string; kind: "restock" | "price" | "search"; says: string; productId: (string | null); slug: (string | null); variantId: (string | null); path: string; priceThen: ({ amount: number; currency: string } | null); at: string }> };
export type AlertsPriceInput = { productId: string };
export type AlertsPriceAnswer = { id: string; kind: "restock" | "price" | "search"; says: string };
export type AlertsRestockInput = { variantId: string; email?: string };
export type AlertsRestockAnswer = { id: string; kind: "restock" | "price" | "search"; says: string };
export type AlertsSearchInput = { q?: string; category?: string; filter?: Record<string, string>; name?: string };
export type AlertsSearchAnswer = { id: string; kind: "restock" | "price" | "search"; says: string };
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
export type CustomersMeInput = Record<string, unknown>;
export type CustomersMeAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
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
export type OrdersGetInput = { id: string; token?: string };
export type OrdersGetAnswer = { id: string; number: number; placedAt: string; email: string; lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; shippingMethod: string; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; paymentState: string; fulfilmentState: string; returnState: string; cancelled: boolean; statusSentence: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; parcels: Array<{ at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null) }>; timeline: Array<{ at: string; says: string }> };
export type OrdersInvoiceInput = { id: string; token?: string };
export type OrdersInvoiceAnswer = { name: string; documents: Array<{ id: string; name: string; orderId: string }>; pdf: string };
export type OrdersPlaceInput = { checkoutId: string; agreedTotal: { amount: number; currency: string }; payment: ({ method: "test"; card?: string } | { method: "manual" }) };
export type OrdersPlaceAnswer = { order: { id: string; number: number; placedAt: string; email: string; lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; shippingMethod: string; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; paymentState: string; fulfilmentState: string; returnState: string; cancelled: boolean; statusSentence: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; parcels: Array<{ at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null) }>; timeline: Array<{ at: string; says: string }> }; payment: { id: (string | null); state: "paid" | "pending" | "declined"; message: (string | null) }; orderLink: string };
export type OrdersRequestReturnInput = { id: string; token?: string; lines: Array<{ lineId: string; quantity: number }>; reason?: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note?: string };
export type OrdersRequestReturnAnswer = { id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) };
export type ProductsGetInput = { id: string; currency?: string };
export type ProductsGetAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; images: Array<{ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) }>; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; sku: string; title: string; options: Record<string, string>; price: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; stock: (number | null); imageUrl?: string }>; categories: Array<{ id: string; slug: string; name: string }>; customFields: Array<{ key: string; says: string; value: (string | number | boolean); unit?: string }>; seo: { title: string; description: string } };
export type ProductsListInput = { q?: string; category?: string; collection?: string; filter?: Record<string, string>; sort?: "relevance" | "price" | "-price" | "newest" | "bestselling"; cursor?: string; limit?: number; currency?: string; facets?: "0" | "1"; fields?: string };
export type ProductsListAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }>; nextCursor: (string | null); total: number; facets: Array<{ key: string; says: string; kind: "values" | "range"; values: Array<{ value: string; says: string; count: number }>; min?: number; max?: number; unit?: string }>; didYouMean?: string };
export type QuestionsAnswerInput = { id: string; text: string; author?: string };
export type QuestionsAnswerAnswer = { id: string; state: "waiting" };
export type QuestionsAskInput = { productId: string; text: string; name?: string; email?: string };
export type QuestionsAskAnswer = { id: string; state: "waiting" };
export type QuestionsListInput = { productId: string; offset?: number; limit?: number };
export type QuestionsListAnswer = { data: Array<{ id: string; author: string; text: string; votes: number; at: string; verified: boolean; answers: Array<{ id: string; author: string; by: "shop" | "buyer"; verified: boolean; text: string; votes: number; at: string }> }>; total: number };
export type QuestionsVoteInput = { id: string; answerId?: string; vote?: "up" | "none" };
export type QuestionsVoteAnswer = { votes: number };
export type ReviewsChangeInput = { stars: number; title?: string; text?: string; author?: string; fit?: ("small" | "true" | "large" | null); media?: Array<string>; id: string; order?: { id: string; token: string } };
export type ReviewsChangeAnswer = { id: string; state: "waiting" | "published" };
export type ReviewsGalleryInput = { productId: string; limit?: number };
export type ReviewsGalleryAnswer = { data: Array<{ kind: "photo" | "video"; url: string; width: (number | null); height: (number | null); reviewId: string; author: string; stars: number }> };
export type ReviewsListInput = { productId: string; sort?: "helpful" | "newest" | "highest" | "lowest"; stars?: string; verified?: "1"; media?: "1"; offset?: number; limit?: number };
export type ReviewsListAnswer = { data: Array<{ id: string; stars: number; title: string; text: string; author: string; verified: boolean; bought: string; fit: ("small" | "true" | "large" | null); helpful: number; unhelpful: number; reply: string; at: string; media: Array<{ kind: "photo" | "video"; url: string; width: (number | null); height: (number | null) }> }>; total: number; summary: { count: number; average: number; stars: Array<number>; fit: { small: number; true: number; large: number } } };
export type ReviewsMineInput = Record<string, unknown>;
export type ReviewsMineAnswer = { data: Array<{ id: string; productId: string; slug: string; product: string; stars: number; title: string; text: string; author: string; fit: ("small" | "true" | "large" | null); state: "waiting" | "published" | "refused"; refusal: string; at: string; media: Array<{ id: string; kind: "photo" | "video" }> }> };
export type ReviewsRemoveInput = { id: string; order?: { id: string; token: string } };
export type ReviewsRemoveAnswer = { ok: true };
export type ReviewsStandingInput = { productId: string; orderId?: string; token?: string };
export type ReviewsStandingAnswer = { may: boolean; why: "" | "sign_in" | "not_bought"; verified: boolean; author: string; own: ({ id: string; productId: string; slug: string; product: string; stars: number; title: string; text: string; author: string; fit: ("small" | "true" | "large" | null); state: "waiting" | "published" | "refused"; refusal: string; at: string; media: Array<{ id: string; kind: "photo" | "video" }> } | null) };
export type ReviewsVoteInput = { id: string; vote: "helpful" | "unhelpful" | "none" };
export type ReviewsVoteAnswer = { helpful: number; unhelpful: number };
export type ReviewsWriteInput = { stars: number; title?: string; text?: string; author?: string; fit?: ("small" | "true" | "large" | null); media?: Array<string>; productId: string; order?: { id: string; token: string } };
export type ReviewsWriteAnswer = { id: string; state: "waiting" | "published" };
export type SizingGetInput = { productId: string };
export type SizingGetAnswer = { guide: ({ name: string; note: string; unit: "cm" | "in"; measures: Array<{ key: string; says: string }>; sizes: Array<{ size: string; ranges: Record<string, { from: number; to: number }> }>; id: string } | null); fit: ("small" | "large" | "true" | null); votes: { small: number; true: number; large: number } };
export type SizingRecommendInput = { productId: string; unit?: "cm" | "in"; body: Record<string, number> };
export type SizingRecommendAnswer = { size: (string | null); how: ("fits" | "between" | "outside" | null); says: string };
export type WarrantiesGetInput = { token: string };
export type WarrantiesGetAnswer = { number: string; title: string; variantTitle: string; state: "valid" | "ended" | "void"; months: number; terms: string; beginsAt: string; endsAt: string };
export type WarrantiesOfOrderInput = { id: string; token?: string };
export type WarrantiesOfOrderAnswer = { data: Array<{ number: string; title: string; variantTitle: string; state: "valid" | "ended" | "void"; months: number; terms: string; beginsAt: string; endsAt: string; token: string }> };
export type WarrantiesOfProductInput = { productId: string };
export type WarrantiesOfProductAnswer = { months: (number | null); terms: string };
export type WishlistsAddInput = { id: string; productId: string };
export type WishlistsAddAnswer = { id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };
export type WishlistsCreateInput = { productId?: string };
export type WishlistsCreateAnswer = { id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };
export type WishlistsGetInput = { id: string };
export type WishlistsGetAnswer = { id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };
export type WishlistsMergeInput = { id: string };
export type WishlistsMergeAnswer = { id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };
export type WishlistsMineInput = Record<string, unknown>;
export type WishlistsMineAnswer = ({ id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> } | null);
export type WishlistsProductsInput = { id?: string };
export type WishlistsProductsAnswer = { data: Array<string> };
export type WishlistsRemoveInput = { id: string; productId: string };
export type WishlistsRemoveAnswer = { id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };
export type WishlistsShareInput = { id: string };
export type WishlistsShareAnswer = { id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };
export type WishlistsSharedInput = { token: string };
export type WishlistsSharedAnswer = { by: string; items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };
export type WishlistsUnshareInput = { id: string };
export type WishlistsUnshareAnswer = { id: string; own: boolean; shareToken: (string | null); items: Array<{ productId: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null) } | null); price: ({ amount: number; currency: string } | null); priceThen: ({ amount: number; currency: string } | null); available: boolean; addedAt: string }> };

/** Everything the API can be asked: name -> [what is sent, what comes back]. */
export interface Calls {
  'storefront.alerts.end': [AlertsEndInput, AlertsEndAnswer];
  'storefront.alerts.mine': [AlertsMineInput, AlertsMineAnswer];
  'storefront.alerts.price': [AlertsPriceInput, AlertsPriceAnswer];
  'storefront.alerts.restock': [AlertsRestockInput, AlertsRestockAnswer];
  'storefront.alerts.search': [AlertsSearchInput, AlertsSearchAnswer];
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
  'storefront.customers.me': [CustomersMeInput, CustomersMeAnswer];
  'storefront.customers.orders': [CustomersOrdersInput, CustomersOrdersAnswer];
  'storefront.customers.register': [CustomersRegisterInput, CustomersRegisterAnswer];
  'storefront.customers.remove-address': [CustomersRemoveAddressInput, CustomersRemoveAddressAnswer];
  'storefront.customers.request-password': [CustomersRequestPasswordInput, CustomersRequestPasswordAnswer];
  'storefront.customers.sign-in': [CustomersSignInInput, CustomersSignInAnswer];
  'storefront.customers.sign-out': [CustomersSignOutInput, CustomersSignOutAnswer];
  'storefront.customers.update': [CustomersUpdateInput, CustomersUpdateAnswer];
  'storefront.customers.update-address': [CustomersUpdateAddressInput, CustomersUpdateAddressAnswer];
  'storefront.orders.get': [OrdersGetInput, OrdersGetAnswer];
  'storefront.orders.invoice': [OrdersInvoiceInput, OrdersInvoiceAnswer];
  'storefront.orders.place': [OrdersPlaceInput, OrdersPlaceAnswer];
  'storefront.orders.request-return': [OrdersRequestReturnInput, OrdersRequestReturnAnswer];
  'storefront.products.get': [ProductsGetInput, ProductsGetAnswer];
  'storefront.products.list': [ProductsListInput, ProductsListAnswer];
  'storefront.questions.answer': [QuestionsAnswerInput, QuestionsAnswerAnswer];
  'storefront.questions.ask': [QuestionsAskInput, QuestionsAskAnswer];
  'storefront.questions.list': [QuestionsListInput, QuestionsListAnswer];
  'storefront.questions.vote': [QuestionsVoteInput, QuestionsVoteAnswer];
  'storefront.reviews.change': [ReviewsChangeInput, ReviewsChangeAnswer];
  'storefront.reviews.gallery': [ReviewsGalleryInput, ReviewsGalleryAnswer];
  'storefront.reviews.list': [ReviewsListInput, ReviewsListAnswer];
  'storefront.reviews.mine': [ReviewsMineInput, ReviewsMineAnswer];
  'storefront.reviews.remove': [ReviewsRemoveInput, ReviewsRemoveAnswer];
  'storefront.reviews.standing': [ReviewsStandingInput, ReviewsStandingAnswer];
  'storefront.reviews.vote': [ReviewsVoteInput, ReviewsVoteAnswer];
  'storefront.reviews.write': [ReviewsWriteInput, ReviewsWriteAnswer];
  'storefront.sizing.get': [SizingGetInput, SizingGetAnswer];
  'storefront.sizing.recommend': [SizingRecommendInput, SizingRecommendAnswer];
  'storefront.warranties.get': [WarrantiesGetInput, WarrantiesGetAnswer];
  'storefront.warranties.of-order': [WarrantiesOfOrderInput, WarrantiesOfOrderAnswer];
  'storefront.warranties.of-product': [WarrantiesOfProductInput, WarrantiesOfProductAnswer];
  'storefront.wishlists.add': [WishlistsAddInput, WishlistsAddAnswer];
  'storefront.wishlists.create': [WishlistsCreateInput, WishlistsCreateAnswer];
  'storefront.wishlists.get': [WishlistsGetInput, WishlistsGetAnswer];
  'storefront.wishlists.merge': [WishlistsMergeInput, WishlistsMergeAnswer];
  'storefront.wishlists.mine': [WishlistsMineInput, WishlistsMineAnswer];
  'storefront.wishlists.products': [WishlistsProductsInput, WishlistsProductsAnswer];
  'storefront.wishlists.remove': [WishlistsRemoveInput, WishlistsRemoveAnswer];
  'storefront.wishlists.share': [WishlistsShareInput, WishlistsShareAnswer];
  'storefront.wishlists.shared': [WishlistsSharedInput, WishlistsSharedAnswer];
  'storefront.wishlists.unshare': [WishlistsUnshareInput, WishlistsUnshareAnswer];
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
    alerts: {
      /** Stop being told. DELETE /alerts/:id */
      end: (input: AlertsEndInput, how?: How) => call<AlertsEndAnswer>('DELETE', '/alerts/:id', input, how),
      /** One’s own alerts and saved searches. GET /customers/me/alerts */
      mine: (input: AlertsMineInput = {}, how?: How) => call<AlertsMineAnswer>('GET', '/customers/me/alerts', input, how),
      /** Be told when something gets cheaper. POST /products/:productId/price-alerts */
      price: (input: AlertsPriceInput, how?: How) => call<AlertsPriceAnswer>('POST', '/products/:productId/price-alerts', input, how),
      /** Be told when something is back in stock. POST /variants/:variantId/restock-alerts */
      restock: (input: AlertsRestockInput, how?: How) => call<AlertsRestockAnswer>('POST', '/variants/:variantId/restock-alerts', input, how),
      /** Save a search and be told of new matches. POST /saved-searches */
      search: (input: AlertsSearchInput = {}, how?: How) => call<AlertsSearchAnswer>('POST', '/saved-searches', input, how),
    },
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
      /** The signed-in customer. GET /customers/me */
      me: (input: CustomersMeInput = {}, how?: How) => call<CustomersMeAnswer>('GET', '/customers/me', input, how),
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
    },
    products: {
      /** A product. GET /products/:id */
      get: (input: ProductsGetInput, how?: How) => call<ProductsGetAnswer>('GET', '/products/:id', input, how),
      /** Find products. GET /products */
      list: (input: ProductsListInput = {}, how?: How) => call<ProductsListAnswer>('GET', '/products', input, how),
    },
    questions: {
      /** Answer a question as somebody who bought the product. POST /questions/:id/answers */
      answer: (input: QuestionsAnswerInput, how?: How) => call<QuestionsAnswerAnswer>('POST', '/questions/:id/answers', input, how),
      /** Ask about a product. POST /products/:productId/questions */
      ask: (input: QuestionsAskInput, how?: How) => call<QuestionsAskAnswer>('POST', '/products/:productId/questions', input, how),
      /** Questions about a product. GET /products/:productId/questions */
      list: (input: QuestionsListInput, how?: How) => call<QuestionsListAnswer>('GET', '/products/:productId/questions', input, how),
      /** Vote for a question or an answer. POST /questions/:id/votes */
      vote: (input: QuestionsVoteInput, how?: How) => call<QuestionsVoteAnswer>('POST', '/questions/:id/votes', input, how),
    },
    reviews: {
      /** Change one’s own review. PUT /reviews/:id */
      change: (input: ReviewsChangeInput, how?: How) => call<ReviewsChangeAnswer>('PUT', '/reviews/:id', input, how),
      /** Photos of customers. GET /products/:productId/review-media */
      gallery: (input: ReviewsGalleryInput, how?: How) => call<ReviewsGalleryAnswer>('GET', '/products/:productId/review-media', input, how),
      /** Reviews of a product. GET /products/:productId/reviews */
      list: (input: ReviewsListInput, how?: How) => call<ReviewsListAnswer>('GET', '/products/:productId/reviews', input, how),
      /** One’s own reviews. GET /customers/me/reviews */
      mine: (input: ReviewsMineInput = {}, how?: How) => call<ReviewsMineAnswer>('GET', '/customers/me/reviews', input, how),
      /** Delete one’s own review. DELETE /reviews/:id */
      remove: (input: ReviewsRemoveInput, how?: How) => call<ReviewsRemoveAnswer>('DELETE', '/reviews/:id', input, how),
      /** Whether one may review a product. GET /products/:productId/review-standing */
      standing: (input: ReviewsStandingInput, how?: How) => call<ReviewsStandingAnswer>('GET', '/products/:productId/review-standing', input, how),
      /** Say whether a review was helpful. POST /reviews/:id/votes */
      vote: (input: ReviewsVoteInput, how?: How) => call<ReviewsVoteAnswer>('POST', '/reviews/:id/votes', input, how),
      /** Review a product. POST /products/:productId/reviews */
      write: (input: ReviewsWriteInput, how?: How) => call<ReviewsWriteAnswer>('POST', '/products/:productId/reviews', input, how),
    },
    sizing: {
      /** Size guide of a product. GET /products/:productId/size-guide */
      get: (input: SizingGetInput, how?: How) => call<SizingGetAnswer>('GET', '/products/:productId/size-guide', input, how),
      /** Which size fits. GET /products/:productId/size-recommendation */
      recommend: (input: SizingRecommendInput, how?: How) => call<SizingRecommendAnswer>('GET', '/products/:productId/size-recommendation', input, how),
    },
    warranties: {
      /** A warranty card. GET /warranties/:token */
      get: (input: WarrantiesGetInput, how?: How) => call<WarrantiesGetAnswer>('GET', '/warranties/:token', input, how),
      /** Warranty cards of an order. GET /orders/:id/warranties */
      ofOrder: (input: WarrantiesOfOrderInput, how?: How) => call<WarrantiesOfOrderAnswer>('GET', '/orders/:id/warranties', input, how),
      /** Warranty of a product. GET /products/:productId/warranty */
      ofProduct: (input: WarrantiesOfProductInput, how?: How) => call<WarrantiesOfProductAnswer>('GET', '/products/:productId/warranty', input, how),
    },
    wishlists: {
      /** Put a product on a wishlist. POST /wishlists/:id/items */
      add: (input: WishlistsAddInput, how?: How) => call<WishlistsAddAnswer>('POST', '/wishlists/:id/items', input, how),
      /** Begin a wishlist. POST /wishlists */
      create: (input: WishlistsCreateInput = {}, how?: How) => call<WishlistsCreateAnswer>('POST', '/wishlists', input, how),
      /** A wishlist. GET /wishlists/:id */
      get: (input: WishlistsGetInput, how?: How) => call<WishlistsGetAnswer>('GET', '/wishlists/:id', input, how),
      /** Bring a guest’s wishlist into the customer’s own. POST /wishlists/:id/merge */
      merge: (input: WishlistsMergeInput, how?: How) => call<WishlistsMergeAnswer>('POST', '/wishlists/:id/merge', input, how),
      /** The signed-in customer’s wishlist. GET /customers/me/wishlist */
      mine: (input: WishlistsMineInput = {}, how?: How) => call<WishlistsMineAnswer>('GET', '/customers/me/wishlist', input, how),
      /** Which products are on the wishlist. GET /wished-products */
      products: (input: WishlistsProductsInput = {}, how?: How) => call<WishlistsProductsAnswer>('GET', '/wished-products', input, how),
      /** Take a product off a wishlist. DELETE /wishlists/:id/items/:productId */
      remove: (input: WishlistsRemoveInput, how?: How) => call<WishlistsRemoveAnswer>('DELETE', '/wishlists/:id/items/:productId', input, how),
      /** Share a wishlist by a link. POST /wishlists/:id/share */
      share: (input: WishlistsShareInput, how?: How) => call<WishlistsShareAnswer>('POST', '/wishlists/:id/share', input, how),
      /** A wishlist somebody shared. GET /shared-wishlists/:token */
      shared: (input: WishlistsSharedInput, how?: How) => call<WishlistsSharedAnswer>('GET', '/shared-wishlists/:token', input, how),
      /** Take back the link of a wishlist. DELETE /wishlists/:id/share */
      unshare: (input: WishlistsUnshareInput, how?: How) => call<WishlistsUnshareAnswer>('DELETE', '/wishlists/:id/share', input, how),
    },
  };
}
