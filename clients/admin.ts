// Generated from the API description by `npm run client`. Needs nothing but fetch.

export type AnalyticsHomeInput = { from?: string; to?: string; days?: number; compare?: "previous" | "year" | "none"; currency?: string; storefrontId?: string };
export type AnalyticsHomeAnswer = { from: string; to: string; timeZone: string; before: ({ from: string; to: string } | null); currency: string; currencies: Array<string>; sales: { value: { amount: number; currency: string }; before: ({ amount: number; currency: string } | null) }; orders: { value: number; before: (number | null) }; average: { value: { amount: number; currency: string }; before: ({ amount: number; currency: string } | null) }; units: { value: number; before: (number | null) }; refunds: { value: { amount: number; currency: string }; before: ({ amount: number; currency: string } | null); orders: number }; customers: { value: number; before: (number | null) }; perDay: Array<{ sales: { amount: number; currency: string }; orders: number; day: string; before: ({ sales: { amount: number; currency: string }; orders: number; day: string } | null) }>; perHour: Array<{ sales: { amount: number; currency: string }; orders: number; hour: number; before: ({ sales: { amount: number; currency: string }; orders: number } | null) }>; topProducts: Array<{ productId: string; title: string; image: (string | null); units: number; sales: { amount: number; currency: string } }>; latestOrders: Array<{ id: string; number: number; placedAt: string; customer: string; items: number; total: { amount: number; currency: string }; statusSentence: string }>; activity: Array<{ id: string; at: string; kind: string; says: string; byName: string; orderId: string; number: number; customer: string }> };
export type AuditListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type AuditListAnswer = { data: Array<{ id: string; at: (string | null); operation: (string | null); actorKind: (string | null); actorId: (string | null); actorName: (string | null); record: (string | null); recordId: (string | null); changes: unknown; input: unknown; requestId: (string | null); address: (string | null) }>; nextCursor: (string | null); total: number };
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
export type CustomersAddNoteInput = { id: string; text: string };
export type CustomersAddNoteAnswer = { id: string };
export type CustomersAddToGroupInput = { id: string; groupId: string };
export type CustomersAddToGroupAnswer = { id: string; groupId: string };
export type CustomersCreateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean; notes?: string; tags?: Array<string>; email: string };
export type CustomersCreateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersCreateGroupInput = { name: string; about?: string };
export type CustomersCreateGroupAnswer = { id: string; name: string; about: string };
export type CustomersDeleteGroupInput = { id: string };
export type CustomersDeleteGroupAnswer = { id: string };
export type CustomersExportInput = { id: string };
export type CustomersExportAnswer = { exportedAt: string; customer: unknown; groups: Array<string>; notes: Array<unknown>; mails: Array<unknown> };
export type CustomersGetInput = { id: string };
export type CustomersGetAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersGroupsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type CustomersGroupsAnswer = { data: Array<{ id: string; name: (string | null); about: (string | null); members: (number | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type CustomersListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type CustomersListAnswer = { data: Array<{ id: string; name: (string | null); email: (string | null); phone: (string | null); ordersCount: (number | null); totalSpent: { amount: number; currency: string }; lastOrderAt: (string | null); acceptsMarketing: (boolean | null); tags: unknown; groups: (string | null); groupIds: (string | null); createdAt: (string | null) }>; nextCursor: (string | null); total: number };
export type CustomersMergeInput = { id: string; fromId: string };
export type CustomersMergeAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersRemoveAddressInput = { id: string; addressId: string };
export type CustomersRemoveAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersSetGroupsInput = { id: string; groupIds: Array<string> };
export type CustomersSetGroupsAnswer = { id: string; groupIds: Array<string> };
export type CustomersTagInput = { id: string; add?: Array<string>; remove?: Array<string> };
export type CustomersTagAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersTimelineInput = { id: string; limit?: number };
export type CustomersTimelineAnswer = { data: Array<{ id: string; at: string; kind: string; says: string; byName: string; to: (string | null) }>; groups: Array<{ id: string; name: string; member: boolean }> };
export type CustomersUpdateInput = { name?: string; phone?: (string | null); acceptsMarketing?: boolean; notes?: string; tags?: Array<string>; id: string; email?: string };
export type CustomersUpdateAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersUpdateAddressInput = { name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null); isDefault?: boolean; id: string; addressId: string };
export type CustomersUpdateAddressAnswer = { id: string; email: string; name: string; phone: (string | null); acceptsMarketing: boolean; emailVerified: boolean; addresses: Array<{ id: string; name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null); isDefault: boolean }>; notes: string; tags: Array<string>; hasAccount: boolean; ordersCount: number; totalSpent: ({ amount: number; currency: string } | null); lastOrderAt: (string | null); createdAt: string };
export type CustomersUpdateGroupInput = { id: string; name?: string; about?: string };
export type CustomersUpdateGroupAnswer = { id: string; name: string; about: string };
export type FilesUsageInput = Record<string, unknown>;
export type FilesUsageAnswer = { files: number; bytes: number; byKind: Array<{ kind: string; files: number; bytes: number }> };
export type HintsDismissInput = { hint: string; shown?: boolean };
export type HintsDismissAnswer = { dismissed: Array<string> };
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
export type MailListAnswer = { data: Array<{ id: string; subject: (string | null); recipient: (string | null); state: (string | null); createdAt: (string | null); reason: (string | null); via: (string | null) }>; nextCursor: (string | null); total: number };
export type MailMessageInput = { id: string };
export type MailMessageAnswer = { id: string; subject: string; recipient: string; sender: string; html: string; text: string; state: string; confidential: boolean; attempts: number; reason: (string | null); via: (string | null); createdAt: string; sentAt: (string | null); nextAttemptAt: (string | null) };
export type MailResendInput = { id: string };
export type MailResendAnswer = { id: string };
export type MailSettingsInput = Record<string, unknown>;
export type MailSettingsAnswer = { senderName: string; senderAddress: string; carrier: string; account: Record<string, string>; hasSecret: boolean; inUse: boolean; sentence: string; carriers: Array<{ id: string; says: string; fields: Array<{ key: string; says: string; usual?: string; secret?: boolean }> }> };
export type MailTrySettingsInput = Record<string, unknown>;
export type MailTrySettingsAnswer = { inUse: boolean; sentence: string };
export type MailUpdateSettingsInput = { carrier?: string; senderName?: string; senderAddress?: ("" | string); account?: Record<string, string>; secret?: string };
export type MailUpdateSettingsAnswer = { senderName: string; senderAddress: string; carrier: string; account: Record<string, string>; hasSecret: boolean; inUse: boolean; sentence: string };
export type MediaAddInput = { id: string; media: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null); focal?: { x: number; y: number }; variantOptions?: Record<string, string> }> };
export type MediaAddAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaRemoveInput = { id: string; mediaId: string };
export type MediaRemoveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaReorderInput = { id: string; mediaIds: Array<string> };
export type MediaReorderAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type MediaUpdateInput = { id: string; mediaId: string; alt?: string; variantId?: (string | null); focal?: { x: number; y: number } };
export type MediaUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
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
export type NotificationsChoicesInput = Record<string, unknown>;
export type NotificationsChoicesAnswer = { timeZone: string; quietFrom: (string | null); quietTo: (string | null); digest: "instant" | "hourly" | "daily"; dailyAt: string; kinds: Array<{ kind: string; says: string; group: string; urgency: "quiet" | "normal" | "urgent"; bell: boolean; push: boolean; mail: boolean }> };
export type NotificationsChooseInput = { kinds: Array<{ kind: string; bell: boolean; push: boolean; mail: boolean }> };
export type NotificationsChooseAnswer = { saved: number };
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
export type OrdersAddNoteInput = { id: string; text: string; mentions?: Array<string>; files?: Array<string> };
export type OrdersAddNoteAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersApproveReturnInput = { returnId: string; instructions?: string; labelUrl?: ("" | string) };
export type OrdersApproveReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersBeginReturnInput = { instructions?: string; labelUrl?: ("" | string); id: string; lines: Array<{ lineId: string; quantity: number }>; reason?: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note?: string; exchange?: Array<{ variantId: string; quantity: number; unitPrice?: number }> };
export type OrdersBeginReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCancelInput = { id: string; reason?: "customer" | "fraud" | "out_of_stock" | "other"; note?: string; refund?: boolean; restock?: boolean };
export type OrdersCancelAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCancelFulfilmentInput = { id: string; fulfilmentId: string };
export type OrdersCancelFulfilmentAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCancelReturnInput = { returnId: string };
export type OrdersCancelReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersChangeDetailsInput = { id: string; version: number; was?: { note?: string; tags?: Array<string>; email?: ("" | string); shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null) }; change: { note?: string; tags?: Array<string>; email?: ("" | string); shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null) } };
export type OrdersChangeDetailsAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; merged: Array<string> };
export type OrdersCompleteDraftInput = { id: string };
export type OrdersCompleteDraftAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCorrectTrackingInput = { trackingNumber?: string; carrier?: string; trackingUrl?: ("" | string); id: string; fulfilmentId: string };
export type OrdersCorrectTrackingAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersCreateDraftInput = { email?: (("" | string) | null); customerName?: string; currency?: string; lines: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); shippingPrice?: (number | null); discount?: number; note?: string };
export type OrdersCreateDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type OrdersDeclineReturnInput = { returnId: string; says: string };
export type OrdersDeclineReturnAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersDraftsInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type OrdersDraftsAnswer = { data: Array<{ id: string; customer: (string | null); email: (string | null); items: (number | null); completed: (boolean | null); createdBy: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type OrdersEditInput = { lines?: Array<{ lineId: string; quantity: number }>; add?: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shipping?: number; discount?: number; id: string; agreedTotal?: { amount: number; currency: string }; reason?: string };
export type OrdersEditAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersFileInput = { id: string; fileId: string };
export type OrdersFileAnswer = { url: string };
export type OrdersFulfilInput = { trackingNumber?: string; carrier?: string; trackingUrl?: ("" | string); id: string; lines?: Array<{ lineId: string; quantity: number }>; locationId?: string; notify?: boolean };
export type OrdersFulfilAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersGetInput = { id: string };
export type OrdersGetAnswer = { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string };
export type OrdersGetDraftInput = { id: string };
export type OrdersGetDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type OrdersListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type OrdersListAnswer = { data: Array<{ id: string; number: (number | null); placedAt: (string | null); customer: (string | null); email: (string | null); customerId: (string | null); payment: (string | null); fulfilment: (string | null); return: (string | null); cancelled: (boolean | null); items: (number | null); tags: (string | null); total: { amount: number; currency: string }; refunded: { amount: number; currency: string }; currency: (string | null); storefrontId: (string | null) }>; nextCursor: (string | null); total: number };
export type OrdersMailsInput = { id: string };
export type OrdersMailsAnswer = { data: Array<{ id: string; at: string; to: string; subject: string; state: string; html: string; text: string }> };
export type OrdersMarkPaidInput = { id: string; note?: string };
export type OrdersMarkPaidAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; paymentId: string; payments: Array<{ id: string; amount: number }> };
export type OrdersNeighboursInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; id: string };
export type OrdersNeighboursAnswer = { previous: ({ id: string; number: number } | null); next: ({ id: string; number: number } | null) };
export type OrdersPreviewEditInput = { id: string; edit?: string };
export type OrdersPreviewEditAnswer = { subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; total: { amount: number; currency: string }; difference: { amount: number; currency: string }; lines: Array<{ lineId: (string | null); variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }> };
export type OrdersReceiveReturnInput = { returnId: string; lines: Array<{ lineId: string; restock?: number; damaged?: number }>; locationId?: string; credit?: number; refund?: boolean; note?: string };
export type OrdersReceiveReturnAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; refunds: Array<{ id: string; paymentId: string; amount: number; state: "waiting" | "done" | "refused" | "unknown"; sentence: string }> };
export type OrdersRefundInput = { id: string; lines?: Array<{ lineId: string; quantity: number; restock?: boolean }>; shipping?: number; amount?: number; reason?: string };
export type OrdersRefundAnswer = { order: { id: string; number: number; source: string; placedAt: string; email: string; customerId: (string | null); customerName: string; storefrontId: (string | null); statusSentence: string; paymentState: string; fulfilmentState: string; returnState: string; cancelledAt: (string | null); cancelReason: (string | null); lines: Array<{ id: string; variantId: string; productId: string; slug: string; title: string; variantTitle: string; image: ({ url: string; alt: string } | null); quantity: number; fulfilled: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string }; sku: (string | null); returned: number; tax: { amount: number; currency: string }; removed: number; credited: number; creditable: { amount: number; currency: string }; expected: number }>; subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; taxParts: Array<{ name: string; rate: string; amount: { amount: number; currency: string } }>; total: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; credited: { amount: number; currency: string }; refundable: { amount: number; currency: string }; owed: { amount: number; currency: string }; due: { amount: number; currency: string }; shippingCreditable: { amount: number; currency: string }; payments: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }>; shippingMethod: string; shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); note: string; tags: Array<string>; version: number; moneyKept: boolean; fulfilments: Array<{ id: string; at: string; trackingNumber: (string | null); carrier: (string | null); trackingUrl: (string | null); cancelledAt: (string | null); locationId: (string | null); lines: Array<{ lineId: string; quantity: number }> }>; promised: Array<{ variantId: string; locationId: string; quantity: number }>; returns: Array<{ id: string; name: string; stage: "requested" | "approved" | "declined" | "received" | "cancelled"; reason: "too_small" | "too_large" | "wrong_item" | "damaged" | "not_as_described" | "changed_mind" | "other"; note: string; instructions: string; labelUrl: (string | null); outcome: string; byCustomer: boolean; lines: Array<{ lineId: string; quantity: number; restocked: number; damaged: number }>; exchange: Array<{ variantId: string; title: string; quantity: number; unitPrice: { amount: number; currency: string } }>; credited: { amount: number; currency: string }; at: string; endedAt: (string | null) }>; timeline: Array<{ id: string; at: string; kind: string; says: string; byName: string; mentions: Array<{ id: string; name: string }>; files: Array<{ id: string; name: string; bytes: number; contentType: string }> }>; orderLink: string }; refunds: Array<{ id: string; paymentId: string; amount: number; state: "waiting" | "done" | "refused" | "unknown"; sentence: string }> };
export type OrdersRenewLinkInput = { id: string };
export type OrdersRenewLinkAnswer = { id: string; orderLink: string };
export type OrdersResendMailInput = { id: string; mailId: string; to?: ("" | string) };
export type OrdersResendMailAnswer = { id: string; to: string };
export type OrdersUpdateDraftInput = { email?: (("" | string) | null); customerName?: string; currency?: string; lines: Array<{ variantId: string; quantity: number; unitPrice?: number }>; shippingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); billingAddress?: ({ name: string; company?: (string | null); line1: string; line2?: (string | null); city: string; region?: (string | null); postalCode?: string; country: string; phone?: (string | null) } | null); shippingMethodId?: (string | null); shippingPrice?: (number | null); discount?: number; note?: string; id: string };
export type OrdersUpdateDraftAnswer = { id: string; orderId: (string | null); email: (string | null); customerName: string; lines: Array<{ variantId: string; title: string; variantTitle: string; quantity: number; unitPrice: { amount: number; currency: string }; total: { amount: number; currency: string } }>; shippingMethods: Array<{ id: string; name: string; price: { amount: number; currency: string } }>; shippingMethodId: (string | null); shippingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); billingAddress: ({ name: string; company: (string | null); line1: string; line2: (string | null); city: string; region: (string | null); postalCode: string; country: string; phone: (string | null) } | null); subtotal: { amount: number; currency: string }; discount: { amount: number; currency: string }; shipping: { amount: number; currency: string }; tax: { amount: number; currency: string }; taxIncluded: boolean; total: { amount: number; currency: string }; note: string };
export type PaymentsCaptureInput = { id: string; amount?: number };
export type PaymentsCaptureAnswer = { payment: { id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string }; step: { id: string; state: "waiting" | "done" | "unknown"; amount: number } };
export type PaymentsForOrderInput = { orderId: string };
export type PaymentsForOrderAnswer = { data: Array<{ id: string; orderId: string; provider: string; state: "requested" | "authorized" | "captured" | "declined" | "voided" | "refunded" | "partially_refunded" | "unknown"; amount: { amount: number; currency: string }; captured: { amount: number; currency: string }; refunded: { amount: number; currency: string }; card: ({ brand: (string | null); last4: string } | null); sentence: string; createdAt: string; steps: Array<{ id: string; kind: string; amount: number; state: string; reason: string; sentence: string; at: string }> }> };
export type PaymentsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
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
export type ProductsArchiveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsCreateInput = { title: string; slug?: string; descriptionHtml?: string; brand?: string; productType?: string; status?: "draft" | "active" | "archived"; publishAt?: (string | null); unpublishAt?: (string | null); seo?: { title?: string; description?: string }; tags?: Array<string>; customFields?: Record<string, (string | number | boolean | null)>; categoryIds?: Array<string>; collectionIds?: Array<string>; options?: Array<{ name: string; values: Array<string>; was?: string; renamed?: Record<string, string> }>; variants?: Array<{ sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; options?: Record<string, string>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }> }>; prices?: Array<{ amount: number; currency: string; compareAt?: (number | null) }>; media?: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null); focal?: { x: number; y: number }; variantOptions?: Record<string, string> }> };
export type ProductsCreateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsDeleteInput = { id: string };
export type ProductsDeleteAnswer = { id: string; deleted: true };
export type ProductsDuplicateInput = { id: string; title?: string };
export type ProductsDuplicateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsExportInput = { format?: "csv" | "json"; status?: "draft" | "active" | "archived"; currency?: string; cursor?: string };
export type ProductsExportAnswer = { filename: string; text: string; nextCursor: (string | null) };
export type ProductsGetInput = { id: string };
export type ProductsGetAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsHistoryInput = { id: string };
export type ProductsHistoryAnswer = { data: Array<{ id: string; at: string; actorName: string; actorKind: string; operation: string; before: Record<string, unknown>; after: Record<string, unknown> }> };
export type ProductsImportInput = { csv?: string; base64?: string; json?: string; mapping?: Record<string, string>; currency?: string };
export type ProductsImportAnswer = { products: number; variants: number; created: number; updated: number; failed: number; errors: Array<{ line: number; handle: string; column?: string; says: string }>; warnings: Array<{ line: number; handle: string; column?: string; says: string }> };
export type ProductsListInput = { q?: string; filter?: Record<string, string>; sort?: string; ids?: string; cursor?: string; limit?: number };
export type ProductsListAnswer = { data: Array<{ id: string; title: (string | null); slug: (string | null); imageUrl: (string | null); status: (string | null); brand: (string | null); productType: (string | null); price: { amount: number; currency: string }; variantCount: (number | null); skus: (string | null); tags: (string | null); publishAt: (string | null); createdAt: (string | null); updatedAt: (string | null) }>; nextCursor: (string | null); total: number };
export type ProductsPreviewImportInput = { csv?: string; base64?: string; json?: string; mapping?: Record<string, string>; currency?: string };
export type ProductsPreviewImportAnswer = { products: number; variants: number; created: number; updated: number; failed: number; errors: Array<{ line: number; handle: string; column?: string; says: string }>; warnings: Array<{ line: number; handle: string; column?: string; says: string }>; newVariants: number; knownVariants: number; columns: Array<{ name: string; means: string }>; sample: Array<{ handle: string; title: string; status: ("draft" | "active" | "archived" | null); variants: number; price: ({ amount: number; currency: string } | null); exists: boolean }> };
export type ProductsTagInput = { id: string; add?: Array<string>; remove?: Array<string> };
export type ProductsTagAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsUpdateInput = { title?: string; slug?: string; descriptionHtml?: string; brand?: string; productType?: string; status?: "draft" | "active" | "archived"; publishAt?: (string | null); unpublishAt?: (string | null); seo?: { title?: string; description?: string }; tags?: Array<string>; customFields?: Record<string, (string | number | boolean | null)>; categoryIds?: Array<string>; collectionIds?: Array<string>; id: string; version?: number; options?: Array<{ name: string; values: Array<string>; was?: string; renamed?: Record<string, string> }>; leaveOut?: Array<Record<string, string>>; removeVariantIds?: Array<string>; variants?: Array<{ sku?: string; barcode?: string; weightGrams?: number; requiresShipping?: boolean; taxable?: boolean; taxCode?: string; inventoryPolicy?: "deny" | "continue"; trackInventory?: boolean; id?: string; options?: Record<string, string>; prices?: Array<{ amount: (number | null); currency: string; compareAt?: (number | null) }> }>; media?: Array<{ url: string; fileId?: (string | null); alt?: string; width?: (number | null); height?: (number | null); focal?: { x: number; y: number }; variantOptions?: Record<string, string>; id?: string; variantId?: (string | null) }> };
export type ProductsUpdateAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type ProductsUsesInput = { id: string };
export type ProductsUsesAnswer = { variants: Array<{ id: string; title: string; uses: Array<{ count: number; says: string; keeps: boolean }> }>; prices: number; pictures: number; collections: number; formerAddresses: number };
export type RecordsFindInput = { view: string; value?: string; q?: string; limit?: number };
export type RecordsFindAnswer = { data: Array<{ id: string; label: string; detail: string; opens: (string | null) }> };
export type RolesCreateInput = { name: string; capabilities: Array<string> };
export type RolesCreateAnswer = { id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number };
export type RolesDeleteInput = { id: string };
export type RolesDeleteAnswer = { id: string };
export type RolesListInput = Record<string, unknown>;
export type RolesListAnswer = { data: Array<{ id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number }>; capabilities: Array<{ name: string; says: string }> };
export type RolesUpdateInput = { id: string; name?: string; capabilities?: Array<string> };
export type RolesUpdateAnswer = { id: (string | null); key: string; name: string; builtIn: boolean; capabilities: Array<string>; members: number };
export type SearchEverythingInput = { q: string; limit?: number };
export type SearchEverythingAnswer = { groups: Array<{ view: string; says: string; opens: string; total: number; rows: Array<{ id: string; label: string; detail: string; opens: (string | null) }> }> };
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
export type VariantsAddAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
export type VariantsRemoveInput = { id: string; variantId: string };
export type VariantsRemoveAnswer = { id: string; slug: string; title: string; descriptionHtml: string; brand: string; productType: string; status: "draft" | "active" | "archived"; publishAt: (string | null); unpublishAt: (string | null); seo: { title: string; description: string }; tags: Array<string>; customFields: Record<string, (string | number | boolean)>; version: number; createdAt: string; updatedAt: string; options: Array<{ name: string; values: Array<string> }>; variants: Array<{ id: string; title: string; options: Record<string, string>; sku: string; barcode: string; position: number; weightGrams: number; requiresShipping: boolean; taxable: boolean; taxCode: string; inventoryPolicy: "deny" | "continue"; trackInventory: boolean; prices: Array<{ currency: string; amount: number; compareAt: (number | null) }> }>; media: Array<{ id: string; url: string; fileId: (string | null); alt: string; width: (number | null); height: (number | null); variantId: (string | null); focal: { x: number; y: number }; position: number }>; categories: Array<{ id: string; name: string }>; collections: Array<{ id: string; title: string }> };
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
  'analytics.home': [AnalyticsHomeInput, AnalyticsHomeAnswer];
  'audit.list': [AuditListInput, AuditListAnswer];
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
  'files.usage': [FilesUsageInput, FilesUsageAnswer];
  'hints.dismiss': [HintsDismissInput, HintsDismissAnswer];
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
  'mail.resend': [MailResendInput, MailResendAnswer];
  'mail.settings': [MailSettingsInput, MailSettingsAnswer];
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
  'notifications.choices': [NotificationsChoicesInput, NotificationsChoicesAnswer];
  'notifications.choose': [NotificationsChooseInput, NotificationsChooseAnswer];
  'notifications.devices': [NotificationsDevicesInput, NotificationsDevicesAnswer];
  'notifications.list': [NotificationsListInput, NotificationsListAnswer];
  'notifications.mark': [NotificationsMarkInput, NotificationsMarkAnswer];
  'notifications.remove-device': [NotificationsRemoveDeviceInput, NotificationsRemoveDeviceAnswer];
  'notifications.set-habits': [NotificationsSetHabitsInput, NotificationsSetHabitsAnswer];
  'notifications.snooze': [NotificationsSnoozeInput, NotificationsSnoozeAnswer];
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
  'orders.neighbours': [OrdersNeighboursInput, OrdersNeighboursAnswer];
  'orders.preview-edit': [OrdersPreviewEditInput, OrdersPreviewEditAnswer];
  'orders.receive-return': [OrdersReceiveReturnInput, OrdersReceiveReturnAnswer];
  'orders.refund': [OrdersRefundInput, OrdersRefundAnswer];
  'orders.renew-link': [OrdersRenewLinkInput, OrdersRenewLinkAnswer];
  'orders.resend-mail': [OrdersResendMailInput, OrdersResendMailAnswer];
  'orders.update-draft': [OrdersUpdateDraftInput, OrdersUpdateDraftAnswer];
  'payments.capture': [PaymentsCaptureInput, PaymentsCaptureAnswer];
  'payments.for-order': [PaymentsForOrderInput, PaymentsForOrderAnswer];
  'payments.list': [PaymentsListInput, PaymentsListAnswer];
  'payments.mark-paid': [PaymentsMarkPaidInput, PaymentsMarkPaidAnswer];
  'payments.refund': [PaymentsRefundInput, PaymentsRefundAnswer];
  'payments.void': [PaymentsVoidInput, PaymentsVoidAnswer];
  'prices.set': [PricesSetInput, PricesSetAnswer];
  'products.archive': [ProductsArchiveInput, ProductsArchiveAnswer];
  'products.create': [ProductsCreateInput, ProductsCreateAnswer];
  'products.delete': [ProductsDeleteInput, ProductsDeleteAnswer];
  'products.duplicate': [ProductsDuplicateInput, ProductsDuplicateAnswer];
  'products.export': [ProductsExportInput, ProductsExportAnswer];
  'products.get': [ProductsGetInput, ProductsGetAnswer];
  'products.history': [ProductsHistoryInput, ProductsHistoryAnswer];
  'products.import': [ProductsImportInput, ProductsImportAnswer];
  'products.list': [ProductsListInput, ProductsListAnswer];
  'products.preview-import': [ProductsPreviewImportInput, ProductsPreviewImportAnswer];
  'products.tag': [ProductsTagInput, ProductsTagAnswer];
  'products.update': [ProductsUpdateInput, ProductsUpdateAnswer];
  'products.uses': [ProductsUsesInput, ProductsUsesAnswer];
  'records.find': [RecordsFindInput, RecordsFindAnswer];
  'roles.create': [RolesCreateInput, RolesCreateAnswer];
  'roles.delete': [RolesDeleteInput, RolesDeleteAnswer];
  'roles.list': [RolesListInput, RolesListAnswer];
  'roles.update': [RolesUpdateInput, RolesUpdateAnswer];
  'search.everything': [SearchEverythingInput, SearchEverythingAnswer];
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
    analytics: {
      /** Figures of the shop. GET /analytics/home */
      home: (input: AnalyticsHomeInput = {}, how?: How) => call<AnalyticsHomeAnswer>('GET', '/analytics/home', input, how),
    },
    audit: {
      /** Audit. GET /audit */
      list: (input: AuditListInput = {}, how?: How) => call<AuditListAnswer>('GET', '/audit', input, how),
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
    files: {
      /** Space taken by files. GET /files/usage */
      usage: (input: FilesUsageInput = {}, how?: How) => call<FilesUsageAnswer>('GET', '/files/usage', input, how),
    },
    hints: {
      /** Hide a hint of the dashboard for me. PUT /hints */
      dismiss: (input: HintsDismissInput, how?: How) => call<HintsDismissAnswer>('PUT', '/hints', input, how),
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
      /** Send a mail once more. POST /mail/messages/:id/sendings */
      resend: (input: MailResendInput, how?: How) => call<MailResendAnswer>('POST', '/mail/messages/:id/sendings', input, how),
      /** How mails of the workspace leave. GET /mail/settings */
      settings: (input: MailSettingsInput = {}, how?: How) => call<MailSettingsAnswer>('GET', '/mail/settings', input, how),
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
      /** How the person wants to be notified. GET /notifications/choices */
      choices: (input: NotificationsChoicesInput = {}, how?: How) => call<NotificationsChoicesAnswer>('GET', '/notifications/choices', input, how),
      /** Choose how to be notified. PUT /notifications/choices */
      choose: (input: NotificationsChooseInput, how?: How) => call<NotificationsChooseAnswer>('PUT', '/notifications/choices', input, how),
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
      /** Changes of a product. GET /products/:id/history */
      history: (input: ProductsHistoryInput, how?: How) => call<ProductsHistoryAnswer>('GET', '/products/:id/history', input, how),
      /** Import products. POST /product-imports */
      import: (input: ProductsImportInput = {}, how?: How) => call<ProductsImportAnswer>('POST', '/product-imports', input, how),
      /** Products. GET /products */
      list: (input: ProductsListInput = {}, how?: How) => call<ProductsListAnswer>('GET', '/products', input, how),
      /** Look at a product file before importing it. POST /product-import-previews */
      previewImport: (input: ProductsPreviewImportInput = {}, how?: How) => call<ProductsPreviewImportAnswer>('POST', '/product-import-previews', input, how),
      /** Tag a product. POST /products/:id/tags */
      tag: (input: ProductsTagInput, how?: How) => call<ProductsTagAnswer>('POST', '/products/:id/tags', input, how),
      /** Change a product. PATCH /products/:id */
      update: (input: ProductsUpdateInput, how?: How) => call<ProductsUpdateAnswer>('PATCH', '/products/:id', input, how),
      /** What speaks of a product. GET /products/:id/uses */
      uses: (input: ProductsUsesInput, how?: How) => call<ProductsUsesAnswer>('GET', '/products/:id/uses', input, how),
    },
    records: {
      /** Look up a record of one kind. GET /records/:view */
      find: (input: RecordsFindInput, how?: How) => call<RecordsFindAnswer>('GET', '/records/:view', input, how),
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
      /** Find records of every kind. GET /search */
      everything: (input: SearchEverythingInput, how?: How) => call<SearchEverythingAnswer>('GET', '/search', input, how),
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
