import { newSecret } from '#platform/ids.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { keyHash } from '../find-storefront.ts';

const WHY = { purpose: 'storefronts.key' };

export interface NewKey {
  key: string;
  prefix: string;
  hash: string;
  sealed: string;
}

/** A fresh key with everything that is stored of it. */
export async function newKey(r: Reader): Promise<NewKey> {
  const key = `qsk_${newSecret()}`;
  return { key, prefix: key.slice(0, 8), hash: keyHash(key), sealed: await vault().seal(r, key, WHY) };
}

export async function openKey(r: Reader, sealed: string): Promise<string> {
  return (await vault().open(r, sealed, WHY)).reveal();
}
