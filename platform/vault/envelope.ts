import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** 32 bytes, for AES-256. */
export type Key = Buffer;

/** Wraps the data keys. The id is stored beside each wrapped key, so keys can be exchanged one by one. */
export interface MasterKey {
  id: string;
  key: Key;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The sealed text was changed, belongs to another workspace or purpose, or its key is gone. */
export class CannotOpen extends Error {
  override name = 'CannotOpen';
}

/** AES-256-GCM; iv, ciphertext and tag in one base64url text. `boundTo` must be the same to open it. */
export function encrypt(key: Key, plaintext: Buffer, boundTo: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo));
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

export function decrypt(key: Key, text: string, boundTo: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  const end = bytes.length - TAG_BYTES;
  if (end < IV_BYTES) throw new CannotOpen('The sealed text is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, end)), decipher.final()]);
  } catch {
    throw new CannotOpen('The sealed text was changed, or belongs to another workspace or purpose');
  }
}

export function newDataKey(): Key {
  return randomBytes(32);
}

export function wrapDataKey(master: MasterKey, dataKey: Key, workspaceId: string, version: number): string {
  return encrypt(master.key, dataKey, `data key\n${workspaceId}\n${version}`);
}

export function unwrapDataKey(master: MasterKey, wrapped: string, workspaceId: string, version: number): Key {
  return decrypt(master.key, wrapped, `data key\n${workspaceId}\n${version}`);
}

/** `v3.<text>`: the number says which data key of the workspace opens it. */
export function sealValue(dataKey: Key, version: number, plaintext: string, workspaceId: string, purpose: string): string {
  return `v${version}.${encrypt(dataKey, Buffer.from(plaintext, 'utf8'), `value\n${workspaceId}\n${purpose}`)}`;
}

export function openValue(dataKey: Key, sealed: string, workspaceId: string, purpose: string): string {
  const text = sealed.slice(sealed.indexOf('.') + 1);
  return decrypt(dataKey, text, `value\n${workspaceId}\n${purpose}`).toString('utf8');
}

export function versionOf(sealed: string): number {
  const version = /^v([1-9]\d{0,8})\.[A-Za-z0-9_-]+$/.exec(sealed)?.[1];
  if (version === undefined) throw new CannotOpen('This is not a sealed text');
  return Number(version);
}

/** A master key given as 32 bytes in base64. */
export function readMasterKey(id: string, base64: string): MasterKey {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) throw new Error(`The master key ${id} must be 32 bytes in base64: openssl rand -base64 32`);
  return { id, key };
}

/** Master keys that follow from the installation's secrets, newest first, so a single machine needs no further set-up. */
export function masterKeysFrom(secrets: string[]): MasterKey[] {
  return secrets.map((secret) => {
    const key = Buffer.from(hkdfSync('sha256', secret, '', 'quickdash vault master key', 32));
    return { id: createHash('sha256').update(key).digest('hex').slice(0, 12), key };
  });
}
