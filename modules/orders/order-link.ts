import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.ts';

interface Linked {
  id: string;
  linkVersion: number;
}

/** The token that opens one order without signing in. It follows from the order, so a mail can carry it at any time. */
export function orderToken(workspaceId: string, order: Linked): string {
  return sign(config().secret, workspaceId, order);
}

/** A new link version, or a secret that is no longer among the accepted ones, makes earlier links useless. */
export function opensOrder(workspaceId: string, order: Linked, token: string): boolean {
  return [config().secret, ...config().oldSecrets].some((secret) => same(sign(secret, workspaceId, order), token));
}

/** Below the storefront's own address. */
export function orderPath(workspaceId: string, order: Linked): string {
  return `/orders/${order.id}?token=${orderToken(workspaceId, order)}`;
}

/** Where its parcels are, for whoever holds the link. */
export function trackingPath(workspaceId: string, order: Linked): string {
  return `/orders/${order.id}/tracking?token=${orderToken(workspaceId, order)}`;
}

function sign(secret: string, workspaceId: string, order: Linked): string {
  return createHmac('sha256', secret).update(`order-link:${workspaceId}:${order.id}:${order.linkVersion}`).digest('base64url');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
