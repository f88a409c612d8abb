import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.ts';

/** What a signed link of a reminder may do: bring the cart back, or end the reminders. One cannot be used for the other. */
type Purpose = 'restore' | 'unsubscribe';

/** Below the storefront's own address. The token follows from the id, so no table holds it. */
export function linkPath(purpose: Purpose, workspaceId: string, id: string): string {
  return `${purpose === 'restore' ? '/cart/restore' : '/unsubscribe'}?token=${id}.${sign(config().secret, purpose, workspaceId, id)}`;
}

/** The id a token stands for; undefined when we did not sign it. */
export function idIn(purpose: Purpose, workspaceId: string, token: string): string | undefined {
  const match = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token);
  if (!match) return undefined;
  const [, id, signature] = match as unknown as [string, string, string];
  return [config().secret, ...config().oldSecrets].some((secret) => timingSafeEqual(Buffer.from(sign(secret, purpose, workspaceId, id)), Buffer.from(signature))) ? id : undefined;
}

function sign(secret: string, purpose: Purpose, workspaceId: string, id: string): string {
  return createHmac('sha256', secret).update(`recovery-${purpose}:${workspaceId}:${id}`).digest('base64url');
}
