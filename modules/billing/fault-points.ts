/** Where a crash test may end the process while a tier is paid for. */
export const billingFaultPoints = ['billing.before-commit', 'billing.after-commit', 'billing.after-charge', 'billing.before-record', 'billing.before-tier'] as const;

/** The same while a card is kept on the provider's page, in the order they are passed. */
export const keepingFaultPoints = ['billing.after-page', 'billing.after-kept'] as const;
