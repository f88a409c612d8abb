// Generated from the API description by `npm run client`. Needs nothing but fetch.

export type AnalyticsHomeInput = { from?: string; to?: string };
export type AnalyticsHomeAnswer = { from: string; to: string; currency: string; sales: { value: { amount: number; currency: string }; before: { amount: number; currency: string } }; orders: { value: number; before: number }; average: { value: { amount: number; currency: string }; before: { amount: number; currency: string } }; units: { value: number; before: number }; perDay: Array<{ day: string; sales: { amount: number; currency: string }; orders: number }>; topProducts: Array<{ productId: string; title: string; image: (string | null); units: number; sales: { amount: number; currency: string } }>; latestOrders: Array<{ id: string; number: number; placedAt: string; customer: string; items: number; total: { amount: number; currency: string }; statusSentence: string }> };
export type AuditListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type AuditListAnswer = { data: Array<{ id: string; at: (string | null); operation: (string | null); actorKind: (string | null); actorId: (string | null); actorName: (string | null); record: (string | null); recordId: (string | null); changes: unknown; input: unknown; requestId: (string | null); address: (string | null) }>; nextCursor: (string | null); total: number };
export type CategoriesCreateInput = { name: string; slug?: string; descriptionHtml?: string; imageUrl?: (string | ""); parentId?: (string | null) };
export type CategoriesCreateAnswer = { id: string; parentId: (string | null); slug: string; name: string; descriptionHtml: string; imageUrl: string; position: number; productCount: number };
export type CategoriesDeleteInput = { id: string };
export type CategoriesDeleteAnswer = { id: string; deleted: true };
export type CategoriesListInput = Record<string, unknown>;
export type CategoriesListAnswer = { data: Array<{ id: string; parentId: (string | null); slug: string; name: string; descriptionHtml: string; imageUrl: string; position: number; productCount: number }> };
export type CategoriesMoveInput = { id: string; parentId: (string | null); position?: number };
export type CategoriesMoveAnswer = { id: string; parentId: (string | null); slug: string; name: string; descriptionHtml: string; imageUrl: string; position: number; productCount: number };
export type CategoriesUpdateInput = { name?: string; slug?: string; descriptionHtml?: string; imageUrl?: (string | ""); id: string };
export type CategoriesUpdateAnswer = { id: string; parentId: (string | null); slug: string; name: string; descriptionHtml: string; imageUrl: string; position: number; productCount: number };
export type CollectionsCreateInput = { title: string; slug?: string; descriptionHtml?: string; imageUrl?: (string | ""); rules?: ({ match: "all" | "any"; conditions: Array<{ field: string; is: "equals" | "not" | "contains" | "over" | "under"; value: string }> } | null) };
export type CollectionsCreateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; imageUrl: string; rules: ({ match: "all" | "any"; conditions: Array<{ field: string; is: string; value: string }> } | null); productCount: number };
export type CollectionsDeleteInput = { id: string };
export type CollectionsDeleteAnswer = { id: string; deleted: true };
export type CollectionsGetInput = { id: string };
export type CollectionsGetAnswer = { id: string; slug: string; title: string; descriptionHtml: string; imageUrl: string; rules: ({ match: "all" | "any"; conditions: Array<{ field: string; is: string; value: string }> } | null); productCount: number; productIds: Array<string> };
export type CollectionsListInput = Record<string, unknown>;
export type CollectionsListAnswer = { data: Array<{ id: string; slug: string; title: string; descriptionHtml: string; imageUrl: string; rules: ({ match: "all" | "any"; conditions: Array<{ field: string; is: string; value: string }> } | null); productCount: number }> };
export type CollectionsSetProductsInput = { id: string; productIds: Array<string> };
export type CollectionsSetProductsAnswer = { id: string; slug: string; title: string; descriptionHtml: string; imageUrl: string; rules: ({ match: "all" | "any"; conditions: Array<{ field: string; is: string; value: string }> } | null); productCount: number };
export type CollectionsUpdateInput = { title?: string; slug?: string; descriptionHtml?: string; imageUrl?: (string | ""); rules?: ({ match: "all" | "any"; conditions: Array<{ field: string; is: "equals" | "not" | "contains" | "over" | "under"; value: string }> } | null); id: string };
export type CollectionsUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; imageUrl: string; rules: ({ match: "all" | "any"; conditions: Array<{ field: string; is: string; value: string }> } | null); productCount: number };
export type CustomFieldsCreateInput = { says: string; unit?: string; choices?: Array<string>; required?: boolean; filterable?: boolean; appliesTo?: Array<string>; position?: number; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" };
export type CustomFieldsCreateAnswer = { says: string; unit: string; choices: Array<string>; required: boolean; filterable: boolean; appliesTo: Array<string>; position: number; id: string; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" };
export type CustomFieldsDeleteInput = { id: string };
export type CustomFieldsDeleteAnswer = { id: string; deleted: true };
export type CustomFieldsListInput = Record<string, unknown>;
export type CustomFieldsListAnswer = { data: Array<{ says: string; unit: string; choices: Array<string>; required: boolean; filterable: boolean; appliesTo: Array<string>; position: number; id: string; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" }> };
export type CustomFieldsUpdateInput = { says?: string; unit?: string; choices?: Array<string>; required?: boolean; filterable?: boolean; appliesTo?: Array<string>; position?: number; id: string };
export type CustomFieldsUpdateAnswer = { says: string; unit: string; choices: Array<string>; required: boolean; filterable: boolean; appliesTo: Array<string>; position: number; id: string; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" };
export type CustomersAddAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean; id: string };
export type CustomersAddAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersCreateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean; notes?: string; tags?: Array<string>; email: string };
export type CustomersCreateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersGetInput = { id: string };
export type CustomersGetAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type CustomersListAnswer = { data: Array<{ id: string; name: (string | null); email: (string | null); phone: (string | null); ordersCount: (number | null); totalSpent: { amount: number; currency: string }; lastOrderAt: (string | null); acceptsMarketing: (boolean | null); tags: unknown; createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type CustomersRemoveAddressInput = { id: string; addressId: string };
export type CustomersRemoveAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersUpdateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean; notes?: string; tags?: Array<string>; id: string; email?: string };
export type CustomersUpdateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersUpdateAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean; id: string; addressId: string };
export type CustomersUpdateAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type InvitationsListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type InvitationsListAnswer = { data: Array<{ id: string; email: (string | null); role: (string | null); invitedBy: (string | null); createdAt: (string | null); expiresAt: (string | null); acceptedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type InvitationsRevokeInput = { id: string };
export type InvitationsRevokeAnswer = { id: string };
export type JobsCancelInput = { id: string };
export type JobsCancelAnswer = { id: string };
export type JobsListInput = { state?: "waiting" | "running" | "retrying" | "done" | "cancelled" | "parked"; limit?: number };
export type JobsListAnswer = { data: Array<{ id: string; state: "waiting" | "running" | "retrying" | "done" | "cancelled" | "parked"; reaction: string; event: string; about: string; attempts: number; createdAt: string; startedAt: (string | null); endedAt: (string | null); message: (string | null) }> };
export type JobsRetryInput = { id: string };
export type JobsRetryAnswer = { id: string };
export type LocationsCreateInput = { name: string; position?: number };
export type LocationsCreateAnswer = { id: string; name: string; isDefault: boolean; active: boolean; position: number };
export type LocationsListInput = Record<string, unknown>;
export type LocationsListAnswer = { data: Array<{ id: string; name: string; isDefault: boolean; active: boolean; position: number }> };
export type LocationsUpdateInput = { id: string; name?: string; position?: number; active?: boolean };
export type LocationsUpdateAnswer = { id: string; name: string; isDefault: boolean; active: boolean; position: number };
export type MediaAddInput = { id: string; media: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null) }> };
export type MediaAddAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaRemoveInput = { id: string; mediaId: string };
export type MediaRemoveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaReorderInput = { id: string; mediaIds: Array<string> };
export type MediaReorderAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaUpdateInput = { id: string; mediaId: string; alt?: string; variantId?: (string | null) };
export type MediaUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MembersChangeRoleInput = { id: string; role: string };
export type MembersChangeRoleAnswer = { id: string; name: string; email: string; role: string };
export type MembersInviteInput = { email: string; role: string };
export type MembersInviteAnswer = { id: string; email: string; role: string; expiresAt: string };
export type MembersListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type MembersListAnswer = { data: Array<{ id: string; name: (string | null); email: (string | null); role: (string | null); joinedAt: (string | null); userId: (string | null) }>; nextCursor: (string | null); total: number };
export type MembersRemoveInput = { id: string };
export type MembersRemoveAnswer = { id: string };
export type OrdersAddNoteInput = { id: string; text: string };
export type OrdersAddNoteAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }>; orderLink: string };
export type OrdersCancelInput = { id: string; reason?: "customer" | "fraud" | "out_of_stock" | "other"; note?: string };
export type OrdersCancelAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }>; orderLink: string };
export type OrdersCompleteDraftInput = { id: string };
export type OrdersCompleteDraftAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }>; orderLink: string };
export type OrdersCreateDraftInput = { email?: (("" | string) | null); customerName?: string; currency?: string; lines: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); shippingPrice?: (number | null); discount?: number; note?: string };
export type OrdersCreateDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type OrdersDraftsInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type OrdersDraftsAnswer = { data: Array<{ id: string; customer: (string | null); email: (string | null); items: (number | null); completed: (boolean | null); createdBy: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type OrdersFulfilInput = { id: string; lines?: Array<{ lineId: string; quantity: number }>; trackingNumber?: string; carrier?: string };
export type OrdersFulfilAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }>; orderLink: string };
export type OrdersGetInput = { id: string };
export type OrdersGetAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }>; orderLink: string };
export type OrdersGetDraftInput = { id: string };
export type OrdersGetDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type OrdersListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type OrdersListAnswer = { data: Array<{ id: string; number: (number | null); placedAt: (string | null); customer: (string | null); email: (string | null); customerId: (string | null); payment: (string | null); fulfilment: (string | null); return: (string | null); cancelled: (boolean | null); items: (number | null); total: { amount: number; currency: string } }>; nextCursor: (string | null); total: number };
export type OrdersMarkPaidInput = { id: string; note?: string };
export type OrdersMarkPaidAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }>; orderLink: string }; paymentId: string };
export type OrdersRefundInput = { id: string; amount?: number; reason?: string };
export type OrdersRefundAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string } }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }>; orderLink: string }; refunds: Array<{ id: string; paymentId: string; amount: number }> };
export type OrdersRenewLinkInput = { id: string };
export type OrdersRenewLinkAnswer = { id: string; orderLink: string };
export type OrdersUpdateDraftInput = { email?: (("" | string) | null); customerName?: string; currency?: string; lines: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); shippingPrice?: (number | null); discount?: number; note?: string; id: string };
export type OrdersUpdateDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type PaymentsCaptureInput = { id: string; amount?: number };
export type PaymentsCaptureAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PaymentsForOrderInput = { orderId: string };
export type PaymentsForOrderAnswer = { data: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string; steps: Array<{ id: string; kind: string; amount: number; state: string; reason: string; sentence: string; at: string }> }> };
export type PaymentsListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type PaymentsListAnswer = { data: Array<{ id: string; createdAt: (string | null); provider: (string | null); state: (string | null); amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; cardLast4: (string | null); reference: (string | null); orderId: (string | null) }>; nextCursor: (string | null); total: number };
export type PaymentsMarkPaidInput = { id: string; amount?: number; note?: string };
export type PaymentsMarkPaidAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PaymentsRefundInput = { id: string; amount?: number; reason?: string };
export type PaymentsRefundAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PaymentsVoidInput = { id: string };
export type PaymentsVoidAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PricesSetInput = { prices: Array<{ amount: (number | null); currency: string; compareAt?: (number | null); variantId: string }> };
export type PricesSetAnswer = { updated: Array<string> };
export type ProductsArchiveInput = { id: string };
export type ProductsArchiveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsCreateInput = { title: string; slug?: string; descriptionHtml?: string; brand?: string; productType?: string; status?: "draft" | "active" | "archived"; publishAt?: (string | null); seo?: { title?: string; description?: string }; tags?: Array<string>; customFields?: Record<string, (string | number | boolean | null)>; categoryIds?: Array<string>; collectionIds?: Array<string>; options?: Array<{ name: string; values: Array<string>; was?: string }>; variants?: Array<{ sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; options?: Record<string, string>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }> }>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }>; media?: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null) }> };
export type ProductsCreateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsDeleteInput = { id: string };
export type ProductsDeleteAnswer = { id: string; deleted: true };
export type ProductsDuplicateInput = { id: string; title?: string };
export type ProductsDuplicateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsExportInput = { format?: "csv" | "json"; status?: "draft" | "active" | "archived"; currency?: string; cursor?: string };
export type ProductsExportAnswer = { filename: string; text: string; nextCursor: (string | null) };
export type ProductsGetInput = { id: string };
export type ProductsGetAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsImportInput = { csv?: string; base64?: string; json?: string; mapping?: Record<string, string>; currency?: string };
export type ProductsImportAnswer = { products: number; variants: number; created: number; updated: number; failed: number; errors: Array<{ line: number; handle: string; column?: string; says: string }>; warnings: Array<{ line: number; handle: string; column?: string; says: string }> };
export type ProductsListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type ProductsListAnswer = { data: Array<{ id: string; title: (string | null); slug: (string | null); imageUrl: (string | null); status: (string | null); brand: (string | null); productType: (string | null); price: { amount: number; currency: string }; variantCount: (number | null); skus: (string | null); tags: (string | null); publishAt: (string | null); createdAt: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type ProductsPreviewImportInput = { csv?: string; base64?: string; json?: string; mapping?: Record<string, string>; currency?: string };
export type ProductsPreviewImportAnswer = { products: number; variants: number; created: number; updated: number; failed: number; errors: Array<{ line: number; handle: string; column?: string; says: string }>; warnings: Array<{ line: number; handle: string; column?: string; says: string }>; newVariants: number; knownVariants: number; columns: Array<{ name: string; means: string }>; sample: Array<{ handle: string; title: string; status: ("draft" | "active" | "archived" | null); variants: number; price: ({ amount: number; currency: string } | null); exists: boolean }> };
export type ProductsUpdateInput = { title?: string; slug?: string; descriptionHtml?: string; brand?: string; productType?: string; status?: "draft" | "active" | "archived"; publishAt?: (string | null); seo?: { title?: string; description?: string }; tags?: Array<string>; customFields?: Record<string, (string | number | boolean | null)>; categoryIds?: Array<string>; collectionIds?: Array<string>; id: string; version?: number; options?: Array<{ name: string; values: Array<string>; was?: string }> };
export type ProductsUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type RolesCreateInput = { name: string; capabilities: Array<string> };
export type RolesCreateAnswer = { id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number };
export type RolesDeleteInput = { id: string };
export type RolesDeleteAnswer = { id: string };
export type RolesListInput = Record<string, unknown>;
export type RolesListAnswer = { data: Array<{ id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number }>; capabilities: Array<{ name: string; says: string }> };
export type RolesUpdateInput = { id: string; name?: string; capabilities?: Array<string> };
export type RolesUpdateAnswer = { id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number };
export type ShippingCreateMethodInput = { name: string; says?: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price?: number; steps?: Array<{ upTo: (number | null); price: number }>; freeOver?: (number | null); minDays?: (number | null); maxDays?: (number | null); position?: number; active?: boolean; zoneId: string };
export type ShippingCreateMethodAnswer = { id: string; name: string; places: Array<string>; position: number; methods: Array<{ id: string; zoneId: string; name: string; says: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price: number; steps: Array<{ upTo: (number | null); price: number }>; freeOver: (number | null); minDays: (number | null); maxDays: (number | null); position: number; active: boolean }> };
export type ShippingCreateZoneInput = { name: string; places: Array<string>; position?: number };
export type ShippingCreateZoneAnswer = { id: string; name: string; places: Array<string>; position: number; methods: Array<{ id: string; zoneId: string; name: string; says: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price: number; steps: Array<{ upTo: (number | null); price: number }>; freeOver: (number | null); minDays: (number | null); maxDays: (number | null); position: number; active: boolean }> };
export type ShippingDeleteMethodInput = { id: string };
export type ShippingDeleteMethodAnswer = { id: string; name: string; places: Array<string>; position: number; methods: Array<{ id: string; zoneId: string; name: string; says: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price: number; steps: Array<{ upTo: (number | null); price: number }>; freeOver: (number | null); minDays: (number | null); maxDays: (number | null); position: number; active: boolean }> };
export type ShippingDeleteZoneInput = { id: string };
export type ShippingDeleteZoneAnswer = { deleted: boolean };
export type ShippingOffersInput = { country: string; region?: string; currency: string; weightGrams?: number; subtotal?: number };
export type ShippingOffersAnswer = { data: Array<{ id: string; name: string; says: string; price: number; currency: string; minDays: (number | null); maxDays: (number | null) }> };
export type ShippingUpdateMethodInput = { name: string; says?: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price?: number; steps?: Array<{ upTo: (number | null); price: number }>; freeOver?: (number | null); minDays?: (number | null); maxDays?: (number | null); position?: number; active?: boolean; id: string };
export type ShippingUpdateMethodAnswer = { id: string; name: string; places: Array<string>; position: number; methods: Array<{ id: string; zoneId: string; name: string; says: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price: number; steps: Array<{ upTo: (number | null); price: number }>; freeOver: (number | null); minDays: (number | null); maxDays: (number | null); position: number; active: boolean }> };
export type ShippingUpdateZoneInput = { name: string; places: Array<string>; position?: number; id: string };
export type ShippingUpdateZoneAnswer = { id: string; name: string; places: Array<string>; position: number; methods: Array<{ id: string; zoneId: string; name: string; says: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price: number; steps: Array<{ upTo: (number | null); price: number }>; freeOver: (number | null); minDays: (number | null); maxDays: (number | null); position: number; active: boolean }> };
export type ShippingZonesInput = Record<string, unknown>;
export type ShippingZonesAnswer = { data: Array<{ id: string; name: string; places: Array<string>; position: number; methods: Array<{ id: string; zoneId: string; name: string; says: string; kind: "flat" | "by_weight" | "by_price"; currency: string; price: number; steps: Array<{ upTo: (number | null); price: number }>; freeOver: (number | null); minDays: (number | null); maxDays: (number | null); position: number; active: boolean }> }> };
export type StockAdjustInput = { variantId: string; locationId?: string; by?: number; to?: number; reason?: "adjusted" | "counted" | "received" | "damaged" | "lost" | "found" | "returned"; note?: string };
export type StockAdjustAnswer = { variantId: string; locationId: string; onHand: number; reserved: number; available: number };
export type StockListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type StockListAnswer = { data: Array<{ id: string; product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); onHand: (number | null); reserved: (number | null); available: (number | null); incoming: (number | null); lowAt: (number | null); state: (string | null); updatedAt: (string | null); variantId: (string | null); locationId: (string | null); productId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockLowInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type StockLowAnswer = { data: Array<{ id: string; product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); onHand: (number | null); reserved: (number | null); available: (number | null); incoming: (number | null); lowAt: (number | null); state: (string | null); updatedAt: (string | null); variantId: (string | null); locationId: (string | null); productId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockMovementsInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type StockMovementsAnswer = { data: Array<{ id: string; at: (string | null); product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); reason: (string | null); onHandChange: (number | null); reservedChange: (number | null); reference: (string | null); note: (string | null); actor: (string | null); variantId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockReservationsInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type StockReservationsAnswer = { data: Array<{ id: string; createdAt: (string | null); for: (string | null); product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); quantity: (number | null); open: (number | null); state: (string | null); expiresAt: (string | null); variantId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockSetLowAtInput = { variantId: string; lowAt: number };
export type StockSetLowAtAnswer = { variantId: string; lowAt: number };
export type StockSetManyInput = { reason?: "counted" | "opening"; note?: string; lines: Array<{ variantId: string; locationId?: string; onHand: number }> };
export type StockSetManyAnswer = { set: number };
export type StorefrontsCreateInput = { name: string; domain?: string; permissions?: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers"> };
export type StorefrontsCreateAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; font?: "sans" | "serif" | "rounded"; headline?: string; intro?: string }; currency: string; locale: string; createdAt: string; key: string };
export type StorefrontsDeleteInput = { id: string };
export type StorefrontsDeleteAnswer = { id: string };
export type StorefrontsGetInput = { id: string };
export type StorefrontsGetAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; font?: "sans" | "serif" | "rounded"; headline?: string; intro?: string }; currency: string; locale: string; createdAt: string };
export type StorefrontsListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type StorefrontsListAnswer = { data: Array<{ id: string; name: (string | null); slug: (string | null); domain: (string | null); keyPrefix: (string | null); permissions: unknown; active: (boolean | null); currency: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type StorefrontsRegenerateKeyInput = { id: string };
export type StorefrontsRegenerateKeyAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; font?: "sans" | "serif" | "rounded"; headline?: string; intro?: string }; currency: string; locale: string; createdAt: string; key: string };
export type StorefrontsRevealKeyInput = { id: string };
export type StorefrontsRevealKeyAnswer = { id: string; key: string };
export type StorefrontsUpdateInput = { id: string; name?: string; domain?: (string | null); permissions?: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active?: boolean; theme?: { accent?: string; background?: string; text?: string; logoUrl?: string; font?: "sans" | "serif" | "rounded"; headline?: string; intro?: string }; currency?: string; locale?: string };
export type StorefrontsUpdateAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; font?: "sans" | "serif" | "rounded"; headline?: string; intro?: string }; currency: string; locale: string; createdAt: string };
export type TaxRatesInput = { country?: string };
export type TaxRatesAnswer = { version: string; pricesIncludeTax: boolean; registrations: Array<{ country: string; region: string }>; data: Array<{ country: string; region: string; name: string; code: string; percent: string; onShipping: boolean; own: boolean; collected: boolean }> };
export type TaxRegisterInput = { country: string; region?: string };
export type TaxRegisterAnswer = { country: string; region: string };
export type TaxRemoveRateInput = { country: string; region?: string; name: string; code?: string };
export type TaxRemoveRateAnswer = { removed: boolean };
export type TaxSetRateInput = { country: string; region?: string; name: string; code?: string; percent: string; onShipping?: boolean };
export type TaxSetRateAnswer = { country: string; region: string; name: string; code: string; percent: string; onShipping: boolean };
export type TaxSetSettingsInput = { pricesIncludeTax: boolean };
export type TaxSetSettingsAnswer = { pricesIncludeTax: boolean };
export type TaxUnregisterInput = { country: string; region?: string };
export type TaxUnregisterAnswer = { country: string; region: string };
export type TokensCreateInput = { name: string; kind?: "personal" | "workspace"; scopes: Array<string>; expiresInDays?: number };
export type TokensCreateAnswer = { id: string; name: string; kind: "personal" | "workspace"; scopes: Array<string>; expiresAt: (string | null); token: (string | null) };
export type TokensListInput = { q?: string; filter?: Record<string, string>; sort?: string; cursor?: string; limit?: number };
export type TokensListAnswer = { data: Array<{ id: string; name: (string | null); start: (string | null); kind: (string | null); scopes: unknown; madeBy: (string | null); createdAt: (string | null); lastUsedAt: (string | null); expiresAt: (string | null); revokedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type TokensRevokeInput = { id: string };
export type TokensRevokeAnswer = { id: string };
export type TokensRotateInput = { id: string; overlapHours?: number };
export type TokensRotateAnswer = { id: string; name: string; kind: "personal" | "workspace"; scopes: Array<string>; expiresAt: (string | null); token: (string | null) };
export type VariantsAddInput = { sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; options?: Record<string, string>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }>; id: string };
export type VariantsAddAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type VariantsRemoveInput = { id: string; variantId: string };
export type VariantsRemoveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type VariantsUpdateInput = { variants: Array<{ sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; id: string }> };
export type VariantsUpdateAnswer = { updated: Array<string> };
export type WorkspaceSettingsInput = Record<string, unknown>;
export type WorkspaceSettingsAnswer = { currency: string; country: string; locale: string; timeZone: string; pricesIncludeTax: boolean; id: string; name: string; slug: string; tier: string };
export type WorkspaceUpdateSettingsInput = { currency?: string; country?: string; locale?: string; timeZone?: string; pricesIncludeTax?: boolean };
export type WorkspaceUpdateSettingsAnswer = { currency: string; country: string; locale: string; timeZone: string; pricesIncludeTax: boolean };

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

function caller(options: { url: string; token: string; fetch?: typeof fetch }) {
  return async function call<T>(method: string, pattern: string, input: object, how: How = {}): Promise<T> {
    const rest: Record<string, unknown> = { ...input };
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
      const value = rest[name];
      delete rest[name];
      return encodeURIComponent(String(value));
    });
    const query = method === 'GET' ? queryOf(rest) : '';
    const answer = await (options.fetch ?? fetch)(options.url.replace(/\/$/, '') + '/api/admin' + path + query, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${options.token}`, ...(how.idempotencyKey && { 'idempotency-key': how.idempotencyKey }) },
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

/** A client of the admin API. */
export function createAdminClient(options: { url: string; token: string; fetch?: typeof fetch }) {
  const call = caller(options);
  return {
    analytics: {
      /** Figures of the shop. GET /analytics/home */
      home: (input: AnalyticsHomeInput = {}, how?: How) => call<AnalyticsHomeAnswer>('GET', '/analytics/home', input, how),
    },
    audit: {
      /** Audit. GET /audit */
      list: (input: AuditListInput = {}, how?: How) => call<AuditListAnswer>('GET', '/audit', input, how),
    },
    categories: {
      /** Create a category. POST /categories */
      create: (input: CategoriesCreateInput, how?: How) => call<CategoriesCreateAnswer>('POST', '/categories', input, how),
      /** Delete a category. DELETE /categories/:id */
      delete: (input: CategoriesDeleteInput, how?: How) => call<CategoriesDeleteAnswer>('DELETE', '/categories/:id', input, how),
      /** The category tree. GET /categories */
      list: (input: CategoriesListInput = {}, how?: How) => call<CategoriesListAnswer>('GET', '/categories', input, how),
      /** Move a category. PUT /categories/:id/place */
      move: (input: CategoriesMoveInput, how?: How) => call<CategoriesMoveAnswer>('PUT', '/categories/:id/place', input, how),
      /** Change a category. PATCH /categories/:id */
      update: (input: CategoriesUpdateInput, how?: How) => call<CategoriesUpdateAnswer>('PATCH', '/categories/:id', input, how),
    },
    collections: {
      /** Create a collection. POST /collections */
      create: (input: CollectionsCreateInput, how?: How) => call<CollectionsCreateAnswer>('POST', '/collections', input, how),
      /** Delete a collection. DELETE /collections/:id */
      delete: (input: CollectionsDeleteInput, how?: How) => call<CollectionsDeleteAnswer>('DELETE', '/collections/:id', input, how),
      /** A collection. GET /collections/:id */
      get: (input: CollectionsGetInput, how?: How) => call<CollectionsGetAnswer>('GET', '/collections/:id', input, how),
      /** Collections. GET /collections */
      list: (input: CollectionsListInput = {}, how?: How) => call<CollectionsListAnswer>('GET', '/collections', input, how),
      /** Choose the products of a collection. PUT /collections/:id/products */
      setProducts: (input: CollectionsSetProductsInput, how?: How) => call<CollectionsSetProductsAnswer>('PUT', '/collections/:id/products', input, how),
      /** Change a collection. PATCH /collections/:id */
      update: (input: CollectionsUpdateInput, how?: How) => call<CollectionsUpdateAnswer>('PATCH', '/collections/:id', input, how),
    },
    customFields: {
      /** Create a custom field. POST /custom-fields */
      create: (input: CustomFieldsCreateInput, how?: How) => call<CustomFieldsCreateAnswer>('POST', '/custom-fields', input, how),
      /** Delete a custom field. DELETE /custom-fields/:id */
      delete: (input: CustomFieldsDeleteInput, how?: How) => call<CustomFieldsDeleteAnswer>('DELETE', '/custom-fields/:id', input, how),
      /** Custom fields of products. GET /custom-fields */
      list: (input: CustomFieldsListInput = {}, how?: How) => call<CustomFieldsListAnswer>('GET', '/custom-fields', input, how),
      /** Change a custom field. PATCH /custom-fields/:id */
      update: (input: CustomFieldsUpdateInput, how?: How) => call<CustomFieldsUpdateAnswer>('PATCH', '/custom-fields/:id', input, how),
    },
    customers: {
      /** Add an address to a customer. POST /customers/:id/addresses */
      addAddress: (input: CustomersAddAddressInput, how?: How) => call<CustomersAddAddressAnswer>('POST', '/customers/:id/addresses', input, how),
      /** Add a customer. POST /customers */
      create: (input: CustomersCreateInput, how?: How) => call<CustomersCreateAnswer>('POST', '/customers', input, how),
      /** A customer. GET /customers/:id */
      get: (input: CustomersGetInput, how?: How) => call<CustomersGetAnswer>('GET', '/customers/:id', input, how),
      /** Customers. GET /customers */
      list: (input: CustomersListInput = {}, how?: How) => call<CustomersListAnswer>('GET', '/customers', input, how),
      /** Remove an address of a customer. DELETE /customers/:id/addresses/:addressId */
      removeAddress: (input: CustomersRemoveAddressInput, how?: How) => call<CustomersRemoveAddressAnswer>('DELETE', '/customers/:id/addresses/:addressId', input, how),
      /** Change a customer. PATCH /customers/:id */
      update: (input: CustomersUpdateInput, how?: How) => call<CustomersUpdateAnswer>('PATCH', '/customers/:id', input, how),
      /** Change an address of a customer. PUT /customers/:id/addresses/:addressId */
      updateAddress: (input: CustomersUpdateAddressInput, how?: How) => call<CustomersUpdateAddressAnswer>('PUT', '/customers/:id/addresses/:addressId', input, how),
    },
    invitations: {
      /** Invitations. GET /invitations */
      list: (input: InvitationsListInput = {}, how?: How) => call<InvitationsListAnswer>('GET', '/invitations', input, how),
      /** Withdraw an invitation. DELETE /invitations/:id */
      revoke: (input: InvitationsRevokeInput, how?: How) => call<InvitationsRevokeAnswer>('DELETE', '/invitations/:id', input, how),
    },
    jobs: {
      /** Cancel waiting work. POST /jobs/:id/cancellation */
      cancel: (input: JobsCancelInput, how?: How) => call<JobsCancelAnswer>('POST', '/jobs/:id/cancellation', input, how),
      /** Background work. GET /jobs */
      list: (input: JobsListInput = {}, how?: How) => call<JobsListAnswer>('GET', '/jobs', input, how),
      /** Run parked work again. POST /jobs/:id/retry */
      retry: (input: JobsRetryInput, how?: How) => call<JobsRetryAnswer>('POST', '/jobs/:id/retry', input, how),
    },
    locations: {
      /** Add a stock location. POST /locations */
      create: (input: LocationsCreateInput, how?: How) => call<LocationsCreateAnswer>('POST', '/locations', input, how),
      /** Stock locations. GET /locations */
      list: (input: LocationsListInput = {}, how?: How) => call<LocationsListAnswer>('GET', '/locations', input, how),
      /** Change a stock location. PATCH /locations/:id */
      update: (input: LocationsUpdateInput, how?: How) => call<LocationsUpdateAnswer>('PATCH', '/locations/:id', input, how),
    },
    media: {
      /** Add pictures to a product. POST /products/:id/media */
      add: (input: MediaAddInput, how?: How) => call<MediaAddAnswer>('POST', '/products/:id/media', input, how),
      /** Remove a picture. DELETE /products/:id/media/:mediaId */
      remove: (input: MediaRemoveInput, how?: How) => call<MediaRemoveAnswer>('DELETE', '/products/:id/media/:mediaId', input, how),
      /** Put the pictures of a product in order. PUT /products/:id/media-order */
      reorder: (input: MediaReorderInput, how?: How) => call<MediaReorderAnswer>('PUT', '/products/:id/media-order', input, how),
      /** Change a picture. PATCH /products/:id/media/:mediaId */
      update: (input: MediaUpdateInput, how?: How) => call<MediaUpdateAnswer>('PATCH', '/products/:id/media/:mediaId', input, how),
    },
    members: {
      /** Change a member’s role. PATCH /members/:id */
      changeRole: (input: MembersChangeRoleInput, how?: How) => call<MembersChangeRoleAnswer>('PATCH', '/members/:id', input, how),
      /** Invite somebody. POST /invitations */
      invite: (input: MembersInviteInput, how?: How) => call<MembersInviteAnswer>('POST', '/invitations', input, how),
      /** Members. GET /members */
      list: (input: MembersListInput = {}, how?: How) => call<MembersListAnswer>('GET', '/members', input, how),
      /** Remove a member. DELETE /members/:id */
      remove: (input: MembersRemoveInput, how?: How) => call<MembersRemoveAnswer>('DELETE', '/members/:id', input, how),
    },
    orders: {
      /** Write a note on an order. POST /orders/:id/notes */
      addNote: (input: OrdersAddNoteInput, how?: How) => call<OrdersAddNoteAnswer>('POST', '/orders/:id/notes', input, how),
      /** Cancel an order. POST /orders/:id/cancellation */
      cancel: (input: OrdersCancelInput, how?: How) => call<OrdersCancelAnswer>('POST', '/orders/:id/cancellation', input, how),
      /** Turn a draft into an order. POST /order-drafts/:id/completion */
      completeDraft: (input: OrdersCompleteDraftInput, how?: How) => call<OrdersCompleteDraftAnswer>('POST', '/order-drafts/:id/completion', input, how),
      /** Begin a draft order. POST /order-drafts */
      createDraft: (input: OrdersCreateDraftInput, how?: How) => call<OrdersCreateDraftAnswer>('POST', '/order-drafts', input, how),
      /** Draft orders. GET /order-drafts */
      drafts: (input: OrdersDraftsInput = {}, how?: How) => call<OrdersDraftsAnswer>('GET', '/order-drafts', input, how),
      /** Ship items of an order. POST /orders/:id/fulfilments */
      fulfil: (input: OrdersFulfilInput, how?: How) => call<OrdersFulfilAnswer>('POST', '/orders/:id/fulfilments', input, how),
      /** An order. GET /orders/:id */
      get: (input: OrdersGetInput, how?: How) => call<OrdersGetAnswer>('GET', '/orders/:id', input, how),
      /** A draft order. GET /order-drafts/:id */
      getDraft: (input: OrdersGetDraftInput, how?: How) => call<OrdersGetDraftAnswer>('GET', '/order-drafts/:id', input, how),
      /** Orders. GET /orders */
      list: (input: OrdersListInput = {}, how?: How) => call<OrdersListAnswer>('GET', '/orders', input, how),
      /** Mark an order as paid. POST /orders/:id/payment */
      markPaid: (input: OrdersMarkPaidInput, how?: How) => call<OrdersMarkPaidAnswer>('POST', '/orders/:id/payment', input, how),
      /** Refund an order. POST /orders/:id/refunds */
      refund: (input: OrdersRefundInput, how?: How) => call<OrdersRefundAnswer>('POST', '/orders/:id/refunds', input, how),
      /** Replace the customer link of an order. POST /orders/:id/link */
      renewLink: (input: OrdersRenewLinkInput, how?: How) => call<OrdersRenewLinkAnswer>('POST', '/orders/:id/link', input, how),
      /** Change a draft order. PUT /order-drafts/:id */
      updateDraft: (input: OrdersUpdateDraftInput, how?: How) => call<OrdersUpdateDraftAnswer>('PUT', '/order-drafts/:id', input, how),
    },
    payments: {
      /** Capture a payment. POST /payments/:id/capture */
      capture: (input: PaymentsCaptureInput, how?: How) => call<PaymentsCaptureAnswer>('POST', '/payments/:id/capture', input, how),
      /** Payments of an order. GET /orders/:orderId/payments */
      forOrder: (input: PaymentsForOrderInput, how?: How) => call<PaymentsForOrderAnswer>('GET', '/orders/:orderId/payments', input, how),
      /** Payments. GET /payments */
      list: (input: PaymentsListInput = {}, how?: How) => call<PaymentsListAnswer>('GET', '/payments', input, how),
      /** Mark a payment as received. POST /payments/:id/mark-paid */
      markPaid: (input: PaymentsMarkPaidInput, how?: How) => call<PaymentsMarkPaidAnswer>('POST', '/payments/:id/mark-paid', input, how),
      /** Refund a payment. POST /payments/:id/refunds */
      refund: (input: PaymentsRefundInput, how?: How) => call<PaymentsRefundAnswer>('POST', '/payments/:id/refunds', input, how),
      /** Give up a promised payment. POST /payments/:id/void */
      void: (input: PaymentsVoidInput, how?: How) => call<PaymentsVoidAnswer>('POST', '/payments/:id/void', input, how),
    },
    prices: {
      /** Set prices. PUT /prices */
      set: (input: PricesSetInput, how?: How) => call<PricesSetAnswer>('PUT', '/prices', input, how),
    },
    products: {
      /** Archive a product. POST /products/:id/archive */
      archive: (input: ProductsArchiveInput, how?: How) => call<ProductsArchiveAnswer>('POST', '/products/:id/archive', input, how),
      /** Create a product. POST /products */
      create: (input: ProductsCreateInput, how?: How) => call<ProductsCreateAnswer>('POST', '/products', input, how),
      /** Delete a product. DELETE /products/:id */
      delete: (input: ProductsDeleteInput, how?: How) => call<ProductsDeleteAnswer>('DELETE', '/products/:id', input, how),
      /** Duplicate a product. POST /products/:id/duplicates */
      duplicate: (input: ProductsDuplicateInput, how?: How) => call<ProductsDuplicateAnswer>('POST', '/products/:id/duplicates', input, how),
      /** Export products. GET /product-export */
      export: (input: ProductsExportInput = {}, how?: How) => call<ProductsExportAnswer>('GET', '/product-export', input, how),
      /** A product. GET /products/:id */
      get: (input: ProductsGetInput, how?: How) => call<ProductsGetAnswer>('GET', '/products/:id', input, how),
      /** Import products. POST /product-imports */
      import: (input: ProductsImportInput = {}, how?: How) => call<ProductsImportAnswer>('POST', '/product-imports', input, how),
      /** Products. GET /products */
      list: (input: ProductsListInput = {}, how?: How) => call<ProductsListAnswer>('GET', '/products', input, how),
      /** Look at a product file before importing it. POST /product-import-previews */
      previewImport: (input: ProductsPreviewImportInput = {}, how?: How) => call<ProductsPreviewImportAnswer>('POST', '/product-import-previews', input, how),
      /** Change a product. PATCH /products/:id */
      update: (input: ProductsUpdateInput, how?: How) => call<ProductsUpdateAnswer>('PATCH', '/products/:id', input, how),
    },
    roles: {
      /** Create a role. POST /roles */
      create: (input: RolesCreateInput, how?: How) => call<RolesCreateAnswer>('POST', '/roles', input, how),
      /** Delete a role. DELETE /roles/:id */
      delete: (input: RolesDeleteInput, how?: How) => call<RolesDeleteAnswer>('DELETE', '/roles/:id', input, how),
      /** Roles and what they allow. GET /roles */
      list: (input: RolesListInput = {}, how?: How) => call<RolesListAnswer>('GET', '/roles', input, how),
      /** Change a role. PATCH /roles/:id */
      update: (input: RolesUpdateInput, how?: How) => call<RolesUpdateAnswer>('PATCH', '/roles/:id', input, how),
    },
    shipping: {
      /** Add a shipping method. POST /shipping/zones/:zoneId/methods */
      createMethod: (input: ShippingCreateMethodInput, how?: How) => call<ShippingCreateMethodAnswer>('POST', '/shipping/zones/:zoneId/methods', input, how),
      /** Add a shipping zone. POST /shipping/zones */
      createZone: (input: ShippingCreateZoneInput, how?: How) => call<ShippingCreateZoneAnswer>('POST', '/shipping/zones', input, how),
      /** Delete a shipping method. DELETE /shipping/methods/:id */
      deleteMethod: (input: ShippingDeleteMethodInput, how?: How) => call<ShippingDeleteMethodAnswer>('DELETE', '/shipping/methods/:id', input, how),
      /** Delete a shipping zone with its methods. DELETE /shipping/zones/:id */
      deleteZone: (input: ShippingDeleteZoneInput, how?: How) => call<ShippingDeleteZoneAnswer>('DELETE', '/shipping/zones/:id', input, how),
      /** What sending a parcel costs. GET /shipping/offers */
      offers: (input: ShippingOffersInput, how?: How) => call<ShippingOffersAnswer>('GET', '/shipping/offers', input, how),
      /** Change a shipping method. PUT /shipping/methods/:id */
      updateMethod: (input: ShippingUpdateMethodInput, how?: How) => call<ShippingUpdateMethodAnswer>('PUT', '/shipping/methods/:id', input, how),
      /** Change a shipping zone. PUT /shipping/zones/:id */
      updateZone: (input: ShippingUpdateZoneInput, how?: How) => call<ShippingUpdateZoneAnswer>('PUT', '/shipping/zones/:id', input, how),
      /** Shipping zones and methods. GET /shipping/zones */
      zones: (input: ShippingZonesInput = {}, how?: How) => call<ShippingZonesAnswer>('GET', '/shipping/zones', input, how),
    },
    stock: {
      /** Adjust stock. POST /stock/adjustments */
      adjust: (input: StockAdjustInput, how?: How) => call<StockAdjustAnswer>('POST', '/stock/adjustments', input, how),
      /** Stock. GET /stock */
      list: (input: StockListInput = {}, how?: How) => call<StockListAnswer>('GET', '/stock', input, how),
      /** Low and sold out. GET /stock/low */
      low: (input: StockLowInput = {}, how?: How) => call<StockLowAnswer>('GET', '/stock/low', input, how),
      /** Stock movements. GET /stock/movements */
      movements: (input: StockMovementsInput = {}, how?: How) => call<StockMovementsAnswer>('GET', '/stock/movements', input, how),
      /** Reserved stock. GET /stock/reservations */
      reservations: (input: StockReservationsInput = {}, how?: How) => call<StockReservationsAnswer>('GET', '/stock/reservations', input, how),
      /** Set when a variant counts as low. PUT /stock/:variantId/low-at */
      setLowAt: (input: StockSetLowAtInput, how?: How) => call<StockSetLowAtAnswer>('PUT', '/stock/:variantId/low-at', input, how),
      /** Set the stock of many variants. PUT /stock */
      setMany: (input: StockSetManyInput, how?: How) => call<StockSetManyAnswer>('PUT', '/stock', input, how),
    },
    storefronts: {
      /** Create a storefront. POST /storefronts */
      create: (input: StorefrontsCreateInput, how?: How) => call<StorefrontsCreateAnswer>('POST', '/storefronts', input, how),
      /** Delete a storefront. DELETE /storefronts/:id */
      delete: (input: StorefrontsDeleteInput, how?: How) => call<StorefrontsDeleteAnswer>('DELETE', '/storefronts/:id', input, how),
      /** A storefront. GET /storefronts/:id */
      get: (input: StorefrontsGetInput, how?: How) => call<StorefrontsGetAnswer>('GET', '/storefronts/:id', input, how),
      /** Storefronts. GET /storefronts */
      list: (input: StorefrontsListInput = {}, how?: How) => call<StorefrontsListAnswer>('GET', '/storefronts', input, how),
      /** Replace the key of a storefront. POST /storefronts/:id/key */
      regenerateKey: (input: StorefrontsRegenerateKeyInput, how?: How) => call<StorefrontsRegenerateKeyAnswer>('POST', '/storefronts/:id/key', input, how),
      /** Show the key of a storefront. POST /storefronts/:id/key-views */
      revealKey: (input: StorefrontsRevealKeyInput, how?: How) => call<StorefrontsRevealKeyAnswer>('POST', '/storefronts/:id/key-views', input, how),
      /** Change a storefront. PATCH /storefronts/:id */
      update: (input: StorefrontsUpdateInput, how?: How) => call<StorefrontsUpdateAnswer>('PATCH', '/storefronts/:id', input, how),
    },
    tax: {
      /** Tax rates. GET /tax/rates */
      rates: (input: TaxRatesInput = {}, how?: How) => call<TaxRatesAnswer>('GET', '/tax/rates', input, how),
      /** Collect tax in a country or region. POST /tax/registrations */
      register: (input: TaxRegisterInput, how?: How) => call<TaxRegisterAnswer>('POST', '/tax/registrations', input, how),
      /** Remove a tax rate. DELETE /tax/rates */
      removeRate: (input: TaxRemoveRateInput, how?: How) => call<TaxRemoveRateAnswer>('DELETE', '/tax/rates', input, how),
      /** Set a tax rate. PUT /tax/rates */
      setRate: (input: TaxSetRateInput, how?: How) => call<TaxSetRateAnswer>('PUT', '/tax/rates', input, how),
      /** Say whether prices include tax. PUT /tax/settings */
      setSettings: (input: TaxSetSettingsInput, how?: How) => call<TaxSetSettingsAnswer>('PUT', '/tax/settings', input, how),
      /** Stop collecting tax in a country or region. DELETE /tax/registrations */
      unregister: (input: TaxUnregisterInput, how?: How) => call<TaxUnregisterAnswer>('DELETE', '/tax/registrations', input, how),
    },
    tokens: {
      /** Create an API token. POST /tokens */
      create: (input: TokensCreateInput, how?: How) => call<TokensCreateAnswer>('POST', '/tokens', input, how),
      /** API tokens. GET /tokens */
      list: (input: TokensListInput = {}, how?: How) => call<TokensListAnswer>('GET', '/tokens', input, how),
      /** Revoke an API token. DELETE /tokens/:id */
      revoke: (input: TokensRevokeInput, how?: How) => call<TokensRevokeAnswer>('DELETE', '/tokens/:id', input, how),
      /** Replace an API token. POST /tokens/:id/rotation */
      rotate: (input: TokensRotateInput, how?: How) => call<TokensRotateAnswer>('POST', '/tokens/:id/rotation', input, how),
    },
    variants: {
      /** Add a variant. POST /products/:id/variants */
      add: (input: VariantsAddInput, how?: How) => call<VariantsAddAnswer>('POST', '/products/:id/variants', input, how),
      /** Remove a variant. DELETE /products/:id/variants/:variantId */
      remove: (input: VariantsRemoveInput, how?: How) => call<VariantsRemoveAnswer>('DELETE', '/products/:id/variants/:variantId', input, how),
      /** Change variants. PATCH /variants */
      update: (input: VariantsUpdateInput, how?: How) => call<VariantsUpdateAnswer>('PATCH', '/variants', input, how),
    },
    workspace: {
      /** Settings of the workspace. GET /workspace/settings */
      settings: (input: WorkspaceSettingsInput = {}, how?: How) => call<WorkspaceSettingsAnswer>('GET', '/workspace/settings', input, how),
      /** Change the settings of the workspace. PATCH /workspace/settings */
      updateSettings: (input: WorkspaceUpdateSettingsInput = {}, how?: How) => call<WorkspaceUpdateSettingsAnswer>('PATCH', '/workspace/settings', input, how),
    },
  };
}
