import { config } from '../config.ts';

/** Every place where a crash test ends the process, in the order a checkout passes them. */
export const faultPoints = [
  'checkout.after-hold',
  'checkout.after-quote',
  'checkout.after-stock',
  'checkout.after-payment-request',
  'checkout.before-commit',
  'checkout.after-commit',
  'payment.before-charge',
  'payment.after-charge',
  'payment.before-record',
  'payment.after-record',
  'checkout.after-charge',
  'checkout.before-answer',
] as const;

export type FaultPoint = (typeof faultPoints)[number];

/** Does nothing, unless QUICKDASH_FAULT names this point: then the process dies here as if the power had failed. */
export async function faultPoint(name: FaultPoint): Promise<void> {
  if (config().QUICKDASH_FAULT !== name) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise<never>(() => {});
}
