import { createHash, createHmac } from 'node:crypto';
import { config } from '#platform/config.ts';

// Without 0, O, 1, I, L and U: nobody mistakes one for another, and no word comes out by chance.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * The code of a gift card follows from its id and our secret: the mail that carries it can be written at any time, and no table holds it.
 * Sixteen of thirty letters; nobody guesses one.
 */
export function giftCardCode(workspaceId: string, id: string, secret = config().secret): string {
  const bytes = createHmac('sha512', secret).update(`gift-card:${workspaceId}:${id}`).digest();
  const letters = [...bytes].filter((byte) => byte < 240).map((byte) => LETTERS[byte % LETTERS.length]!);
  return letters.slice(0, LENGTH).join('');
}

/** The code of a card that was made under this or an earlier secret; undefined when none of them made it. */
export function codeBehind(workspaceId: string, { id, codeHash }: { id: string; codeHash: string }): string | undefined {
  return [config().secret, ...config().oldSecrets].map((secret) => giftCardCode(workspaceId, id, secret)).find((code) => hashOf(workspaceId, code) === codeHash);
}

/** As people read it: four by four. */
export function inGroups(code: string): string {
  return code.match(/.{1,4}/g)!.join('-');
}

/** As it is compared: people type hyphens, spaces and small letters. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

export function looksLikeGiftCard(typed: string): boolean {
  const code = plainCode(typed);
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter));
}

export function hashOf(workspaceId: string, code: string): string {
  return createHash('sha256').update(`gift-card:${workspaceId}:${plainCode(code)}`).digest('base64url');
}
