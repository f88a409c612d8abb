/** Where a crash test may end the process while a tier is paid for. */
export const billingFaultPoints = ['billing.before-commit', 'billing.after-commit', 'billing.after-charge', 'billing.before-record', 'billing.before-tier'] as const;
