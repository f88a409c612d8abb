import { isSuperadmin, personOf, provedLately, type Session } from '#modules/accounts/index.ts';
import { config } from '#platform/config.ts';
import { fromOwnNetwork } from '#platform/http/request.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';

/**
 * The signed-in superadmin, or null: then nothing here exists for the caller. Somebody who looks through another person's
 * eyes is none meanwhile. An address below .test is nobody's mailbox (RFC 6761) and comes with a known password in the
 * demo world, so such a superadmin enters from the operator's own network only.
 */
export function superadminOf(session: Session | null, request: Request, visit: { requestId?: string | undefined; address?: string | undefined }): Superadmin | null {
  if (!session || session.behind || !isSuperadmin(session.user)) return null;
  if (isOfTheDemo(session) && !fromOwnNetwork(request, visit.address)) return null;
  return { ...personOf(session, visit.requestId ?? crypto.randomUUID(), visit.address), sessionId: session.id } as unknown as Superadmin;
}

function isOfTheDemo({ user }: Session): boolean {
  return user.email.endsWith('.test');
}

/**
 * What a superadmin still has to do before the area opens: show a code or passkey again when this sign-in has seen none for
 * twelve hours, or, on an installation that the world can reach (PUBLIC_URL), set up a second factor first.
 */
export function stillToProve(session: Session): 'code' | 'set-up' | null {
  if (provedLately(session)) return null;
  if (session.user.secondFactor) return 'code';
  return config().PUBLIC_URL && !isOfTheDemo(session) ? 'set-up' : null;
}

/** The session a superadmin acts in; an impersonation belongs to it. */
export function sessionIdOf(who: Superadmin): string {
  return (who as Superadmin & { sessionId: string }).sessionId;
}
