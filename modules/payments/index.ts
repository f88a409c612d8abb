import { module } from '#platform/module.ts';
import * as events from './events.ts';
import { capturePayment, markPaid, refundPayment, voidPayment } from './operations.ts';
import { setPlatformFee, superFees } from './platform-fee.ts';
import { paymentProviders } from './provider.ts';
import { carryOutAskedSteps, chargeRequested, letGoAtProvider, resolveOpenSteps } from './reactions.ts';
import * as tables from './tables.ts';
import { paymentList, paymentsOfOrder } from './views.ts';

/**
 * Payments: money asked for, promised, received and given back. Words: charge (the one step that starts a payment), authorized
 * (promised), captured (received), step (something the provider is asked to do), fact (something that happened there).
 * Invariants: a step is stored before the provider is asked, and asked with one key for ever, so a crash is finished and never
 * repeated; state and sums are derived from stored facts, in whatever order they came; never more is refunded than was captured;
 * of a card only brand and last four digits are kept in the clear; what a kept way to pay is charged with again lies in the vault.
 */
export const payments = module({
  name: 'payments',
  tables,
  operations: [capturePayment, markPaid, voidPayment, refundPayment],
  views: [paymentList, paymentsOfOrder],
  superOperations: [setPlatformFee],
  superViews: [superFees],
  events: Object.values(events),
  reactions: [chargeRequested, carryOutAskedSteps, letGoAtProvider],
  schedules: [resolveOpenSteps],
  ports: [paymentProviders],
  capabilities: { 'payments:read': 'See payments', 'payments:write': 'Capture and refund payments' },
});

export { requestAgain, requestKeeping, requestPayment, type PaymentAsk } from './request-payment.ts';
export { carryOutPayment, carryOutStep } from './carry-out.ts';
export { askForRefund, refundRoomOf, stepsBy, type AskedRefund, type RefundRoom, type StepStanding } from './refund-of-order.ts';
export { factsByReference, type KnownFact } from './facts-by-reference.ts';
export { forgetMethod, hearOfKept, keepMethod, keptMethod, keptMethodOf, letGoOfMethod, methodBegunBy, methodOfPayment, NOT_KEPT, type KeptMethod } from './kept-method.ts';
export { hearOfGone, keepsNamed } from './hear-of-gone.ts';
export { recordReturned, recordTender } from './own-money.ts';
export { followPayments } from './record-facts.ts';
export { forgetOffered, keepsFor, offeredProviders, requireOffered, type Offered } from './offered.ts';
export { feeFor, setPlatformFee, superFees } from './platform-fee.ts';
export { hearOfCharge, lookAtPayment } from './hear-provider.ts';
export { followDisputes, hearOfDispute } from './hear-dispute.ts';
export type { DisputeFact, DisputeReason, DisputeState, EvidenceFile, EvidenceGiven, ProviderDispute, ProviderDisputes } from './provider-disputes.ts';
export { DISPUTE_REASONS, DISPUTE_STATES, EVIDENCE_FIELDS, type EvidenceField } from './provider-disputes.ts';
export { ownCharges, ownKept } from './other-charges.ts';
export { markOf, markOfName } from './method-mark.ts';
export { remoteBook, type RemoteBook, type RemoteCharge } from './remote-book.ts';
export { receivePaymentWebhook } from './webhook.ts';
export { Payment, paymentsFor } from './payment.ts';
export { PAYMENT_STATES, type PaymentState } from './payment-state.ts';
export { PaymentChoice, paymentProviders } from './provider.ts';
export type { ChargeRequest, KeptToken, PaymentProvider, PaymentSource, ProviderFact, ProviderNotice, StepRequest } from './provider.ts';
export { chargeBook, type ChargeBook } from './charge-book.ts';
export { capturePayment, markPaid, refundPayment, voidPayment, paymentList, paymentsOfOrder, resolveOpenSteps };
export * from './events.ts';
export { within } from './within.ts';
export { paymentFaultPoints } from './fault-points.ts';
