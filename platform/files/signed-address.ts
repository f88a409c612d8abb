import { createHmac, timingSafeEqual } from 'node:crypto';
import { now } from '../time.ts';
import { LONGEST_SIGNED_SECONDS } from './file-store.ts';

/** What a signed address of the local store allows. */
export interface Permit {
  method: 'GET' | 'PUT';
  key: string;
  type: string;
  maxBytes: number;
}

export const SIGNED_PATH = '/files/signed/';

/** Addresses that carry their own permission: `/files/signed/<key>?method=..&expires=..&signature=..`. */
export class AddressSigner {
  readonly #secret: string;
  readonly #baseUrl: string;

  constructor(secret: string, baseUrl: string) {
    this.#secret = secret;
    this.#baseUrl = baseUrl.replace(/\/$/, '');
  }

  sign(permit: Permit, expiresInSeconds: number): string {
    const seconds = Math.min(expiresInSeconds, LONGEST_SIGNED_SECONDS);
    const expires = Math.floor(now().getTime() / 1000) + seconds;
    const query = new URLSearchParams({ method: permit.method, type: permit.type, max: String(permit.maxBytes), expires: String(expires) });
    query.set('signature', this.#signature(permit, expires));
    return `${this.#baseUrl}${SIGNED_PATH}${permit.key}?${query}`;
  }

  /** The permit, when the signature is ours and the time has not run out. */
  read(url: URL): Permit | undefined {
    const query = url.searchParams;
    const method = query.get('method') === 'PUT' ? 'PUT' : 'GET';
    const key = url.pathname.slice(SIGNED_PATH.length);
    const permit: Permit = { method, key, type: query.get('type') ?? '', maxBytes: Number(query.get('max')) };
    const expires = Number(query.get('expires'));
    const given = Buffer.from(query.get('signature') ?? '');
    const expected = Buffer.from(this.#signature(permit, expires));
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    return genuine && expires * 1000 > now().getTime() ? permit : undefined;
  }

  #signature({ method, key, type, maxBytes }: Permit, expires: number): string {
    return createHmac('sha256', this.#secret).update(['file', method, key, type, maxBytes, expires].join('\n')).digest('base64url');
  }
}
