import { MINUTE } from '#platform/time.ts';
import { countAttempt, type Allowance } from '../attempts.ts';

const SLOWED: Record<string, { perAddress: number; perAccount: number }> = {
  '/sign-in/email': { perAddress: 100, perAccount: 10 },
  '/sign-up/email': { perAddress: 30, perAccount: 5 },
  '/request-password-reset': { perAddress: 30, perAccount: 5 },
  '/reset-password': { perAddress: 30, perAccount: 30 },
  '/send-verification-email': { perAddress: 30, perAccount: 5 },
  '/change-password': { perAddress: 30, perAccount: 30 },
  '/change-email': { perAddress: 30, perAccount: 30 },
  '/two-factor/enable': { perAddress: 30, perAccount: 30 },
  '/two-factor/disable': { perAddress: 30, perAccount: 30 },
  '/two-factor/generate-backup-codes': { perAddress: 30, perAccount: 30 },
  '/two-factor/verify-totp': { perAddress: 60, perAccount: 60 },
  '/two-factor/verify-backup-code': { perAddress: 30, perAccount: 30 },
  '/passkey/verify-authentication': { perAddress: 60, perAccount: 60 },
};

const WINDOW = 10 * MINUTE;

/** Refuses with `rate_limited` when an address or an account is tried too often within ten minutes. */
export async function slowDown(path: string, address: string, email: unknown): Promise<void> {
  const limit = SLOWED[path];
  if (!limit) return;
  const allowances: Allowance[] = [{ key: `${path}:from:${address}`, times: limit.perAddress, withinMillis: WINDOW }];
  if (typeof email === 'string') allowances.push({ key: accountKey(path, email), times: limit.perAccount, withinMillis: WINDOW });
  await countAttempt(allowances);
}

export function accountKey(path: string, email: string): string {
  return `${path}:of:${email.trim().toLowerCase()}`;
}
