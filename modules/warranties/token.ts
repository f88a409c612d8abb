import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens one card to whoever holds the link, a buyer of the thing second-hand as well. */
export function cardToken(workspaceId: string, cardId: string): string {
  return `${cardId}.${sign(config().secret, workspaceId, cardId)}`;
}

/** The card's id when the signature is ours: of today's secret or of one that is still accepted. */
export function cardOfToken(workspaceId: string, token: string): string | undefined {
  const [cardId = '', signature = ''] = token.split('.');
  if (!UUID.test(cardId)) return undefined;
  return [config().secret, ...config().oldSecrets].some((secret) => same(sign(secret, workspaceId, cardId), signature)) ? cardId : undefined;
}

function sign(secret: string, workspaceId: string, cardId: string): string {
  return createHmac('sha256', secret).update(`warranty:${workspaceId}:${cardId}`).digest('base64url').slice(0, 32);
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
