/** Where a crash test ends the process while a charge is carried out, in the order it passes them. */
export const paymentFaultPoints = ['payment.before-charge', 'payment.after-charge', 'payment.before-record', 'payment.after-record'] as const;
