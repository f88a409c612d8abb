import { config } from '#platform/config.ts';
import { newSecret } from '#platform/ids.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { masterKeysFrom } from '#platform/vault/envelope.ts';
import { createVault, type Vault } from '#platform/vault/vault.ts';
import { keyHash } from '../find-storefront.ts';

const WHY = { purpose: 'storefronts.key' };
let vault: Vault | undefined;

function theVault(): Vault {
  vault ??= createVault({ masterKeys: masterKeysFrom([config().secret, ...config().oldSecrets]) });
  return vault;
}

export interface NewKey {
  key: string;
  prefix: string;
  hash: string;
  sealed: string;
}

/** A fresh key with everything that is stored of it. */
export async function newKey(r: Reader): Promise<NewKey> {
  const key = `qsk_${newSecret()}`;
  return { key, prefix: key.slice(0, 8), hash: keyHash(key), sealed: await theVault().seal(r, key, WHY) };
}

export async function openKey(r: Reader, sealed: string): Promise<string> {
  return (await theVault().open(r, sealed, WHY)).reveal();
}
