import { config } from '../config.ts';
import { CannotOpen, decrypt, encrypt, masterKeysFrom } from './envelope.ts';
import { Secret } from './secret.ts';

/** Seals a value of the installation itself, such as its own key at an outside company. It belongs to no workspace. */
export function sealForHouse(text: string, { purpose }: { purpose: string }): string {
  const [master] = masterKeysFrom([config().secret]);
  return `h${master!.id}.${encrypt(master!.key, Buffer.from(text, 'utf8'), `house\n${purpose}`)}`;
}

/** The value again; also one that was sealed under a former QUICKDASH_SECRET. */
export function openForHouse(sealed: string, { purpose }: { purpose: string }): Secret {
  const [, id, text] = /^h([0-9a-f]+)\.(.+)$/.exec(sealed) ?? [];
  const master = masterKeysFrom([config().secret, ...config().oldSecrets]).find((each) => each.id === id);
  if (!master || !text) throw new CannotOpen('The key that sealed this is gone');
  return new Secret(decrypt(master.key, text, `house\n${purpose}`).toString('utf8'));
}
