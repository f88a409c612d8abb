import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.ts';

/** How tokens are kept: their SHA-256. Right for long random secrets only; passwords go through scrypt. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The key that signs session cookies, derived so that no other use of the installation's secret shares it. */
export function cookieSecret(secret = config().secret): string {
  return createHmac('sha256', secret).update('sign-in:cookies').digest('base64');
}

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The present key and those of former secrets, each under a number that follows from it, for what is sealed at rest. */
export function signInSecrets(): { version: number; value: string }[] {
  return [config().secret, ...config().oldSecrets].map((secret) => {
    const value = cookieSecret(secret);
    return { version: createHash('sha256').update(`version:${value}`).digest().readUIntBE(0, 4), value };
  });
}
