import { createHash, createHmac } from 'node:crypto';

/** eBay asks whether an address is ours before it sends anything: the answer is a digest of what both know. */
export function ebayChallenge({ challenge, token, address }: { challenge: string; token: string; address: string }): string {
  return createHash('sha256').update(challenge + token + address).digest('hex');
}

/** LinkedIn's question of the same kind. */
export function linkedInChallenge({ challenge, secret }: { challenge: string; secret: string }): string {
  return createHmac('sha256', secret).update(challenge).digest('hex');
}
