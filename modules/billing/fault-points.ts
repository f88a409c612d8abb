/** Where a crash test may end the process while a tier is paid for. */
export const billingFaultPoints = ['billing.before-commit', 'billing.after-commit', 'billing.after-charge', 'billing.before-record', 'billing.before-tier'] as const;

/** The same once the provider has kept a card on its page, and nothing is charged yet. */
export const AFTER_KEPT = 'billing.after-kept';
