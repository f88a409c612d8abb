/** Where a crash test may end the process while a subscription is renewed. */
export const renewalFaultPoints = ['renewal.before-order', 'renewal.after-order', 'renewal.before-commit', 'renewal.after-commit', 'renewal.after-charge'] as const;

/** The same while renewals are announced. */
export const announceFaultPoints = ['announce.before-commit', 'announce.after-commit'] as const;
