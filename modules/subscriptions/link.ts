import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.ts';

/** Below the storefront's own address. Whoever holds the link may see and change one subscription; the token follows from its id. */
export function subscriptionPath(workspaceId: string, id: string): string {
  return `/subscriptions/${id}?token=${sign(config().secret, workspaceId, id)}`;
}

export function opensSubscription(workspaceId: string, id: string, token: string): boolean {
  return [config().secret, ...config().oldSecrets].some((secret) => same(sign(secret, workspaceId, id), token));
}

function sign(secret: string, workspaceId: string, id: string): string {
  return createHmac('sha256', secret).update(`subscription:${workspaceId}:${id}`).digest('base64url');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
