// Generated from the API description by `npm run client`. Needs nothing but fetch.

export type AlertsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type AlertsListAnswer = { data: Array<{ id: string; says: (string | null); kind: (string | null); state: (string | null); email: (string | null); mails: (number | null); toldAt: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type AnalyticsHomeInput = { from?: string; to?: string; days?: number; compare?: "previous" | "year" | "none"; currency?: string; storefrontId?: string };
export type AnalyticsHomeAnswer = { from: string; to: string; timeZone: string; before: ({ from: string; to: string } | null); currency: string; currencies: Array<string>; sales: { value: { amount: number; currency: string }; before: ({ amount: number; currency: string } | null) }; orders: { value: number; before: (number | null) }; average: { value: { amount: number; currency: string }; before: ({ amount: number; currency: string } | null) }; units: { value: number; before: (number | null) }; refunds: { value: { amount: number; currency: string }; before: ({ amount: number; currency: string } | null); orders: number }; customers: { value: number; before: (number | null) }; perDay: Array<{ sales: { amount: number; currency: string }; orders: number; day: string; before: ({ sales: { amount: number; currency: string }; orders: number; day: string } | null) }>; perHour: Array<{ sales: { amount: number; currency: string }; orders: number; hour: number; before: ({ sales: { amount: number; currency: string }; orders: number } | null) }>; topProducts: Array<{ productId: string; title: string; image: (string | null); units: number; sales: { amount: number; currency: string } }>; latestOrders: Array<{ id: string; number: number; placedAt: string; customer: string; items: number; total: { amount: number; currency: string }; statusSentence: string }>; activity: Array<{ id: string; at: string; kind: string; says: string; byName: string; orderId: string; number: number; customer: string }> };
export type AuditListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type AuditListAnswer = { data: Array<{ id: string; at: (string | null); operation: (string | null); actorKind: (string | null); actorId: (string | null); actorName: (string | null); record: (string | null); recordId: (string | null); changes: unknown; input: unknown; requestId: (string | null); address: (string | null) }>; nextCursor: (string | null); total: number };
export type BillingCancelInput = Record<string, unknown>;
export type BillingCancelAnswer = { status: "none" | "trialing" | "active" | "past_due" | "ended"; tier: string; chargeId: (string | null); payment: "none" | "paid" | "declined" | "waiting"; sentence: string };
export type BillingChangeInput = { tier: string; interval: "month" | "year" };
export type BillingChangeAnswer = { status: "none" | "trialing" | "active" | "past_due" | "ended"; tier: string; chargeId: (string | null); payment: "none" | "paid" | "declined" | "waiting"; sentence: string };
export type BillingChangeCardInput = { payment: { token?: string; cardNumber?: string; cardExpiry?: string; cardCvc?: string } };
export type BillingChangeCardAnswer = { status: "none" | "trialing" | "active" | "past_due" | "ended"; tier: string; chargeId: (string | null); payment: "none" | "paid" | "declined" | "waiting"; sentence: string };
export type BillingInvoiceFileInput = { id: string };
export type BillingInvoiceFileAnswer = { name: string; pdf: string };
export type BillingInvoicesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type BillingInvoicesAnswer = { data: Array<{ id: string; number: (number | null); state: (string | null); tier: (string | null); interval: (string | null); periodStart: (string | null); periodEnd: (string | null); price: { amount: number; currency: string }; credit: { amount: number; currency: string }; amount: { amount: number; currency: string }; cardLast4: (string | null); sentence: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type BillingKeepInput = Record<string, unknown>;
export type BillingKeepAnswer = { status: "none" | "trialing" | "active" | "past_due" | "ended"; tier: string; chargeId: (string | null); payment: "none" | "paid" | "declined" | "waiting"; sentence: string };
export type BillingLookInput = Record<string, unknown>;
export type BillingLookAnswer = { status: "none" | "trialing" | "active" | "past_due" | "ended"; tier: string; chargeId: (string | null); payment: "none" | "paid" | "declined" | "waiting"; sentence: string };
export type BillingNowInput = Record<string, unknown>;
export type BillingNowAnswer = { forSale: boolean; sentence: string; provider: string; cardOnPage: boolean; page: ({ for: "start" | "card"; state: "open" | "failed"; url: (string | null); label: string; sentence: string } | null); onPage: boolean; soldBy: (string | null); more: number; tier: { name: string; label: string }; status: "none" | "trialing" | "active" | "past_due" | "ended"; plan: ({ tier: string; label: string; interval: "month" | "year"; price: { amount: number; currency: string } } | null); periodStart: (string | null); periodEnd: (string | null); ends: boolean; next: ({ tier: string; label: string; interval: "month" | "year"; price: { amount: number; currency: string } } | null); nextCharge: ({ at: string; amount: { amount: number; currency: string } } | null); owed: ({ amount: number; currency: string } | null); retryAt: (string | null); lastDay: (string | null); failure: string; waiting: boolean; credit: { amount: number; currency: string }; card: ({ brand: (string | null); last4: (string | null); gone: boolean } | null); trialDays: number; offers: Array<{ tier: string; label: string; month: ({ amount: number; currency: string } | null); year: ({ amount: number; currency: string } | null) }> };
export type BillingOpenCardPageInput = Record<string, unknown>;
export type BillingOpenCardPageAnswer = { url: string; keepingId: (string | null) };
export type BillingOpenPageInput = { tier: string; interval: "month" | "year" };
export type BillingOpenPageAnswer = { url: string; keepingId: (string | null) };
export type BillingOpenPortalInput = Record<string, unknown>;
export type BillingOpenPortalAnswer = { url: string };
export type BillingPayInput = Record<string, unknown>;
export type BillingPayAnswer = { status: "none" | "trialing" | "active" | "past_due" | "ended"; tier: string; chargeId: (string | null); payment: "none" | "paid" | "declined" | "waiting"; sentence: string };
export type BillingQuoteInput = { tier: string; interval: "month" | "year" };
export type BillingQuoteAnswer = { when: "now" | "trial" | "later"; begins: string; price: { amount: number; currency: string }; due: ({ amount: number; currency: string } | null); credit: { amount: number; currency: string } };
export type BillingSubscribeInput = { tier: string; interval: "month" | "year"; payment: { token?: string; cardNumber?: string; cardExpiry?: string; cardCvc?: string } };
export type BillingSubscribeAnswer = { status: "none" | "trialing" | "active" | "past_due" | "ended"; tier: string; chargeId: (string | null); payment: "none" | "paid" | "declined" | "waiting"; sentence: string };
export type BulkCancelInput = { id: string };
export type BulkCancelAnswer = { id: string; state: string };
export type BulkGetInput = { id: string };
export type BulkGetAnswer = { id: string; says: string; operation: string; list: string; state: "waiting" | "running" | "done" | "cancelled"; total: number; done: number; failed: number; skipped: number; actorName: string; createdAt: string; endedAt: (string | null) };
export type BulkListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type BulkListAnswer = { data: Array<{ id: string; says: (string | null); state: (string | null); total: (number | null); done: (number | null); failed: (number | null); skipped: (number | null); actorName: (string | null); operation: (string | null); list: (string | null); createdAt: (string | null); endedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type BulkRowsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type BulkRowsAnswer = { data: Array<{ id: string; name: (string | null); state: (string | null); sentence: (string | null); recordId: (string | null); runId: (string | null); operation: (string | null) }>; nextCursor: (string | null); total: number };
export type BulkStartInput = { list: string; question?: { q?: string; sort?: string; filter?: Record<string, string> }; ids?: Array<string>; operation: string; input?: Record<string, unknown> };
export type BulkStartAnswer = { id: string; total: number };
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
export type CollectionsPreviewInput = { rules: string };
export type CollectionsPreviewAnswer = { total: number; data: Array<{ id: string; title: string; status: "draft" | "active" | "archived"; imageUrl: (string | null) }> };
export type CollectionsProductsInput = { id: string };
export type CollectionsProductsAnswer = { data: Array<{ id: string; title: string; status: "draft" | "active" | "archived"; imageUrl: (string | null) }> };
export type CollectionsSetProductsInput = { id: string; productIds: Array<string> };
export type CollectionsSetProductsAnswer = { id: string; slug: string; title: string; descriptionHtml: string; imageUrl: string; rules: ({ match: "all" | "any"; conditions: Array<{ field: string; is: string; value: string }> } | null); productCount: number };
export type CollectionsUpdateInput = { title?: string; slug?: string; descriptionHtml?: string; imageUrl?: (string | ""); rules?: ({ match: "all" | "any"; conditions: Array<{ field: string; is: "equals" | "not" | "contains" | "over" | "under"; value: string }> } | null); id: string };
export type CollectionsUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; imageUrl: string; rules: ({ match: "all" | "any"; conditions: Array<{ field: string; is: string; value: string }> } | null); productCount: number };
export type CommandsGetInput = { name: string };
export type CommandsGetAnswer = { name: string; says: string; record: (string | null); schema: Record<string, unknown>; fields: Record<string, { view: string; says: string; value: string }> };
export type CommandsListInput = Record<string, unknown>;
export type CommandsListAnswer = { commands: Array<{ name: string; says: string; record: (string | null) }>; records: Array<{ view: string; says: string; opens: string }> };
export type ConversationsAnswerInput = { id: string; text: string; pictures?: Array<{ name: string; data: string }> };
export type ConversationsAnswerAnswer = { id: string; messageId: string };
export type ConversationsCloseInput = { id: string };
export type ConversationsCloseAnswer = { id: string; state: "open" | "closed" };
export type ConversationsForOrderInput = { id: string; limit?: number };
export type ConversationsForOrderAnswer = { conversation: ({ id: string; subject: string; state: "open" | "closed"; customerId: (string | null); orderId: (string | null); orderNumber: (number | null); name: string; email: string; createdAt: string; unread: boolean; readByShopper: boolean; readByShopperAt: (string | null); messages: Array<{ id: string; side: "shopper" | "shop"; author: string; text: string; pictures: Array<{ id: string; name: string; width: number; height: number; url: string }>; at: string }>; earlier: (string | null) } | null) };
export type ConversationsGetInput = { id: string; before?: string; limit?: number };
export type ConversationsGetAnswer = { id: string; subject: string; state: "open" | "closed"; customerId: (string | null); orderId: (string | null); orderNumber: (number | null); name: string; email: string; createdAt: string; unread: boolean; readByShopper: boolean; readByShopperAt: (string | null); messages: Array<{ id: string; side: "shopper" | "shop"; author: string; text: string; pictures: Array<{ id: string; name: string; width: number; height: number; url: string }>; at: string }>; earlier: (string | null) };
export type ConversationsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type ConversationsListAnswer = { data: Array<{ id: string; subject: (string | null); name: (string | null); email: (string | null); order: (number | null); lastMessage: (string | null); lastSide: (string | null); state: (string | null); unanswered: (boolean | null); seen: (boolean | null); unread: (boolean | null); lastMessageAt: (string | null); createdAt: (string | null); customerId: (string | null); orderId: (string | null) }>; nextCursor: (string | null); total: number };
export type ConversationsMarkReadInput = { id: string };
export type ConversationsMarkReadAnswer = { id: string };
export type ConversationsPreparedInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type ConversationsPreparedAnswer = { data: Array<{ id: string; name: (string | null); text: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type ConversationsRemovePreparedInput = { id: string };
export type ConversationsRemovePreparedAnswer = { id: string };
export type ConversationsReopenInput = { id: string };
export type ConversationsReopenAnswer = { id: string; state: "open" | "closed" };
export type ConversationsSavePreparedInput = { name: string; text: string };
export type ConversationsSavePreparedAnswer = { id: string; name: string; text: string };
export type ConversationsWriteAboutOrderInput = { id: string; text: string; pictures?: Array<{ name: string; data: string }> };
export type ConversationsWriteAboutOrderAnswer = { id: string; messageId: string };
export type CustomFieldsCreateInput = { says: string; unit?: string; choices?: Array<string>; required?: boolean; filterable?: boolean; appliesTo?: Array<string>; position?: number; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" };
export type CustomFieldsCreateAnswer = { says: string; unit: string; choices: Array<string>; required: boolean; filterable: boolean; appliesTo: Array<string>; position: number; id: string; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" };
export type CustomFieldsDeleteInput = { id: string };
export type CustomFieldsDeleteAnswer = { id: string; deleted: true };
export type CustomFieldsListInput = Record<string, unknown>;
export type CustomFieldsListAnswer = { data: Array<{ says: string; unit: string; choices: Array<string>; required: boolean; filterable: boolean; appliesTo: Array<string>; position: number; id: string; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" }> };
export type CustomFieldsUpdateInput = { says?: string; unit?: string; choices?: Array<string>; required?: boolean; filterable?: boolean; appliesTo?: Array<string>; position?: number; id: string };
export type CustomFieldsUpdateAnswer = { says: string; unit: string; choices: Array<string>; required: boolean; filterable: boolean; appliesTo: Array<string>; position: number; id: string; key: string; type: "text" | "number" | "boolean" | "choice" | "date" | "url" };
export type CustomersAddAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean; id: string };
export type CustomersAddAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersAddNoteInput = { id: string; text: string };
export type CustomersAddNoteAnswer = { id: string };
export type CustomersAddToGroupInput = { id: string; groupId: string };
export type CustomersAddToGroupAnswer = { id: string; groupId: string };
export type CustomersCreateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean; notes?: string; tags?: Array<string>; email: string };
export type CustomersCreateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersCreateGroupInput = { name: string; about?: string };
export type CustomersCreateGroupAnswer = { id: string; name: string; about: string };
export type CustomersDeleteGroupInput = { id: string };
export type CustomersDeleteGroupAnswer = { id: string };
export type CustomersEraseInput = { id: string; email: string };
export type CustomersEraseAnswer = { erased: boolean };
export type CustomersExportInput = { id: string };
export type CustomersExportAnswer = { exportedAt: string; customer: unknown; groups: Array<string>; notes: Array<unknown>; mails: Array<unknown> };
export type CustomersGetInput = { id: string };
export type CustomersGetAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersGroupsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type CustomersGroupsAnswer = { data: Array<{ id: string; name: (string | null); about: (string | null); members: (number | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type CustomersListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type CustomersListAnswer = { data: Array<{ id: string; name: (string | null); email: (string | null); phone: (string | null); ordersCount: (number | null); totalSpent: { amount: number; currency: string }; lastOrderAt: (string | null); acceptsMarketing: (boolean | null); tags: unknown; groups: (string | null); groupIds: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type CustomersMergeInput = { id: string; fromId: string };
export type CustomersMergeAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersRemoveAddressInput = { id: string; addressId: string };
export type CustomersRemoveAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersSetGroupsInput = { id: string; groupIds: Array<string> };
export type CustomersSetGroupsAnswer = { id: string; groupIds: Array<string> };
export type CustomersTagInput = { id: string; add?: Array<string>; remove?: Array<string> };
export type CustomersTagAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersTimelineInput = { id: string; limit?: number };
export type CustomersTimelineAnswer = { data: Array<{ id: string; at: string; kind: string; says: string; byName: string; to: (string | null) }>; groups: Array<{ id: string; name: string; member: boolean }> };
export type CustomersUpdateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean; notes?: string; tags?: Array<string>; id: string; email?: string };
export type CustomersUpdateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersUpdateAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean; id: string; addressId: string };
export type CustomersUpdateAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; hasAccount: boolean; eraseAt: (string | null); addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersUpdateGroupInput = { id: string; name?: string; about?: string };
export type CustomersUpdateGroupAnswer = { id: string; name: string; about: string };
export type DiscountsCreateInput = { title: string; code?: (string | null); kind: "percentage" | "fixed" | "buy_x_get_y" | "free_shipping"; terms: { percent?: (number | null); amounts?: Record<string, number>; things?: { productIds?: Array<string>; collectionIds?: Array<string> }; buy?: { productIds?: Array<string>; collectionIds?: Array<string> }; buyQuantity?: number; getQuantity?: number; mostTimes?: (number | null); minimumSubtotal?: Record<string, number>; minimumQuantity?: number; groupIds?: Array<string>; firstOrder?: boolean; combines?: Array<"product" | "order" | "shipping"> }; active?: boolean; startsAt?: (string | null); endsAt?: (string | null); maxUses?: (number | null); maxPerCustomer?: (number | null) };
export type DiscountsCreateAnswer = { id: string; title: string; code: (string | null); kind: "percentage" | "fixed" | "buy_x_get_y" | "free_shipping"; class: "product" | "order" | "shipping"; terms: { percent: (number | null); amounts: Record<string, number>; things: { productIds: Array<string>; collectionIds: Array<string> }; buy: { productIds: Array<string>; collectionIds: Array<string> }; buyQuantity: number; getQuantity: number; mostTimes: (number | null); minimumSubtotal: Record<string, number>; minimumQuantity: number; groupIds: Array<string>; firstOrder: boolean; combines: Array<"product" | "order" | "shipping"> }; names: Record<string, string>; active: boolean; state: "running" | "planned" | "ended" | "off" | "used up"; startsAt: (string | null); endsAt: (string | null); maxUses: (number | null); maxPerCustomer: (number | null); sentence: string; timesUsed: number; given: Array<{ amount: number; currency: string }> };
export type DiscountsDeleteInput = { id: string };
export type DiscountsDeleteAnswer = { id: string };
export type DiscountsGetInput = { id: string };
export type DiscountsGetAnswer = { id: string; title: string; code: (string | null); kind: "percentage" | "fixed" | "buy_x_get_y" | "free_shipping"; class: "product" | "order" | "shipping"; terms: { percent: (number | null); amounts: Record<string, number>; things: { productIds: Array<string>; collectionIds: Array<string> }; buy: { productIds: Array<string>; collectionIds: Array<string> }; buyQuantity: number; getQuantity: number; mostTimes: (number | null); minimumSubtotal: Record<string, number>; minimumQuantity: number; groupIds: Array<string>; firstOrder: boolean; combines: Array<"product" | "order" | "shipping"> }; names: Record<string, string>; active: boolean; state: "running" | "planned" | "ended" | "off" | "used up"; startsAt: (string | null); endsAt: (string | null); maxUses: (number | null); maxPerCustomer: (number | null); sentence: string; timesUsed: number; given: Array<{ amount: number; currency: string }> };
export type DiscountsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type DiscountsListAnswer = { data: Array<{ id: string; title: (string | null); code: (string | null); kind: (string | null); state: (string | null); timesUsed: (number | null); given: { amount: number; currency: string }; startsAt: (string | null); endsAt: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type DiscountsUpdateInput = { title?: string; code?: (string | null); kind?: "percentage" | "fixed" | "buy_x_get_y" | "free_shipping"; terms?: { percent?: (number | null); amounts?: Record<string, number>; things?: { productIds?: Array<string>; collectionIds?: Array<string> }; buy?: { productIds?: Array<string>; collectionIds?: Array<string> }; buyQuantity?: number; getQuantity?: number; mostTimes?: (number | null); minimumSubtotal?: Record<string, number>; minimumQuantity?: number; groupIds?: Array<string>; firstOrder?: boolean; combines?: Array<"product" | "order" | "shipping"> }; active?: boolean; startsAt?: (string | null); endsAt?: (string | null); maxUses?: (number | null); maxPerCustomer?: (number | null); id: string };
export type DiscountsUpdateAnswer = { id: string; title: string; code: (string | null); kind: "percentage" | "fixed" | "buy_x_get_y" | "free_shipping"; class: "product" | "order" | "shipping"; terms: { percent: (number | null); amounts: Record<string, number>; things: { productIds: Array<string>; collectionIds: Array<string> }; buy: { productIds: Array<string>; collectionIds: Array<string> }; buyQuantity: number; getQuantity: number; mostTimes: (number | null); minimumSubtotal: Record<string, number>; minimumQuantity: number; groupIds: Array<string>; firstOrder: boolean; combines: Array<"product" | "order" | "shipping"> }; names: Record<string, string>; active: boolean; state: "running" | "planned" | "ended" | "off" | "used up"; startsAt: (string | null); endsAt: (string | null); maxUses: (number | null); maxPerCustomer: (number | null); sentence: string; timesUsed: number; given: Array<{ amount: number; currency: string }> };
export type DisputesAcceptInput = { id: string };
export type DisputesAcceptAnswer = { answerId: string; dispute: { id: string; orderId: string; orderNumber: number; customerId: (string | null); provider: string; reference: string; state: "inquiry" | "inquiry_answered" | "needs_response" | "under_review" | "won" | "lost" | "accepted" | "refunded" | "withdrawn"; sentence: string; reason: "fraudulent" | "not_received" | "not_as_described" | "duplicate" | "credit_not_processed" | "subscription_cancelled" | "unrecognized" | "other"; amount: { amount: number; currency: string }; withdrawn: { amount: number; currency: string }; fee: { amount: number; currency: string }; respondBy: (string | null); answerable: boolean; answering: boolean; evidence: Record<string, string>; suggested: Record<string, string>; files: Array<{ id: string; name: string; bytes: number }>; submittedAt: (string | null); openedAt: string; closedAt: (string | null); timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }> } };
export type DisputesForOrderInput = { orderId: string };
export type DisputesForOrderAnswer = { data: Array<{ id: string; state: "inquiry" | "inquiry_answered" | "needs_response" | "under_review" | "won" | "lost" | "accepted" | "refunded" | "withdrawn"; sentence: string; reason: "fraudulent" | "not_received" | "not_as_described" | "duplicate" | "credit_not_processed" | "subscription_cancelled" | "unrecognized" | "other"; amount: { amount: number; currency: string }; respondBy: (string | null) }> };
export type DisputesGetInput = { id: string };
export type DisputesGetAnswer = { id: string; orderId: string; orderNumber: number; customerId: (string | null); provider: string; reference: string; state: "inquiry" | "inquiry_answered" | "needs_response" | "under_review" | "won" | "lost" | "accepted" | "refunded" | "withdrawn"; sentence: string; reason: "fraudulent" | "not_received" | "not_as_described" | "duplicate" | "credit_not_processed" | "subscription_cancelled" | "unrecognized" | "other"; amount: { amount: number; currency: string }; withdrawn: { amount: number; currency: string }; fee: { amount: number; currency: string }; respondBy: (string | null); answerable: boolean; answering: boolean; evidence: Record<string, string>; suggested: Record<string, string>; files: Array<{ id: string; name: string; bytes: number }>; submittedAt: (string | null); openedAt: string; closedAt: (string | null); timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }> };
export type DisputesListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type DisputesListAnswer = { data: Array<{ id: string; order: (number | null); state: (string | null); reason: (string | null); amount: { amount: number; currency: string }; withdrawn: { amount: number; currency: string }; fee: { amount: number; currency: string }; respondBy: (string | null); open: (boolean | null); provider: (string | null); reference: (string | null); orderId: (string | null); openedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type DisputesPackInput = { id: string };
export type DisputesPackAnswer = { name: string; pdf: string };
export type DisputesRemoveRuleInput = { id: string };
export type DisputesRemoveRuleAnswer = { id: string };
export type DisputesRulesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type DisputesRulesAnswer = { data: Array<{ id: string; name: (string | null); active: (boolean | null); reasons: unknown; upTo: { amount: number; currency: string }; onlyUnshipped: (boolean | null); acceptsDisputes: (boolean | null); used: (number | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type DisputesSaveRuleInput = { id?: string; name: string; active?: boolean; reasons?: Array<"fraudulent" | "not_received" | "not_as_described" | "duplicate" | "credit_not_processed" | "subscription_cancelled" | "unrecognized" | "other">; upTo: { amount: number; currency: string }; onlyUnshipped?: boolean; acceptsDisputes?: boolean };
export type DisputesSaveRuleAnswer = { id: string; name: string; active: boolean; reasons: Array<string>; upTo: { amount: number; currency: string }; onlyUnshipped: boolean; acceptsDisputes: boolean };
export type DisputesSubmitInput = { id: string };
export type DisputesSubmitAnswer = { answerId: string; dispute: { id: string; orderId: string; orderNumber: number; customerId: (string | null); provider: string; reference: string; state: "inquiry" | "inquiry_answered" | "needs_response" | "under_review" | "won" | "lost" | "accepted" | "refunded" | "withdrawn"; sentence: string; reason: "fraudulent" | "not_received" | "not_as_described" | "duplicate" | "credit_not_processed" | "subscription_cancelled" | "unrecognized" | "other"; amount: { amount: number; currency: string }; withdrawn: { amount: number; currency: string }; fee: { amount: number; currency: string }; respondBy: (string | null); answerable: boolean; answering: boolean; evidence: Record<string, string>; suggested: Record<string, string>; files: Array<{ id: string; name: string; bytes: number }>; submittedAt: (string | null); openedAt: string; closedAt: (string | null); timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }> } };
export type DisputesWriteEvidenceInput = { id: string; fields?: Record<string, string>; files?: Array<string> };
export type DisputesWriteEvidenceAnswer = { id: string; orderId: string; orderNumber: number; customerId: (string | null); provider: string; reference: string; state: "inquiry" | "inquiry_answered" | "needs_response" | "under_review" | "won" | "lost" | "accepted" | "refunded" | "withdrawn"; sentence: string; reason: "fraudulent" | "not_received" | "not_as_described" | "duplicate" | "credit_not_processed" | "subscription_cancelled" | "unrecognized" | "other"; amount: { amount: number; currency: string }; withdrawn: { amount: number; currency: string }; fee: { amount: number; currency: string }; respondBy: (string | null); answerable: boolean; answering: boolean; evidence: Record<string, string>; suggested: Record<string, string>; files: Array<{ id: string; name: string; bytes: number }>; submittedAt: (string | null); openedAt: string; closedAt: (string | null); timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string }> };
export type FilesUsageInput = Record<string, unknown>;
export type FilesUsageAnswer = { files: number; bytes: number; byKind: Array<{ kind: string; files: number; bytes: number }> };
export type FraudApproveInput = { id: string; note?: string; trust?: boolean };
export type FraudApproveAnswer = { orderId: string; state: "approved" | "rejected" };
export type FraudChecksInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type FraudChecksAnswer = { data: Array<{ id: string; order: (number | null); state: (string | null); score: (number | null); why: (string | null); total: { amount: number; currency: string }; decidedBy: (string | null); orderId: (string | null); placedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type FraudForOrderInput = { orderId: string };
export type FraudForOrderAnswer = { check: ({ state: "passed" | "held" | "approved" | "rejected"; score: number; reasons: Array<{ code: string; points: number; says: string }>; decidedBy: string; note: string; decidedAt: (string | null) } | null) };
export type FraudListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type FraudListAnswer = { data: Array<{ id: string; value: (string | null); kind: (string | null); verdict: (string | null); note: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type FraudListBuyerInput = { kind: "mail" | "domain" | "place"; value: string; postalCode?: string; country?: ("" | string); verdict: "blocked" | "trusted"; note?: string };
export type FraudListBuyerAnswer = { id: string; kind: "mail" | "domain" | "place"; value: string; verdict: "blocked" | "trusted" };
export type FraudRejectInput = { id: string; note?: string; block?: boolean };
export type FraudRejectAnswer = { orderId: string; state: "approved" | "rejected" };
export type FraudRemoveRuleInput = { id: string };
export type FraudRemoveRuleAnswer = { id: string };
export type FraudRulesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type FraudRulesAnswer = { data: Array<{ id: string; name: (string | null); action: (string | null); points: (number | null); active: (boolean | null); rules: unknown; createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type FraudSaveRuleInput = { id?: string; name: string; active?: boolean; action: "add" | "hold" | "allow"; points?: number; rules: { match: "all" | "any"; conditions: Array<{ field: "score" | "total" | "units" | "email" | "emailDomain" | "shippingCountry" | "billingCountry" | "cardCountry" | "reason"; is: "equals" | "not" | "contains" | "over" | "under"; value: string }> } };
export type FraudSaveRuleAnswer = { id: string; name: string; active: boolean; action: "add" | "hold" | "allow"; points: number; rules: { match: "all" | "any"; conditions: Array<{ field: "score" | "total" | "units" | "email" | "emailDomain" | "shippingCountry" | "billingCountry" | "cardCountry" | "reason"; is: "equals" | "not" | "contains" | "over" | "under"; value: string }> } };
export type FraudSetSettingsInput = { holdAt: (number | null) };
export type FraudSetSettingsAnswer = { holdAt: (number | null) };
export type FraudSettingsInput = Record<string, unknown>;
export type FraudSettingsAnswer = { holdAt: (number | null) };
export type FraudUnlistBuyerInput = { id: string };
export type FraudUnlistBuyerAnswer = { id: string };
export type GiftCardsAdjustInput = { id: string; amount: number; note: string };
export type GiftCardsAdjustAnswer = { id: string; kind: "gift_card" | "store_credit"; last4: (string | null); state: "usable" | "empty" | "expired" | "off"; balance: { amount: number; currency: string }; issued: { amount: number; currency: string }; email: string; customerId: (string | null); orderId: (string | null); expiresAt: (string | null); note: string; createdAt: string; entries: Array<{ id: string; kind: "issued" | "spent" | "returned" | "adjusted"; amount: { amount: number; currency: string }; balance: { amount: number; currency: string }; orderId: (string | null); note: string; byName: string; at: string }> };
export type GiftCardsGetInput = { id: string };
export type GiftCardsGetAnswer = { id: string; kind: "gift_card" | "store_credit"; last4: (string | null); state: "usable" | "empty" | "expired" | "off"; balance: { amount: number; currency: string }; issued: { amount: number; currency: string }; email: string; customerId: (string | null); orderId: (string | null); expiresAt: (string | null); note: string; createdAt: string; entries: Array<{ id: string; kind: "issued" | "spent" | "returned" | "adjusted"; amount: { amount: number; currency: string }; balance: { amount: number; currency: string }; orderId: (string | null); note: string; byName: string; at: string }> };
export type GiftCardsGiveCreditInput = { customerId: string; amount: number; currency: string; note: string };
export type GiftCardsGiveCreditAnswer = { id: string; balance: { amount: number; currency: string } };
export type GiftCardsIssueInput = { amount: number; currency: string; email?: ("" | string); expiresAt?: (string | null); note?: string };
export type GiftCardsIssueAnswer = { id: string; kind: "gift_card" | "store_credit"; last4: (string | null); state: "usable" | "empty" | "expired" | "off"; balance: { amount: number; currency: string }; issued: { amount: number; currency: string }; email: string; customerId: (string | null); orderId: (string | null); expiresAt: (string | null); note: string; createdAt: string; entries: Array<{ id: string; kind: "issued" | "spent" | "returned" | "adjusted"; amount: { amount: number; currency: string }; balance: { amount: number; currency: string }; orderId: (string | null); note: string; byName: string; at: string }>; code: string };
export type GiftCardsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type GiftCardsListAnswer = { data: Array<{ id: string; last4: (string | null); kind: (string | null); owner: (string | null); email: (string | null); state: (string | null); balance: { amount: number; currency: string }; note: (string | null); customerId: (string | null); expiresAt: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type GiftCardsUpdateInput = { id: string; active?: boolean; expiresAt?: (string | null); note?: string };
export type GiftCardsUpdateAnswer = { id: string; kind: "gift_card" | "store_credit"; last4: (string | null); state: "usable" | "empty" | "expired" | "off"; balance: { amount: number; currency: string }; issued: { amount: number; currency: string }; email: string; customerId: (string | null); orderId: (string | null); expiresAt: (string | null); note: string; createdAt: string; entries: Array<{ id: string; kind: "issued" | "spent" | "returned" | "adjusted"; amount: { amount: number; currency: string }; balance: { amount: number; currency: string }; orderId: (string | null); note: string; byName: string; at: string }> };
export type HintsDismissInput = { hint: string; shown?: boolean };
export type HintsDismissAnswer = { dismissed: Array<string> };
export type IntegrationsBeginInput = { vendor: string };
export type IntegrationsBeginAnswer = { address: string };
export type IntegrationsCheckInput = { vendor: string };
export type IntegrationsCheckAnswer = { connectionId: string; state: "connected" | "broken" | "disconnected"; sentence: string };
export type IntegrationsConnectInput = { vendor: string; settings?: Record<string, string>; secrets?: Record<string, string> };
export type IntegrationsConnectAnswer = { connectionId: string; state: "connected" | "broken" | "disconnected"; sentence: string };
export type IntegrationsDisconnectInput = { vendor: string };
export type IntegrationsDisconnectAnswer = { connectionId: string; state: "connected" | "broken" | "disconnected"; sentence: string };
export type IntegrationsFinishInput = { stateToken: string; codeToken?: string; problem?: string; answer?: Record<string, string> };
export type IntegrationsFinishAnswer = { connectionId: string; state: "connected" | "broken" | "disconnected"; sentence: string; vendor: string };
export type IntegrationsGetInput = { vendor: string };
export type IntegrationsGetAnswer = { vendor: string; says: string; about: string; group: string; state: "connected" | "broken" | "disconnected"; label: string; lastVerifiedAt: (string | null); lastError: string; lastErrorAt: (string | null); byKey: boolean; bySignIn: boolean; keys: Array<{ key: string; says: string; about?: string; secret?: boolean; optional?: boolean; choices?: Array<string> }>; settings: Record<string, string>; kept: Array<string>; hook: ({ address: string; how: string; refused: number; lastRefusal: string; lastRefusalAt: (string | null) } | null); backlog: ({ waiting: number; failed: number; oldest: (string | null) } | null); needsApp: boolean; leftToDo: string };
export type IntegrationsListInput = Record<string, unknown>;
export type IntegrationsListAnswer = { data: Array<{ vendor: string; says: string; about: string; group: string; state: "connected" | "broken" | "disconnected"; label: string; lastVerifiedAt: (string | null); lastError: string; lastErrorAt: (string | null); byKey: boolean; bySignIn: boolean }> };
export type IntegrationsMessageInput = { id: string };
export type IntegrationsMessageAnswer = { id: string; vendor: string; messageId: string; event: string; headers: Record<string, string>; body: string; state: string; attempts: number; repeats: number; lastError: string; receivedAt: string; doneAt: (string | null) };
export type IntegrationsMessagesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type IntegrationsMessagesAnswer = { data: Array<{ id: string; event: (string | null); vendor: (string | null); state: (string | null); messageId: (string | null); attempts: (number | null); repeats: (number | null); lastError: (string | null); receivedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type IntegrationsReplayInput = { id: string };
export type IntegrationsReplayAnswer = { id: string };
export type IntegrationsReplayFailedInput = { vendor: string };
export type IntegrationsReplayFailedAnswer = { count: number };
export type InvitationsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type InvitationsListAnswer = { data: Array<{ id: string; email: (string | null); role: (string | null); invitedBy: (string | null); storefronts: unknown; locations: unknown; createdAt: (string | null); expiresAt: (string | null); acceptedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type InvitationsResendInput = { id: string };
export type InvitationsResendAnswer = { id: string; email: string; role: string; expiresAt: string; storefronts: (Array<string> | null); locations: (Array<string> | null) };
export type InvitationsRevokeInput = { id: string };
export type InvitationsRevokeAnswer = { id: string };
export type InvoicesIssueInput = { id: string };
export type InvoicesIssueAnswer = { id: string; name: string };
export type InvoicesListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type InvoicesListAnswer = { data: Array<{ id: string; number: (number | null); kind: (string | null); issuedAt: (string | null); total: { amount: number; currency: string }; orderId: (string | null) }>; nextCursor: (string | null); total: number };
export type InvoicesPrintInput = { kind: "invoice" | "credit-note" | "packing-slip"; orderIds: Array<string> };
export type InvoicesPrintAnswer = { name: string; documents: Array<{ id: string; name: string; orderId: string }>; pdf: string };
export type InvoicesSellerInput = Record<string, unknown>;
export type InvoicesSellerAnswer = { company: string; address: string; taxNumber: string; email: ("" | string); footer: string; paper: "auto" | "A4" | "LETTER" };
export type InvoicesSetSellerInput = { company?: string; address?: string; taxNumber?: string; email?: ("" | string); footer?: string; paper?: "auto" | "A4" | "LETTER" };
export type InvoicesSetSellerAnswer = { company: string; address: string; taxNumber: string; email: ("" | string); footer: string; paper: "auto" | "A4" | "LETTER" };
export type JobsCancelInput = { id: string };
export type JobsCancelAnswer = { id: string };
export type JobsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type JobsListAnswer = { data: Array<{ id: string; reaction: (string | null); state: (string | null); event: (string | null); about: (string | null); attempts: (number | null); message: (string | null); createdAt: (string | null); startedAt: (string | null); endedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type JobsRetryInput = { id: string };
export type JobsRetryAnswer = { id: string };
export type ListsValuesInput = { list: string; column: string; q?: string };
export type ListsValuesAnswer = { data: Array<string> };
export type LocationsCreateInput = { name: string; position?: number };
export type LocationsCreateAnswer = { id: string; name: string; isDefault: boolean; active: boolean; position: number };
export type LocationsListInput = Record<string, unknown>;
export type LocationsListAnswer = { data: Array<{ id: string; name: string; isDefault: boolean; active: boolean; position: number }> };
export type LocationsUpdateInput = { id: string; name?: string; position?: number; active?: boolean };
export type LocationsUpdateAnswer = { id: string; name: string; isDefault: boolean; active: boolean; position: number };
export type MailListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type MailListAnswer = { data: Array<{ id: string; subject: (string | null); recipient: (string | null); state: (string | null); createdAt: (string | null); reason: (string | null); fate: (string | null); via: (string | null) }>; nextCursor: (string | null); total: number };
export type MailMessageInput = { id: string };
export type MailMessageAnswer = { id: string; subject: string; recipient: string; sender: string; html: string; text: string; state: string; confidential: boolean; attempts: number; reason: (string | null); via: (string | null); fate: (string | null); fateDetail: string; fateAt: (string | null); createdAt: string; sentAt: (string | null); nextAttemptAt: (string | null) };
export type MailReleaseInput = { id: string };
export type MailReleaseAnswer = { id: string };
export type MailResendInput = { id: string };
export type MailResendAnswer = { id: string };
export type MailSettingsInput = Record<string, unknown>;
export type MailSettingsAnswer = { senderName: string; senderAddress: string; carrier: string; account: Record<string, string>; hasSecret: boolean; inUse: boolean; sentence: string; carriers: Array<{ id: string; says: string; fields: Array<{ key: string; says: string; usual?: string; secret?: boolean }> }> };
export type MailSuppressInput = { address: string; note?: string };
export type MailSuppressAnswer = { id: string };
export type MailSuppressionsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type MailSuppressionsAnswer = { data: Array<{ id: string; address: (string | null); reason: (string | null); detail: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type MailTrySettingsInput = Record<string, unknown>;
export type MailTrySettingsAnswer = { inUse: boolean; sentence: string };
export type MailUpdateSettingsInput = { carrier?: string; senderName?: string; senderAddress?: ("" | string); account?: Record<string, string>; secret?: string };
export type MailUpdateSettingsAnswer = { senderName: string; senderAddress: string; carrier: string; account: Record<string, string>; hasSecret: boolean; inUse: boolean; sentence: string };
export type MediaAddInput = { id: string; media: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null); focal?: { x: number; y: number }; kind?: "picture" | "video" | "model" | "spin"; posterUrl?: (string | null); variantOptions?: Record<string, string> }> };
export type MediaAddAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaRemoveInput = { id: string; mediaId: string };
export type MediaRemoveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaReorderInput = { id: string; mediaIds: Array<string> };
export type MediaReorderAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaUpdateInput = { id: string; mediaId: string; alt?: string; variantId?: (string | null); focal?: { x: number; y: number } };
export type MediaUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MembersActivityInput = Record<string, unknown>;
export type MembersActivityAnswer = { data: Array<{ memberId: string; sessions: number; secondFactor: boolean }> };
export type MembersChangeRoleInput = { id: string; role: string; storefronts?: (Array<string> | null); locations?: (Array<string> | null) };
export type MembersChangeRoleAnswer = { id: string; name: string; email: string; role: string; storefronts: (Array<string> | null); locations: (Array<string> | null) };
export type MembersInviteInput = { email: string; role: string; storefronts?: (Array<string> | null); locations?: (Array<string> | null) };
export type MembersInviteAnswer = { id: string; email: string; role: string; expiresAt: string; storefronts: (Array<string> | null); locations: (Array<string> | null) };
export type MembersListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type MembersListAnswer = { data: Array<{ id: string; name: (string | null); email: (string | null); role: (string | null); joinedAt: (string | null); lastSeenAt: (string | null); suspendedAt: (string | null); storefronts: unknown; locations: unknown; userId: (string | null) }>; nextCursor: (string | null); total: number };
export type MembersRemoveInput = { id: string };
export type MembersRemoveAnswer = { id: string };
export type MembersRestoreInput = { id: string };
export type MembersRestoreAnswer = { id: string };
export type MembersSuspendInput = { id: string };
export type MembersSuspendAnswer = { id: string };
export type NotificationsAddDeviceInput = { endpoint: string; p256dh: string; auth: string; name: string };
export type NotificationsAddDeviceAnswer = { id: string };
export type NotificationsBellInput = Record<string, unknown>;
export type NotificationsBellAnswer = { unread: number; kinds: Array<{ kind: string; says: string; many: string; unread: number }>; latest: Array<{ id: string; kind: string; says: string; urgency: "quiet" | "normal" | "urgent"; title: string; body: string; link: string; at: string; read: boolean; archived: boolean; snoozedUntil: (string | null) }> };
export type NotificationsChannelsInput = Record<string, unknown>;
export type NotificationsChannelsAnswer = { channels: Array<{ id: string; says: string; connected: boolean; failing: string }>; kinds: Array<{ kind: string; says: string; group: string; channels: Array<string> }> };
export type NotificationsChoicesInput = Record<string, unknown>;
export type NotificationsChoicesAnswer = { timeZone: string; quietFrom: (string | null); quietTo: (string | null); digest: "instant" | "hourly" | "daily"; dailyAt: string; kinds: Array<{ kind: string; says: string; group: string; urgency: "quiet" | "normal" | "urgent"; bell: boolean; push: boolean; mail: boolean }> };
export type NotificationsChooseInput = { kinds: Array<{ kind: string; bell: boolean; push: boolean; mail: boolean }> };
export type NotificationsChooseAnswer = { saved: number };
export type NotificationsChooseChannelsInput = { kinds: Array<{ kind: string; channels: Array<string> }> };
export type NotificationsChooseChannelsAnswer = { kinds: number };
export type NotificationsDevicesInput = Record<string, unknown>;
export type NotificationsDevicesAnswer = { publicKey: string; data: Array<{ id: string; name: string; createdAt: string; lastSentAt: (string | null); endpoint: string }> };
export type NotificationsListInput = { box?: "inbox" | "unread" | "snoozed" | "archived"; kind?: string; q?: string; cursor?: string; limit?: number };
export type NotificationsListAnswer = { data: Array<{ id: string; kind: string; says: string; urgency: "quiet" | "normal" | "urgent"; title: string; body: string; link: string; at: string; read: boolean; archived: boolean; snoozedUntil: (string | null) }>; nextCursor: (string | null); unread: number; kinds: Array<{ kind: string; says: string; many: string; unread: number }>; known: Array<{ kind: string; says: string }> };
export type NotificationsMarkInput = { ids?: Array<string>; kind?: string; as: "read" | "unread" | "archived" | "restored" | "awake" };
export type NotificationsMarkAnswer = { changed: number; unread: number };
export type NotificationsRemoveDeviceInput = { id: string };
export type NotificationsRemoveDeviceAnswer = { id: string };
export type NotificationsSetHabitsInput = { timeZone?: string; quietFrom?: (string | null); quietTo?: (string | null); digest?: "instant" | "hourly" | "daily"; dailyAt?: string };
export type NotificationsSetHabitsAnswer = { timeZone: string; quietFrom: (string | null); quietTo: (string | null); digest: "instant" | "hourly" | "daily"; dailyAt: string };
export type NotificationsSnoozeInput = { ids?: Array<string>; kind?: string; until: string };
export type NotificationsSnoozeAnswer = { changed: number; unread: number };
export type OffersCreateInput = { title: string; trigger?: { productIds?: Array<string>; collectionIds?: Array<string> }; productId: string; places?: Array<"cart" | "order">; percent?: (number | null); active?: boolean };
export type OffersCreateAnswer = { id: string; title: string; trigger: { productIds: Array<string>; collectionIds: Array<string> }; names: Record<string, string>; productId: string; places: Array<"cart" | "order">; percent: (number | null); active: boolean; shown: number; taken: number };
export type OffersDeleteInput = { id: string };
export type OffersDeleteAnswer = { id: string };
export type OffersGetInput = { id: string };
export type OffersGetAnswer = { id: string; title: string; trigger: { productIds: Array<string>; collectionIds: Array<string> }; names: Record<string, string>; productId: string; places: Array<"cart" | "order">; percent: (number | null); active: boolean; shown: number; taken: number };
export type OffersListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type OffersListAnswer = { data: Array<{ id: string; title: (string | null); product: (string | null); active: (boolean | null); shown: (number | null); taken: (number | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type OffersUpdateInput = { title?: string; trigger?: { productIds?: Array<string>; collectionIds?: Array<string> }; productId?: string; places?: Array<"cart" | "order">; percent?: (number | null); active?: boolean; id: string };
export type OffersUpdateAnswer = { id: string; title: string; trigger: { productIds: Array<string>; collectionIds: Array<string> }; names: Record<string, string>; productId: string; places: Array<"cart" | "order">; percent: (number | null); active: boolean; shown: number; taken: number };
export type OrdersAddNoteInput = { id: string; text: string; mentions?: Array<string>; files?: Array<string> };
export type OrdersAddNoteAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersApproveReturnInput = { returnId: string; instructions?: string; labelUrl?: ("" | string) };
export type OrdersApproveReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersBeginReturnInput = { instructions?: string; labelUrl?: ("" | string); id: string; lines: Array<{ lineId: string; quantity: number }>; reason?: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note?: string; exchange?: Array<{ variantId: string; quantity: number; unitPrice?: number }> };
export type OrdersBeginReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCancelInput = { id: string; reason?: "customer" | "fraud" | "out_of_stock" | "other"; note?: string; refund?: boolean; restock?: boolean };
export type OrdersCancelAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCancelFulfilmentInput = { id: string; fulfilmentId: string };
export type OrdersCancelFulfilmentAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCancelReturnInput = { returnId: string };
export type OrdersCancelReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersChangeDetailsInput = { id: string; version: number; was?: { note?: string; tags?: Array<string>; email?: ("" | string); shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null) }; change: { note?: string; tags?: Array<string>; email?: ("" | string); shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null) } };
export type OrdersChangeDetailsAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; merged: Array<string> };
export type OrdersCompleteDraftInput = { id: string };
export type OrdersCompleteDraftAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCorrectTrackingInput = { trackingNumber?: string; carrier?: string; trackingUrl?: ("" | string); id: string; fulfilmentId: string };
export type OrdersCorrectTrackingAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCreateDraftInput = { email?: (("" | string) | null); customerName?: string; currency?: string; lines: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); shippingPrice?: (number | null); discount?: number; note?: string };
export type OrdersCreateDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type OrdersDeclineReturnInput = { returnId: string; says: string };
export type OrdersDeclineReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersDraftsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type OrdersDraftsAnswer = { data: Array<{ id: string; customer: (string | null); email: (string | null); items: (number | null); completed: (boolean | null); createdBy: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type OrdersEditInput = { lines?: Array<{ lineId: string; quantity: number }>; add?: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shipping?: number; discount?: number; id: string; agreedTotal?: { amount: number; currency: string }; reason?: string };
export type OrdersEditAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersFileInput = { id: string; fileId: string };
export type OrdersFileAnswer = { url: string };
export type OrdersFulfilInput = { trackingNumber?: string; carrier?: string; trackingUrl?: ("" | string); id: string; lines?: Array<{ lineId: string; quantity: number }>; locationId?: string; notify?: boolean };
export type OrdersFulfilAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersGetInput = { id: string };
export type OrdersGetAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersGetDraftInput = { id: string };
export type OrdersGetDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type OrdersListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type OrdersListAnswer = { data: Array<{ id: string; number: (number | null); placedAt: (string | null); customer: (string | null); email: (string | null); customerId: (string | null); payment: (string | null); fulfilment: (string | null); return: (string | null); cancelled: (boolean | null); held: (boolean | null); items: (number | null); tags: (string | null); total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; currency: (string | null); storefrontId: (string | null) }>; nextCursor: (string | null); total: number };
export type OrdersMailsInput = { id: string };
export type OrdersMailsAnswer = { data: Array<{ id: string; at: string; to: string; subject: string; state: string; html: string; text: string }> };
export type OrdersMarkPaidInput = { id: string; note?: string };
export type OrdersMarkPaidAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; paymentId: string; payments: Array<{ id: string; amount: number }> };
export type OrdersMoveParcelInput = { id: string; fulfilmentId: string; step: "out_for_delivery" | "delivered"; at?: string; notify?: boolean };
export type OrdersMoveParcelAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersNeighboursInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; id: string };
export type OrdersNeighboursAnswer = { previous: ({ id: string; number: number } | null); next: ({ id: string; number: number } | null) };
export type OrdersPreviewEditInput = { id: string; edit?: string };
export type OrdersPreviewEditAnswer = { subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; total: { amount: number; currency: string }; difference: { amount: number; currency: string }; lines: Array<{ lineId: (string | null); variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }> };
export type OrdersReceiveReturnInput = { returnId: string; lines: Array<{ lineId: string; restock?: number; damaged?: number }>; locationId?: string; credit?: number; refund?: boolean; note?: string };
export type OrdersReceiveReturnAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; refunds: Array<{ id: string; paymentId: string; amount: number; state: "waiting" | "done" | "refused" | "unknown"; sentence: string }> };
export type OrdersRefundInput = { id: string; lines?: Array<{ lineId: string; quantity: number; restock?: boolean }>; shipping?: number; amount?: number; reason?: string; to?: "origin" | "store_credit" };
export type OrdersRefundAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; discount: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; discounts: Array<{ title: string; code: (string | null); class: "product" | "order" | "shipping"; amount: { amount: number; currency: string } }>; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; disputed: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; held: ({ since: string; because: string } | null); version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); outForDeliveryAt: (string | null); deliveredAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; photos: Array<{ id: string; name: string }>; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; refunds: Array<{ id: string; paymentId: string; amount: number; state: "waiting" | "done" | "refused" | "unknown"; sentence: string }> };
export type OrdersRenewLinkInput = { id: string };
export type OrdersRenewLinkAnswer = { id: string; orderLink: string };
export type OrdersResendMailInput = { id: string; mailId: string; to?: ("" | string) };
export type OrdersResendMailAnswer = { id: string; to: string };
export type OrdersReturnRulesInput = Record<string, unknown>;
export type OrdersReturnRulesAnswer = { windowDays: (number | null); says: string };
export type OrdersReturnsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type OrdersReturnsAnswer = { data: Array<{ id: string; name: (string | null); number: (number | null); customer: (string | null); email: (string | null); stage: (string | null); reason: (string | null); what: (string | null); exchange: (boolean | null); byCustomer: (boolean | null); credited: { amount: number; currency: string }; orderId: (string | null); storefrontId: (string | null); createdAt: (string | null); endedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type OrdersSetReturnRulesInput = { windowDays?: (number | null); says?: string };
export type OrdersSetReturnRulesAnswer = { windowDays: (number | null); says: string };
export type OrdersUpdateDraftInput = { email?: (("" | string) | null); customerName?: string; currency?: string; lines: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); shippingPrice?: (number | null); discount?: number; note?: string; id: string };
export type OrdersUpdateDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type PaymentsCaptureInput = { id: string; amount?: number };
export type PaymentsCaptureAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PaymentsForOrderInput = { orderId: string };
export type PaymentsForOrderAnswer = { data: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string; steps: Array<{ id: string; kind: string; amount: number; state: string; reason: string; sentence: string; at: string }> }> };
export type PaymentsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type PaymentsListAnswer = { data: Array<{ id: string; createdAt: (string | null); provider: (string | null); state: (string | null); amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; cardLast4: (string | null); reference: (string | null); orderId: (string | null) }>; nextCursor: (string | null); total: number };
export type PaymentsMarkPaidInput = { id: string; amount?: number; note?: string };
export type PaymentsMarkPaidAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PaymentsRefundInput = { id: string; amount?: number; reason?: string };
export type PaymentsRefundAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PaymentsVoidInput = { id: string };
export type PaymentsVoidAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "charged_back" | "kept" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; disputed: { amount: number; currency: string }; disputeFees: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; continueAt: (string | null); createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PricesSetInput = { prices: Array<{ amount: (number | null); currency: string; compareAt?: (number | null); variantId: string }> };
export type PricesSetAnswer = { updated: Array<string> };
export type ProductsArchiveInput = { id: string };
export type ProductsArchiveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsBundleInput = { id: string };
export type ProductsBundleAnswer = { productId: string; kind: "goods" | "gift_card"; variants: Array<{ variantId: string; title: string; components: Array<{ variantId: string; productId: string; title: string; quantity: number }> }> };
export type ProductsCreateInput = { title: string; slug?: string; descriptionHtml?: string; brand?: string; productType?: string; status?: "draft" | "active" | "archived"; publishAt?: (string | null); unpublishAt?: (string | null); seo?: { title?: string; description?: string }; tags?: Array<string>; customFields?: Record<string, (string | number | boolean | null)>; categoryIds?: Array<string>; collectionIds?: Array<string>; options?: Array<{ name: string; values: Array<string>; was?: string; renamed?: Record<string, string> }>; variants?: Array<{ sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; options?: Record<string, string>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }> }>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }>; media?: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null); focal?: { x: number; y: number }; kind?: "picture" | "video" | "model" | "spin"; posterUrl?: (string | null); variantOptions?: Record<string, string> }> };
export type ProductsCreateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsDeleteInput = { id: string };
export type ProductsDeleteAnswer = { id: string; deleted: true };
export type ProductsDuplicateInput = { id: string; title?: string };
export type ProductsDuplicateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsExportInput = { format?: "csv" | "json"; status?: "draft" | "active" | "archived"; currency?: string; cursor?: string };
export type ProductsExportAnswer = { filename: string; text: string; nextCursor: (string | null) };
export type ProductsGetInput = { id: string };
export type ProductsGetAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsHistoryInput = { id: string };
export type ProductsHistoryAnswer = { data: Array<{ id: string; at: string; actorName: string; actorKind: string; operation: string; before: Record<string, unknown>; after: Record<string, unknown> }> };
export type ProductsImportInput = { csv?: string; base64?: string; json?: string; mapping?: Record<string, string>; currency?: string };
export type ProductsImportAnswer = { products: number; variants: number; created: number; updated: number; failed: number; errors: Array<{ line: number; handle: string; column?: string; says: string }>; warnings: Array<{ line: number; handle: string; column?: string; says: string }> };
export type ProductsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type ProductsListAnswer = { data: Array<{ id: string; title: (string | null); slug: (string | null); imageUrl: (string | null); status: (string | null); brand: (string | null); productType: (string | null); price: { amount: number; currency: string }; variantCount: (number | null); skus: (string | null); tags: (string | null); publishAt: (string | null); createdAt: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type ProductsPreviewImportInput = { csv?: string; base64?: string; json?: string; mapping?: Record<string, string>; currency?: string };
export type ProductsPreviewImportAnswer = { products: number; variants: number; created: number; updated: number; failed: number; errors: Array<{ line: number; handle: string; column?: string; says: string }>; warnings: Array<{ line: number; handle: string; column?: string; says: string }>; newVariants: number; knownVariants: number; columns: Array<{ name: string; means: string }>; sample: Array<{ handle: string; title: string; status: ("draft" | "active" | "archived" | null); variants: number; price: ({ amount: number; currency: string } | null); exists: boolean }> };
export type ProductsSetBundleInput = { variantId: string; components: Array<{ variantId: string; quantity: number }> };
export type ProductsSetBundleAnswer = { productId: string; kind: "goods" | "gift_card"; variants: Array<{ variantId: string; title: string; components: Array<{ variantId: string; productId: string; title: string; quantity: number }> }> };
export type ProductsSetKindInput = { id: string; kind: "goods" | "gift_card" };
export type ProductsSetKindAnswer = { productId: string; kind: "goods" | "gift_card"; variants: Array<{ variantId: string; title: string; components: Array<{ variantId: string; productId: string; title: string; quantity: number }> }> };
export type ProductsTagInput = { id: string; add?: Array<string>; remove?: Array<string> };
export type ProductsTagAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsUpdateInput = { title?: string; slug?: string; descriptionHtml?: string; brand?: string; productType?: string; status?: "draft" | "active" | "archived"; publishAt?: (string | null); unpublishAt?: (string | null); seo?: { title?: string; description?: string }; tags?: Array<string>; customFields?: Record<string, (string | number | boolean | null)>; categoryIds?: Array<string>; collectionIds?: Array<string>; id: string; version?: number; options?: Array<{ name: string; values: Array<string>; was?: string; renamed?: Record<string, string> }>; leaveOut?: Array<Record<string, string>>; removeVariantIds?: Array<string>; variants?: Array<{ sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; id?: string; options?: Record<string, string>; prices?: Array<{ amount: (number | null); currency: string; compareAt?: (number | null) }> }>; media?: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null); focal?: { x: number; y: number }; kind?: "picture" | "video" | "model" | "spin"; posterUrl?: (string | null); variantOptions?: Record<string, string>; id?: string; variantId?: (string | null) }> };
export type ProductsUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsUsesInput = { id: string };
export type ProductsUsesAnswer = { variants: Array<{ id: string; title: string; uses: Array<{ count: number; says: string; keeps: boolean }> }>; prices: number; pictures: number; collections: number; formerAddresses: number };
export type QuestionsAnswerInput = { id: string; text: string };
export type QuestionsAnswerAnswer = { id: string };
export type QuestionsApproveAnswerInput = { id: string; answerId: string };
export type QuestionsApproveAnswerAnswer = { id: string; state: "waiting" | "published" | "refused" };
export type QuestionsGetInput = { id: string };
export type QuestionsGetAnswer = { id: string; productId: string; product: string; customerId: (string | null); author: string; email: string; text: string; state: "waiting" | "published" | "refused"; refusal: string; votes: number; createdAt: string; answers: Array<{ id: string; author: string; by: "shop" | "buyer"; text: string; state: "waiting" | "published" | "refused"; votes: number; at: string }> };
export type QuestionsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type QuestionsListAnswer = { data: Array<{ id: string; text: (string | null); product: (string | null); state: (string | null); answers: (number | null); waitingAnswers: (number | null); votes: (number | null); author: (string | null); email: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type QuestionsPublishInput = { id: string };
export type QuestionsPublishAnswer = { id: string; state: "waiting" | "published" | "refused" };
export type QuestionsRefuseInput = { id: string; reason: string };
export type QuestionsRefuseAnswer = { id: string; state: "waiting" | "published" | "refused" };
export type QuestionsRefuseAnswerInput = { id: string; answerId: string };
export type QuestionsRefuseAnswerAnswer = { id: string; state: "waiting" | "published" | "refused" };
export type RecordsFindInput = { view: string; value?: string; q?: string; limit?: number };
export type RecordsFindAnswer = { data: Array<{ id: string; label: string; detail: string; opens: (string | null) }> };
export type RecoveryFiguresInput = Record<string, unknown>;
export type RecoveryFiguresAnswer = { found: number; reminded: number; recovered: number; value: { amount: number; currency: string } };
export type RecoveryListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type RecoveryListAnswer = { data: Array<{ id: string; email: (string | null); state: (string | null); value: { amount: number; currency: string }; things: (string | null); recovered: { amount: number; currency: string }; orderId: (string | null); customerId: (string | null); leftAt: (string | null); foundAt: (string | null) }>; nextCursor: (string | null); total: number };
export type RecoverySetSettingsInput = { enabled?: boolean; delayHours?: number; code?: string };
export type RecoverySetSettingsAnswer = { enabled: boolean; delayHours: number; code: string };
export type RecoverySettingsInput = Record<string, unknown>;
export type RecoverySettingsAnswer = { enabled: boolean; delayHours: number; code: string };
export type ReviewsApproveInput = { id: string };
export type ReviewsApproveAnswer = { id: string; state: "waiting" | "published" | "refused" };
export type ReviewsChangeSettingsInput = { publish?: "moderate" | "auto"; who?: "customers" | "buyers" };
export type ReviewsChangeSettingsAnswer = { publish: "moderate" | "auto"; who: "customers" | "buyers" };
export type ReviewsGetInput = { id: string };
export type ReviewsGetAnswer = { id: string; productId: string; product: string; slug: string; customerId: string; email: string; author: string; stars: number; title: string; text: string; fit: ("small" | "true" | "large" | null); bought: string; verified: boolean; state: "waiting" | "published" | "refused"; refusal: string; reply: string; helpful: number; unhelpful: number; createdAt: string; media: Array<{ id: string; kind: "photo" | "video"; url: string }> };
export type ReviewsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type ReviewsListAnswer = { data: Array<{ id: string; title: (string | null); product: (string | null); productId: (string | null); stars: (number | null); state: (string | null); author: (string | null); text: (string | null); verified: (boolean | null); photos: (number | null); helpful: (number | null); answered: (boolean | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type ReviewsRefuseInput = { id: string; reason: string };
export type ReviewsRefuseAnswer = { id: string; state: "waiting" | "published" | "refused" };
export type ReviewsReplyInput = { id: string; text: string };
export type ReviewsReplyAnswer = { id: string; state: "waiting" | "published" | "refused" };
export type ReviewsSettingsInput = Record<string, unknown>;
export type ReviewsSettingsAnswer = { publish: "moderate" | "auto"; who: "customers" | "buyers" };
export type RolesCreateInput = { name: string; capabilities: Array<string> };
export type RolesCreateAnswer = { id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number };
export type RolesDeleteInput = { id: string };
export type RolesDeleteAnswer = { id: string };
export type RolesListInput = Record<string, unknown>;
export type RolesListAnswer = { data: Array<{ id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number }>; capabilities: Array<{ name: string; says: string }> };
export type RolesUpdateInput = { id: string; name?: string; capabilities?: Array<string> };
export type RolesUpdateAnswer = { id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number };
export type SearchAddSynonymInput = { kind?: "both" | "one"; word: string; others: (Array<string> | string) };
export type SearchAddSynonymAnswer = { id: string; kind: "both" | "one"; word: string; others: Array<string> };
export type SearchEverythingInput = { q: string; limit?: number };
export type SearchEverythingAnswer = { groups: Array<{ view: string; says: string; opens: string; total: number; rows: Array<{ id: string; label: string; detail: string; opens: (string | null) }> }> };
export type SearchForgetQueryInput = { id: string };
export type SearchForgetQueryAnswer = { id: string };
export type SearchQueriesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type SearchQueriesAnswer = { data: Array<{ id: string; words: (string | null); times: (number | null); hits: (number | null); clicks: (number | null); lastAt: (string | null); firstAt: (string | null) }>; nextCursor: (string | null); total: number };
export type SearchRemoveSynonymInput = { id: string };
export type SearchRemoveSynonymAnswer = { id: string };
export type SearchSynonymsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type SearchSynonymsAnswer = { data: Array<{ id: string; word: (string | null); others: (string | null); kind: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type SearchUpdateSynonymInput = { id: string; kind?: "both" | "one"; word?: string; others?: (Array<string> | string) };
export type SearchUpdateSynonymAnswer = { id: string; kind: "both" | "one"; word: string; others: Array<string> };
export type ShellCheckGuideInput = { key: string };
export type ShellCheckGuideAnswer = { ok: boolean; says: string };
export type ShellFirstStepsInput = Record<string, unknown>;
export type ShellFirstStepsAnswer = { steps: Array<{ key: string; label: string; about: string; to: string; done: boolean }> };
export type ShellGuidesInput = Record<string, unknown>;
export type ShellGuidesAnswer = { guides: Array<{ key: string; title: string; why: string; state: "ready" | "missing" | "built in" | "your turn"; says: string; steps: Array<string>; values: Array<{ name: string; example: string; about: string }>; links: Array<{ label: string; to: string }>; check: boolean }> };
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
export type SidebarArrangeInput = { preset?: ("full" | "sales" | "warehouse" | "live" | null); order?: Array<string>; hidden?: Array<string>; shown?: Array<string>; pinned?: Array<string> };
export type SidebarArrangeAnswer = { preset: ("full" | "sales" | "warehouse" | "live" | null); order: Array<string>; hidden: Array<string>; shown: Array<string>; pinned: Array<string> };
export type SidebarMineInput = Record<string, unknown>;
export type SidebarMineAnswer = { preset: ("full" | "sales" | "warehouse" | "live" | null); order: Array<string>; hidden: Array<string>; shown: Array<string>; pinned: Array<string>; default: "full" | "sales" | "warehouse" | "live"; dismissed: Array<string> };
export type SidebarSetDefaultInput = { preset: "full" | "sales" | "warehouse" | "live" };
export type SidebarSetDefaultAnswer = { preset: "full" | "sales" | "warehouse" | "live" };
export type SizeGuidesCreateInput = { name: string; note?: string; unit?: "cm" | "in"; measures: Array<{ key: string; says: string }>; sizes: Array<{ size: string; ranges: Record<string, { from: number; to: number }> }>; productIds?: Array<string>; categoryIds?: Array<string> };
export type SizeGuidesCreateAnswer = { name: string; note: string; unit: "cm" | "in"; measures: Array<{ key: string; says: string }>; sizes: Array<{ size: string; ranges: Record<string, { from: number; to: number }> }>; id: string; products: Array<{ id: string; title: string; status: string; imageUrl: (string | null) }>; categories: Array<{ id: string; name: string }> };
export type SizeGuidesDeleteInput = { id: string };
export type SizeGuidesDeleteAnswer = { id: string };
export type SizeGuidesGetInput = { id: string };
export type SizeGuidesGetAnswer = { name: string; note: string; unit: "cm" | "in"; measures: Array<{ key: string; says: string }>; sizes: Array<{ size: string; ranges: Record<string, { from: number; to: number }> }>; id: string; products: Array<{ id: string; title: string; status: string; imageUrl: (string | null) }>; categories: Array<{ id: string; name: string }> };
export type SizeGuidesListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type SizeGuidesListAnswer = { data: Array<{ id: string; name: (string | null); sizes: (string | null); products: (number | null); categories: (number | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type SizeGuidesUpdateInput = { name: string; note?: string; unit?: "cm" | "in"; measures: Array<{ key: string; says: string }>; sizes: Array<{ size: string; ranges: Record<string, { from: number; to: number }> }>; productIds?: Array<string>; categoryIds?: Array<string>; id: string };
export type SizeGuidesUpdateAnswer = { name: string; note: string; unit: "cm" | "in"; measures: Array<{ key: string; says: string }>; sizes: Array<{ size: string; ranges: Record<string, { from: number; to: number }> }>; id: string; products: Array<{ id: string; title: string; status: string; imageUrl: (string | null) }>; categories: Array<{ id: string; name: string }> };
export type StatementsImportsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StatementsImportsAnswer = { data: Array<{ id: string; fileName: (string | null); source: (string | null); format: (string | null); lines: (number | null); added: (number | null); by: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type StatementsPreviewFileInput = { fileName: string; content: string; sourceId?: string; newAccount?: string; currency?: string; mapping?: { skip: number; date: number; valueDate?: number; amount?: number; moneyIn?: number; moneyOut?: number; fee?: number; currency?: number; counterpart?: number; reference?: number; description?: number; id?: number; dateOrder: "ymd" | "dmy" | "mdy"; mark: "." | ","; sign?: "as written" | "the other way round" } };
export type StatementsPreviewFileAnswer = { format: string; accounts: Array<{ account: string; currency: (string | null); lines: number; known: number; unreadable: number; problems: Array<{ line: number; says: string }>; sample: Array<{ line: number; bookedOn: string; amount: number; currency: string; counterpart: string; reference: string; description: string }> }>; columns: Array<string>; mapping: ({ skip: number; date: number; valueDate?: number; amount?: number; moneyIn?: number; moneyOut?: number; fee?: number; currency?: number; counterpart?: number; reference?: number; description?: number; id?: number; dateOrder: "ymd" | "dmy" | "mdy"; mark: "." | ","; sign: "as written" | "the other way round" } | null); ambiguous: boolean; currency: string };
export type StatementsReadNowInput = { id: string };
export type StatementsReadNowAnswer = { id: string; added: number; problem: string };
export type StatementsSourcesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StatementsSourcesAnswer = { data: Array<{ id: string; name: (string | null); kind: (string | null); state: (string | null); currency: (string | null); transactions: (number | null); unexplained: (number | null); lastReadAt: (string | null); cursor: (string | null); lastError: (string | null); lastErrorAt: (string | null); account: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type StatementsSumsInput = { q?: string; filter?: Record<string, string>; ids?: string };
export type StatementsSumsAnswer = { data: Array<{ currency: string; in: number; out: number; fees: number; net: number; count: number; unexplained: number }> };
export type StatementsTransactionInput = { id: string };
export type StatementsTransactionAnswer = { id: string; sourceId: string; source: string; externalId: string; kind: string; direction: string; amount: number; fee: number; net: number; currency: string; status: string; bookedAt: string; valueOn: (string | null); counterpart: string; reference: string; description: string; match: string; paymentId: (string | null); orderId: (string | null); file: (string | null); raw: unknown };
export type StatementsTransactionsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StatementsTransactionsAnswer = { data: Array<{ id: string; reference: (string | null); bookedAt: (string | null); source: (string | null); kind: (string | null); counterpart: (string | null); description: (string | null); direction: (string | null); amount: { amount: number; currency: string }; fee: { amount: number; currency: string }; net: { amount: number; currency: string }; currency: (string | null); match: (string | null); status: (string | null); valueOn: (string | null); externalId: (string | null); paymentId: (string | null); sourceId: (string | null); importId: (string | null) }>; nextCursor: (string | null); total: number };
export type StatementsUploadFileInput = { fileName: string; content: string; sourceId?: string; newAccount?: string; currency?: string; mapping?: { skip: number; date: number; valueDate?: number; amount?: number; moneyIn?: number; moneyOut?: number; fee?: number; currency?: number; counterpart?: number; reference?: number; description?: number; id?: number; dateOrder: "ymd" | "dmy" | "mdy"; mark: "." | ","; sign?: "as written" | "the other way round" } };
export type StatementsUploadFileAnswer = { accounts: Array<{ account: string; currency: (string | null); lines: number; known: number; unreadable: number; problems: Array<{ line: number; says: string }>; sourceId: string; added: number }> };
export type StockAdjustInput = { variantId: string; locationId?: string; by?: number; to?: number; reason?: "adjusted" | "counted" | "received" | "damaged" | "lost" | "found" | "returned"; note?: string };
export type StockAdjustAnswer = { variantId: string; locationId: string; onHand: number; reserved: number; available: number };
export type StockAlertHistoryInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockAlertHistoryAnswer = { data: Array<{ id: string; at: (string | null); kind: (string | null); product: (string | null); variant: (string | null); sku: (string | null); available: (number | null); productId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockAlertsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockAlertsAnswer = { data: Array<{ id: string; product: (string | null); variant: (string | null); sku: (string | null); kind: (string | null); available: (number | null); incoming: (number | null); sold: (number | null); cover: (number | null); lowAt: (number | null); coverAt: (number | null); productId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockApproveCountInput = { id: string };
export type StockApproveCountAnswer = { id: string; number: number; state: "open" | "submitted" | "approved" | "cancelled"; blind: boolean; location: { id: string; name: string }; note: string; createdBy: string; createdAt: string; submittedAt: (string | null); approvedBy: (string | null); approvedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; counted: (number | null); expected: (number | null); variance: (number | null); countedBy: (string | null) }> };
export type StockCancelCountInput = { id: string };
export type StockCancelCountAnswer = { id: string; number: number; state: "open" | "submitted" | "approved" | "cancelled"; blind: boolean; location: { id: string; name: string }; note: string; createdBy: string; createdAt: string; submittedAt: (string | null); approvedBy: (string | null); approvedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; counted: (number | null); expected: (number | null); variance: (number | null); countedBy: (string | null) }> };
export type StockCancelTransferInput = { id: string };
export type StockCancelTransferAnswer = { id: string; number: number; state: "draft" | "sent" | "received" | "cancelled"; from: { id: string; name: string }; to: { id: string; name: string }; note: string; createdBy: string; createdAt: string; sentAt: (string | null); receivedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; quantity: number; received: number; missing: number; available: number }> };
export type StockCountInput = { id: string };
export type StockCountAnswer = { id: string; number: number; state: "open" | "submitted" | "approved" | "cancelled"; blind: boolean; location: { id: string; name: string }; note: string; createdBy: string; createdAt: string; submittedAt: (string | null); approvedBy: (string | null); approvedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; counted: (number | null); expected: (number | null); variance: (number | null); countedBy: (string | null) }> };
export type StockCountsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockCountsAnswer = { data: Array<{ id: string; number: (number | null); state: (string | null); location: (string | null); lines: (number | null); counted: (number | null); differences: (number | null); note: (string | null); createdBy: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type StockCreateTransferInput = { fromLocationId: string; toLocationId: string; note?: string; lines: Array<{ variantId: string; quantity: number }> };
export type StockCreateTransferAnswer = { id: string; number: number; state: "draft" | "sent" | "received" | "cancelled"; from: { id: string; name: string }; to: { id: string; name: string }; note: string; createdBy: string; createdAt: string; sentAt: (string | null); receivedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; quantity: number; received: number; missing: number; available: number }> };
export type StockListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockListAnswer = { data: Array<{ id: string; product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); onHand: (number | null); reserved: (number | null); available: (number | null); incoming: (number | null); lowAt: (number | null); state: (string | null); updatedAt: (string | null); variantId: (string | null); locationId: (string | null); productId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockLowInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockLowAnswer = { data: Array<{ id: string; product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); onHand: (number | null); reserved: (number | null); available: (number | null); incoming: (number | null); lowAt: (number | null); state: (string | null); updatedAt: (string | null); variantId: (string | null); locationId: (string | null); productId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockMovementsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockMovementsAnswer = { data: Array<{ id: string; at: (string | null); product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); reason: (string | null); onHandChange: (number | null); reservedChange: (number | null); incomingChange: (number | null); reference: (string | null); note: (string | null); actor: (string | null); variantId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockOfProductInput = { id: string };
export type StockOfProductAnswer = { data: Array<{ variantId: string; locationId: string; onHand: number; reserved: number }> };
export type StockReceiveTransferInput = { id: string; lines?: Array<{ variantId: string; quantity: number }>; rest?: "expected" | "missing" };
export type StockReceiveTransferAnswer = { id: string; number: number; state: "draft" | "sent" | "received" | "cancelled"; from: { id: string; name: string }; to: { id: string; name: string }; note: string; createdBy: string; createdAt: string; sentAt: (string | null); receivedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; quantity: number; received: number; missing: number; available: number }> };
export type StockRecordCountInput = { id: string; lines: Array<{ variantId: string; counted: (number | null) }> };
export type StockRecordCountAnswer = { id: string; number: number; state: "open" | "submitted" | "approved" | "cancelled"; blind: boolean; location: { id: string; name: string }; note: string; createdBy: string; createdAt: string; submittedAt: (string | null); approvedBy: (string | null); approvedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; counted: (number | null); expected: (number | null); variance: (number | null); countedBy: (string | null) }> };
export type StockReopenCountInput = { id: string; variantIds?: Array<string> };
export type StockReopenCountAnswer = { id: string; number: number; state: "open" | "submitted" | "approved" | "cancelled"; blind: boolean; location: { id: string; name: string }; note: string; createdBy: string; createdAt: string; submittedAt: (string | null); approvedBy: (string | null); approvedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; counted: (number | null); expected: (number | null); variance: (number | null); countedBy: (string | null) }> };
export type StockReservationsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockReservationsAnswer = { data: Array<{ id: string; createdAt: (string | null); for: (string | null); product: (string | null); variant: (string | null); sku: (string | null); location: (string | null); quantity: (number | null); open: (number | null); state: (string | null); expiresAt: (string | null); variantId: (string | null) }>; nextCursor: (string | null); total: number };
export type StockSendTransferInput = { id: string };
export type StockSendTransferAnswer = { id: string; number: number; state: "draft" | "sent" | "received" | "cancelled"; from: { id: string; name: string }; to: { id: string; name: string }; note: string; createdBy: string; createdAt: string; sentAt: (string | null); receivedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; quantity: number; received: number; missing: number; available: number }> };
export type StockSetLowAtInput = { variantId: string; lowAt: number; coverAt?: number };
export type StockSetLowAtAnswer = { variantId: string; lowAt: number };
export type StockSetManyInput = { reason?: "counted" | "opening"; note?: string; lines: Array<{ variantId: string; locationId?: string; onHand: number }> };
export type StockSetManyAnswer = { set: number };
export type StockStartCountInput = { locationId: string; blind?: boolean; note?: string; variantIds?: Array<string> };
export type StockStartCountAnswer = { id: string; number: number; state: "open" | "submitted" | "approved" | "cancelled"; blind: boolean; location: { id: string; name: string }; note: string; createdBy: string; createdAt: string; submittedAt: (string | null); approvedBy: (string | null); approvedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; counted: (number | null); expected: (number | null); variance: (number | null); countedBy: (string | null) }> };
export type StockSubmitCountInput = { id: string };
export type StockSubmitCountAnswer = { id: string; number: number; state: "open" | "submitted" | "approved" | "cancelled"; blind: boolean; location: { id: string; name: string }; note: string; createdBy: string; createdAt: string; submittedAt: (string | null); approvedBy: (string | null); approvedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; counted: (number | null); expected: (number | null); variance: (number | null); countedBy: (string | null) }> };
export type StockTransferInput = { id: string };
export type StockTransferAnswer = { id: string; number: number; state: "draft" | "sent" | "received" | "cancelled"; from: { id: string; name: string }; to: { id: string; name: string }; note: string; createdBy: string; createdAt: string; sentAt: (string | null); receivedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; quantity: number; received: number; missing: number; available: number }> };
export type StockTransfersInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StockTransfersAnswer = { data: Array<{ id: string; number: (number | null); state: (string | null); from: (string | null); to: (string | null); units: (number | null); onTheWay: (number | null); note: (string | null); createdBy: (string | null); createdAt: (string | null); sentAt: (string | null) }>; nextCursor: (string | null); total: number };
export type StockUpdateTransferInput = { id: string; note?: string; lines: Array<{ variantId: string; quantity: number }> };
export type StockUpdateTransferAnswer = { id: string; number: number; state: "draft" | "sent" | "received" | "cancelled"; from: { id: string; name: string }; to: { id: string; name: string }; note: string; createdBy: string; createdAt: string; sentAt: (string | null); receivedAt: (string | null); lines: Array<{ variantId: string; product: string; variant: string; sku: string; quantity: number; received: number; missing: number; available: number }> };
export type StorefrontsCheckDomainInput = { id: string };
export type StorefrontsCheckDomainAnswer = { domain: (string | null); record: ({ type: "CNAME" | "A"; name: string; value: string } | null); state: "none" | "points here" | "points elsewhere" | "not found"; found: Array<string> };
export type StorefrontsConsequencesInput = { id: string };
export type StorefrontsConsequencesAnswer = { rows: Record<string, number> };
export type StorefrontsCreateInput = { name: string; domain?: string; permissions?: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers"> };
export type StorefrontsCreateAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; secretPrefix: (string | null); needsSecret: boolean; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; currency: string; locale: string; createdAt: string; key: string };
export type StorefrontsCreatePageInput = { id: string; title: string; html?: string; inFooter?: boolean; published?: boolean };
export type StorefrontsCreatePageAnswer = { id: string; slug: string; title: string; html: string; inFooter: boolean; published: boolean; updatedAt: string };
export type StorefrontsDeleteInput = { id: string };
export type StorefrontsDeleteAnswer = { id: string };
export type StorefrontsDeletePageInput = { id: string; pageId: string };
export type StorefrontsDeletePageAnswer = { id: string };
export type StorefrontsDiscardThemeInput = { id: string };
export type StorefrontsDiscardThemeAnswer = { id: string; published: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; draft: ({ accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string } | null); previewPath: string };
export type StorefrontsGetInput = { id: string };
export type StorefrontsGetAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; secretPrefix: (string | null); needsSecret: boolean; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; currency: string; locale: string; createdAt: string };
export type StorefrontsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type StorefrontsListAnswer = { data: Array<{ id: string; name: (string | null); slug: (string | null); domain: (string | null); keyPrefix: (string | null); secretPrefix: (string | null); needsSecret: (boolean | null); permissions: unknown; active: (boolean | null); currency: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type StorefrontsPagesInput = { id: string };
export type StorefrontsPagesAnswer = { data: Array<{ id: string; slug: string; title: string; html: string; inFooter: boolean; published: boolean; updatedAt: string }> };
export type StorefrontsPublishThemeInput = { id: string };
export type StorefrontsPublishThemeAnswer = { id: string; published: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; draft: ({ accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string } | null); previewPath: string };
export type StorefrontsRegenerateKeyInput = { id: string };
export type StorefrontsRegenerateKeyAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; secretPrefix: (string | null); needsSecret: boolean; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; currency: string; locale: string; createdAt: string; key: string };
export type StorefrontsRegenerateSecretInput = { id: string };
export type StorefrontsRegenerateSecretAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; secretPrefix: (string | null); needsSecret: boolean; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; currency: string; locale: string; createdAt: string; secret: string };
export type StorefrontsRevealKeyInput = { id: string };
export type StorefrontsRevealKeyAnswer = { id: string; key: string };
export type StorefrontsSaveThemeInput = { id: string; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string } };
export type StorefrontsSaveThemeAnswer = { id: string; published: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; draft: ({ accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string } | null); previewPath: string };
export type StorefrontsThemeInput = { id: string };
export type StorefrontsThemeAnswer = { id: string; published: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; draft: ({ accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string } | null); previewPath: string };
export type StorefrontsUpdateInput = { id: string; name?: string; domain?: (string | null); permissions?: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active?: boolean; needsSecret?: boolean; theme?: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; currency?: string; locale?: string };
export type StorefrontsUpdateAnswer = { id: string; name: string; slug: string; domain: (string | null); keyPrefix: string; secretPrefix: (string | null); needsSecret: boolean; permissions: Array<"storefront:products" | "storefront:cart" | "storefront:checkout" | "storefront:orders" | "storefront:customers">; active: boolean; theme: { accent?: string; background?: string; text?: string; logoUrl?: string; iconUrl?: string; font?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; headingFont?: "sans" | "serif" | "rounded" | "humanist" | "geometric" | "grotesque" | "old-style" | "slab" | "typewriter"; radius?: "none" | "small" | "medium" | "large"; scheme?: "auto" | "light" | "dark"; headline?: string; intro?: string; announcement?: string; sections?: Array<{ id: string; kind: "hero" | "categories" | "collection" | "bestselling" | "newest" | "hot" | "recently-sold" | "recently-viewed" | "text" | "promises"; title?: string; text?: string; imageUrl?: string; imageAlt?: string; side?: "left" | "right"; button?: string; link?: string; collection?: string; promises?: Array<{ title: string; text: string }>; hidden?: boolean }>; footerLinks?: Array<{ label: string; link: string }>; footerNote?: string }; currency: string; locale: string; createdAt: string };
export type StorefrontsUpdatePageInput = { id: string; pageId: string; title?: string; slug?: string; html?: string; inFooter?: boolean; published?: boolean };
export type StorefrontsUpdatePageAnswer = { id: string; slug: string; title: string; html: string; inFooter: boolean; published: boolean; updatedAt: string };
export type SubscriptionsCancelInput = { id: string; when?: "now" | "period-end"; reason?: string };
export type SubscriptionsCancelAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; minCycles: number; paidCycles: number; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }> };
export type SubscriptionsChangeInput = { id: string; variantId?: string; planId?: string; quantity?: number; lasts?: number; when?: "now" | "next" };
export type SubscriptionsChangeAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; minCycles: number; paidCycles: number; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }> };
export type SubscriptionsCreatePlanInput = { name: string; unit: "day" | "week" | "month" | "year"; count?: number; perPiece?: boolean; trialDays?: number; minCycles?: number; offBasisPoints?: number; prices?: Record<string, number>; productIds?: Array<string>; variantIds?: Array<string>; active?: boolean };
export type SubscriptionsCreatePlanAnswer = { name: string; unit: "day" | "week" | "month" | "year"; count: number; perPiece: boolean; trialDays: number; minCycles: number; offBasisPoints: number; prices: Record<string, number>; productIds: Array<string>; variantIds: Array<string>; active: boolean; id: string; names: Record<string, string> };
export type SubscriptionsDeletePlanInput = { id: string };
export type SubscriptionsDeletePlanAnswer = { id: string };
export type SubscriptionsFiguresInput = Record<string, unknown>;
export type SubscriptionsFiguresAnswer = { active: number; behind: number; paused: number; monthly: { amount: number; currency: string }; started: number; ended: number; churn: number };
export type SubscriptionsGetInput = { id: string };
export type SubscriptionsGetAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; minCycles: number; paidCycles: number; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }>; customerId: (string | null); orderId: string; timeline: Array<{ id: string; kind: string; says: string; orderId: (string | null); byName: string; at: string }> };
export type SubscriptionsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type SubscriptionsListAnswer = { data: Array<{ id: string; customerName: (string | null); email: (string | null); title: (string | null); quantity: (number | null); status: (string | null); planName: (string | null); price: { amount: number; currency: string }; nextRenewalAt: (string | null); cycle: (number | null); customerId: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type SubscriptionsPauseInput = { id: string; until?: (string | null) };
export type SubscriptionsPauseAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; minCycles: number; paidCycles: number; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }> };
export type SubscriptionsPlanInput = { id: string };
export type SubscriptionsPlanAnswer = { name: string; unit: "day" | "week" | "month" | "year"; count: number; perPiece: boolean; trialDays: number; minCycles: number; offBasisPoints: number; prices: Record<string, number>; productIds: Array<string>; variantIds: Array<string>; active: boolean; id: string; names: Record<string, string> };
export type SubscriptionsPlansInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type SubscriptionsPlansAnswer = { data: Array<{ id: string; name: (string | null); unit: (string | null); count: (number | null); trialDays: (number | null); offBasisPoints: (number | null); products: (number | null); state: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type SubscriptionsResumeInput = { id: string };
export type SubscriptionsResumeAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; minCycles: number; paidCycles: number; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }> };
export type SubscriptionsRetryInput = { id: string };
export type SubscriptionsRetryAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; minCycles: number; paidCycles: number; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }> };
export type SubscriptionsSetSettingsInput = { retryDays?: Array<number>; announceDays?: number; afterwards?: "cancelled" | "unpaid" };
export type SubscriptionsSetSettingsAnswer = { retryDays: Array<number>; announceDays: number; afterwards: "cancelled" | "unpaid" };
export type SubscriptionsSettingsInput = Record<string, unknown>;
export type SubscriptionsSettingsAnswer = { retryDays: Array<number>; announceDays: number; afterwards: "cancelled" | "unpaid" };
export type SubscriptionsSkipInput = { id: string };
export type SubscriptionsSkipAnswer = { id: string; status: "trialing" | "active" | "past_due" | "paused" | "unpaid" | "cancelled"; says: string; customerName: string; email: string; planId: string; planName: string; every: string; unit: "day" | "week" | "month" | "year"; count: number; lasts: (number | null); productId: string; variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; price: { amount: number; currency: string }; credit: { amount: number; currency: string }; nextRenewalAt: (string | null); pausedUntil: (string | null); retryAt: (string | null); failure: string; ends: boolean; minCycles: number; paidCycles: number; method: { provider: string; cardLast4: (string | null); gone: boolean }; shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string }; may: { pause: boolean; resume: boolean; skip: boolean; change: boolean; cancel: boolean; pay: boolean }; createdAt: string; cancelledAt: (string | null); cancelReason: string; renewals: Array<{ cycle: number; state: "open" | "paid" | "failed" | "skipped"; dueAt: string; orderId: (string | null); orderNumber: (number | null); total: ({ amount: number; currency: string } | null); sentence: string }> };
export type SubscriptionsUpdatePlanInput = { name?: string; unit?: "day" | "week" | "month" | "year"; count?: number; perPiece?: boolean; trialDays?: number; minCycles?: number; offBasisPoints?: number; prices?: Record<string, number>; productIds?: Array<string>; variantIds?: Array<string>; active?: boolean; id: string };
export type SubscriptionsUpdatePlanAnswer = { name: string; unit: "day" | "week" | "month" | "year"; count: number; perPiece: boolean; trialDays: number; minCycles: number; offBasisPoints: number; prices: Record<string, number>; productIds: Array<string>; variantIds: Array<string>; active: boolean; id: string; names: Record<string, string> };
export type TasksAssignInput = { id: string; assigneeId: (string | null) };
export type TasksAssignAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
export type TasksChoicesInput = Record<string, unknown>;
export type TasksChoicesAnswer = { me: (string | null); people: Array<{ userId: string; name: string }>; kinds: Array<{ kind: string; says: string; comes: (string | null); active: boolean; priority: "low" | "normal" | "high" | "urgent"; dueHours: (number | null); waitHours: (number | null); routeId: (string | null); people: Array<string>; escalateHours: number }>; mine: number; open: number };
export type TasksCreateInput = { title: string; note?: string; kind?: string; priority?: "low" | "normal" | "high" | "urgent"; dueAt?: (string | null); assigneeId?: (string | null); about?: { list: string; id: string }; storefrontId?: string };
export type TasksCreateAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
export type TasksDropInput = { id: string };
export type TasksDropAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
export type TasksFinishInput = { id: string };
export type TasksFinishAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
export type TasksGetInput = { id: string };
export type TasksGetAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
export type TasksListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type TasksListAnswer = { data: Array<{ id: string; title: (string | null); kind: (string | null); priority: (string | null); state: (string | null); dueAt: (string | null); overdue: (boolean | null); assignee: (string | null); assigneeId: (string | null); taken: (boolean | null); about: (string | null); aboutType: (string | null); aboutId: (string | null); aboutLink: (string | null); createdBy: (string | null); createdAt: (string | null); finishedBy: (string | null); finishedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type TasksRemoveRouteInput = { id: string };
export type TasksRemoveRouteAnswer = { id: string };
export type TasksReopenInput = { id: string };
export type TasksReopenAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
export type TasksRoutesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type TasksRoutesAnswer = { data: Array<{ id: string; kind: (string | null); people: unknown; dueHours: (number | null); escalateHours: (number | null); active: (boolean | null); priority: (string | null); waitHours: (number | null); open: (number | null) }>; nextCursor: (string | null); total: number };
export type TasksSetRouteInput = { kind: string; people?: Array<string>; dueHours?: (number | null); escalateHours?: number; active?: boolean; priority?: ("low" | "normal" | "high" | "urgent" | null); waitHours?: (number | null) };
export type TasksSetRouteAnswer = { id: string; kind: string; people: Array<string>; dueHours: (number | null); escalateHours: number; active: boolean; priority: ("low" | "normal" | "high" | "urgent" | null); waitHours: (number | null) };
export type TasksTakeInput = { id: string };
export type TasksTakeAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
export type TasksUpdateInput = { id: string; title?: string; note?: string; kind?: string; priority?: "low" | "normal" | "high" | "urgent"; dueAt?: (string | null) };
export type TasksUpdateAnswer = { id: string; title: string; note: string; kind: string; priority: "low" | "normal" | "high" | "urgent"; state: "open" | "done" | "dropped"; dueAt: (string | null); overdue: boolean; assignee: ({ userId: string; name: string } | null); about: ({ type: string; id: string; label: string; link: string } | null); storefrontId: (string | null); createdBy: string; createdAt: string; finishedBy: string; finishedAt: (string | null) };
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
export type TokensCreateInput = { name: string; kind?: "personal" | "workspace"; scopes: Array<string>; expiresInDays?: number; storefronts?: (Array<string> | null); locations?: (Array<string> | null) };
export type TokensCreateAnswer = { id: string; name: string; kind: "personal" | "workspace"; scopes: Array<string>; storefronts: (Array<string> | null); locations: (Array<string> | null); expiresAt: (string | null); token: (string | null) };
export type TokensListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type TokensListAnswer = { data: Array<{ id: string; name: (string | null); start: (string | null); kind: (string | null); scopes: unknown; storefronts: unknown; locations: unknown; madeBy: (string | null); createdAt: (string | null); lastUsedAt: (string | null); expiresAt: (string | null); revokedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type TokensRevokeInput = { id: string };
export type TokensRevokeAnswer = { id: string };
export type TokensRotateInput = { id: string; overlapHours?: number };
export type TokensRotateAnswer = { id: string; name: string; kind: "personal" | "workspace"; scopes: Array<string>; storefronts: (Array<string> | null); locations: (Array<string> | null); expiresAt: (string | null); token: (string | null) };
export type UsageHistoryInput = { meter?: "requests" | "requests-refused" | "executions" | "storage" | "members" | "storefronts"; days?: number };
export type UsageHistoryAnswer = { meter: string; days: Array<{ day: string; amount: number }> };
export type UsageNowInput = Record<string, unknown>;
export type UsageNowAnswer = { tier: { name: string; label: string; limits: Record<string, (number | null)> }; period: string; meters: Array<{ limit: string; says: string; about: string; kind: "rate" | "sum" | "level"; used: (number | null); most: (number | null) }>; requests: { month: number; refused: number }; warnings: Array<{ limit: string; share: number; sentence: string; at: string }>; tiers: Array<{ name: string; label: string; limits: Record<string, (number | null)> }>; next: Record<string, string> };
export type UsageWarningsInput = Record<string, unknown>;
export type UsageWarningsAnswer = { warnings: Array<{ limit: string; share: number; sentence: string; at: string; key: string }> };
export type VariantsAddInput = { sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; options?: Record<string, string>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }>; id: string };
export type VariantsAddAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type VariantsRemoveInput = { id: string; variantId: string };
export type VariantsRemoveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; kind: "picture" | "video" | "model" | "spin"; url: string; posterUrl: (string | null); fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type VariantsUpdateInput = { variants: Array<{ sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; id: string }> };
export type VariantsUpdateAnswer = { updated: Array<string> };
export type ViewsChangeInput = { id: string; name?: string; scope?: "mine" | "team"; question?: { q?: string; sort?: string; filter?: Record<string, string> }; layout?: { columns?: Array<string>; widths?: Record<string, number>; density?: "comfortable" | "compact" } };
export type ViewsChangeAnswer = { id: string; list: string; name: string; scope: "mine" | "team"; mine: boolean; ownerName: string; question: { q?: string; sort?: string; filter: Record<string, string> }; layout: { columns?: Array<string>; widths?: Record<string, number>; density?: "comfortable" | "compact" } };
export type ViewsDeleteInput = { id: string };
export type ViewsDeleteAnswer = { id: string };
export type ViewsDuplicateInput = { id: string; name?: string };
export type ViewsDuplicateAnswer = { id: string; list: string; name: string; scope: "mine" | "team"; mine: boolean; ownerName: string; question: { q?: string; sort?: string; filter: Record<string, string> }; layout: { columns?: Array<string>; widths?: Record<string, number>; density?: "comfortable" | "compact" } };
export type ViewsListInput = { list: string };
export type ViewsListAnswer = { data: Array<{ id: string; list: string; name: string; scope: "mine" | "team"; mine: boolean; ownerName: string; question: { q?: string; sort?: string; filter: Record<string, string> }; layout: { columns?: Array<string>; widths?: Record<string, number>; density?: "comfortable" | "compact" } }>; defaultView: (string | null) };
export type ViewsSaveInput = { list: string; name: string; scope?: "mine" | "team"; question: { q?: string; sort?: string; filter?: Record<string, string> }; layout?: { columns?: Array<string>; widths?: Record<string, number>; density?: "comfortable" | "compact" } };
export type ViewsSaveAnswer = { id: string; list: string; name: string; scope: "mine" | "team"; mine: boolean; ownerName: string; question: { q?: string; sort?: string; filter: Record<string, string> }; layout: { columns?: Array<string>; widths?: Record<string, number>; density?: "comfortable" | "compact" } };
export type ViewsSetDefaultInput = { list: string; view: (string | null) };
export type ViewsSetDefaultAnswer = { list: string; view: (string | null) };
export type WarrantiesCardsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type WarrantiesCardsAnswer = { data: Array<{ id: string; number: (string | null); title: (string | null); variantTitle: (string | null); state: (string | null); order: (number | null); orderId: (string | null); months: (number | null); beginsAt: (string | null); endsAt: (string | null) }>; nextCursor: (string | null); total: number };
export type WarrantiesRemoveInput = { productId: string };
export type WarrantiesRemoveAnswer = { productId: string };
export type WarrantiesRulesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type WarrantiesRulesAnswer = { data: Array<{ id: string; product: (string | null); productId: (string | null); months: (number | null); terms: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type WarrantiesSetInput = { productId: string; months: number; terms?: string };
export type WarrantiesSetAnswer = { productId: string; months: number };
export type WebhooksCreateEndpointInput = { url: string; description?: string; events?: Array<string> };
export type WebhooksCreateEndpointAnswer = { id: string; url: string; description: string; events: Array<string>; state: "active" | "paused" | "disabled"; reason: string; failures: number; restUntil: (string | null); oldSecretUntil: (string | null); lastDeliveredAt: (string | null); lastError: string; lastErrorAt: (string | null); createdAt: string; secret: string };
export type WebhooksDeleteEndpointInput = { id: string };
export type WebhooksDeleteEndpointAnswer = { id: string };
export type WebhooksDeliveriesInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type WebhooksDeliveriesAnswer = { data: Array<{ id: string; event: (string | null); state: (string | null); url: (string | null); endpointId: (string | null); attempts: (number | null); lastStatus: (number | null); lastError: (string | null); nextAttempt: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type WebhooksDeliveryInput = { id: string };
export type WebhooksDeliveryAnswer = { id: string; endpointId: string; url: string; endpointState: "active" | "paused" | "disabled"; event: string; state: "waiting" | "delivered" | "failed"; messageId: string; headers: Record<string, string>; body: string; createdAt: string; nextAttempt: (string | null); attempts: Array<{ at: string; millis: number; status: (number | null); answer: string; error: string }> };
export type WebhooksEndpointInput = { id: string };
export type WebhooksEndpointAnswer = { id: string; url: string; description: string; events: Array<string>; state: "active" | "paused" | "disabled"; reason: string; failures: number; restUntil: (string | null); oldSecretUntil: (string | null); lastDeliveredAt: (string | null); lastError: string; lastErrorAt: (string | null); createdAt: string; waiting: number; failed: number };
export type WebhooksEndpointsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type WebhooksEndpointsAnswer = { data: Array<{ id: string; url: (string | null); description: (string | null); state: (string | null); events: unknown; failures: (number | null); lastDeliveredAt: (string | null); lastError: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type WebhooksEventsInput = Record<string, unknown>;
export type WebhooksEventsAnswer = { data: Array<{ name: string; says: string }> };
export type WebhooksResendInput = { id: string };
export type WebhooksResendAnswer = { id: string };
export type WebhooksResendFailedInput = { id: string };
export type WebhooksResendFailedAnswer = { count: number };
export type WebhooksRotateSecretInput = { id: string };
export type WebhooksRotateSecretAnswer = { id: string; url: string; description: string; events: Array<string>; state: "active" | "paused" | "disabled"; reason: string; failures: number; restUntil: (string | null); oldSecretUntil: (string | null); lastDeliveredAt: (string | null); lastError: string; lastErrorAt: (string | null); createdAt: string; secret: string };
export type WebhooksTestEndpointInput = { id: string };
export type WebhooksTestEndpointAnswer = { id: string; deliveryId: string };
export type WebhooksUpdateEndpointInput = { id: string; url?: string; description?: string; events?: Array<string>; state?: "active" | "paused" };
export type WebhooksUpdateEndpointAnswer = { id: string; url: string; description: string; events: Array<string>; state: "active" | "paused" | "disabled"; reason: string; failures: number; restUntil: (string | null); oldSecretUntil: (string | null); lastDeliveredAt: (string | null); lastError: string; lastErrorAt: (string | null); createdAt: string };
export type WishesProductsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type WishesProductsAnswer = { data: Array<{ id: string; title: (string | null); wished: (number | null); restock: (number | null); price: (number | null); status: (string | null) }>; nextCursor: (string | null); total: number };
export type WorkspaceContentsInput = Record<string, unknown>;
export type WorkspaceContentsAnswer = { rows: Record<string, number>; deleteAfter: (string | null); deletionAskedBy: (string | null) };
export type WorkspaceDownloadExportInput = { id: string };
export type WorkspaceDownloadExportAnswer = { id: string; url: string; expiresInSeconds: number };
export type WorkspaceExportInput = Record<string, unknown>;
export type WorkspaceExportAnswer = { id: string; state: "waiting" | "ready" | "failed" | "expired" };
export type WorkspaceExportsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type WorkspaceExportsAnswer = { data: Array<{ id: string; createdAt: (string | null); askedBy: (string | null); state: (string | null); bytes: (number | null); expiresAt: (string | null) }>; nextCursor: (string | null); total: number };
export type WorkspaceSettingsInput = Record<string, unknown>;
export type WorkspaceSettingsAnswer = { currency: string; country: string; locale: string; timeZone: string; pricesIncludeTax: boolean; requireSecondFactor: boolean; brand: { logoUrl?: string; iconUrl?: string; accent?: string; onAccent?: string; senderName?: string; replyTo?: string }; id: string; name: string; slug: string; tier: string };
export type WorkspaceUpdateSettingsInput = { currency?: string; country?: string; locale?: string; timeZone?: string; pricesIncludeTax?: boolean; requireSecondFactor?: boolean; brand?: { logoUrl?: string; iconUrl?: string; accent?: string; onAccent?: string; senderName?: string; replyTo?: string } };
export type WorkspaceUpdateSettingsAnswer = { currency: string; country: string; locale: string; timeZone: string; pricesIncludeTax: boolean; requireSecondFactor: boolean; brand: { logoUrl?: string; iconUrl?: string; accent?: string; onAccent?: string; senderName?: string; replyTo?: string } };

/** Everything the API can be asked: name -> [what is sent, what comes back]. */
export interface Calls {
  'alerts.list': [AlertsListInput, AlertsListAnswer];
  'analytics.home': [AnalyticsHomeInput, AnalyticsHomeAnswer];
  'audit.list': [AuditListInput, AuditListAnswer];
  'billing.cancel': [BillingCancelInput, BillingCancelAnswer];
  'billing.change': [BillingChangeInput, BillingChangeAnswer];
  'billing.change-card': [BillingChangeCardInput, BillingChangeCardAnswer];
  'billing.invoice-file': [BillingInvoiceFileInput, BillingInvoiceFileAnswer];
  'billing.invoices': [BillingInvoicesInput, BillingInvoicesAnswer];
  'billing.keep': [BillingKeepInput, BillingKeepAnswer];
  'billing.look': [BillingLookInput, BillingLookAnswer];
  'billing.now': [BillingNowInput, BillingNowAnswer];
  'billing.open-card-page': [BillingOpenCardPageInput, BillingOpenCardPageAnswer];
  'billing.open-page': [BillingOpenPageInput, BillingOpenPageAnswer];
  'billing.open-portal': [BillingOpenPortalInput, BillingOpenPortalAnswer];
  'billing.pay': [BillingPayInput, BillingPayAnswer];
  'billing.quote': [BillingQuoteInput, BillingQuoteAnswer];
  'billing.subscribe': [BillingSubscribeInput, BillingSubscribeAnswer];
  'bulk.cancel': [BulkCancelInput, BulkCancelAnswer];
  'bulk.get': [BulkGetInput, BulkGetAnswer];
  'bulk.list': [BulkListInput, BulkListAnswer];
  'bulk.rows': [BulkRowsInput, BulkRowsAnswer];
  'bulk.start': [BulkStartInput, BulkStartAnswer];
  'categories.create': [CategoriesCreateInput, CategoriesCreateAnswer];
  'categories.delete': [CategoriesDeleteInput, CategoriesDeleteAnswer];
  'categories.list': [CategoriesListInput, CategoriesListAnswer];
  'categories.move': [CategoriesMoveInput, CategoriesMoveAnswer];
  'categories.update': [CategoriesUpdateInput, CategoriesUpdateAnswer];
  'collections.create': [CollectionsCreateInput, CollectionsCreateAnswer];
  'collections.delete': [CollectionsDeleteInput, CollectionsDeleteAnswer];
  'collections.get': [CollectionsGetInput, CollectionsGetAnswer];
  'collections.list': [CollectionsListInput, CollectionsListAnswer];
  'collections.preview': [CollectionsPreviewInput, CollectionsPreviewAnswer];
  'collections.products': [CollectionsProductsInput, CollectionsProductsAnswer];
  'collections.set-products': [CollectionsSetProductsInput, CollectionsSetProductsAnswer];
  'collections.update': [CollectionsUpdateInput, CollectionsUpdateAnswer];
  'commands.get': [CommandsGetInput, CommandsGetAnswer];
  'commands.list': [CommandsListInput, CommandsListAnswer];
  'conversations.answer': [ConversationsAnswerInput, ConversationsAnswerAnswer];
  'conversations.close': [ConversationsCloseInput, ConversationsCloseAnswer];
  'conversations.for-order': [ConversationsForOrderInput, ConversationsForOrderAnswer];
  'conversations.get': [ConversationsGetInput, ConversationsGetAnswer];
  'conversations.list': [ConversationsListInput, ConversationsListAnswer];
  'conversations.mark-read': [ConversationsMarkReadInput, ConversationsMarkReadAnswer];
  'conversations.prepared': [ConversationsPreparedInput, ConversationsPreparedAnswer];
  'conversations.remove-prepared': [ConversationsRemovePreparedInput, ConversationsRemovePreparedAnswer];
  'conversations.reopen': [ConversationsReopenInput, ConversationsReopenAnswer];
  'conversations.save-prepared': [ConversationsSavePreparedInput, ConversationsSavePreparedAnswer];
  'conversations.write-about-order': [ConversationsWriteAboutOrderInput, ConversationsWriteAboutOrderAnswer];
  'custom-fields.create': [CustomFieldsCreateInput, CustomFieldsCreateAnswer];
  'custom-fields.delete': [CustomFieldsDeleteInput, CustomFieldsDeleteAnswer];
  'custom-fields.list': [CustomFieldsListInput, CustomFieldsListAnswer];
  'custom-fields.update': [CustomFieldsUpdateInput, CustomFieldsUpdateAnswer];
  'customers.add-address': [CustomersAddAddressInput, CustomersAddAddressAnswer];
  'customers.add-note': [CustomersAddNoteInput, CustomersAddNoteAnswer];
  'customers.add-to-group': [CustomersAddToGroupInput, CustomersAddToGroupAnswer];
  'customers.create': [CustomersCreateInput, CustomersCreateAnswer];
  'customers.create-group': [CustomersCreateGroupInput, CustomersCreateGroupAnswer];
  'customers.delete-group': [CustomersDeleteGroupInput, CustomersDeleteGroupAnswer];
  'customers.erase': [CustomersEraseInput, CustomersEraseAnswer];
  'customers.export': [CustomersExportInput, CustomersExportAnswer];
  'customers.get': [CustomersGetInput, CustomersGetAnswer];
  'customers.groups': [CustomersGroupsInput, CustomersGroupsAnswer];
  'customers.list': [CustomersListInput, CustomersListAnswer];
  'customers.merge': [CustomersMergeInput, CustomersMergeAnswer];
  'customers.remove-address': [CustomersRemoveAddressInput, CustomersRemoveAddressAnswer];
  'customers.set-groups': [CustomersSetGroupsInput, CustomersSetGroupsAnswer];
  'customers.tag': [CustomersTagInput, CustomersTagAnswer];
  'customers.timeline': [CustomersTimelineInput, CustomersTimelineAnswer];
  'customers.update': [CustomersUpdateInput, CustomersUpdateAnswer];
  'customers.update-address': [CustomersUpdateAddressInput, CustomersUpdateAddressAnswer];
  'customers.update-group': [CustomersUpdateGroupInput, CustomersUpdateGroupAnswer];
  'discounts.create': [DiscountsCreateInput, DiscountsCreateAnswer];
  'discounts.delete': [DiscountsDeleteInput, DiscountsDeleteAnswer];
  'discounts.get': [DiscountsGetInput, DiscountsGetAnswer];
  'discounts.list': [DiscountsListInput, DiscountsListAnswer];
  'discounts.update': [DiscountsUpdateInput, DiscountsUpdateAnswer];
  'disputes.accept': [DisputesAcceptInput, DisputesAcceptAnswer];
  'disputes.for-order': [DisputesForOrderInput, DisputesForOrderAnswer];
  'disputes.get': [DisputesGetInput, DisputesGetAnswer];
  'disputes.list': [DisputesListInput, DisputesListAnswer];
  'disputes.pack': [DisputesPackInput, DisputesPackAnswer];
  'disputes.remove-rule': [DisputesRemoveRuleInput, DisputesRemoveRuleAnswer];
  'disputes.rules': [DisputesRulesInput, DisputesRulesAnswer];
  'disputes.save-rule': [DisputesSaveRuleInput, DisputesSaveRuleAnswer];
  'disputes.submit': [DisputesSubmitInput, DisputesSubmitAnswer];
  'disputes.write-evidence': [DisputesWriteEvidenceInput, DisputesWriteEvidenceAnswer];
  'files.usage': [FilesUsageInput, FilesUsageAnswer];
  'fraud.approve': [FraudApproveInput, FraudApproveAnswer];
  'fraud.checks': [FraudChecksInput, FraudChecksAnswer];
  'fraud.for-order': [FraudForOrderInput, FraudForOrderAnswer];
  'fraud.list': [FraudListInput, FraudListAnswer];
  'fraud.list-buyer': [FraudListBuyerInput, FraudListBuyerAnswer];
  'fraud.reject': [FraudRejectInput, FraudRejectAnswer];
  'fraud.remove-rule': [FraudRemoveRuleInput, FraudRemoveRuleAnswer];
  'fraud.rules': [FraudRulesInput, FraudRulesAnswer];
  'fraud.save-rule': [FraudSaveRuleInput, FraudSaveRuleAnswer];
  'fraud.set-settings': [FraudSetSettingsInput, FraudSetSettingsAnswer];
  'fraud.settings': [FraudSettingsInput, FraudSettingsAnswer];
  'fraud.unlist-buyer': [FraudUnlistBuyerInput, FraudUnlistBuyerAnswer];
  'gift-cards.adjust': [GiftCardsAdjustInput, GiftCardsAdjustAnswer];
  'gift-cards.get': [GiftCardsGetInput, GiftCardsGetAnswer];
  'gift-cards.give-credit': [GiftCardsGiveCreditInput, GiftCardsGiveCreditAnswer];
  'gift-cards.issue': [GiftCardsIssueInput, GiftCardsIssueAnswer];
  'gift-cards.list': [GiftCardsListInput, GiftCardsListAnswer];
  'gift-cards.update': [GiftCardsUpdateInput, GiftCardsUpdateAnswer];
  'hints.dismiss': [HintsDismissInput, HintsDismissAnswer];
  'integrations.begin': [IntegrationsBeginInput, IntegrationsBeginAnswer];
  'integrations.check': [IntegrationsCheckInput, IntegrationsCheckAnswer];
  'integrations.connect': [IntegrationsConnectInput, IntegrationsConnectAnswer];
  'integrations.disconnect': [IntegrationsDisconnectInput, IntegrationsDisconnectAnswer];
  'integrations.finish': [IntegrationsFinishInput, IntegrationsFinishAnswer];
  'integrations.get': [IntegrationsGetInput, IntegrationsGetAnswer];
  'integrations.list': [IntegrationsListInput, IntegrationsListAnswer];
  'integrations.message': [IntegrationsMessageInput, IntegrationsMessageAnswer];
  'integrations.messages': [IntegrationsMessagesInput, IntegrationsMessagesAnswer];
  'integrations.replay': [IntegrationsReplayInput, IntegrationsReplayAnswer];
  'integrations.replay-failed': [IntegrationsReplayFailedInput, IntegrationsReplayFailedAnswer];
  'invitations.list': [InvitationsListInput, InvitationsListAnswer];
  'invitations.resend': [InvitationsResendInput, InvitationsResendAnswer];
  'invitations.revoke': [InvitationsRevokeInput, InvitationsRevokeAnswer];
  'invoices.issue': [InvoicesIssueInput, InvoicesIssueAnswer];
  'invoices.list': [InvoicesListInput, InvoicesListAnswer];
  'invoices.print': [InvoicesPrintInput, InvoicesPrintAnswer];
  'invoices.seller': [InvoicesSellerInput, InvoicesSellerAnswer];
  'invoices.set-seller': [InvoicesSetSellerInput, InvoicesSetSellerAnswer];
  'jobs.cancel': [JobsCancelInput, JobsCancelAnswer];
  'jobs.list': [JobsListInput, JobsListAnswer];
  'jobs.retry': [JobsRetryInput, JobsRetryAnswer];
  'lists.values': [ListsValuesInput, ListsValuesAnswer];
  'locations.create': [LocationsCreateInput, LocationsCreateAnswer];
  'locations.list': [LocationsListInput, LocationsListAnswer];
  'locations.update': [LocationsUpdateInput, LocationsUpdateAnswer];
  'mail.list': [MailListInput, MailListAnswer];
  'mail.message': [MailMessageInput, MailMessageAnswer];
  'mail.release': [MailReleaseInput, MailReleaseAnswer];
  'mail.resend': [MailResendInput, MailResendAnswer];
  'mail.settings': [MailSettingsInput, MailSettingsAnswer];
  'mail.suppress': [MailSuppressInput, MailSuppressAnswer];
  'mail.suppressions': [MailSuppressionsInput, MailSuppressionsAnswer];
  'mail.try-settings': [MailTrySettingsInput, MailTrySettingsAnswer];
  'mail.update-settings': [MailUpdateSettingsInput, MailUpdateSettingsAnswer];
  'media.add': [MediaAddInput, MediaAddAnswer];
  'media.remove': [MediaRemoveInput, MediaRemoveAnswer];
  'media.reorder': [MediaReorderInput, MediaReorderAnswer];
  'media.update': [MediaUpdateInput, MediaUpdateAnswer];
  'members.activity': [MembersActivityInput, MembersActivityAnswer];
  'members.change-role': [MembersChangeRoleInput, MembersChangeRoleAnswer];
  'members.invite': [MembersInviteInput, MembersInviteAnswer];
  'members.list': [MembersListInput, MembersListAnswer];
  'members.remove': [MembersRemoveInput, MembersRemoveAnswer];
  'members.restore': [MembersRestoreInput, MembersRestoreAnswer];
  'members.suspend': [MembersSuspendInput, MembersSuspendAnswer];
  'notifications.add-device': [NotificationsAddDeviceInput, NotificationsAddDeviceAnswer];
  'notifications.bell': [NotificationsBellInput, NotificationsBellAnswer];
  'notifications.channels': [NotificationsChannelsInput, NotificationsChannelsAnswer];
  'notifications.choices': [NotificationsChoicesInput, NotificationsChoicesAnswer];
  'notifications.choose': [NotificationsChooseInput, NotificationsChooseAnswer];
  'notifications.choose-channels': [NotificationsChooseChannelsInput, NotificationsChooseChannelsAnswer];
  'notifications.devices': [NotificationsDevicesInput, NotificationsDevicesAnswer];
  'notifications.list': [NotificationsListInput, NotificationsListAnswer];
  'notifications.mark': [NotificationsMarkInput, NotificationsMarkAnswer];
  'notifications.remove-device': [NotificationsRemoveDeviceInput, NotificationsRemoveDeviceAnswer];
  'notifications.set-habits': [NotificationsSetHabitsInput, NotificationsSetHabitsAnswer];
  'notifications.snooze': [NotificationsSnoozeInput, NotificationsSnoozeAnswer];
  'offers.create': [OffersCreateInput, OffersCreateAnswer];
  'offers.delete': [OffersDeleteInput, OffersDeleteAnswer];
  'offers.get': [OffersGetInput, OffersGetAnswer];
  'offers.list': [OffersListInput, OffersListAnswer];
  'offers.update': [OffersUpdateInput, OffersUpdateAnswer];
  'orders.add-note': [OrdersAddNoteInput, OrdersAddNoteAnswer];
  'orders.approve-return': [OrdersApproveReturnInput, OrdersApproveReturnAnswer];
  'orders.begin-return': [OrdersBeginReturnInput, OrdersBeginReturnAnswer];
  'orders.cancel': [OrdersCancelInput, OrdersCancelAnswer];
  'orders.cancel-fulfilment': [OrdersCancelFulfilmentInput, OrdersCancelFulfilmentAnswer];
  'orders.cancel-return': [OrdersCancelReturnInput, OrdersCancelReturnAnswer];
  'orders.change-details': [OrdersChangeDetailsInput, OrdersChangeDetailsAnswer];
  'orders.complete-draft': [OrdersCompleteDraftInput, OrdersCompleteDraftAnswer];
  'orders.correct-tracking': [OrdersCorrectTrackingInput, OrdersCorrectTrackingAnswer];
  'orders.create-draft': [OrdersCreateDraftInput, OrdersCreateDraftAnswer];
  'orders.decline-return': [OrdersDeclineReturnInput, OrdersDeclineReturnAnswer];
  'orders.drafts': [OrdersDraftsInput, OrdersDraftsAnswer];
  'orders.edit': [OrdersEditInput, OrdersEditAnswer];
  'orders.file': [OrdersFileInput, OrdersFileAnswer];
  'orders.fulfil': [OrdersFulfilInput, OrdersFulfilAnswer];
  'orders.get': [OrdersGetInput, OrdersGetAnswer];
  'orders.get-draft': [OrdersGetDraftInput, OrdersGetDraftAnswer];
  'orders.list': [OrdersListInput, OrdersListAnswer];
  'orders.mails': [OrdersMailsInput, OrdersMailsAnswer];
  'orders.mark-paid': [OrdersMarkPaidInput, OrdersMarkPaidAnswer];
  'orders.move-parcel': [OrdersMoveParcelInput, OrdersMoveParcelAnswer];
  'orders.neighbours': [OrdersNeighboursInput, OrdersNeighboursAnswer];
  'orders.preview-edit': [OrdersPreviewEditInput, OrdersPreviewEditAnswer];
  'orders.receive-return': [OrdersReceiveReturnInput, OrdersReceiveReturnAnswer];
  'orders.refund': [OrdersRefundInput, OrdersRefundAnswer];
  'orders.renew-link': [OrdersRenewLinkInput, OrdersRenewLinkAnswer];
  'orders.resend-mail': [OrdersResendMailInput, OrdersResendMailAnswer];
  'orders.return-rules': [OrdersReturnRulesInput, OrdersReturnRulesAnswer];
  'orders.returns': [OrdersReturnsInput, OrdersReturnsAnswer];
  'orders.set-return-rules': [OrdersSetReturnRulesInput, OrdersSetReturnRulesAnswer];
  'orders.update-draft': [OrdersUpdateDraftInput, OrdersUpdateDraftAnswer];
  'payments.capture': [PaymentsCaptureInput, PaymentsCaptureAnswer];
  'payments.for-order': [PaymentsForOrderInput, PaymentsForOrderAnswer];
  'payments.list': [PaymentsListInput, PaymentsListAnswer];
  'payments.mark-paid': [PaymentsMarkPaidInput, PaymentsMarkPaidAnswer];
  'payments.refund': [PaymentsRefundInput, PaymentsRefundAnswer];
  'payments.void': [PaymentsVoidInput, PaymentsVoidAnswer];
  'prices.set': [PricesSetInput, PricesSetAnswer];
  'products.archive': [ProductsArchiveInput, ProductsArchiveAnswer];
  'products.bundle': [ProductsBundleInput, ProductsBundleAnswer];
  'products.create': [ProductsCreateInput, ProductsCreateAnswer];
  'products.delete': [ProductsDeleteInput, ProductsDeleteAnswer];
  'products.duplicate': [ProductsDuplicateInput, ProductsDuplicateAnswer];
  'products.export': [ProductsExportInput, ProductsExportAnswer];
  'products.get': [ProductsGetInput, ProductsGetAnswer];
  'products.history': [ProductsHistoryInput, ProductsHistoryAnswer];
  'products.import': [ProductsImportInput, ProductsImportAnswer];
  'products.list': [ProductsListInput, ProductsListAnswer];
  'products.preview-import': [ProductsPreviewImportInput, ProductsPreviewImportAnswer];
  'products.set-bundle': [ProductsSetBundleInput, ProductsSetBundleAnswer];
  'products.set-kind': [ProductsSetKindInput, ProductsSetKindAnswer];
  'products.tag': [ProductsTagInput, ProductsTagAnswer];
  'products.update': [ProductsUpdateInput, ProductsUpdateAnswer];
  'products.uses': [ProductsUsesInput, ProductsUsesAnswer];
  'questions.answer': [QuestionsAnswerInput, QuestionsAnswerAnswer];
  'questions.approve-answer': [QuestionsApproveAnswerInput, QuestionsApproveAnswerAnswer];
  'questions.get': [QuestionsGetInput, QuestionsGetAnswer];
  'questions.list': [QuestionsListInput, QuestionsListAnswer];
  'questions.publish': [QuestionsPublishInput, QuestionsPublishAnswer];
  'questions.refuse': [QuestionsRefuseInput, QuestionsRefuseAnswer];
  'questions.refuse-answer': [QuestionsRefuseAnswerInput, QuestionsRefuseAnswerAnswer];
  'records.find': [RecordsFindInput, RecordsFindAnswer];
  'recovery.figures': [RecoveryFiguresInput, RecoveryFiguresAnswer];
  'recovery.list': [RecoveryListInput, RecoveryListAnswer];
  'recovery.set-settings': [RecoverySetSettingsInput, RecoverySetSettingsAnswer];
  'recovery.settings': [RecoverySettingsInput, RecoverySettingsAnswer];
  'reviews.approve': [ReviewsApproveInput, ReviewsApproveAnswer];
  'reviews.change-settings': [ReviewsChangeSettingsInput, ReviewsChangeSettingsAnswer];
  'reviews.get': [ReviewsGetInput, ReviewsGetAnswer];
  'reviews.list': [ReviewsListInput, ReviewsListAnswer];
  'reviews.refuse': [ReviewsRefuseInput, ReviewsRefuseAnswer];
  'reviews.reply': [ReviewsReplyInput, ReviewsReplyAnswer];
  'reviews.settings': [ReviewsSettingsInput, ReviewsSettingsAnswer];
  'roles.create': [RolesCreateInput, RolesCreateAnswer];
  'roles.delete': [RolesDeleteInput, RolesDeleteAnswer];
  'roles.list': [RolesListInput, RolesListAnswer];
  'roles.update': [RolesUpdateInput, RolesUpdateAnswer];
  'search.add-synonym': [SearchAddSynonymInput, SearchAddSynonymAnswer];
  'search.everything': [SearchEverythingInput, SearchEverythingAnswer];
  'search.forget-query': [SearchForgetQueryInput, SearchForgetQueryAnswer];
  'search.queries': [SearchQueriesInput, SearchQueriesAnswer];
  'search.remove-synonym': [SearchRemoveSynonymInput, SearchRemoveSynonymAnswer];
  'search.synonyms': [SearchSynonymsInput, SearchSynonymsAnswer];
  'search.update-synonym': [SearchUpdateSynonymInput, SearchUpdateSynonymAnswer];
  'shell.check-guide': [ShellCheckGuideInput, ShellCheckGuideAnswer];
  'shell.first-steps': [ShellFirstStepsInput, ShellFirstStepsAnswer];
  'shell.guides': [ShellGuidesInput, ShellGuidesAnswer];
  'shipping.create-method': [ShippingCreateMethodInput, ShippingCreateMethodAnswer];
  'shipping.create-zone': [ShippingCreateZoneInput, ShippingCreateZoneAnswer];
  'shipping.delete-method': [ShippingDeleteMethodInput, ShippingDeleteMethodAnswer];
  'shipping.delete-zone': [ShippingDeleteZoneInput, ShippingDeleteZoneAnswer];
  'shipping.offers': [ShippingOffersInput, ShippingOffersAnswer];
  'shipping.update-method': [ShippingUpdateMethodInput, ShippingUpdateMethodAnswer];
  'shipping.update-zone': [ShippingUpdateZoneInput, ShippingUpdateZoneAnswer];
  'shipping.zones': [ShippingZonesInput, ShippingZonesAnswer];
  'sidebar.arrange': [SidebarArrangeInput, SidebarArrangeAnswer];
  'sidebar.mine': [SidebarMineInput, SidebarMineAnswer];
  'sidebar.set-default': [SidebarSetDefaultInput, SidebarSetDefaultAnswer];
  'size-guides.create': [SizeGuidesCreateInput, SizeGuidesCreateAnswer];
  'size-guides.delete': [SizeGuidesDeleteInput, SizeGuidesDeleteAnswer];
  'size-guides.get': [SizeGuidesGetInput, SizeGuidesGetAnswer];
  'size-guides.list': [SizeGuidesListInput, SizeGuidesListAnswer];
  'size-guides.update': [SizeGuidesUpdateInput, SizeGuidesUpdateAnswer];
  'statements.imports': [StatementsImportsInput, StatementsImportsAnswer];
  'statements.preview-file': [StatementsPreviewFileInput, StatementsPreviewFileAnswer];
  'statements.read-now': [StatementsReadNowInput, StatementsReadNowAnswer];
  'statements.sources': [StatementsSourcesInput, StatementsSourcesAnswer];
  'statements.sums': [StatementsSumsInput, StatementsSumsAnswer];
  'statements.transaction': [StatementsTransactionInput, StatementsTransactionAnswer];
  'statements.transactions': [StatementsTransactionsInput, StatementsTransactionsAnswer];
  'statements.upload-file': [StatementsUploadFileInput, StatementsUploadFileAnswer];
  'stock.adjust': [StockAdjustInput, StockAdjustAnswer];
  'stock.alert-history': [StockAlertHistoryInput, StockAlertHistoryAnswer];
  'stock.alerts': [StockAlertsInput, StockAlertsAnswer];
  'stock.approve-count': [StockApproveCountInput, StockApproveCountAnswer];
  'stock.cancel-count': [StockCancelCountInput, StockCancelCountAnswer];
  'stock.cancel-transfer': [StockCancelTransferInput, StockCancelTransferAnswer];
  'stock.count': [StockCountInput, StockCountAnswer];
  'stock.counts': [StockCountsInput, StockCountsAnswer];
  'stock.create-transfer': [StockCreateTransferInput, StockCreateTransferAnswer];
  'stock.list': [StockListInput, StockListAnswer];
  'stock.low': [StockLowInput, StockLowAnswer];
  'stock.movements': [StockMovementsInput, StockMovementsAnswer];
  'stock.of-product': [StockOfProductInput, StockOfProductAnswer];
  'stock.receive-transfer': [StockReceiveTransferInput, StockReceiveTransferAnswer];
  'stock.record-count': [StockRecordCountInput, StockRecordCountAnswer];
  'stock.reopen-count': [StockReopenCountInput, StockReopenCountAnswer];
  'stock.reservations': [StockReservationsInput, StockReservationsAnswer];
  'stock.send-transfer': [StockSendTransferInput, StockSendTransferAnswer];
  'stock.set-low-at': [StockSetLowAtInput, StockSetLowAtAnswer];
  'stock.set-many': [StockSetManyInput, StockSetManyAnswer];
  'stock.start-count': [StockStartCountInput, StockStartCountAnswer];
  'stock.submit-count': [StockSubmitCountInput, StockSubmitCountAnswer];
  'stock.transfer': [StockTransferInput, StockTransferAnswer];
  'stock.transfers': [StockTransfersInput, StockTransfersAnswer];
  'stock.update-transfer': [StockUpdateTransferInput, StockUpdateTransferAnswer];
  'storefronts.check-domain': [StorefrontsCheckDomainInput, StorefrontsCheckDomainAnswer];
  'storefronts.consequences': [StorefrontsConsequencesInput, StorefrontsConsequencesAnswer];
  'storefronts.create': [StorefrontsCreateInput, StorefrontsCreateAnswer];
  'storefronts.create-page': [StorefrontsCreatePageInput, StorefrontsCreatePageAnswer];
  'storefronts.delete': [StorefrontsDeleteInput, StorefrontsDeleteAnswer];
  'storefronts.delete-page': [StorefrontsDeletePageInput, StorefrontsDeletePageAnswer];
  'storefronts.discard-theme': [StorefrontsDiscardThemeInput, StorefrontsDiscardThemeAnswer];
  'storefronts.get': [StorefrontsGetInput, StorefrontsGetAnswer];
  'storefronts.list': [StorefrontsListInput, StorefrontsListAnswer];
  'storefronts.pages': [StorefrontsPagesInput, StorefrontsPagesAnswer];
  'storefronts.publish-theme': [StorefrontsPublishThemeInput, StorefrontsPublishThemeAnswer];
  'storefronts.regenerate-key': [StorefrontsRegenerateKeyInput, StorefrontsRegenerateKeyAnswer];
  'storefronts.regenerate-secret': [StorefrontsRegenerateSecretInput, StorefrontsRegenerateSecretAnswer];
  'storefronts.reveal-key': [StorefrontsRevealKeyInput, StorefrontsRevealKeyAnswer];
  'storefronts.save-theme': [StorefrontsSaveThemeInput, StorefrontsSaveThemeAnswer];
  'storefronts.theme': [StorefrontsThemeInput, StorefrontsThemeAnswer];
  'storefronts.update': [StorefrontsUpdateInput, StorefrontsUpdateAnswer];
  'storefronts.update-page': [StorefrontsUpdatePageInput, StorefrontsUpdatePageAnswer];
  'subscriptions.cancel': [SubscriptionsCancelInput, SubscriptionsCancelAnswer];
  'subscriptions.change': [SubscriptionsChangeInput, SubscriptionsChangeAnswer];
  'subscriptions.create-plan': [SubscriptionsCreatePlanInput, SubscriptionsCreatePlanAnswer];
  'subscriptions.delete-plan': [SubscriptionsDeletePlanInput, SubscriptionsDeletePlanAnswer];
  'subscriptions.figures': [SubscriptionsFiguresInput, SubscriptionsFiguresAnswer];
  'subscriptions.get': [SubscriptionsGetInput, SubscriptionsGetAnswer];
  'subscriptions.list': [SubscriptionsListInput, SubscriptionsListAnswer];
  'subscriptions.pause': [SubscriptionsPauseInput, SubscriptionsPauseAnswer];
  'subscriptions.plan': [SubscriptionsPlanInput, SubscriptionsPlanAnswer];
  'subscriptions.plans': [SubscriptionsPlansInput, SubscriptionsPlansAnswer];
  'subscriptions.resume': [SubscriptionsResumeInput, SubscriptionsResumeAnswer];
  'subscriptions.retry': [SubscriptionsRetryInput, SubscriptionsRetryAnswer];
  'subscriptions.set-settings': [SubscriptionsSetSettingsInput, SubscriptionsSetSettingsAnswer];
  'subscriptions.settings': [SubscriptionsSettingsInput, SubscriptionsSettingsAnswer];
  'subscriptions.skip': [SubscriptionsSkipInput, SubscriptionsSkipAnswer];
  'subscriptions.update-plan': [SubscriptionsUpdatePlanInput, SubscriptionsUpdatePlanAnswer];
  'tasks.assign': [TasksAssignInput, TasksAssignAnswer];
  'tasks.choices': [TasksChoicesInput, TasksChoicesAnswer];
  'tasks.create': [TasksCreateInput, TasksCreateAnswer];
  'tasks.drop': [TasksDropInput, TasksDropAnswer];
  'tasks.finish': [TasksFinishInput, TasksFinishAnswer];
  'tasks.get': [TasksGetInput, TasksGetAnswer];
  'tasks.list': [TasksListInput, TasksListAnswer];
  'tasks.remove-route': [TasksRemoveRouteInput, TasksRemoveRouteAnswer];
  'tasks.reopen': [TasksReopenInput, TasksReopenAnswer];
  'tasks.routes': [TasksRoutesInput, TasksRoutesAnswer];
  'tasks.set-route': [TasksSetRouteInput, TasksSetRouteAnswer];
  'tasks.take': [TasksTakeInput, TasksTakeAnswer];
  'tasks.update': [TasksUpdateInput, TasksUpdateAnswer];
  'tax.rates': [TaxRatesInput, TaxRatesAnswer];
  'tax.register': [TaxRegisterInput, TaxRegisterAnswer];
  'tax.remove-rate': [TaxRemoveRateInput, TaxRemoveRateAnswer];
  'tax.set-rate': [TaxSetRateInput, TaxSetRateAnswer];
  'tax.set-settings': [TaxSetSettingsInput, TaxSetSettingsAnswer];
  'tax.unregister': [TaxUnregisterInput, TaxUnregisterAnswer];
  'tokens.create': [TokensCreateInput, TokensCreateAnswer];
  'tokens.list': [TokensListInput, TokensListAnswer];
  'tokens.revoke': [TokensRevokeInput, TokensRevokeAnswer];
  'tokens.rotate': [TokensRotateInput, TokensRotateAnswer];
  'usage.history': [UsageHistoryInput, UsageHistoryAnswer];
  'usage.now': [UsageNowInput, UsageNowAnswer];
  'usage.warnings': [UsageWarningsInput, UsageWarningsAnswer];
  'variants.add': [VariantsAddInput, VariantsAddAnswer];
  'variants.remove': [VariantsRemoveInput, VariantsRemoveAnswer];
  'variants.update': [VariantsUpdateInput, VariantsUpdateAnswer];
  'views.change': [ViewsChangeInput, ViewsChangeAnswer];
  'views.delete': [ViewsDeleteInput, ViewsDeleteAnswer];
  'views.duplicate': [ViewsDuplicateInput, ViewsDuplicateAnswer];
  'views.list': [ViewsListInput, ViewsListAnswer];
  'views.save': [ViewsSaveInput, ViewsSaveAnswer];
  'views.set-default': [ViewsSetDefaultInput, ViewsSetDefaultAnswer];
  'warranties.cards': [WarrantiesCardsInput, WarrantiesCardsAnswer];
  'warranties.remove': [WarrantiesRemoveInput, WarrantiesRemoveAnswer];
  'warranties.rules': [WarrantiesRulesInput, WarrantiesRulesAnswer];
  'warranties.set': [WarrantiesSetInput, WarrantiesSetAnswer];
  'webhooks.create-endpoint': [WebhooksCreateEndpointInput, WebhooksCreateEndpointAnswer];
  'webhooks.delete-endpoint': [WebhooksDeleteEndpointInput, WebhooksDeleteEndpointAnswer];
  'webhooks.deliveries': [WebhooksDeliveriesInput, WebhooksDeliveriesAnswer];
  'webhooks.delivery': [WebhooksDeliveryInput, WebhooksDeliveryAnswer];
  'webhooks.endpoint': [WebhooksEndpointInput, WebhooksEndpointAnswer];
  'webhooks.endpoints': [WebhooksEndpointsInput, WebhooksEndpointsAnswer];
  'webhooks.events': [WebhooksEventsInput, WebhooksEventsAnswer];
  'webhooks.resend': [WebhooksResendInput, WebhooksResendAnswer];
  'webhooks.resend-failed': [WebhooksResendFailedInput, WebhooksResendFailedAnswer];
  'webhooks.rotate-secret': [WebhooksRotateSecretInput, WebhooksRotateSecretAnswer];
  'webhooks.test-endpoint': [WebhooksTestEndpointInput, WebhooksTestEndpointAnswer];
  'webhooks.update-endpoint': [WebhooksUpdateEndpointInput, WebhooksUpdateEndpointAnswer];
  'wishes.products': [WishesProductsInput, WishesProductsAnswer];
  'workspace.contents': [WorkspaceContentsInput, WorkspaceContentsAnswer];
  'workspace.download-export': [WorkspaceDownloadExportInput, WorkspaceDownloadExportAnswer];
  'workspace.export': [WorkspaceExportInput, WorkspaceExportAnswer];
  'workspace.exports': [WorkspaceExportsInput, WorkspaceExportsAnswer];
  'workspace.settings': [WorkspaceSettingsInput, WorkspaceSettingsAnswer];
  'workspace.update-settings': [WorkspaceUpdateSettingsInput, WorkspaceUpdateSettingsAnswer];
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
    alerts: {
      /** Alerts of shoppers. GET /alerts */
      list: (input: AlertsListInput = {}, how?: How) => call<AlertsListAnswer>('GET', '/alerts', input, how),
    },
    analytics: {
      /** Figures of the shop. GET /analytics/home */
      home: (input: AnalyticsHomeInput = {}, how?: How) => call<AnalyticsHomeAnswer>('GET', '/analytics/home', input, how),
    },
    audit: {
      /** Audit. GET /audit */
      list: (input: AuditListInput = {}, how?: How) => call<AuditListAnswer>('GET', '/audit', input, how),
    },
    billing: {
      /** Stop paying for a tier when the period is over. POST /billing/subscription/cancellation */
      cancel: (input: BillingCancelInput = {}, how?: How) => call<BillingCancelAnswer>('POST', '/billing/subscription/cancellation', input, how),
      /** Change the tier the workspace pays for. POST /billing/subscription/change */
      change: (input: BillingChangeInput, how?: How) => call<BillingChangeAnswer>('POST', '/billing/subscription/change', input, how),
      /** Pay for the tier with another card. PUT /billing/card */
      changeCard: (input: BillingChangeCardInput, how?: How) => call<BillingChangeCardAnswer>('PUT', '/billing/card', input, how),
      /** An invoice for the tier as a PDF. GET /billing/invoices/:id/file */
      invoiceFile: (input: BillingInvoiceFileInput, how?: How) => call<BillingInvoiceFileAnswer>('GET', '/billing/invoices/:id/file', input, how),
      /** Invoices for the tier. GET /billing/invoices */
      invoices: (input: BillingInvoicesInput = {}, how?: How) => call<BillingInvoicesAnswer>('GET', '/billing/invoices', input, how),
      /** Go on paying for the tier after all. POST /billing/subscription/resumption */
      keep: (input: BillingKeepInput = {}, how?: How) => call<BillingKeepAnswer>('POST', '/billing/subscription/resumption', input, how),
      /** Ask the seller of the plan how it stands. POST /billing/looks */
      look: (input: BillingLookInput = {}, how?: How) => call<BillingLookAnswer>('POST', '/billing/looks', input, how),
      /** What the workspace pays for. GET /billing */
      now: (input: BillingNowInput = {}, how?: How) => call<BillingNowAnswer>('GET', '/billing', input, how),
      /** Give another card for the tier on the provider’s page. POST /billing/card/page */
      openCardPage: (input: BillingOpenCardPageInput = {}, how?: How) => call<BillingOpenCardPageAnswer>('POST', '/billing/card/page', input, how),
      /** Buy a tier on the page of its seller. POST /billing/subscription/page */
      openPage: (input: BillingOpenPageInput, how?: How) => call<BillingOpenPageAnswer>('POST', '/billing/subscription/page', input, how),
      /** Open the seller’s page for cards and receipts of the plan. POST /billing/portal */
      openPortal: (input: BillingOpenPortalInput = {}, how?: How) => call<BillingOpenPortalAnswer>('POST', '/billing/portal', input, how),
      /** Pay what is owed for the tier now. POST /billing/payment */
      pay: (input: BillingPayInput = {}, how?: How) => call<BillingPayAnswer>('POST', '/billing/payment', input, how),
      /** What a tier would cost now. GET /billing/quote */
      quote: (input: BillingQuoteInput, how?: How) => call<BillingQuoteAnswer>('GET', '/billing/quote', input, how),
      /** Buy a tier for the workspace. POST /billing/subscription */
      subscribe: (input: BillingSubscribeInput, how?: How) => call<BillingSubscribeAnswer>('POST', '/billing/subscription', input, how),
    },
    bulk: {
      /** Stop changing many records. POST /bulk-runs/:id/cancellation */
      cancel: (input: BulkCancelInput, how?: How) => call<BulkCancelAnswer>('POST', '/bulk-runs/:id/cancellation', input, how),
      /** A bulk change. GET /bulk-runs/:id */
      get: (input: BulkGetInput, how?: How) => call<BulkGetAnswer>('GET', '/bulk-runs/:id', input, how),
      /** Bulk changes. GET /bulk-runs */
      list: (input: BulkListInput = {}, how?: How) => call<BulkListAnswer>('GET', '/bulk-runs', input, how),
      /** Rows of bulk changes. GET /bulk-rows */
      rows: (input: BulkRowsInput = {}, how?: How) => call<BulkRowsAnswer>('GET', '/bulk-rows', input, how),
      /** Change many records at once. POST /bulk-runs */
      start: (input: BulkStartInput, how?: How) => call<BulkStartAnswer>('POST', '/bulk-runs', input, how),
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
      /** What the rules of a collection match. GET /collection-previews */
      preview: (input: CollectionsPreviewInput, how?: How) => call<CollectionsPreviewAnswer>('GET', '/collection-previews', input, how),
      /** Products of a collection. GET /collections/:id/products */
      products: (input: CollectionsProductsInput, how?: How) => call<CollectionsProductsAnswer>('GET', '/collections/:id/products', input, how),
      /** Choose the products of a collection. PUT /collections/:id/products */
      setProducts: (input: CollectionsSetProductsInput, how?: How) => call<CollectionsSetProductsAnswer>('PUT', '/collections/:id/products', input, how),
      /** Change a collection. PATCH /collections/:id */
      update: (input: CollectionsUpdateInput, how?: How) => call<CollectionsUpdateAnswer>('PATCH', '/collections/:id', input, how),
    },
    commands: {
      /** How to run one thing I may do. GET /commands/:name */
      get: (input: CommandsGetInput, how?: How) => call<CommandsGetAnswer>('GET', '/commands/:name', input, how),
      /** Everything I may do. GET /commands */
      list: (input: CommandsListInput = {}, how?: How) => call<CommandsListAnswer>('GET', '/commands', input, how),
    },
    conversations: {
      /** Write to the shopper of a conversation. POST /conversations/:id/messages */
      answer: (input: ConversationsAnswerInput, how?: How) => call<ConversationsAnswerAnswer>('POST', '/conversations/:id/messages', input, how),
      /** Close a conversation. POST /conversations/:id/closing */
      close: (input: ConversationsCloseInput, how?: How) => call<ConversationsCloseAnswer>('POST', '/conversations/:id/closing', input, how),
      /** The conversation about an order. GET /orders/:id/conversation */
      forOrder: (input: ConversationsForOrderInput, how?: How) => call<ConversationsForOrderAnswer>('GET', '/orders/:id/conversation', input, how),
      /** A conversation. GET /conversations/:id */
      get: (input: ConversationsGetInput, how?: How) => call<ConversationsGetAnswer>('GET', '/conversations/:id', input, how),
      /** Conversations. GET /conversations */
      list: (input: ConversationsListInput = {}, how?: How) => call<ConversationsListAnswer>('GET', '/conversations', input, how),
      /** Mark a conversation as read by the shop. POST /conversations/:id/reading */
      markRead: (input: ConversationsMarkReadInput, how?: How) => call<ConversationsMarkReadAnswer>('POST', '/conversations/:id/reading', input, how),
      /** Prepared answers. GET /prepared-answers */
      prepared: (input: ConversationsPreparedInput = {}, how?: How) => call<ConversationsPreparedAnswer>('GET', '/prepared-answers', input, how),
      /** Remove a prepared answer. DELETE /prepared-answers/:id */
      removePrepared: (input: ConversationsRemovePreparedInput, how?: How) => call<ConversationsRemovePreparedAnswer>('DELETE', '/prepared-answers/:id', input, how),
      /** Open a conversation again. POST /conversations/:id/reopening */
      reopen: (input: ConversationsReopenInput, how?: How) => call<ConversationsReopenAnswer>('POST', '/conversations/:id/reopening', input, how),
      /** Save a prepared answer. PUT /prepared-answers */
      savePrepared: (input: ConversationsSavePreparedInput, how?: How) => call<ConversationsSavePreparedAnswer>('PUT', '/prepared-answers', input, how),
      /** Write to the customer of an order. POST /orders/:id/conversation/messages */
      writeAboutOrder: (input: ConversationsWriteAboutOrderInput, how?: How) => call<ConversationsWriteAboutOrderAnswer>('POST', '/orders/:id/conversation/messages', input, how),
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
      /** Add a note to a customer. POST /customers/:id/notes */
      addNote: (input: CustomersAddNoteInput, how?: How) => call<CustomersAddNoteAnswer>('POST', '/customers/:id/notes', input, how),
      /** Put a customer into a group. POST /customers/:id/groups */
      addToGroup: (input: CustomersAddToGroupInput, how?: How) => call<CustomersAddToGroupAnswer>('POST', '/customers/:id/groups', input, how),
      /** Add a customer. POST /customers */
      create: (input: CustomersCreateInput, how?: How) => call<CustomersCreateAnswer>('POST', '/customers', input, how),
      /** Add a customer group. POST /customer-groups */
      createGroup: (input: CustomersCreateGroupInput, how?: How) => call<CustomersCreateGroupAnswer>('POST', '/customer-groups', input, how),
      /** Delete a customer group. DELETE /customer-groups/:id */
      deleteGroup: (input: CustomersDeleteGroupInput, how?: How) => call<CustomersDeleteGroupAnswer>('DELETE', '/customer-groups/:id', input, how),
      /** Erase a customer. POST /customers/:id/erasure */
      erase: (input: CustomersEraseInput, how?: How) => call<CustomersEraseAnswer>('POST', '/customers/:id/erasure', input, how),
      /** All data of a customer. GET /customers/:id/export */
      export: (input: CustomersExportInput, how?: How) => call<CustomersExportAnswer>('GET', '/customers/:id/export', input, how),
      /** A customer. GET /customers/:id */
      get: (input: CustomersGetInput, how?: How) => call<CustomersGetAnswer>('GET', '/customers/:id', input, how),
      /** Customer groups. GET /customer-groups */
      groups: (input: CustomersGroupsInput = {}, how?: How) => call<CustomersGroupsAnswer>('GET', '/customer-groups', input, how),
      /** Customers. GET /customers */
      list: (input: CustomersListInput = {}, how?: How) => call<CustomersListAnswer>('GET', '/customers', input, how),
      /** Merge two customers. POST /customers/:id/merges */
      merge: (input: CustomersMergeInput, how?: How) => call<CustomersMergeAnswer>('POST', '/customers/:id/merges', input, how),
      /** Remove an address of a customer. DELETE /customers/:id/addresses/:addressId */
      removeAddress: (input: CustomersRemoveAddressInput, how?: How) => call<CustomersRemoveAddressAnswer>('DELETE', '/customers/:id/addresses/:addressId', input, how),
      /** Choose the groups of a customer. PUT /customers/:id/groups */
      setGroups: (input: CustomersSetGroupsInput, how?: How) => call<CustomersSetGroupsAnswer>('PUT', '/customers/:id/groups', input, how),
      /** Tag a customer. POST /customers/:id/tags */
      tag: (input: CustomersTagInput, how?: How) => call<CustomersTagAnswer>('POST', '/customers/:id/tags', input, how),
      /** What happened with a customer. GET /customers/:id/timeline */
      timeline: (input: CustomersTimelineInput, how?: How) => call<CustomersTimelineAnswer>('GET', '/customers/:id/timeline', input, how),
      /** Change a customer. PATCH /customers/:id */
      update: (input: CustomersUpdateInput, how?: How) => call<CustomersUpdateAnswer>('PATCH', '/customers/:id', input, how),
      /** Change an address of a customer. PUT /customers/:id/addresses/:addressId */
      updateAddress: (input: CustomersUpdateAddressInput, how?: How) => call<CustomersUpdateAddressAnswer>('PUT', '/customers/:id/addresses/:addressId', input, how),
      /** Change a customer group. PATCH /customer-groups/:id */
      updateGroup: (input: CustomersUpdateGroupInput, how?: How) => call<CustomersUpdateGroupAnswer>('PATCH', '/customer-groups/:id', input, how),
    },
    discounts: {
      /** Make a discount. POST /discounts */
      create: (input: DiscountsCreateInput, how?: How) => call<DiscountsCreateAnswer>('POST', '/discounts', input, how),
      /** Delete a discount. DELETE /discounts/:id */
      delete: (input: DiscountsDeleteInput, how?: How) => call<DiscountsDeleteAnswer>('DELETE', '/discounts/:id', input, how),
      /** A discount. GET /discounts/:id */
      get: (input: DiscountsGetInput, how?: How) => call<DiscountsGetAnswer>('GET', '/discounts/:id', input, how),
      /** Discounts. GET /discounts */
      list: (input: DiscountsListInput = {}, how?: How) => call<DiscountsListAnswer>('GET', '/discounts', input, how),
      /** Change a discount. PATCH /discounts/:id */
      update: (input: DiscountsUpdateInput, how?: How) => call<DiscountsUpdateAnswer>('PATCH', '/discounts/:id', input, how),
    },
    disputes: {
      /** Accept a dispute. POST /disputes/:id/acceptance */
      accept: (input: DisputesAcceptInput, how?: How) => call<DisputesAcceptAnswer>('POST', '/disputes/:id/acceptance', input, how),
      /** Disputes of an order. GET /orders/:orderId/disputes */
      forOrder: (input: DisputesForOrderInput, how?: How) => call<DisputesForOrderAnswer>('GET', '/orders/:orderId/disputes', input, how),
      /** A dispute. GET /disputes/:id */
      get: (input: DisputesGetInput, how?: How) => call<DisputesGetAnswer>('GET', '/disputes/:id', input, how),
      /** Disputes. GET /disputes */
      list: (input: DisputesListInput = {}, how?: How) => call<DisputesListAnswer>('GET', '/disputes', input, how),
      /** The evidence of a dispute as a PDF. GET /disputes/:id/pack */
      pack: (input: DisputesPackInput, how?: How) => call<DisputesPackAnswer>('GET', '/disputes/:id/pack', input, how),
      /** Remove a rule of automatic refunds. DELETE /dispute-rules/:id */
      removeRule: (input: DisputesRemoveRuleInput, how?: How) => call<DisputesRemoveRuleAnswer>('DELETE', '/dispute-rules/:id', input, how),
      /** Rules of automatic refunds. GET /dispute-rules */
      rules: (input: DisputesRulesInput = {}, how?: How) => call<DisputesRulesAnswer>('GET', '/dispute-rules', input, how),
      /** Write a rule of automatic refunds. PUT /dispute-rules */
      saveRule: (input: DisputesSaveRuleInput, how?: How) => call<DisputesSaveRuleAnswer>('PUT', '/dispute-rules', input, how),
      /** Hand in the evidence of a dispute. POST /disputes/:id/submission */
      submit: (input: DisputesSubmitInput, how?: How) => call<DisputesSubmitAnswer>('POST', '/disputes/:id/submission', input, how),
      /** Write the evidence of a dispute. PATCH /disputes/:id/evidence */
      writeEvidence: (input: DisputesWriteEvidenceInput, how?: How) => call<DisputesWriteEvidenceAnswer>('PATCH', '/disputes/:id/evidence', input, how),
    },
    files: {
      /** Space taken by files. GET /files/usage */
      usage: (input: FilesUsageInput = {}, how?: How) => call<FilesUsageAnswer>('GET', '/files/usage', input, how),
    },
    fraud: {
      /** Approve a held order. POST /orders/:id/approval */
      approve: (input: FraudApproveInput, how?: How) => call<FraudApproveAnswer>('POST', '/orders/:id/approval', input, how),
      /** Orders by how they look. GET /fraud/checks */
      checks: (input: FraudChecksInput = {}, how?: How) => call<FraudChecksAnswer>('GET', '/fraud/checks', input, how),
      /** How an order looks, and why. GET /orders/:orderId/check */
      forOrder: (input: FraudForOrderInput, how?: How) => call<FraudForOrderAnswer>('GET', '/orders/:orderId/check', input, how),
      /** Blocked and trusted buyers. GET /fraud/list */
      list: (input: FraudListInput = {}, how?: How) => call<FraudListAnswer>('GET', '/fraud/list', input, how),
      /** Block or trust a mail address, a domain or a place. POST /fraud/list */
      listBuyer: (input: FraudListBuyerInput, how?: How) => call<FraudListBuyerAnswer>('POST', '/fraud/list', input, how),
      /** Refuse a held order. POST /orders/:id/rejection */
      reject: (input: FraudRejectInput, how?: How) => call<FraudRejectAnswer>('POST', '/orders/:id/rejection', input, how),
      /** Remove a rule about which orders are held. DELETE /fraud/rules/:id */
      removeRule: (input: FraudRemoveRuleInput, how?: How) => call<FraudRemoveRuleAnswer>('DELETE', '/fraud/rules/:id', input, how),
      /** Rules about which orders are held. GET /fraud/rules */
      rules: (input: FraudRulesInput = {}, how?: How) => call<FraudRulesAnswer>('GET', '/fraud/rules', input, how),
      /** Write a rule about which orders are held. PUT /fraud/rules */
      saveRule: (input: FraudSaveRuleInput, how?: How) => call<FraudSaveRuleAnswer>('PUT', '/fraud/rules', input, how),
      /** Choose from which score an order is held. PUT /fraud/settings */
      setSettings: (input: FraudSetSettingsInput, how?: How) => call<FraudSetSettingsAnswer>('PUT', '/fraud/settings', input, how),
      /** From which score an order is held. GET /fraud/settings */
      settings: (input: FraudSettingsInput = {}, how?: How) => call<FraudSettingsAnswer>('GET', '/fraud/settings', input, how),
      /** Take a buyer off the list. DELETE /fraud/list/:id */
      unlistBuyer: (input: FraudUnlistBuyerInput, how?: How) => call<FraudUnlistBuyerAnswer>('DELETE', '/fraud/list/:id', input, how),
    },
    giftCards: {
      /** Change the balance of a gift card or store credit. POST /gift-cards/:id/adjustments */
      adjust: (input: GiftCardsAdjustInput, how?: How) => call<GiftCardsAdjustAnswer>('POST', '/gift-cards/:id/adjustments', input, how),
      /** A gift card or store credit. GET /gift-cards/:id */
      get: (input: GiftCardsGetInput, how?: How) => call<GiftCardsGetAnswer>('GET', '/gift-cards/:id', input, how),
      /** Give store credit to a customer. POST /customers/:customerId/store-credit */
      giveCredit: (input: GiftCardsGiveCreditInput, how?: How) => call<GiftCardsGiveCreditAnswer>('POST', '/customers/:customerId/store-credit', input, how),
      /** Issue a gift card. POST /gift-cards */
      issue: (input: GiftCardsIssueInput, how?: How) => call<GiftCardsIssueAnswer>('POST', '/gift-cards', input, how),
      /** Gift cards and store credit. GET /gift-cards */
      list: (input: GiftCardsListInput = {}, how?: How) => call<GiftCardsListAnswer>('GET', '/gift-cards', input, how),
      /** Change a gift card. PATCH /gift-cards/:id */
      update: (input: GiftCardsUpdateInput, how?: How) => call<GiftCardsUpdateAnswer>('PATCH', '/gift-cards/:id', input, how),
    },
    hints: {
      /** Hide a hint of the dashboard for me. PUT /hints */
      dismiss: (input: HintsDismissInput, how?: How) => call<HintsDismissAnswer>('PUT', '/hints', input, how),
    },
    integrations: {
      /** Connect an integration by signing in there. POST /integrations/:vendor/sign-ins */
      begin: (input: IntegrationsBeginInput, how?: How) => call<IntegrationsBeginAnswer>('POST', '/integrations/:vendor/sign-ins', input, how),
      /** Check an integration. POST /integrations/:vendor/checks */
      check: (input: IntegrationsCheckInput, how?: How) => call<IntegrationsCheckAnswer>('POST', '/integrations/:vendor/checks', input, how),
      /** Connect an integration by key. PUT /integrations/:vendor */
      connect: (input: IntegrationsConnectInput, how?: How) => call<IntegrationsConnectAnswer>('PUT', '/integrations/:vendor', input, how),
      /** Disconnect an integration. DELETE /integrations/:vendor */
      disconnect: (input: IntegrationsDisconnectInput, how?: How) => call<IntegrationsDisconnectAnswer>('DELETE', '/integrations/:vendor', input, how),
      /** Finish connecting an integration. POST /integrations/sign-ins/return */
      finish: (input: IntegrationsFinishInput, how?: How) => call<IntegrationsFinishAnswer>('POST', '/integrations/sign-ins/return', input, how),
      /** An integration. GET /integrations/:vendor */
      get: (input: IntegrationsGetInput, how?: How) => call<IntegrationsGetAnswer>('GET', '/integrations/:vendor', input, how),
      /** Integrations. GET /integrations */
      list: (input: IntegrationsListInput = {}, how?: How) => call<IntegrationsListAnswer>('GET', '/integrations', input, how),
      /** A message of an integration. GET /integrations/messages/:id */
      message: (input: IntegrationsMessageInput, how?: How) => call<IntegrationsMessageAnswer>('GET', '/integrations/messages/:id', input, how),
      /** Messages of integrations. GET /integrations/messages */
      messages: (input: IntegrationsMessagesInput = {}, how?: How) => call<IntegrationsMessagesAnswer>('GET', '/integrations/messages', input, how),
      /** Replay a message of an integration. POST /integrations/messages/:id/replays */
      replay: (input: IntegrationsReplayInput, how?: How) => call<IntegrationsReplayAnswer>('POST', '/integrations/messages/:id/replays', input, how),
      /** Replay all failed messages of an integration. POST /integrations/:vendor/replays */
      replayFailed: (input: IntegrationsReplayFailedInput, how?: How) => call<IntegrationsReplayFailedAnswer>('POST', '/integrations/:vendor/replays', input, how),
    },
    invitations: {
      /** Invitations. GET /invitations */
      list: (input: InvitationsListInput = {}, how?: How) => call<InvitationsListAnswer>('GET', '/invitations', input, how),
      /** Send an invitation again. POST /invitations/:id/sending */
      resend: (input: InvitationsResendInput, how?: How) => call<InvitationsResendAnswer>('POST', '/invitations/:id/sending', input, how),
      /** Withdraw an invitation. DELETE /invitations/:id */
      revoke: (input: InvitationsRevokeInput, how?: How) => call<InvitationsRevokeAnswer>('DELETE', '/invitations/:id', input, how),
    },
    invoices: {
      /** Issue the invoice of an order. POST /orders/:id/invoice */
      issue: (input: InvoicesIssueInput, how?: How) => call<InvoicesIssueAnswer>('POST', '/orders/:id/invoice', input, how),
      /** Invoices and credit notes. GET /invoices */
      list: (input: InvoicesListInput = {}, how?: How) => call<InvoicesListAnswer>('GET', '/invoices', input, how),
      /** Print invoices, credit notes and packing slips. POST /invoices/papers */
      print: (input: InvoicesPrintInput, how?: How) => call<InvoicesPrintAnswer>('POST', '/invoices/papers', input, how),
      /** Who sells, as printed on invoices. GET /invoices/seller */
      seller: (input: InvoicesSellerInput = {}, how?: How) => call<InvoicesSellerAnswer>('GET', '/invoices/seller', input, how),
      /** Change who sells, as printed on invoices. PUT /invoices/seller */
      setSeller: (input: InvoicesSetSellerInput = {}, how?: How) => call<InvoicesSetSellerAnswer>('PUT', '/invoices/seller', input, how),
    },
    jobs: {
      /** Cancel waiting work. POST /jobs/:id/cancellation */
      cancel: (input: JobsCancelInput, how?: How) => call<JobsCancelAnswer>('POST', '/jobs/:id/cancellation', input, how),
      /** Background work. GET /jobs */
      list: (input: JobsListInput = {}, how?: How) => call<JobsListAnswer>('GET', '/jobs', input, how),
      /** Run parked work again. POST /jobs/:id/retry */
      retry: (input: JobsRetryInput, how?: How) => call<JobsRetryAnswer>('POST', '/jobs/:id/retry', input, how),
    },
    lists: {
      /** Values of a column. GET /lists/:list/values */
      values: (input: ListsValuesInput, how?: How) => call<ListsValuesAnswer>('GET', '/lists/:list/values', input, how),
    },
    locations: {
      /** Add a stock location. POST /locations */
      create: (input: LocationsCreateInput, how?: How) => call<LocationsCreateAnswer>('POST', '/locations', input, how),
      /** Stock locations. GET /locations */
      list: (input: LocationsListInput = {}, how?: How) => call<LocationsListAnswer>('GET', '/locations', input, how),
      /** Change a stock location. PATCH /locations/:id */
      update: (input: LocationsUpdateInput, how?: How) => call<LocationsUpdateAnswer>('PATCH', '/locations/:id', input, how),
    },
    mail: {
      /** Mails that were sent. GET /mail/messages */
      list: (input: MailListInput = {}, how?: How) => call<MailListAnswer>('GET', '/mail/messages', input, how),
      /** A mail that was sent. GET /mail/messages/:id */
      message: (input: MailMessageInput, how?: How) => call<MailMessageAnswer>('GET', '/mail/messages/:id', input, how),
      /** Send mail to an address again. DELETE /mail/suppressions/:id */
      release: (input: MailReleaseInput, how?: How) => call<MailReleaseAnswer>('DELETE', '/mail/suppressions/:id', input, how),
      /** Send a mail once more. POST /mail/messages/:id/sendings */
      resend: (input: MailResendInput, how?: How) => call<MailResendAnswer>('POST', '/mail/messages/:id/sendings', input, how),
      /** How mails of the workspace leave. GET /mail/settings */
      settings: (input: MailSettingsInput = {}, how?: How) => call<MailSettingsAnswer>('GET', '/mail/settings', input, how),
      /** Send no more mail to an address. POST /mail/suppressions */
      suppress: (input: MailSuppressInput, how?: How) => call<MailSuppressAnswer>('POST', '/mail/suppressions', input, how),
      /** Addresses that get no mail. GET /mail/suppressions */
      suppressions: (input: MailSuppressionsInput = {}, how?: How) => call<MailSuppressionsAnswer>('GET', '/mail/suppressions', input, how),
      /** Try again whether mails of the workspace can leave. POST /mail/settings/checks */
      trySettings: (input: MailTrySettingsInput = {}, how?: How) => call<MailTrySettingsAnswer>('POST', '/mail/settings/checks', input, how),
      /** Change how mails of the workspace leave. PUT /mail/settings */
      updateSettings: (input: MailUpdateSettingsInput = {}, how?: How) => call<MailUpdateSettingsAnswer>('PUT', '/mail/settings', input, how),
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
      /** How members are signed in. GET /members/activity */
      activity: (input: MembersActivityInput = {}, how?: How) => call<MembersActivityAnswer>('GET', '/members/activity', input, how),
      /** Change a member’s role and limits. PATCH /members/:id */
      changeRole: (input: MembersChangeRoleInput, how?: How) => call<MembersChangeRoleAnswer>('PATCH', '/members/:id', input, how),
      /** Invite somebody. POST /invitations */
      invite: (input: MembersInviteInput, how?: How) => call<MembersInviteAnswer>('POST', '/invitations', input, how),
      /** Members. GET /members */
      list: (input: MembersListInput = {}, how?: How) => call<MembersListAnswer>('GET', '/members', input, how),
      /** Remove a member. DELETE /members/:id */
      remove: (input: MembersRemoveInput, how?: How) => call<MembersRemoveAnswer>('DELETE', '/members/:id', input, how),
      /** Let a suspended member in again. DELETE /members/:id/suspension */
      restore: (input: MembersRestoreInput, how?: How) => call<MembersRestoreAnswer>('DELETE', '/members/:id/suspension', input, how),
      /** Suspend a member. POST /members/:id/suspension */
      suspend: (input: MembersSuspendInput, how?: How) => call<MembersSuspendAnswer>('POST', '/members/:id/suspension', input, how),
    },
    notifications: {
      /** Take pushes on this browser. POST /notifications/devices */
      addDevice: (input: NotificationsAddDeviceInput, how?: How) => call<NotificationsAddDeviceAnswer>('POST', '/notifications/devices', input, how),
      /** Unread notifications and the newest ones. GET /notifications/bell */
      bell: (input: NotificationsBellInput = {}, how?: How) => call<NotificationsBellAnswer>('GET', '/notifications/bell', input, how),
      /** What is told in Slack and Discord. GET /notifications/channels */
      channels: (input: NotificationsChannelsInput = {}, how?: How) => call<NotificationsChannelsAnswer>('GET', '/notifications/channels', input, how),
      /** How the person wants to be notified. GET /notifications/choices */
      choices: (input: NotificationsChoicesInput = {}, how?: How) => call<NotificationsChoicesAnswer>('GET', '/notifications/choices', input, how),
      /** Choose how to be notified. PUT /notifications/choices */
      choose: (input: NotificationsChooseInput, how?: How) => call<NotificationsChooseAnswer>('PUT', '/notifications/choices', input, how),
      /** Choose what is told in Slack and Discord. PUT /notifications/channels */
      chooseChannels: (input: NotificationsChooseChannelsInput, how?: How) => call<NotificationsChooseChannelsAnswer>('PUT', '/notifications/channels', input, how),
      /** Browsers that take pushes. GET /notifications/devices */
      devices: (input: NotificationsDevicesInput = {}, how?: How) => call<NotificationsDevicesAnswer>('GET', '/notifications/devices', input, how),
      /** Notifications. GET /notifications */
      list: (input: NotificationsListInput = {}, how?: How) => call<NotificationsListAnswer>('GET', '/notifications', input, how),
      /** Mark notifications as read, unread, archived, restored or awake. POST /notifications/marks */
      mark: (input: NotificationsMarkInput, how?: How) => call<NotificationsMarkAnswer>('POST', '/notifications/marks', input, how),
      /** Send no more pushes to a browser. DELETE /notifications/devices/:id */
      removeDevice: (input: NotificationsRemoveDeviceInput, how?: How) => call<NotificationsRemoveDeviceAnswer>('DELETE', '/notifications/devices/:id', input, how),
      /** Set quiet hours and digest. PUT /notifications/habits */
      setHabits: (input: NotificationsSetHabitsInput = {}, how?: How) => call<NotificationsSetHabitsAnswer>('PUT', '/notifications/habits', input, how),
      /** Snooze notifications. POST /notifications/snoozes */
      snooze: (input: NotificationsSnoozeInput, how?: How) => call<NotificationsSnoozeAnswer>('POST', '/notifications/snoozes', input, how),
    },
    offers: {
      /** Make an upsell offer. POST /offers */
      create: (input: OffersCreateInput, how?: How) => call<OffersCreateAnswer>('POST', '/offers', input, how),
      /** Delete an upsell offer. DELETE /offers/:id */
      delete: (input: OffersDeleteInput, how?: How) => call<OffersDeleteAnswer>('DELETE', '/offers/:id', input, how),
      /** An upsell offer. GET /offers/:id */
      get: (input: OffersGetInput, how?: How) => call<OffersGetAnswer>('GET', '/offers/:id', input, how),
      /** Upsell offers. GET /offers */
      list: (input: OffersListInput = {}, how?: How) => call<OffersListAnswer>('GET', '/offers', input, how),
      /** Change an upsell offer. PATCH /offers/:id */
      update: (input: OffersUpdateInput, how?: How) => call<OffersUpdateAnswer>('PATCH', '/offers/:id', input, how),
    },
    orders: {
      /** Write a note on an order. POST /orders/:id/notes */
      addNote: (input: OrdersAddNoteInput, how?: How) => call<OrdersAddNoteAnswer>('POST', '/orders/:id/notes', input, how),
      /** Approve a return. POST /order-returns/:returnId/approval */
      approveReturn: (input: OrdersApproveReturnInput, how?: How) => call<OrdersApproveReturnAnswer>('POST', '/order-returns/:returnId/approval', input, how),
      /** Begin a return or an exchange. POST /orders/:id/returns */
      beginReturn: (input: OrdersBeginReturnInput, how?: How) => call<OrdersBeginReturnAnswer>('POST', '/orders/:id/returns', input, how),
      /** Cancel an order. POST /orders/:id/cancellation */
      cancel: (input: OrdersCancelInput, how?: How) => call<OrdersCancelAnswer>('POST', '/orders/:id/cancellation', input, how),
      /** Take back a parcel that did not leave. POST /orders/:id/fulfilments/:fulfilmentId/cancellation */
      cancelFulfilment: (input: OrdersCancelFulfilmentInput, how?: How) => call<OrdersCancelFulfilmentAnswer>('POST', '/orders/:id/fulfilments/:fulfilmentId/cancellation', input, how),
      /** Call off a return. POST /order-returns/:returnId/cancellation */
      cancelReturn: (input: OrdersCancelReturnInput, how?: How) => call<OrdersCancelReturnAnswer>('POST', '/order-returns/:returnId/cancellation', input, how),
      /** Change note, tags and addresses of an order. PATCH /orders/:id */
      changeDetails: (input: OrdersChangeDetailsInput, how?: How) => call<OrdersChangeDetailsAnswer>('PATCH', '/orders/:id', input, how),
      /** Turn a draft into an order. POST /order-drafts/:id/completion */
      completeDraft: (input: OrdersCompleteDraftInput, how?: How) => call<OrdersCompleteDraftAnswer>('POST', '/order-drafts/:id/completion', input, how),
      /** Correct the tracking of a parcel. PATCH /orders/:id/fulfilments/:fulfilmentId */
      correctTracking: (input: OrdersCorrectTrackingInput, how?: How) => call<OrdersCorrectTrackingAnswer>('PATCH', '/orders/:id/fulfilments/:fulfilmentId', input, how),
      /** Begin a draft order. POST /order-drafts */
      createDraft: (input: OrdersCreateDraftInput, how?: How) => call<OrdersCreateDraftAnswer>('POST', '/order-drafts', input, how),
      /** Decline a return. POST /order-returns/:returnId/refusal */
      declineReturn: (input: OrdersDeclineReturnInput, how?: How) => call<OrdersDeclineReturnAnswer>('POST', '/order-returns/:returnId/refusal', input, how),
      /** Draft orders. GET /order-drafts */
      drafts: (input: OrdersDraftsInput = {}, how?: How) => call<OrdersDraftsAnswer>('GET', '/order-drafts', input, how),
      /** Edit the items of an order. POST /orders/:id/edits */
      edit: (input: OrdersEditInput, how?: How) => call<OrdersEditAnswer>('POST', '/orders/:id/edits', input, how),
      /** A file of an order. GET /orders/:id/files/:fileId */
      file: (input: OrdersFileInput, how?: How) => call<OrdersFileAnswer>('GET', '/orders/:id/files/:fileId', input, how),
      /** Ship items of an order. POST /orders/:id/fulfilments */
      fulfil: (input: OrdersFulfilInput, how?: How) => call<OrdersFulfilAnswer>('POST', '/orders/:id/fulfilments', input, how),
      /** An order. GET /orders/:id */
      get: (input: OrdersGetInput, how?: How) => call<OrdersGetAnswer>('GET', '/orders/:id', input, how),
      /** A draft order. GET /order-drafts/:id */
      getDraft: (input: OrdersGetDraftInput, how?: How) => call<OrdersGetDraftAnswer>('GET', '/order-drafts/:id', input, how),
      /** Orders. GET /orders */
      list: (input: OrdersListInput = {}, how?: How) => call<OrdersListAnswer>('GET', '/orders', input, how),
      /** Mails of an order. GET /orders/:id/mails */
      mails: (input: OrdersMailsInput, how?: How) => call<OrdersMailsAnswer>('GET', '/orders/:id/mails', input, how),
      /** Mark an order as paid. POST /orders/:id/payment */
      markPaid: (input: OrdersMarkPaidInput, how?: How) => call<OrdersMarkPaidAnswer>('POST', '/orders/:id/payment', input, how),
      /** Say how far a parcel is. POST /orders/:id/fulfilments/:fulfilmentId/progress */
      moveParcel: (input: OrdersMoveParcelInput, how?: How) => call<OrdersMoveParcelAnswer>('POST', '/orders/:id/fulfilments/:fulfilmentId/progress', input, how),
      /** The orders before and after one in a list. GET /orders/:id/neighbours */
      neighbours: (input: OrdersNeighboursInput, how?: How) => call<OrdersNeighboursAnswer>('GET', '/orders/:id/neighbours', input, how),
      /** What an edit of an order would come to. GET /orders/:id/edit-preview */
      previewEdit: (input: OrdersPreviewEditInput, how?: How) => call<OrdersPreviewEditAnswer>('GET', '/orders/:id/edit-preview', input, how),
      /** Receive a return. POST /order-returns/:returnId/receipt */
      receiveReturn: (input: OrdersReceiveReturnInput, how?: How) => call<OrdersReceiveReturnAnswer>('POST', '/order-returns/:returnId/receipt', input, how),
      /** Refund an order. POST /orders/:id/refunds */
      refund: (input: OrdersRefundInput, how?: How) => call<OrdersRefundAnswer>('POST', '/orders/:id/refunds', input, how),
      /** Replace the customer link of an order. POST /orders/:id/link */
      renewLink: (input: OrdersRenewLinkInput, how?: How) => call<OrdersRenewLinkAnswer>('POST', '/orders/:id/link', input, how),
      /** Send a mail of an order again. POST /orders/:id/mails/:mailId/resending */
      resendMail: (input: OrdersResendMailInput, how?: How) => call<OrdersResendMailAnswer>('POST', '/orders/:id/mails/:mailId/resending', input, how),
      /** How long, and on what terms, customers may ask for returns. GET /order-return-rules */
      returnRules: (input: OrdersReturnRulesInput = {}, how?: How) => call<OrdersReturnRulesAnswer>('GET', '/order-return-rules', input, how),
      /** Returns. GET /order-returns */
      returns: (input: OrdersReturnsInput = {}, how?: How) => call<OrdersReturnsAnswer>('GET', '/order-returns', input, how),
      /** Say how long customers may ask for returns. PUT /order-return-rules */
      setReturnRules: (input: OrdersSetReturnRulesInput = {}, how?: How) => call<OrdersSetReturnRulesAnswer>('PUT', '/order-return-rules', input, how),
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
      /** What is inside a bundle. GET /products/:id/bundle */
      bundle: (input: ProductsBundleInput, how?: How) => call<ProductsBundleAnswer>('GET', '/products/:id/bundle', input, how),
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
      /** Changes of a product. GET /products/:id/history */
      history: (input: ProductsHistoryInput, how?: How) => call<ProductsHistoryAnswer>('GET', '/products/:id/history', input, how),
      /** Import products. POST /product-imports */
      import: (input: ProductsImportInput = {}, how?: How) => call<ProductsImportAnswer>('POST', '/product-imports', input, how),
      /** Products. GET /products */
      list: (input: ProductsListInput = {}, how?: How) => call<ProductsListAnswer>('GET', '/products', input, how),
      /** Look at a product file before importing it. POST /product-import-previews */
      previewImport: (input: ProductsPreviewImportInput = {}, how?: How) => call<ProductsPreviewImportAnswer>('POST', '/product-import-previews', input, how),
      /** Say what is inside a bundle. PUT /variants/:variantId/components */
      setBundle: (input: ProductsSetBundleInput, how?: How) => call<ProductsSetBundleAnswer>('PUT', '/variants/:variantId/components', input, how),
      /** Say what kind a product is. PUT /products/:id/kind */
      setKind: (input: ProductsSetKindInput, how?: How) => call<ProductsSetKindAnswer>('PUT', '/products/:id/kind', input, how),
      /** Tag a product. POST /products/:id/tags */
      tag: (input: ProductsTagInput, how?: How) => call<ProductsTagAnswer>('POST', '/products/:id/tags', input, how),
      /** Change a product. PATCH /products/:id */
      update: (input: ProductsUpdateInput, how?: How) => call<ProductsUpdateAnswer>('PATCH', '/products/:id', input, how),
      /** What speaks of a product. GET /products/:id/uses */
      uses: (input: ProductsUsesInput, how?: How) => call<ProductsUsesAnswer>('GET', '/products/:id/uses', input, how),
    },
    questions: {
      /** Answer a question as the shop. POST /questions/:id/answers */
      answer: (input: QuestionsAnswerInput, how?: How) => call<QuestionsAnswerAnswer>('POST', '/questions/:id/answers', input, how),
      /** Approve a buyer’s answer. POST /questions/:id/answers/:answerId/approval */
      approveAnswer: (input: QuestionsApproveAnswerInput, how?: How) => call<QuestionsApproveAnswerAnswer>('POST', '/questions/:id/answers/:answerId/approval', input, how),
      /** A question. GET /questions/:id */
      get: (input: QuestionsGetInput, how?: How) => call<QuestionsGetAnswer>('GET', '/questions/:id', input, how),
      /** Questions. GET /questions */
      list: (input: QuestionsListInput = {}, how?: How) => call<QuestionsListAnswer>('GET', '/questions', input, how),
      /** Publish a question. POST /questions/:id/publication */
      publish: (input: QuestionsPublishInput, how?: How) => call<QuestionsPublishAnswer>('POST', '/questions/:id/publication', input, how),
      /** Refuse a question. POST /questions/:id/refusal */
      refuse: (input: QuestionsRefuseInput, how?: How) => call<QuestionsRefuseAnswer>('POST', '/questions/:id/refusal', input, how),
      /** Refuse an answer, or take it down. POST /questions/:id/answers/:answerId/refusal */
      refuseAnswer: (input: QuestionsRefuseAnswerInput, how?: How) => call<QuestionsRefuseAnswerAnswer>('POST', '/questions/:id/answers/:answerId/refusal', input, how),
    },
    records: {
      /** Look up a record of one kind. GET /records/:view */
      find: (input: RecordsFindInput, how?: How) => call<RecordsFindAnswer>('GET', '/records/:view', input, how),
    },
    recovery: {
      /** Left carts in numbers. GET /abandoned-carts/figures */
      figures: (input: RecoveryFiguresInput = {}, how?: How) => call<RecoveryFiguresAnswer>('GET', '/abandoned-carts/figures', input, how),
      /** Left carts. GET /abandoned-carts */
      list: (input: RecoveryListInput = {}, how?: How) => call<RecoveryListAnswer>('GET', '/abandoned-carts', input, how),
      /** Choose how left carts are reminded of. PUT /abandoned-carts/settings */
      setSettings: (input: RecoverySetSettingsInput = {}, how?: How) => call<RecoverySetSettingsAnswer>('PUT', '/abandoned-carts/settings', input, how),
      /** How left carts are reminded of. GET /abandoned-carts/settings */
      settings: (input: RecoverySettingsInput = {}, how?: How) => call<RecoverySettingsAnswer>('GET', '/abandoned-carts/settings', input, how),
    },
    reviews: {
      /** Approve a review. POST /reviews/:id/approval */
      approve: (input: ReviewsApproveInput, how?: How) => call<ReviewsApproveAnswer>('POST', '/reviews/:id/approval', input, how),
      /** Change the rules for reviews. PATCH /review-settings */
      changeSettings: (input: ReviewsChangeSettingsInput = {}, how?: How) => call<ReviewsChangeSettingsAnswer>('PATCH', '/review-settings', input, how),
      /** A review. GET /reviews/:id */
      get: (input: ReviewsGetInput, how?: How) => call<ReviewsGetAnswer>('GET', '/reviews/:id', input, how),
      /** Reviews. GET /reviews */
      list: (input: ReviewsListInput = {}, how?: How) => call<ReviewsListAnswer>('GET', '/reviews', input, how),
      /** Refuse a review. POST /reviews/:id/refusal */
      refuse: (input: ReviewsRefuseInput, how?: How) => call<ReviewsRefuseAnswer>('POST', '/reviews/:id/refusal', input, how),
      /** Answer a review as the shop. PUT /reviews/:id/reply */
      reply: (input: ReviewsReplyInput, how?: How) => call<ReviewsReplyAnswer>('PUT', '/reviews/:id/reply', input, how),
      /** Rules for reviews. GET /review-settings */
      settings: (input: ReviewsSettingsInput = {}, how?: How) => call<ReviewsSettingsAnswer>('GET', '/review-settings', input, how),
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
    search: {
      /** Add a synonym. POST /search/synonyms */
      addSynonym: (input: SearchAddSynonymInput, how?: How) => call<SearchAddSynonymAnswer>('POST', '/search/synonyms', input, how),
      /** Find records of every kind. GET /search */
      everything: (input: SearchEverythingInput, how?: How) => call<SearchEverythingAnswer>('GET', '/search', input, how),
      /** Take a search off the list. DELETE /search/queries/:id */
      forgetQuery: (input: SearchForgetQueryInput, how?: How) => call<SearchForgetQueryAnswer>('DELETE', '/search/queries/:id', input, how),
      /** What shoppers search for. GET /search/queries */
      queries: (input: SearchQueriesInput = {}, how?: How) => call<SearchQueriesAnswer>('GET', '/search/queries', input, how),
      /** Remove a synonym. DELETE /search/synonyms/:id */
      removeSynonym: (input: SearchRemoveSynonymInput, how?: How) => call<SearchRemoveSynonymAnswer>('DELETE', '/search/synonyms/:id', input, how),
      /** Synonyms of the search. GET /search/synonyms */
      synonyms: (input: SearchSynonymsInput = {}, how?: How) => call<SearchSynonymsAnswer>('GET', '/search/synonyms', input, how),
      /** Change a synonym. PATCH /search/synonyms/:id */
      updateSynonym: (input: SearchUpdateSynonymInput, how?: How) => call<SearchUpdateSynonymAnswer>('PATCH', '/search/synonyms/:id', input, how),
    },
    shell: {
      /** Check whether a service works. POST /guides/:key/checks */
      checkGuide: (input: ShellCheckGuideInput, how?: How) => call<ShellCheckGuideAnswer>('POST', '/guides/:key/checks', input, how),
      /** What a new workspace still needs. GET /first-steps */
      firstSteps: (input: ShellFirstStepsInput = {}, how?: How) => call<ShellFirstStepsAnswer>('GET', '/first-steps', input, how),
      /** Setup guides. GET /guides */
      guides: (input: ShellGuidesInput = {}, how?: How) => call<ShellGuidesAnswer>('GET', '/guides', input, how),
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
    sidebar: {
      /** Arrange my sidebar. PUT /sidebar */
      arrange: (input: SidebarArrangeInput = {}, how?: How) => call<SidebarArrangeAnswer>('PUT', '/sidebar', input, how),
      /** How my dashboard is arranged. GET /sidebar */
      mine: (input: SidebarMineInput = {}, how?: How) => call<SidebarMineAnswer>('GET', '/sidebar', input, how),
      /** Choose the sidebar everybody begins with. PUT /sidebar/default */
      setDefault: (input: SidebarSetDefaultInput, how?: How) => call<SidebarSetDefaultAnswer>('PUT', '/sidebar/default', input, how),
    },
    sizeGuides: {
      /** Add a size guide. POST /size-guides */
      create: (input: SizeGuidesCreateInput, how?: How) => call<SizeGuidesCreateAnswer>('POST', '/size-guides', input, how),
      /** Delete a size guide. DELETE /size-guides/:id */
      delete: (input: SizeGuidesDeleteInput, how?: How) => call<SizeGuidesDeleteAnswer>('DELETE', '/size-guides/:id', input, how),
      /** A size guide. GET /size-guides/:id */
      get: (input: SizeGuidesGetInput, how?: How) => call<SizeGuidesGetAnswer>('GET', '/size-guides/:id', input, how),
      /** Size guides. GET /size-guides */
      list: (input: SizeGuidesListInput = {}, how?: How) => call<SizeGuidesListAnswer>('GET', '/size-guides', input, how),
      /** Change a size guide. PUT /size-guides/:id */
      update: (input: SizeGuidesUpdateInput, how?: How) => call<SizeGuidesUpdateAnswer>('PUT', '/size-guides/:id', input, how),
    },
    statements: {
      /** Uploaded bank files. GET /statement-files */
      imports: (input: StatementsImportsInput = {}, how?: How) => call<StatementsImportsAnswer>('GET', '/statement-files', input, how),
      /** Look at a bank file before uploading it. POST /statement-file-previews */
      previewFile: (input: StatementsPreviewFileInput, how?: How) => call<StatementsPreviewFileAnswer>('POST', '/statement-file-previews', input, how),
      /** Read a statement source now. POST /statement-sources/:id/readings */
      readNow: (input: StatementsReadNowInput, how?: How) => call<StatementsReadNowAnswer>('POST', '/statement-sources/:id/readings', input, how),
      /** Statement sources. GET /statement-sources */
      sources: (input: StatementsSourcesInput = {}, how?: How) => call<StatementsSourcesAnswer>('GET', '/statement-sources', input, how),
      /** Sums of transactions outside. GET /statement-sums */
      sums: (input: StatementsSumsInput = {}, how?: How) => call<StatementsSumsAnswer>('GET', '/statement-sums', input, how),
      /** A transaction outside. GET /statement-transactions/:id */
      transaction: (input: StatementsTransactionInput, how?: How) => call<StatementsTransactionAnswer>('GET', '/statement-transactions/:id', input, how),
      /** Transactions outside. GET /statement-transactions */
      transactions: (input: StatementsTransactionsInput = {}, how?: How) => call<StatementsTransactionsAnswer>('GET', '/statement-transactions', input, how),
      /** Upload a bank file. POST /statement-files */
      uploadFile: (input: StatementsUploadFileInput, how?: How) => call<StatementsUploadFileAnswer>('POST', '/statement-files', input, how),
    },
    stock: {
      /** Adjust stock. POST /stock/adjustments */
      adjust: (input: StockAdjustInput, how?: How) => call<StockAdjustAnswer>('POST', '/stock/adjustments', input, how),
      /** Past stock alerts. GET /stock/alerts/history */
      alertHistory: (input: StockAlertHistoryInput = {}, how?: How) => call<StockAlertHistoryAnswer>('GET', '/stock/alerts/history', input, how),
      /** Stock alerts. GET /stock/alerts */
      alerts: (input: StockAlertsInput = {}, how?: How) => call<StockAlertsAnswer>('GET', '/stock/alerts', input, how),
      /** Approve a stock count. POST /stock/counts/:id/approval */
      approveCount: (input: StockApproveCountInput, how?: How) => call<StockApproveCountAnswer>('POST', '/stock/counts/:id/approval', input, how),
      /** Cancel a stock count. POST /stock/counts/:id/cancellation */
      cancelCount: (input: StockCancelCountInput, how?: How) => call<StockCancelCountAnswer>('POST', '/stock/counts/:id/cancellation', input, how),
      /** Cancel a transfer of stock. POST /stock/transfers/:id/cancellation */
      cancelTransfer: (input: StockCancelTransferInput, how?: How) => call<StockCancelTransferAnswer>('POST', '/stock/transfers/:id/cancellation', input, how),
      /** A stock count. GET /stock/counts/:id */
      count: (input: StockCountInput, how?: How) => call<StockCountAnswer>('GET', '/stock/counts/:id', input, how),
      /** Stock counts. GET /stock/counts */
      counts: (input: StockCountsInput = {}, how?: How) => call<StockCountsAnswer>('GET', '/stock/counts', input, how),
      /** Plan a transfer of stock. POST /stock/transfers */
      createTransfer: (input: StockCreateTransferInput, how?: How) => call<StockCreateTransferAnswer>('POST', '/stock/transfers', input, how),
      /** Stock. GET /stock */
      list: (input: StockListInput = {}, how?: How) => call<StockListAnswer>('GET', '/stock', input, how),
      /** Low and sold out. GET /stock/low */
      low: (input: StockLowInput = {}, how?: How) => call<StockLowAnswer>('GET', '/stock/low', input, how),
      /** Stock movements. GET /stock/movements */
      movements: (input: StockMovementsInput = {}, how?: How) => call<StockMovementsAnswer>('GET', '/stock/movements', input, how),
      /** Stock of a product. GET /products/:id/stock */
      ofProduct: (input: StockOfProductInput, how?: How) => call<StockOfProductAnswer>('GET', '/products/:id/stock', input, how),
      /** Receive a transfer of stock. POST /stock/transfers/:id/receipts */
      receiveTransfer: (input: StockReceiveTransferInput, how?: How) => call<StockReceiveTransferAnswer>('POST', '/stock/transfers/:id/receipts', input, how),
      /** Write down counted stock. PUT /stock/counts/:id/lines */
      recordCount: (input: StockRecordCountInput, how?: How) => call<StockRecordCountAnswer>('PUT', '/stock/counts/:id/lines', input, how),
      /** Count again. POST /stock/counts/:id/reopening */
      reopenCount: (input: StockReopenCountInput, how?: How) => call<StockReopenCountAnswer>('POST', '/stock/counts/:id/reopening', input, how),
      /** Reserved stock. GET /stock/reservations */
      reservations: (input: StockReservationsInput = {}, how?: How) => call<StockReservationsAnswer>('GET', '/stock/reservations', input, how),
      /** Send a transfer of stock. POST /stock/transfers/:id/sending */
      sendTransfer: (input: StockSendTransferInput, how?: How) => call<StockSendTransferAnswer>('POST', '/stock/transfers/:id/sending', input, how),
      /** Set when a variant counts as low. PUT /stock/:variantId/low-at */
      setLowAt: (input: StockSetLowAtInput, how?: How) => call<StockSetLowAtAnswer>('PUT', '/stock/:variantId/low-at', input, how),
      /** Set the stock of many variants. PUT /stock */
      setMany: (input: StockSetManyInput, how?: How) => call<StockSetManyAnswer>('PUT', '/stock', input, how),
      /** Start a stock count. POST /stock/counts */
      startCount: (input: StockStartCountInput, how?: How) => call<StockStartCountAnswer>('POST', '/stock/counts', input, how),
      /** Hand in a stock count. POST /stock/counts/:id/submission */
      submitCount: (input: StockSubmitCountInput, how?: How) => call<StockSubmitCountAnswer>('POST', '/stock/counts/:id/submission', input, how),
      /** A transfer of stock. GET /stock/transfers/:id */
      transfer: (input: StockTransferInput, how?: How) => call<StockTransferAnswer>('GET', '/stock/transfers/:id', input, how),
      /** Transfers of stock. GET /stock/transfers */
      transfers: (input: StockTransfersInput = {}, how?: How) => call<StockTransfersAnswer>('GET', '/stock/transfers', input, how),
      /** Change a planned transfer. PUT /stock/transfers/:id */
      updateTransfer: (input: StockUpdateTransferInput, how?: How) => call<StockUpdateTransferAnswer>('PUT', '/stock/transfers/:id', input, how),
    },
    storefronts: {
      /** Where a storefront’s domain points. GET /storefronts/:id/domain-check */
      checkDomain: (input: StorefrontsCheckDomainInput, how?: How) => call<StorefrontsCheckDomainAnswer>('GET', '/storefronts/:id/domain-check', input, how),
      /** What hangs on a storefront. GET /storefronts/:id/consequences */
      consequences: (input: StorefrontsConsequencesInput, how?: How) => call<StorefrontsConsequencesAnswer>('GET', '/storefronts/:id/consequences', input, how),
      /** Create a storefront. POST /storefronts */
      create: (input: StorefrontsCreateInput, how?: How) => call<StorefrontsCreateAnswer>('POST', '/storefronts', input, how),
      /** Add a text page to a storefront. POST /storefronts/:id/pages */
      createPage: (input: StorefrontsCreatePageInput, how?: How) => call<StorefrontsCreatePageAnswer>('POST', '/storefronts/:id/pages', input, how),
      /** Delete a storefront. DELETE /storefronts/:id */
      delete: (input: StorefrontsDeleteInput, how?: How) => call<StorefrontsDeleteAnswer>('DELETE', '/storefronts/:id', input, how),
      /** Delete a text page of a storefront. DELETE /storefronts/:id/pages/:pageId */
      deletePage: (input: StorefrontsDeletePageInput, how?: How) => call<StorefrontsDeletePageAnswer>('DELETE', '/storefronts/:id/pages/:pageId', input, how),
      /** Throw away the new look of a storefront. DELETE /storefronts/:id/theme-draft */
      discardTheme: (input: StorefrontsDiscardThemeInput, how?: How) => call<StorefrontsDiscardThemeAnswer>('DELETE', '/storefronts/:id/theme-draft', input, how),
      /** A storefront. GET /storefronts/:id */
      get: (input: StorefrontsGetInput, how?: How) => call<StorefrontsGetAnswer>('GET', '/storefronts/:id', input, how),
      /** Storefronts. GET /storefronts */
      list: (input: StorefrontsListInput = {}, how?: How) => call<StorefrontsListAnswer>('GET', '/storefronts', input, how),
      /** Text pages of a storefront. GET /storefronts/:id/pages */
      pages: (input: StorefrontsPagesInput, how?: How) => call<StorefrontsPagesAnswer>('GET', '/storefronts/:id/pages', input, how),
      /** Publish the new look of a storefront. POST /storefronts/:id/theme-publication */
      publishTheme: (input: StorefrontsPublishThemeInput, how?: How) => call<StorefrontsPublishThemeAnswer>('POST', '/storefronts/:id/theme-publication', input, how),
      /** Replace the key of a storefront. POST /storefronts/:id/key */
      regenerateKey: (input: StorefrontsRegenerateKeyInput, how?: How) => call<StorefrontsRegenerateKeyAnswer>('POST', '/storefronts/:id/key', input, how),
      /** Make or replace the secret of a storefront. POST /storefronts/:id/secret */
      regenerateSecret: (input: StorefrontsRegenerateSecretInput, how?: How) => call<StorefrontsRegenerateSecretAnswer>('POST', '/storefronts/:id/secret', input, how),
      /** Show the key of a storefront. POST /storefronts/:id/key-views */
      revealKey: (input: StorefrontsRevealKeyInput, how?: How) => call<StorefrontsRevealKeyAnswer>('POST', '/storefronts/:id/key-views', input, how),
      /** Save a new look of a storefront as a draft. PUT /storefronts/:id/theme-draft */
      saveTheme: (input: StorefrontsSaveThemeInput, how?: How) => call<StorefrontsSaveThemeAnswer>('PUT', '/storefronts/:id/theme-draft', input, how),
      /** The look of a storefront. GET /storefronts/:id/theme */
      theme: (input: StorefrontsThemeInput, how?: How) => call<StorefrontsThemeAnswer>('GET', '/storefronts/:id/theme', input, how),
      /** Change a storefront. PATCH /storefronts/:id */
      update: (input: StorefrontsUpdateInput, how?: How) => call<StorefrontsUpdateAnswer>('PATCH', '/storefronts/:id', input, how),
      /** Change a text page of a storefront. PATCH /storefronts/:id/pages/:pageId */
      updatePage: (input: StorefrontsUpdatePageInput, how?: How) => call<StorefrontsUpdatePageAnswer>('PATCH', '/storefronts/:id/pages/:pageId', input, how),
    },
    subscriptions: {
      /** End a subscription. POST /subscriptions/:id/cancellation */
      cancel: (input: SubscriptionsCancelInput, how?: How) => call<SubscriptionsCancelAnswer>('POST', '/subscriptions/:id/cancellation', input, how),
      /** Change variant, plan or quantity of a subscription. POST /subscriptions/:id/change */
      change: (input: SubscriptionsChangeInput, how?: How) => call<SubscriptionsChangeAnswer>('POST', '/subscriptions/:id/change', input, how),
      /** Make a subscription plan. POST /subscription-plans */
      createPlan: (input: SubscriptionsCreatePlanInput, how?: How) => call<SubscriptionsCreatePlanAnswer>('POST', '/subscription-plans', input, how),
      /** Delete a subscription plan. DELETE /subscription-plans/:id */
      deletePlan: (input: SubscriptionsDeletePlanInput, how?: How) => call<SubscriptionsDeletePlanAnswer>('DELETE', '/subscription-plans/:id', input, how),
      /** Subscriptions in numbers. GET /subscriptions/figures */
      figures: (input: SubscriptionsFiguresInput = {}, how?: How) => call<SubscriptionsFiguresAnswer>('GET', '/subscriptions/figures', input, how),
      /** A subscription. GET /subscriptions/:id */
      get: (input: SubscriptionsGetInput, how?: How) => call<SubscriptionsGetAnswer>('GET', '/subscriptions/:id', input, how),
      /** Subscriptions. GET /subscriptions */
      list: (input: SubscriptionsListInput = {}, how?: How) => call<SubscriptionsListAnswer>('GET', '/subscriptions', input, how),
      /** Pause a subscription. POST /subscriptions/:id/pause */
      pause: (input: SubscriptionsPauseInput, how?: How) => call<SubscriptionsPauseAnswer>('POST', '/subscriptions/:id/pause', input, how),
      /** A subscription plan. GET /subscription-plans/:id */
      plan: (input: SubscriptionsPlanInput, how?: How) => call<SubscriptionsPlanAnswer>('GET', '/subscription-plans/:id', input, how),
      /** Subscription plans. GET /subscription-plans */
      plans: (input: SubscriptionsPlansInput = {}, how?: How) => call<SubscriptionsPlansAnswer>('GET', '/subscription-plans', input, how),
      /** Resume a subscription. POST /subscriptions/:id/resumption */
      resume: (input: SubscriptionsResumeInput, how?: How) => call<SubscriptionsResumeAnswer>('POST', '/subscriptions/:id/resumption', input, how),
      /** Try a failed renewal again. POST /subscriptions/:id/retry */
      retry: (input: SubscriptionsRetryInput, how?: How) => call<SubscriptionsRetryAnswer>('POST', '/subscriptions/:id/retry', input, how),
      /** Choose how renewals are announced, and what happens to failed ones. PUT /subscriptions/settings */
      setSettings: (input: SubscriptionsSetSettingsInput = {}, how?: How) => call<SubscriptionsSetSettingsAnswer>('PUT', '/subscriptions/settings', input, how),
      /** How renewals are announced, and what happens to failed ones. GET /subscriptions/settings */
      settings: (input: SubscriptionsSettingsInput = {}, how?: How) => call<SubscriptionsSettingsAnswer>('GET', '/subscriptions/settings', input, how),
      /** Skip the next delivery of a subscription. POST /subscriptions/:id/skip */
      skip: (input: SubscriptionsSkipInput, how?: How) => call<SubscriptionsSkipAnswer>('POST', '/subscriptions/:id/skip', input, how),
      /** Change a subscription plan. PATCH /subscription-plans/:id */
      updatePlan: (input: SubscriptionsUpdatePlanInput, how?: How) => call<SubscriptionsUpdatePlanAnswer>('PATCH', '/subscription-plans/:id', input, how),
    },
    tasks: {
      /** Give a task to somebody. PUT /tasks/:id/assignee */
      assign: (input: TasksAssignInput, how?: How) => call<TasksAssignAnswer>('PUT', '/tasks/:id/assignee', input, how),
      /** Kinds of tasks, who may work on them, and how many are open. GET /task-choices */
      choices: (input: TasksChoicesInput = {}, how?: How) => call<TasksChoicesAnswer>('GET', '/task-choices', input, how),
      /** Create a task. POST /tasks */
      create: (input: TasksCreateInput, how?: How) => call<TasksCreateAnswer>('POST', '/tasks', input, how),
      /** Drop a task. POST /tasks/:id/dropping */
      drop: (input: TasksDropInput, how?: How) => call<TasksDropAnswer>('POST', '/tasks/:id/dropping', input, how),
      /** Finish a task. POST /tasks/:id/completion */
      finish: (input: TasksFinishInput, how?: How) => call<TasksFinishAnswer>('POST', '/tasks/:id/completion', input, how),
      /** A task. GET /tasks/:id */
      get: (input: TasksGetInput, how?: How) => call<TasksGetAnswer>('GET', '/tasks/:id', input, how),
      /** Tasks. GET /tasks */
      list: (input: TasksListInput = {}, how?: How) => call<TasksListAnswer>('GET', '/tasks', input, how),
      /** Let tasks of a kind go to whoever takes them. DELETE /task-routes/:id */
      removeRoute: (input: TasksRemoveRouteInput, how?: How) => call<TasksRemoveRouteAnswer>('DELETE', '/task-routes/:id', input, how),
      /** Reopen a task. POST /tasks/:id/reopening */
      reopen: (input: TasksReopenInput, how?: How) => call<TasksReopenAnswer>('POST', '/tasks/:id/reopening', input, how),
      /** Where tasks go. GET /task-routes */
      routes: (input: TasksRoutesInput = {}, how?: How) => call<TasksRoutesAnswer>('GET', '/task-routes', input, how),
      /** Say where tasks of a kind go. PUT /task-routes */
      setRoute: (input: TasksSetRouteInput, how?: How) => call<TasksSetRouteAnswer>('PUT', '/task-routes', input, how),
      /** Take a task. POST /tasks/:id/taking */
      take: (input: TasksTakeInput, how?: How) => call<TasksTakeAnswer>('POST', '/tasks/:id/taking', input, how),
      /** Change a task. PATCH /tasks/:id */
      update: (input: TasksUpdateInput, how?: How) => call<TasksUpdateAnswer>('PATCH', '/tasks/:id', input, how),
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
    usage: {
      /** Usage day by day. GET /usage/history */
      history: (input: UsageHistoryInput = {}, how?: How) => call<UsageHistoryAnswer>('GET', '/usage/history', input, how),
      /** What the workspace uses of its tier. GET /usage */
      now: (input: UsageNowInput = {}, how?: How) => call<UsageNowAnswer>('GET', '/usage', input, how),
      /** Limits that are near. GET /usage/warnings */
      warnings: (input: UsageWarningsInput = {}, how?: How) => call<UsageWarningsAnswer>('GET', '/usage/warnings', input, how),
    },
    variants: {
      /** Add a variant. POST /products/:id/variants */
      add: (input: VariantsAddInput, how?: How) => call<VariantsAddAnswer>('POST', '/products/:id/variants', input, how),
      /** Remove a variant. DELETE /products/:id/variants/:variantId */
      remove: (input: VariantsRemoveInput, how?: How) => call<VariantsRemoveAnswer>('DELETE', '/products/:id/variants/:variantId', input, how),
      /** Change variants. PATCH /variants */
      update: (input: VariantsUpdateInput, how?: How) => call<VariantsUpdateAnswer>('PATCH', '/variants', input, how),
    },
    views: {
      /** Change a saved view. PATCH /views/:id */
      change: (input: ViewsChangeInput, how?: How) => call<ViewsChangeAnswer>('PATCH', '/views/:id', input, how),
      /** Delete a saved view. DELETE /views/:id */
      delete: (input: ViewsDeleteInput, how?: How) => call<ViewsDeleteAnswer>('DELETE', '/views/:id', input, how),
      /** Duplicate a saved view. POST /views/:id/duplicates */
      duplicate: (input: ViewsDuplicateInput, how?: How) => call<ViewsDuplicateAnswer>('POST', '/views/:id/duplicates', input, how),
      /** Saved views of a table. GET /views */
      list: (input: ViewsListInput, how?: How) => call<ViewsListAnswer>('GET', '/views', input, how),
      /** Save a view of a table. POST /views */
      save: (input: ViewsSaveInput, how?: How) => call<ViewsSaveAnswer>('POST', '/views', input, how),
      /** Choose the view a table opens with. PUT /lists/:list/default-view */
      setDefault: (input: ViewsSetDefaultInput, how?: How) => call<ViewsSetDefaultAnswer>('PUT', '/lists/:list/default-view', input, how),
    },
    warranties: {
      /** Warranty cards. GET /warranty-cards */
      cards: (input: WarrantiesCardsInput = {}, how?: How) => call<WarrantiesCardsAnswer>('GET', '/warranty-cards', input, how),
      /** Take the warranty of a product away. DELETE /products/:productId/warranty */
      remove: (input: WarrantiesRemoveInput, how?: How) => call<WarrantiesRemoveAnswer>('DELETE', '/products/:productId/warranty', input, how),
      /** Warranties of products. GET /warranty-rules */
      rules: (input: WarrantiesRulesInput = {}, how?: How) => call<WarrantiesRulesAnswer>('GET', '/warranty-rules', input, how),
      /** Set the warranty of a product. PUT /products/:productId/warranty */
      set: (input: WarrantiesSetInput, how?: How) => call<WarrantiesSetAnswer>('PUT', '/products/:productId/warranty', input, how),
    },
    webhooks: {
      /** Add a webhook endpoint. POST /webhooks/endpoints */
      createEndpoint: (input: WebhooksCreateEndpointInput, how?: How) => call<WebhooksCreateEndpointAnswer>('POST', '/webhooks/endpoints', input, how),
      /** Remove a webhook endpoint. DELETE /webhooks/endpoints/:id */
      deleteEndpoint: (input: WebhooksDeleteEndpointInput, how?: How) => call<WebhooksDeleteEndpointAnswer>('DELETE', '/webhooks/endpoints/:id', input, how),
      /** Webhook deliveries. GET /webhooks/deliveries */
      deliveries: (input: WebhooksDeliveriesInput = {}, how?: How) => call<WebhooksDeliveriesAnswer>('GET', '/webhooks/deliveries', input, how),
      /** A webhook delivery with its tries. GET /webhooks/deliveries/:id */
      delivery: (input: WebhooksDeliveryInput, how?: How) => call<WebhooksDeliveryAnswer>('GET', '/webhooks/deliveries/:id', input, how),
      /** A webhook endpoint. GET /webhooks/endpoints/:id */
      endpoint: (input: WebhooksEndpointInput, how?: How) => call<WebhooksEndpointAnswer>('GET', '/webhooks/endpoints/:id', input, how),
      /** Webhook endpoints. GET /webhooks/endpoints */
      endpoints: (input: WebhooksEndpointsInput = {}, how?: How) => call<WebhooksEndpointsAnswer>('GET', '/webhooks/endpoints', input, how),
      /** Events that webhooks can carry. GET /webhooks/events */
      events: (input: WebhooksEventsInput = {}, how?: How) => call<WebhooksEventsAnswer>('GET', '/webhooks/events', input, how),
      /** Send a webhook again. POST /webhooks/deliveries/:id/resend */
      resend: (input: WebhooksResendInput, how?: How) => call<WebhooksResendAnswer>('POST', '/webhooks/deliveries/:id/resend', input, how),
      /** Send all failed webhooks of an endpoint again. POST /webhooks/endpoints/:id/resends */
      resendFailed: (input: WebhooksResendFailedInput, how?: How) => call<WebhooksResendFailedAnswer>('POST', '/webhooks/endpoints/:id/resends', input, how),
      /** Give a webhook endpoint a new secret. POST /webhooks/endpoints/:id/secret */
      rotateSecret: (input: WebhooksRotateSecretInput, how?: How) => call<WebhooksRotateSecretAnswer>('POST', '/webhooks/endpoints/:id/secret', input, how),
      /** Send a test webhook. POST /webhooks/endpoints/:id/tests */
      testEndpoint: (input: WebhooksTestEndpointInput, how?: How) => call<WebhooksTestEndpointAnswer>('POST', '/webhooks/endpoints/:id/tests', input, how),
      /** Change, pause or switch on a webhook endpoint. PATCH /webhooks/endpoints/:id */
      updateEndpoint: (input: WebhooksUpdateEndpointInput, how?: How) => call<WebhooksUpdateEndpointAnswer>('PATCH', '/webhooks/endpoints/:id', input, how),
    },
    wishes: {
      /** What shoppers want. GET /wanted-products */
      products: (input: WishesProductsInput = {}, how?: How) => call<WishesProductsAnswer>('GET', '/wanted-products', input, how),
    },
    workspace: {
      /** What the workspace holds. GET /workspace/contents */
      contents: (input: WorkspaceContentsInput = {}, how?: How) => call<WorkspaceContentsAnswer>('GET', '/workspace/contents', input, how),
      /** Download an archive of all data. POST /workspace/exports/:id/downloads */
      downloadExport: (input: WorkspaceDownloadExportInput, how?: How) => call<WorkspaceDownloadExportAnswer>('POST', '/workspace/exports/:id/downloads', input, how),
      /** Take all data home. POST /workspace/exports */
      export: (input: WorkspaceExportInput = {}, how?: How) => call<WorkspaceExportAnswer>('POST', '/workspace/exports', input, how),
      /** Archives of all data. GET /workspace/exports */
      exports: (input: WorkspaceExportsInput = {}, how?: How) => call<WorkspaceExportsAnswer>('GET', '/workspace/exports', input, how),
      /** Settings of the workspace. GET /workspace/settings */
      settings: (input: WorkspaceSettingsInput = {}, how?: How) => call<WorkspaceSettingsAnswer>('GET', '/workspace/settings', input, how),
      /** Change the settings of the workspace. PATCH /workspace/settings */
      updateSettings: (input: WorkspaceUpdateSettingsInput = {}, how?: How) => call<WorkspaceUpdateSettingsAnswer>('PATCH', '/workspace/settings', input, how),
    },
  };
}
