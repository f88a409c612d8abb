import { newSecret } from '#platform/ids.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { keyHash } from '../find-storefront.ts';

const KEY = { purpose: 'storefronts.key' };
const SECRET = { purpose: 'storefronts.secret' };

export interface NewKey {
  key: string;
  prefix: string;
  hash: string;
  sealed: string;
}

/** A fresh key with everything that is stored of it. */
export function newKey(r: Reader): Promise<NewKey> {
  return fresh(r, `qsk_${newSecret()}`, KEY);
}

/** A fresh secret of the shop's server, likewise. */
export function newServerSecret(r: Reader): Promise<NewKey> {
  return fresh(r, `qss_${newSecret()}`, SECRET);
}

async function fresh(r: Reader, key: string, why: { purpose: string }): Promise<NewKey> {
  return { key, prefix: key.slice(0, 8), hash: keyHash(key), sealed: await vault().seal(r, key, why) };
}

export async function openKey(r: Reader, sealed: string): Promise<string> {
  return (await vault().open(r, sealed, KEY)).reveal();
}

export async function openServerSecret(r: Reader, sealed: string): Promise<string> {
  return (await vault().open(r, sealed, SECRET)).reveal();
}
