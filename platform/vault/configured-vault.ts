import { config } from '../config.ts';
import { masterKeysFrom } from './envelope.ts';
import { createVault, type Vault } from './vault.ts';

let chosen: Vault | undefined;

/** The vault of this installation: its master keys follow from QUICKDASH_SECRET and, while they are exchanged, QUICKDASH_OLD_SECRETS. */
export function vault(): Vault {
  chosen ??= createVault({ masterKeys: masterKeysFrom([config().secret, ...config().oldSecrets]) });
  return chosen;
}
