import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { log, setLog } from '../log.ts';
import { CannotOpen, masterKeysFrom, newDataKey, openValue, readMasterKey, sealValue, unwrapDataKey, versionOf, wrapDataKey } from './envelope.ts';
import { Secret } from './secret.ts';

const WORKSPACE = '0198a000-0000-7000-8000-000000000001';
const OTHER = '0198a000-0000-7000-8000-000000000002';
const key = newDataKey();

test('whatever is sealed opens to the same text, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9999 }), (text, version) => {
      const sealed = sealValue(key, version, text, WORKSPACE, 'smtp');
      expect(versionOf(sealed)).toBe(version);
      expect(openValue(key, sealed, WORKSPACE, 'smtp')).toBe(text);
      expect(sealValue(key, version, text, WORKSPACE, 'smtp')).not.toBe(sealed);
    }),
  );
});

test('it does not open for another workspace, another purpose or with another key', () => {
  const sealed = sealValue(key, 1, 'sk_live_123', WORKSPACE, 'stripe');
  expect(() => openValue(key, sealed, OTHER, 'stripe')).toThrow(CannotOpen);
  expect(() => openValue(key, sealed, WORKSPACE, 'paypal')).toThrow(CannotOpen);
  expect(() => openValue(newDataKey(), sealed, WORKSPACE, 'stripe')).toThrow(CannotOpen);
});

test('a single changed bit is noticed, wherever it is', () => {
  const sealed = sealValue(key, 1, 'sk_live_123', WORKSPACE, 'stripe');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => openValue(key, `v1.${changed.toString('base64url')}`, WORKSPACE, 'stripe')).toThrow(CannotOpen);
  }
  for (const text of ['', 'v1.', 'plain text', 'v0.AAAA', 'v1.A!']) expect(() => versionOf(text)).toThrow(CannotOpen);
  expect(() => openValue(key, 'v1.AAAA', WORKSPACE, 'stripe')).toThrow(CannotOpen);
});

test('a wrapped data key cannot be moved to another workspace or version', () => {
  const [master] = masterKeysFrom(['a secret of the installation']);
  const wrapped = wrapDataKey(master!, key, WORKSPACE, 1);
  expect(unwrapDataKey(master!, wrapped, WORKSPACE, 1).equals(key)).toBe(true);
  expect(() => unwrapDataKey(master!, wrapped, OTHER, 1)).toThrow(CannotOpen);
  expect(() => unwrapDataKey(master!, wrapped, WORKSPACE, 2)).toThrow(CannotOpen);
});

test('master keys follow from the secrets, always the same, and a short one is refused', () => {
  expect(masterKeysFrom(['a', 'b'])).toEqual(masterKeysFrom(['a', 'b']));
  expect(masterKeysFrom(['a'])[0]!.id).not.toBe(masterKeysFrom(['b'])[0]!.id);
  expect(() => readMasterKey('2026', 'dG9vIHNob3J0')).toThrow(/32 bytes/);
});

test('a secret shows itself to nobody who does not ask', () => {
  const secret = new Secret('sk_live_123');
  const lines: string[] = [];
  setLog({ write: (line) => lines.push(line) });
  log.info('Connected.', { provider: { credentials: secret }, note: `${secret}` });
  setLog({ write: (line) => void process.stdout.write(line) });
  const shown = [inspect({ secret }, { showHidden: true }), JSON.stringify({ secret }), `${secret}`, ...lines].join();
  expect(shown).not.toContain('sk_live');
  expect(secret.reveal()).toBe('sk_live_123');
});
