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
export type CartAddLineInput = { id: string; variantId: string; quantity?: number; planId?: (string | null) };
export type CartAddLineAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartApplyCodeInput = { id: string; code: string };
export type CartApplyCodeAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartCreateInput = { lines?: Array<{ variantId: string; quantity: number; planId?: (string | null) }>; note?: string };
export type CartCreateAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartGetInput = { id: string };
export type CartGetAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartMergeInput = { id: string };
export type CartMergeAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartOffersInput = { id: string };
export type CartOffersAnswer = { data: Array<{ offerId: string; title: string; slug: string; product: string; variantId: string; image: ({ url: string; alt: string } | null); price: { amount: number; currency: string }; was: ({ amount: number; currency: string } | null) }> };
export type CartRemoveCodeInput = { id: string; code: string };
export type CartRemoveCodeAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartRestoreInput = { token: string };
export type CartRestoreAnswer = { cartId: string };
export type CartSetNoteInput = { id: string; note: string };
export type CartSetNoteAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CartUpdateLineInput = { id: string; lineId: string; quantity: number };
export type CartUpdateLineAnswer = { id: string; currency: string; note: string; lines: Array<{ id: string; variantId: string; productId: (string | null); slug: (string | null); title: string; variantTitle: (string | null); image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; kind: "goods" | "gift_card"; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null); available: boolean; problem: ({ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; total: { amount: number; currency: string }; freeDelivery: ({ reached: boolean; missing: { amount: number; currency: string }; from: { amount: number; currency: string } } | null); itemCount: number; problems: Array<{ code: "not_for_sale" | "sold_out" | "not_enough" | "price_changed"; sentence: string; lineId: string }> };
export type CategoriesListInput = { currency?: string };
export type CategoriesListAnswer = { data: Array<{ id: string; slug: string; name: string; parentId: (string | null); productCount: number; imageUrl?: string }> };
export type CheckoutApplyCodeInput = { id: string; giftCardOrCode: string };
export type CheckoutApplyCodeAnswer = { id: string; checkout: ({ id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; tender: Array<{ id: string; kind: "gift_card" | "store_credit"; last4: (string | null); amount: { amount: number; currency: string }; left: { amount: number; currency: string } }>; storeCredit: ({ available: { amount: number; currency: string }; used: boolean } | null); due: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) } | null) };
export type CheckoutChangeCodesInput = { id: string; without?: Array<string>; storeCredit?: boolean };
export type CheckoutChangeCodesAnswer = { id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; tender: Array<{ id: string; kind: "gift_card" | "store_credit"; last4: (string | null); amount: { amount: number; currency: string }; left: { amount: number; currency: string } }>; storeCredit: ({ available: { amount: number; currency: string }; used: boolean } | null); due: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) };
export type CheckoutGetInput = { id: string };
export type CheckoutGetAnswer = { id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; tender: Array<{ id: string; kind: "gift_card" | "store_credit"; last4: (string | null); amount: { amount: number; currency: string }; left: { amount: number; currency: string } }>; storeCredit: ({ available: { amount: number; currency: string }; used: boolean } | null); due: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) };
export type CheckoutStartInput = { cartId: string };
export type CheckoutStartAnswer = { id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; tender: Array<{ id: string; kind: "gift_card" | "store_credit"; last4: (string | null); amount: { amount: number; currency: string }; left: { amount: number; currency: string } }>; storeCredit: ({ available: { amount: number; currency: string }; used: boolean } | null); due: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) };
export type CheckoutUpdateInput = { id: string; email?: string; shippingAddress?: { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) }; billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); note?: string };
export type CheckoutUpdateAnswer = { id: string; cartId: string; email: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string }; says: string }>; shippingMethodId: (string | null); note: string; lines: Array<{ variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; plan: ({ id: string; name: string; says: string; renewalPrice: { amount: number; currency: string }; trialDays: number } | null) }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: ({ amount: number; currency: string } | null); tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string }; endsAt: (string | null) }>; codes: Array<{ code: string; applied: boolean; sentence: string }>; tender: Array<{ id: string; kind: "gift_card" | "store_credit"; last4: (string | null); amount: { amount: number; currency: string }; left: { amount: number; currency: string } }>; storeCredit: ({ available: { amount: number; currency: string }; used: boolean } | null); due: { amount: number; currency: string }; heldUntil: string; paymentMethods: Array<{ id: string; says: string; kind: string }>; orderId: (string | null) };
export type ConversationsGetInput = { id: string; before?: string };
export type ConversationsGetAnswer = { id: string; subject: string; state: "open" | "closed"; orderId: (string | null); orderNumber: (number | null); unread: boolean; messages: Array<{ id: string; side: "shopper" | "shop"; text: string; pictures: Array<{ id: string; name: string; width: number; height: number; url: string }>; at: string }>; earlier: (string | null) };
export type ConversationsListInput = { cursor?: string; limit?: number };
export type ConversationsListAnswer = { data: Array<{ id: string; subject: string; state: "open" | "closed"; orderId: (string | null); unread: boolean; lastAt: string; lastSide: "shopper" | "shop"; excerpt: string }>; nextCursor: (string | null) };
export type ConversationsMarkReadInput = { id: string; token?: string };
export type ConversationsMarkReadAnswer = { id: string };
export type ConversationsOfOrderInput = { id: string; token?: string; before?: string };
export type ConversationsOfOrderAnswer = { conversation: ({ id: string; subject: string; state: "open" | "closed"; orderId: (string | null); orderNumber: (number | null); unread: boolean; messages: Array<{ id: string; side: "shopper" | "shop"; text: string; pictures: Array<{ id: string; name: string; width: number; height: number; url: string }>; at: string }>; earlier: (string | null) } | null) };
export type ConversationsStartInput = { subject: string; text: string; pictures?: Array<{ name: string; data: string }> };
export type ConversationsStartAnswer = { id: string; messageId: string };
export type ConversationsUnreadInput = Record<string, unknown>;
export type ConversationsUnreadAnswer = { count: number; orderIds: Array<string> };
export type ConversationsWriteInput = { id: string; text: string; pictures?: Array<{ name: string; data: string }> };
export type ConversationsWriteAnswer = { id: string; messageId: string };
export type ConversationsWriteAboutOrderInput = { id: string; token?: string; text: string; pictures?: Array<{ name: string; data: string }> };
export type ConversationsWriteAboutOrderAnswer = { id: string; messageId: string };
export type CustomersAddAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean };
export type CustomersAddAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersCancelErasureInput = Record<string, unknown>;
export type CustomersCancelErasureAnswer = { ok: true };
export type CustomersChangePasswordInput = { current?: string; password: string };
export type CustomersChangePasswordAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersChoosePasswordInput = { token: string; password: string };
export type CustomersChoosePasswordAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersConfirmEmailInput = { token: string };
export type CustomersConfirmEmailAnswer = { ok: true };
export type CustomersConfirmEmailChangeInput = { token: string };
export type CustomersConfirmEmailChangeAnswer = { email: string };
export type CustomersConfirmErasureInput = { token: string };
export type CustomersConfirmErasureAnswer = { eraseAt: string };
export type CustomersDataInput = Record<string, unknown>;
export type CustomersDataAnswer = { exportedAt: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> }; mails: Array<unknown> };
export type CustomersEndSessionInput = { sessionId: string };
export type CustomersEndSessionAnswer = { ok: true };
export type CustomersForgetViewedInput = Record<string, unknown>;
export type CustomersForgetViewedAnswer = { forgotten: number };
export type CustomersMeInput = Record<string, unknown>;
export type CustomersMeAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersNoteViewedInput = { products: Array<{ id: string; at: unknown }> };
export type CustomersNoteViewedAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type CustomersOrdersInput = { cursor?: number; limit?: number };
export type CustomersOrdersAnswer = { data: Array<{ id: string; number: number; placedAt: string; total: { amount: number; currency: string }; itemCount: number; paymentState: string; fulfilmentState: string; statusSentence: string }>; nextCursor: (string | null) };
export type CustomersRegisterInput = { email: string; password: string; name?: string; acceptsMarketing?: boolean };
export type CustomersRegisterAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersRemoveAddressInput = { addressId: string };
export type CustomersRemoveAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersRequestEmailChangeInput = { email: string; current?: string };
export type CustomersRequestEmailChangeAnswer = { ok: true };
export type CustomersRequestErasureInput = Record<string, unknown>;
export type CustomersRequestErasureAnswer = { ok: true };
export type CustomersRequestPasswordInput = { email: string };
export type CustomersRequestPasswordAnswer = { ok: true };
export type CustomersRequestSignInInput = { email: string };
export type CustomersRequestSignInAnswer = { ok: true };
export type CustomersReturnsInput = { cursor?: string; limit?: number };
export type CustomersReturnsAnswer = { data: Array<{ id: string; name: string; orderId: string; orderNumber: number; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; what: string; at: string }>; nextCursor: (string | null) };
export type CustomersSessionsInput = Record<string, unknown>;
export type CustomersSessionsAnswer = { data: Array<{ id: string; since: string; until: string }> };
export type CustomersSignInInput = { email: string; password: string };
export type CustomersSignInAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersSignInByLinkInput = { token: string };
export type CustomersSignInByLinkAnswer = { token: string; customer: { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> } };
export type CustomersSignOutInput = { token?: string };
export type CustomersSignOutAnswer = { ended: number };
export type CustomersStoreCreditInput = Record<string, unknown>;
export type CustomersStoreCreditAnswer = { data: Array<{ amount: number; currency: string }> };
export type CustomersSubscriptionsInput = Record<string, unknown>;
export type CustomersSubscriptionsAnswer = { data: Array<{ id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> }> };
export type CustomersUpdateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean };
export type CustomersUpdateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersUpdateAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean; addressId: string };
export type CustomersUpdateAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }> };
export type CustomersViewedInput = Record<string, unknown>;
export type CustomersViewedAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type DeliveryEstimateInput = { country: string; currency: string };
export type DeliveryEstimateAnswer = { methods: Array<{ name: string; from: { amount: number; currency: string }; freeOver: ({ amount: number; currency: string } | null); minDays: (number | null); maxDays: (number | null) }> };
export type FeedsHotInput = { limit?: number; currency?: string };
export type FeedsHotAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type FeedsProductsInput = { ids: string };
export type FeedsProductsAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type FeedsRecentlySoldInput = { limit?: number; currency?: string };
export type FeedsRecentlySoldAnswer = { data: Array<{ product: { id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }; country: (string | null); at: string }> };
export type OffersShownInput = { besideId: string; place: "cart" | "order"; offerIds: Array<string> };
export type OffersShownAnswer = { counted: number };
export type OffersTakeInput = { offerId: string; cartId: string; variantId: string; besideId?: string };
export type OffersTakeAnswer = { cartId: string };
export type OrdersGetInput = { id: string; token?: string };
export type OrdersGetAnswer = { id: string; number: number; placedAt: string; email: string; lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; shippingMethod: string; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; paymentState: string; fulfilmentState: string; returnState: string; cancelled: boolean; statusSentence: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; parcels: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ at: string; says: string }>; due: { amount: number; currency: string }; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; returnable: Array<{ lineId: string; quantity: number; until: (string | null) }>; nothingReturnable: ("cancelled" | "gift_cards" | "not_sent" | "too_late" | "all_back" | null); returnRules: { windowDays: (number | null); says: string } };
export type OrdersInvoiceInput = { id: string; token?: string };
export type OrdersInvoiceAnswer = { name: string; documents: Array<{ id: string; name: string; orderId: string }>; pdf: string };
export type OrdersOffersInput = { id: string; token?: string };
export type OrdersOffersAnswer = { data: Array<{ offerId: string; title: string; slug: string; product: string; variantId: string; image: ({ url: string; alt: string } | null); price: { amount: number; currency: string }; was: ({ amount: number; currency: string } | null) }> };
export type OrdersPlaceInput = { checkoutId: string; agreedTotal: { amount: number; currency: string }; agreedDue?: { amount: number; currency: string }; payment: (({ method: "test"; card?: string } | { method: "manual" }) | { method: string; token?: string; returnTo?: string }) };
export type OrdersPlaceAnswer = { order: { id: string; number: number; placedAt: string; email: string; lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; shippingMethod: string; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; paymentState: string; fulfilmentState: string; returnState: string; cancelled: boolean; statusSentence: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; parcels: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ at: string; says: string }> }; payment: { id: (string | null); state: "paid" | "pending" | "declined"; message: (string | null); continueAt: (string | null); keepsOnly: boolean }; orderLink: string };
export type OrdersRequestReturnInput = { id: string; token?: string; lines: Array<{ lineId: string; quantity: number }>; reason?: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note?: string; photos?: Array<{ name: string; data: string }> };
export type OrdersRequestReturnAnswer = { id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) };
export type OrdersSettleInput = { id: string };
export type OrdersSettleAnswer = { order: { id: string; number: number; placedAt: string; email: string; lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; shippingMethod: string; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; paymentState: string; fulfilmentState: string; returnState: string; cancelled: boolean; statusSentence: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; parcels: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ at: string; says: string }> }; payment: { id: (string | null); state: "paid" | "pending" | "declined"; message: (string | null); continueAt: (string | null); keepsOnly: boolean }; orderLink: string };
export type OrdersSubscribeInput = { id: string; token?: string; endpoint: string; p256dh: string; auth: string };
export type OrdersSubscribeAnswer = { id: string };
export type OrdersUnsubscribeInput = { id: string; token?: string; endpoint: string };
export type OrdersUnsubscribeAnswer = { id: string };
export type OrdersWithdrawReturnInput = { id: string; returnId: string; token?: string };
export type OrdersWithdrawReturnAnswer = { id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) };
export type PagesGetInput = { slug: string };
export type PagesGetAnswer = { slug: string; title: string; html: string; updatedAt: string };
export type PagesListInput = Record<string, unknown>;
export type PagesListAnswer = { data: Array<{ slug: string; title: string; inFooter: boolean }> };
export type ProductsGetInput = { id: string; currency?: string };
export type ProductsGetAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; images: Array<{ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) }>; moving: Array<{ kind: "video" | "model" | "spin"; url: string; alt: string; width: (number | null); height: (number | null); posterUrl: (string | null) }>; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; sku: string; title: string; options: Record<string, string>; price: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; stock: (number | null); low: boolean; imageUrl?: string; contents?: Array<{ variantId: string; quantity: number; slug: string; title: string; variantTitle: string }> }>; categories: Array<{ id: string; slug: string; name: string }>; customFields: Array<{ key: string; says: string; value: (string | number | boolean); unit?: string }>; seo: { title: string; description: string } };
export type ProductsListInput = { q?: string; category?: string; collection?: string; filter?: Record<string, string>; sort?: "relevance" | "price" | "-price" | "newest" | "trending" | "bestselling" | "reviewed"; cursor?: string; limit?: number; currency?: string; facets?: "0" | "1"; fields?: string };
export type ProductsListAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }>; nextCursor: (string | null); total: number; facets: Array<{ key: string; says: string; kind: "values" | "range"; values: Array<{ value: string; says: string; count: number }>; min?: number; max?: number; unit?: string }>; didYouMean?: string; closest?: boolean };
export type ProductsOffersInput = { productId: string; currency: string };
export type ProductsOffersAnswer = { data: Array<{ title: string; sentence: string; endsAt: (string | null) }> };
export type ProductsPlansInput = { id: string };
export type ProductsPlansAnswer = { data: Array<{ planId: string; name: string; says: string; trialDays: number; minCycles: number; prices: Array<{ variantId: string; price: { amount: number; currency: string }; once: { amount: number; currency: string } }> }> };
export type ProductsRecommendationsInput = { id: string; limit?: number; currency?: string };
export type ProductsRecommendationsAnswer = { boughtTogether: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }>; alsoLike: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }>; similar: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }> };
export type PushKeyInput = Record<string, unknown>;
export type PushKeyAnswer = { publicKey: string };
export type QuestionsAnswerInput = { id: string; text: string; author?: string };
export type QuestionsAnswerAnswer = { id: string; state: "waiting" };
export type QuestionsAskInput = { productId: string; text: string; name?: string; email?: string };
export type QuestionsAskAnswer = { id: string; state: "waiting" };
export type QuestionsListInput = { productId: string; offset?: number; limit?: number };
export type QuestionsListAnswer = { data: Array<{ id: string; author: string; text: string; votes: number; at: string; verified: boolean; answers: Array<{ id: string; author: string; by: "shop" | "buyer"; verified: boolean; text: string; votes: number; at: string }> }>; total: number };
export type QuestionsVoteInput = { id: string; answerId?: string; vote?: "up" | "none" };
export type QuestionsVoteAnswer = { votes: number };
export type RecommendationsForProductsInput = { products: string; limit?: number; currency?: string };
export type RecommendationsForProductsAnswer = { data: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }>; related: number };
export type RemindersEndInput = { token: string };
export type RemindersEndAnswer = { ended: true };
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
export type SearchSuggestionsInput = { q: string; limit?: number; currency?: string };
export type SearchSuggestionsAnswer = { products: Array<{ id: string; slug: string; title: string; image: ({ url: string; alt: string; width: (number | null); height: (number | null); focal?: ({ x: number; y: number } | null) } | null); price: { amount: number; currency: string }; priceMax: { amount: number; currency: string }; compareAt: ({ amount: number; currency: string } | null); available: boolean; variantCount: number }>; categories: Array<{ id: string; slug: string; name: string }>; queries: Array<string>; didYouMean?: string };
export type SearchesClickInput = { q: string };
export type SearchesClickAnswer = { recorded: boolean };
export type SearchesRecordInput = { q: string; hits: number };
export type SearchesRecordAnswer = { recorded: boolean };
export type ShopGetInput = Record<string, unknown>;
export type ShopGetAnswer = { name: string; currency: string; locale: string; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string } };
export type SizingGetInput = { productId: string };
export type SizingGetAnswer = { guide: ({ name: string; note: string; unit: "cm" | "in"; measures: Array<{ key: string; says: string }>; sizes: Array<{ size: string; ranges: Record<string, { from: number; to: number }> }>; id: string } | null); fit: ("small" | "large" | "true" | null); votes: { small: number; true: number; large: number } };
export type SizingRecommendInput = { productId: string; unit?: "cm" | "in"; body: Record<string, number> };
export type SizingRecommendAnswer = { size: (string | null); how: ("fits" | "between" | "outside" | null); says: string };
export type SubscriptionsCancelInput = { id: string; token?: string; reason?: string };
export type SubscriptionsCancelAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> };
export type SubscriptionsChangeInput = { id: string; token?: string; variantId?: string; planId?: string; quantity?: number; lasts?: number; when?: "now" | "next" };
export type SubscriptionsChangeAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> };
export type SubscriptionsGetInput = { id: string; token?: string };
export type SubscriptionsGetAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> };
export type SubscriptionsPauseInput = { id: string; token?: string; until?: (string | null) };
export type SubscriptionsPauseAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> };
export type SubscriptionsPayInput = { id: string; token?: string; payment: (({ method: "test"; card?: string } | { method: "manual" }) | { method: string; token?: string; returnTo?: string }) };
export type SubscriptionsPayAnswer = { subscription: { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> }; payment: ({ id: (string | null); state: "paid" | "pending" | "declined"; message: (string | null); continueAt: (string | null); keepsOnly: boolean } | null) };
export type SubscriptionsResumeInput = { id: string; token?: string };
export type SubscriptionsResumeAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> };
export type SubscriptionsSettleInput = { id: string; token?: string };
export type SubscriptionsSettleAnswer = { payment: ({ id: (string | null); state: "paid" | "pending" | "declined"; message: (string | null); continueAt: (string | null); keepsOnly: boolean } | null) };
export type SubscriptionsSkipInput = { id: string; token?: string };
export type SubscriptionsSkipAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; endsFrom: number; paymentMethods: Array<{ id: string; says: string }> };
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
  'storefront.cart.apply-code': [CartApplyCodeInput, CartApplyCodeAnswer];
  'storefront.cart.create': [CartCreateInput, CartCreateAnswer];
  'storefront.cart.get': [CartGetInput, CartGetAnswer];
  'storefront.cart.merge': [CartMergeInput, CartMergeAnswer];
  'storefront.cart.offers': [CartOffersInput, CartOffersAnswer];
  'storefront.cart.remove-code': [CartRemoveCodeInput, CartRemoveCodeAnswer];
  'storefront.cart.restore': [CartRestoreInput, CartRestoreAnswer];
  'storefront.cart.set-note': [CartSetNoteInput, CartSetNoteAnswer];
  'storefront.cart.update-line': [CartUpdateLineInput, CartUpdateLineAnswer];
  'storefront.categories.list': [CategoriesListInput, CategoriesListAnswer];
  'storefront.checkout.apply-code': [CheckoutApplyCodeInput, CheckoutApplyCodeAnswer];
  'storefront.checkout.change-codes': [CheckoutChangeCodesInput, CheckoutChangeCodesAnswer];
  'storefront.checkout.get': [CheckoutGetInput, CheckoutGetAnswer];
  'storefront.checkout.start': [CheckoutStartInput, CheckoutStartAnswer];
  'storefront.checkout.update': [CheckoutUpdateInput, CheckoutUpdateAnswer];
  'storefront.conversations.get': [ConversationsGetInput, ConversationsGetAnswer];
  'storefront.conversations.list': [ConversationsListInput, ConversationsListAnswer];
  'storefront.conversations.mark-read': [ConversationsMarkReadInput, ConversationsMarkReadAnswer];
  'storefront.conversations.of-order': [ConversationsOfOrderInput, ConversationsOfOrderAnswer];
  'storefront.conversations.start': [ConversationsStartInput, ConversationsStartAnswer];
  'storefront.conversations.unread': [ConversationsUnreadInput, ConversationsUnreadAnswer];
  'storefront.conversations.write': [ConversationsWriteInput, ConversationsWriteAnswer];
  'storefront.conversations.write-about-order': [ConversationsWriteAboutOrderInput, ConversationsWriteAboutOrderAnswer];
  'storefront.customers.add-address': [CustomersAddAddressInput, CustomersAddAddressAnswer];
  'storefront.customers.cancel-erasure': [CustomersCancelErasureInput, CustomersCancelErasureAnswer];
  'storefront.customers.change-password': [CustomersChangePasswordInput, CustomersChangePasswordAnswer];
  'storefront.customers.choose-password': [CustomersChoosePasswordInput, CustomersChoosePasswordAnswer];
  'storefront.customers.confirm-email': [CustomersConfirmEmailInput, CustomersConfirmEmailAnswer];
  'storefront.customers.confirm-email-change': [CustomersConfirmEmailChangeInput, CustomersConfirmEmailChangeAnswer];
  'storefront.customers.confirm-erasure': [CustomersConfirmErasureInput, CustomersConfirmErasureAnswer];
  'storefront.customers.data': [CustomersDataInput, CustomersDataAnswer];
  'storefront.customers.end-session': [CustomersEndSessionInput, CustomersEndSessionAnswer];
  'storefront.customers.forget-viewed': [CustomersForgetViewedInput, CustomersForgetViewedAnswer];
  'storefront.customers.me': [CustomersMeInput, CustomersMeAnswer];
  'storefront.customers.note-viewed': [CustomersNoteViewedInput, CustomersNoteViewedAnswer];
  'storefront.customers.orders': [CustomersOrdersInput, CustomersOrdersAnswer];
  'storefront.customers.register': [CustomersRegisterInput, CustomersRegisterAnswer];
  'storefront.customers.remove-address': [CustomersRemoveAddressInput, CustomersRemoveAddressAnswer];
  'storefront.customers.request-email-change': [CustomersRequestEmailChangeInput, CustomersRequestEmailChangeAnswer];
  'storefront.customers.request-erasure': [CustomersRequestErasureInput, CustomersRequestErasureAnswer];
  'storefront.customers.request-password': [CustomersRequestPasswordInput, CustomersRequestPasswordAnswer];
  'storefront.customers.request-sign-in': [CustomersRequestSignInInput, CustomersRequestSignInAnswer];
  'storefront.customers.returns': [CustomersReturnsInput, CustomersReturnsAnswer];
  'storefront.customers.sessions': [CustomersSessionsInput, CustomersSessionsAnswer];
  'storefront.customers.sign-in': [CustomersSignInInput, CustomersSignInAnswer];
  'storefront.customers.sign-in-by-link': [CustomersSignInByLinkInput, CustomersSignInByLinkAnswer];
  'storefront.customers.sign-out': [CustomersSignOutInput, CustomersSignOutAnswer];
  'storefront.customers.store-credit': [CustomersStoreCreditInput, CustomersStoreCreditAnswer];
  'storefront.customers.subscriptions': [CustomersSubscriptionsInput, CustomersSubscriptionsAnswer];
  'storefront.customers.update': [CustomersUpdateInput, CustomersUpdateAnswer];
  'storefront.customers.update-address': [CustomersUpdateAddressInput, CustomersUpdateAddressAnswer];
  'storefront.customers.viewed': [CustomersViewedInput, CustomersViewedAnswer];
  'storefront.delivery.estimate': [DeliveryEstimateInput, DeliveryEstimateAnswer];
  'storefront.feeds.hot': [FeedsHotInput, FeedsHotAnswer];
  'storefront.feeds.products': [FeedsProductsInput, FeedsProductsAnswer];
  'storefront.feeds.recently-sold': [FeedsRecentlySoldInput, FeedsRecentlySoldAnswer];
  'storefront.offers.shown': [OffersShownInput, OffersShownAnswer];
  'storefront.offers.take': [OffersTakeInput, OffersTakeAnswer];
  'storefront.orders.get': [OrdersGetInput, OrdersGetAnswer];
  'storefront.orders.invoice': [OrdersInvoiceInput, OrdersInvoiceAnswer];
  'storefront.orders.offers': [OrdersOffersInput, OrdersOffersAnswer];
  'storefront.orders.place': [OrdersPlaceInput, OrdersPlaceAnswer];
  'storefront.orders.request-return': [OrdersRequestReturnInput, OrdersRequestReturnAnswer];
  'storefront.orders.settle': [OrdersSettleInput, OrdersSettleAnswer];
  'storefront.orders.subscribe': [OrdersSubscribeInput, OrdersSubscribeAnswer];
  'storefront.orders.unsubscribe': [OrdersUnsubscribeInput, OrdersUnsubscribeAnswer];
  'storefront.orders.withdraw-return': [OrdersWithdrawReturnInput, OrdersWithdrawReturnAnswer];
  'storefront.pages.get': [PagesGetInput, PagesGetAnswer];
  'storefront.pages.list': [PagesListInput, PagesListAnswer];
  'storefront.products.get': [ProductsGetInput, ProductsGetAnswer];
  'storefront.products.list': [ProductsListInput, ProductsListAnswer];
  'storefront.products.offers': [ProductsOffersInput, ProductsOffersAnswer];
  'storefront.products.plans': [ProductsPlansInput, ProductsPlansAnswer];
  'storefront.products.recommendations': [ProductsRecommendationsInput, ProductsRecommendationsAnswer];
  'storefront.push.key': [PushKeyInput, PushKeyAnswer];
  'storefront.questions.answer': [QuestionsAnswerInput, QuestionsAnswerAnswer];
  'storefront.questions.ask': [QuestionsAskInput, QuestionsAskAnswer];
  'storefront.questions.list': [QuestionsListInput, QuestionsListAnswer];
  'storefront.questions.vote': [QuestionsVoteInput, QuestionsVoteAnswer];
  'storefront.recommendations.for-products': [RecommendationsForProductsInput, RecommendationsForProductsAnswer];
  'storefront.reminders.end': [RemindersEndInput, RemindersEndAnswer];
  'storefront.reviews.change': [ReviewsChangeInput, ReviewsChangeAnswer];
  'storefront.reviews.gallery': [ReviewsGalleryInput, ReviewsGalleryAnswer];
  'storefront.reviews.list': [ReviewsListInput, ReviewsListAnswer];
  'storefront.reviews.mine': [ReviewsMineInput, ReviewsMineAnswer];
  'storefront.reviews.remove': [ReviewsRemoveInput, ReviewsRemoveAnswer];
  'storefront.reviews.standing': [ReviewsStandingInput, ReviewsStandingAnswer];
  'storefront.reviews.vote': [ReviewsVoteInput, ReviewsVoteAnswer];
  'storefront.reviews.write': [ReviewsWriteInput, ReviewsWriteAnswer];
  'storefront.search.suggestions': [SearchSuggestionsInput, SearchSuggestionsAnswer];
  'storefront.searches.click': [SearchesClickInput, SearchesClickAnswer];
  'storefront.searches.record': [SearchesRecordInput, SearchesRecordAnswer];
  'storefront.shop.get': [ShopGetInput, ShopGetAnswer];
  'storefront.sizing.get': [SizingGetInput, SizingGetAnswer];
  'storefront.sizing.recommend': [SizingRecommendInput, SizingRecommendAnswer];
  'storefront.subscriptions.cancel': [SubscriptionsCancelInput, SubscriptionsCancelAnswer];
  'storefront.subscriptions.change': [SubscriptionsChangeInput, SubscriptionsChangeAnswer];
  'storefront.subscriptions.get': [SubscriptionsGetInput, SubscriptionsGetAnswer];
  'storefront.subscriptions.pause': [SubscriptionsPauseInput, SubscriptionsPauseAnswer];
  'storefront.subscriptions.pay': [SubscriptionsPayInput, SubscriptionsPayAnswer];
  'storefront.subscriptions.resume': [SubscriptionsResumeInput, SubscriptionsResumeAnswer];
  'storefront.subscriptions.settle': [SubscriptionsSettleInput, SubscriptionsSettleAnswer];
  'storefront.subscriptions.skip': [SubscriptionsSkipInput, SubscriptionsSkipAnswer];
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
      /** Enter a discount code. POST /cart/:id/codes */
      applyCode: (input: CartApplyCodeInput, how?: How) => call<CartApplyCodeAnswer>('POST', '/cart/:id/codes', input, how),
      /** Open a cart. POST /cart */
      create: (input: CartCreateInput = {}, how?: How) => call<CartCreateAnswer>('POST', '/cart', input, how),
      /** A cart. GET /cart/:id */
      get: (input: CartGetInput, how?: How) => call<CartGetAnswer>('GET', '/cart/:id', input, how),
      /** Bring a customer’s carts together. POST /cart/:id/merge */
      merge: (input: CartMergeInput, how?: How) => call<CartMergeAnswer>('POST', '/cart/:id/merge', input, how),
      /** Offers beside a cart. GET /cart/:id/offers */
      offers: (input: CartOffersInput, how?: How) => call<CartOffersAnswer>('GET', '/cart/:id/offers', input, how),
      /** Take a discount code out. DELETE /cart/:id/codes/:code */
      removeCode: (input: CartRemoveCodeInput, how?: How) => call<CartRemoveCodeAnswer>('DELETE', '/cart/:id/codes/:code', input, how),
      /** Bring a left cart back. POST /cart/restore */
      restore: (input: CartRestoreInput, how?: How) => call<CartRestoreAnswer>('POST', '/cart/restore', input, how),
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
      /** Enter a discount code or a gift card. POST /checkout/:id/codes */
      applyCode: (input: CheckoutApplyCodeInput, how?: How) => call<CheckoutApplyCodeAnswer>('POST', '/checkout/:id/codes', input, how),
      /** Take codes out, use store credit. PUT /checkout/:id/codes */
      changeCodes: (input: CheckoutChangeCodesInput, how?: How) => call<CheckoutChangeCodesAnswer>('PUT', '/checkout/:id/codes', input, how),
      /** A checkout. GET /checkout/:id */
      get: (input: CheckoutGetInput, how?: How) => call<CheckoutGetAnswer>('GET', '/checkout/:id', input, how),
      /** Begin a checkout. POST /checkout */
      start: (input: CheckoutStartInput, how?: How) => call<CheckoutStartAnswer>('POST', '/checkout', input, how),
      /** Fill in a checkout. PUT /checkout/:id */
      update: (input: CheckoutUpdateInput, how?: How) => call<CheckoutUpdateAnswer>('PUT', '/checkout/:id', input, how),
    },
    conversations: {
      /** A conversation of one’s own. GET /conversations/:id */
      get: (input: ConversationsGetInput, how?: How) => call<ConversationsGetAnswer>('GET', '/conversations/:id', input, how),
      /** My conversations with the shop. GET /conversations */
      list: (input: ConversationsListInput = {}, how?: How) => call<ConversationsListAnswer>('GET', '/conversations', input, how),
      /** Mark a conversation as read by the shopper. POST /conversations/:id/reading */
      markRead: (input: ConversationsMarkReadInput, how?: How) => call<ConversationsMarkReadAnswer>('POST', '/conversations/:id/reading', input, how),
      /** What was written about an order. GET /orders/:id/conversation */
      ofOrder: (input: ConversationsOfOrderInput, how?: How) => call<ConversationsOfOrderAnswer>('GET', '/orders/:id/conversation', input, how),
      /** Write to the shop from the account. POST /conversations */
      start: (input: ConversationsStartInput, how?: How) => call<ConversationsStartAnswer>('POST', '/conversations', input, how),
      /** My unread conversations. GET /customers/me/unread-conversations */
      unread: (input: ConversationsUnreadInput = {}, how?: How) => call<ConversationsUnreadAnswer>('GET', '/customers/me/unread-conversations', input, how),
      /** Write a further message to the shop. POST /conversations/:id/messages */
      write: (input: ConversationsWriteInput, how?: How) => call<ConversationsWriteAnswer>('POST', '/conversations/:id/messages', input, how),
      /** Write to the shop about an order. POST /orders/:id/conversation/messages */
      writeAboutOrder: (input: ConversationsWriteAboutOrderInput, how?: How) => call<ConversationsWriteAboutOrderAnswer>('POST', '/orders/:id/conversation/messages', input, how),
    },
    customers: {
      /** Add an address to one’s own address book. POST /customers/me/addresses */
      addAddress: (input: CustomersAddAddressInput, how?: How) => call<CustomersAddAddressAnswer>('POST', '/customers/me/addresses', input, how),
      /** Stay after all. DELETE /customers/me/erasure */
      cancelErasure: (input: CustomersCancelErasureInput = {}, how?: How) => call<CustomersCancelErasureAnswer>('DELETE', '/customers/me/erasure', input, how),
      /** Change one’s own password. PUT /customers/me/password */
      changePassword: (input: CustomersChangePasswordInput, how?: How) => call<CustomersChangePasswordAnswer>('PUT', '/customers/me/password', input, how),
      /** Choose a password with a mailed link. POST /customers/password */
      choosePassword: (input: CustomersChoosePasswordInput, how?: How) => call<CustomersChoosePasswordAnswer>('POST', '/customers/password', input, how),
      /** Confirm an email address with a mailed link. POST /customers/confirmations */
      confirmEmail: (input: CustomersConfirmEmailInput, how?: How) => call<CustomersConfirmEmailAnswer>('POST', '/customers/confirmations', input, how),
      /** Confirm a new email address with a mailed link. POST /customers/email-changes */
      confirmEmailChange: (input: CustomersConfirmEmailChangeInput, how?: How) => call<CustomersConfirmEmailChangeAnswer>('POST', '/customers/email-changes', input, how),
      /** Confirm with a mailed link to be erased. POST /customers/erasures */
      confirmErasure: (input: CustomersConfirmErasureInput, how?: How) => call<CustomersConfirmErasureAnswer>('POST', '/customers/erasures', input, how),
      /** All data kept of oneself. GET /customers/me/data */
      data: (input: CustomersDataInput = {}, how?: How) => call<CustomersDataAnswer>('GET', '/customers/me/data', input, how),
      /** Sign out one place where one is signed in. DELETE /customers/me/sessions/:sessionId */
      endSession: (input: CustomersEndSessionInput, how?: How) => call<CustomersEndSessionAnswer>('DELETE', '/customers/me/sessions/:sessionId', input, how),
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
      /** Ask to use another email address. POST /customers/me/email-changes */
      requestEmailChange: (input: CustomersRequestEmailChangeInput, how?: How) => call<CustomersRequestEmailChangeAnswer>('POST', '/customers/me/email-changes', input, how),
      /** Ask to be erased. POST /customers/me/erasure */
      requestErasure: (input: CustomersRequestErasureInput = {}, how?: How) => call<CustomersRequestErasureAnswer>('POST', '/customers/me/erasure', input, how),
      /** Ask for a link to choose a password. POST /customers/password-requests */
      requestPassword: (input: CustomersRequestPasswordInput, how?: How) => call<CustomersRequestPasswordAnswer>('POST', '/customers/password-requests', input, how),
      /** Ask for a link to sign in. POST /customers/sign-in-links */
      requestSignIn: (input: CustomersRequestSignInInput, how?: How) => call<CustomersRequestSignInAnswer>('POST', '/customers/sign-in-links', input, how),
      /** My returns. GET /customers/me/returns */
      returns: (input: CustomersReturnsInput = {}, how?: How) => call<CustomersReturnsAnswer>('GET', '/customers/me/returns', input, how),
      /** Where one is signed in. GET /customers/me/sessions */
      sessions: (input: CustomersSessionsInput = {}, how?: How) => call<CustomersSessionsAnswer>('GET', '/customers/me/sessions', input, how),
      /** Sign in as a customer. POST /customers/auth */
      signIn: (input: CustomersSignInInput, how?: How) => call<CustomersSignInAnswer>('POST', '/customers/auth', input, how),
      /** Sign in with a mailed link. POST /customers/auth/link */
      signInByLink: (input: CustomersSignInByLinkInput, how?: How) => call<CustomersSignInByLinkAnswer>('POST', '/customers/auth/link', input, how),
      /** Sign out as a customer. DELETE /customers/auth */
      signOut: (input: CustomersSignOutInput = {}, how?: How) => call<CustomersSignOutAnswer>('DELETE', '/customers/auth', input, how),
      /** My store credit. GET /customers/me/store-credit */
      storeCredit: (input: CustomersStoreCreditInput = {}, how?: How) => call<CustomersStoreCreditAnswer>('GET', '/customers/me/store-credit', input, how),
      /** My subscriptions. GET /customers/me/subscriptions */
      subscriptions: (input: CustomersSubscriptionsInput = {}, how?: How) => call<CustomersSubscriptionsAnswer>('GET', '/customers/me/subscriptions', input, how),
      /** Change one’s own profile. PATCH /customers/me */
      update: (input: CustomersUpdateInput = {}, how?: How) => call<CustomersUpdateAnswer>('PATCH', '/customers/me', input, how),
      /** Change an address of one’s own address book. PUT /customers/me/addresses/:addressId */
      updateAddress: (input: CustomersUpdateAddressInput, how?: How) => call<CustomersUpdateAddressAnswer>('PUT', '/customers/me/addresses/:addressId', input, how),
      /** What I looked at. GET /customers/me/viewed */
      viewed: (input: CustomersViewedInput = {}, how?: How) => call<CustomersViewedAnswer>('GET', '/customers/me/viewed', input, how),
    },
    delivery: {
      /** How things are sent to a country, from what price, and how long it takes. GET /delivery */
      estimate: (input: DeliveryEstimateInput, how?: How) => call<DeliveryEstimateAnswer>('GET', '/delivery', input, how),
    },
    feeds: {
      /** What sells now. GET /feeds/hot */
      hot: (input: FeedsHotInput = {}, how?: How) => call<FeedsHotAnswer>('GET', '/feeds/hot', input, how),
      /** Products by their ids. GET /feeds/products */
      products: (input: FeedsProductsInput, how?: How) => call<FeedsProductsAnswer>('GET', '/feeds/products', input, how),
      /** What was sold lately. GET /feeds/recently-sold */
      recentlySold: (input: FeedsRecentlySoldInput = {}, how?: How) => call<FeedsRecentlySoldAnswer>('GET', '/feeds/recently-sold', input, how),
    },
    offers: {
      /** Count offers as shown. POST /offers/shown */
      shown: (input: OffersShownInput, how?: How) => call<OffersShownAnswer>('POST', '/offers/shown', input, how),
      /** Take an offer. POST /offers/:offerId/taking */
      take: (input: OffersTakeInput, how?: How) => call<OffersTakeAnswer>('POST', '/offers/:offerId/taking', input, how),
    },
    orders: {
      /** An order. GET /orders/:id */
      get: (input: OrdersGetInput, how?: How) => call<OrdersGetAnswer>('GET', '/orders/:id', input, how),
      /** Get the invoice of an order. POST /orders/:id/invoice */
      invoice: (input: OrdersInvoiceInput, how?: How) => call<OrdersInvoiceAnswer>('POST', '/orders/:id/invoice', input, how),
      /** Offers after an order. GET /orders/:id/offers */
      offers: (input: OrdersOffersInput, how?: How) => call<OrdersOffersAnswer>('GET', '/orders/:id/offers', input, how),
      /** Place an order. POST /orders */
      place: (input: OrdersPlaceInput, how?: How) => call<OrdersPlaceAnswer>('POST', '/orders', input, how),
      /** Ask to return things of an order. POST /orders/:id/returns */
      requestReturn: (input: OrdersRequestReturnInput, how?: How) => call<OrdersRequestReturnAnswer>('POST', '/orders/:id/returns', input, how),
      /** Find out how the payment of a checkout went. POST /checkout/:id/settlement */
      settle: (input: OrdersSettleInput, how?: How) => call<OrdersSettleAnswer>('POST', '/checkout/:id/settlement', input, how),
      /** Tell this browser when the order moves. POST /orders/:id/devices */
      subscribe: (input: OrdersSubscribeInput, how?: How) => call<OrdersSubscribeAnswer>('POST', '/orders/:id/devices', input, how),
      /** Tell this browser no more of the order. POST /orders/:id/devices/removal */
      unsubscribe: (input: OrdersUnsubscribeInput, how?: How) => call<OrdersUnsubscribeAnswer>('POST', '/orders/:id/devices/removal', input, how),
      /** Take back the request for a return. POST /orders/:id/returns/:returnId/withdrawal */
      withdrawReturn: (input: OrdersWithdrawReturnInput, how?: How) => call<OrdersWithdrawReturnAnswer>('POST', '/orders/:id/returns/:returnId/withdrawal', input, how),
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
      /** Offers on a product. GET /products/:productId/offers */
      offers: (input: ProductsOffersInput, how?: How) => call<ProductsOffersAnswer>('GET', '/products/:productId/offers', input, how),
      /** Plans of a product. GET /products/:id/plans */
      plans: (input: ProductsPlansInput, how?: How) => call<ProductsPlansAnswer>('GET', '/products/:id/plans', input, how),
      /** What goes with a product. GET /products/:id/recommendations */
      recommendations: (input: ProductsRecommendationsInput, how?: How) => call<ProductsRecommendationsAnswer>('GET', '/products/:id/recommendations', input, how),
    },
    push: {
      /** The key for push messages. GET /push-key */
      key: (input: PushKeyInput = {}, how?: How) => call<PushKeyAnswer>('GET', '/push-key', input, how),
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
    recommendations: {
      /** What goes with several products. GET /recommendations */
      forProducts: (input: RecommendationsForProductsInput, how?: How) => call<RecommendationsForProductsAnswer>('GET', '/recommendations', input, how),
    },
    reminders: {
      /** End reminders of left carts. POST /reminders/end */
      end: (input: RemindersEndInput, how?: How) => call<RemindersEndAnswer>('POST', '/reminders/end', input, how),
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
    search: {
      /** Suggestions while typing. GET /search/suggestions */
      suggestions: (input: SearchSuggestionsInput, how?: How) => call<SearchSuggestionsAnswer>('GET', '/search/suggestions', input, how),
    },
    searches: {
      /** Note that a product found by a search was opened. POST /searches/clicks */
      click: (input: SearchesClickInput, how?: How) => call<SearchesClickAnswer>('POST', '/searches/clicks', input, how),
      /** Note a search and how many products it found. POST /searches */
      record: (input: SearchesRecordInput, how?: How) => call<SearchesRecordAnswer>('POST', '/searches', input, how),
    },
    shop: {
      /** The shop and its look. GET /shop */
      get: (input: ShopGetInput = {}, how?: How) => call<ShopGetAnswer>('GET', '/shop', input, how),
    },
    sizing: {
      /** Size guide of a product. GET /products/:productId/size-guide */
      get: (input: SizingGetInput, how?: How) => call<SizingGetAnswer>('GET', '/products/:productId/size-guide', input, how),
      /** Which size fits. GET /products/:productId/size-recommendation */
      recommend: (input: SizingRecommendInput, how?: How) => call<SizingRecommendAnswer>('GET', '/products/:productId/size-recommendation', input, how),
    },
    subscriptions: {
      /** End my subscription. POST /subscriptions/:id/cancellation */
      cancel: (input: SubscriptionsCancelInput, how?: How) => call<SubscriptionsCancelAnswer>('POST', '/subscriptions/:id/cancellation', input, how),
      /** Change my subscription. POST /subscriptions/:id/change */
      change: (input: SubscriptionsChangeInput, how?: How) => call<SubscriptionsChangeAnswer>('POST', '/subscriptions/:id/change', input, how),
      /** A subscription of mine. GET /subscriptions/:id */
      get: (input: SubscriptionsGetInput, how?: How) => call<SubscriptionsGetAnswer>('GET', '/subscriptions/:id', input, how),
      /** Pause my subscription. POST /subscriptions/:id/pause */
      pause: (input: SubscriptionsPauseInput, how?: How) => call<SubscriptionsPauseAnswer>('POST', '/subscriptions/:id/pause', input, how),
      /** Pay my subscription from now on with this. POST /subscriptions/:id/payment */
      pay: (input: SubscriptionsPayInput, how?: How) => call<SubscriptionsPayAnswer>('POST', '/subscriptions/:id/payment', input, how),
      /** Resume my subscription. POST /subscriptions/:id/resumption */
      resume: (input: SubscriptionsResumeInput, how?: How) => call<SubscriptionsResumeAnswer>('POST', '/subscriptions/:id/resumption', input, how),
      /** Find out how the payment of my subscription went. POST /subscriptions/:id/settlement */
      settle: (input: SubscriptionsSettleInput, how?: How) => call<SubscriptionsSettleAnswer>('POST', '/subscriptions/:id/settlement', input, how),
      /** Skip my next delivery. POST /subscriptions/:id/skip */
      skip: (input: SubscriptionsSkipInput, how?: How) => call<SubscriptionsSkipAnswer>('POST', '/subscriptions/:id/skip', input, how),
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
