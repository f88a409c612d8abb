import { Refusal } from '../refusal.ts';

const WORKSPACE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;

/**
 * `<workspaceId>/<segment>/...`: letters, digits, dot, dash and underscore, no segment starting with a dot.
 * So a key never leaves its workspace's folder, and needs no escaping in paths and addresses.
 */
export function checkedKey(key: string): string {
  const [workspaceId = '', ...segments] = key.split('/');
  const fits = WORKSPACE.test(workspaceId) && segments.length > 0 && segments.length <= 6 && segments.every((part) => SEGMENT.test(part));
  if (!fits) throw new Refusal('invalid', 'This is not the name of a stored file.');
  return key;
}

/** A name people gave a file, in the letters a key allows; the extension survives. */
export function plainName(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll(/[^A-Za-z0-9._-]+/g, '-').replaceAll(/\.{2,}/g, '.');
  const trimmed = ascii.replace(/^[^A-Za-z0-9]+/, '').replace(/-+(?=\.|$)/g, '');
  return trimmed === '' ? 'file' : trimmed.slice(-100).replace(/^[^A-Za-z0-9]+/, '');
}
