import { createHash } from 'node:crypto';
import { paymentProviders } from './provider.ts';

/**
 * Stands for what a provider's messages call something it keeps, so that it is found by it although the token lies sealed. Null where
 * the provider sends no such messages. Their names are long and random: nobody gets back from the mark to the name.
 */
export function markOf(where: { workspaceId: string }, provider: string, token: string): string | null {
  const name = paymentProviders.get(provider).takenBack?.nameOf(token);
  return name === undefined ? null : markOfName(where, provider, name);
}

export function markOfName({ workspaceId }: { workspaceId: string }, provider: string, name: string): string {
  return createHash('sha256').update(`${workspaceId}:${provider}:${name}`).digest('base64url');
}
