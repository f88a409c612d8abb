import { platformRead } from '#platform/tenancy/platform-door.ts';
import { HOUR, now } from '#platform/time.ts';
import { sessionToken, type Session } from './session.ts';

/** Does this person prove themselves with more than the password? */
export async function hasSecondFactor(userId: string): Promise<boolean> {
  const [row] = await platformRead('sign-in', (q) => q.sql<{ on: boolean }>`select two_factor_enabled as on from users where id = ${userId}`);
  return row?.on === true;
}

/** What proves more than knowing the password; a passkey asks for the person's finger or PIN as well. */
const PROOFS = /\/(two-factor\/verify-totp|two-factor\/verify-backup-code|passkey\/verify-authentication)$/;

/** Remembers in the sign-in when its person proved that it is them; `response` is what better-auth answered. */
export async function noteProof(request: Request, response: Response): Promise<void> {
  if (!response.ok || !PROOFS.test(new URL(request.url).pathname)) return;
  const token = sessionToken(response.headers.getSetCookie().join('; ')) ?? sessionToken(request.headers.get('cookie'));
  if (token) await platformRead('sign-in', (q) => q.sql`update sessions set second_factor_at = ${now()} where token = ${token}`);
}

const FRESH = 12 * HOUR;

/** Whether the person showed a code or a passkey in this sign-in within the last twelve hours. */
export function provedLately({ secondFactorAt }: Session): boolean {
  return secondFactorAt !== null && Date.parse(secondFactorAt) > now().getTime() - FRESH;
}
