import { createHash, createHmac } from 'node:crypto';
import { config } from '#platform/config.ts';

/** The token of a mailed link follows from its id and our secret, so that the mail's reaction can build it and no table holds it. */
export function linkToken(workspaceId: string, linkId: string): string {
  return createHmac('sha256', config().secret).update(`customer-link:${workspaceId}:${linkId}`).digest('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
