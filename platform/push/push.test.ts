import { createECDH } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { config, useConfig } from '../config.ts';
import { openTestDatabase, type TestHouse } from '../testing/database.ts';
import { platformTransaction } from '../tenancy/platform-door.ts';
import { forgetPushKeys, pushKeys } from './push-keys.ts';
import { decryptPush, openPushService, type PushServiceDouble } from './push-service.ts';
import { isPushService, secondsOf, sendPush } from './send-push.ts';

let house: TestHouse;
let service: PushServiceDouble;

beforeAll(async () => {
  house = await openTestDatabase();
  forgetPushKeys();
  service = await openPushService(async () => (await pushKeys()).publicKey, { timeoutMillis: 300 });
});
afterAll(async () => {
  await service.close();
  forgetPushKeys();
  await house.close();
});

const push = { payload: { title: 'New order #1001', body: 'Ana – 1 × Blue mug' }, ttlSeconds: 60, urgency: 'normal' } as const;

test('a push reaches the browser: signed as ours, readable by it alone', async () => {
  const browser = service.browser();
  expect(await sendPush(browser, { ...push, topic: 'orders' })).toEqual({ state: 'sent' });
  expect(browser.received).toMatchObject([{ payload: push.payload, headers: { ttl: '60', urgency: 'normal', topic: 'orders' } }]);
  expect(service.complaints).toEqual([]);
});

// RFC 8291, section 5: the browser's side of our double reads the published example.
test('the example of the standard is read', () => {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'));
  const body = 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  expect(decryptPush(Buffer.from(body, 'base64url'), ecdh, Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url')).toString()).toBe('When I grow up, I want to be a watermelon');
});

test.each([
  [404, { state: 'gone' }],
  [410, { state: 'gone' }],
  [413, { state: 'refused' }],
  [429, { state: 'later', seconds: 17 }],
  [503, { state: 'later', seconds: 17 }],
])('the push service answers %i', async (status, outcome) => {
  const browser = service.browser();
  service.answers(browser, status, { 'retry-after': '17' });
  expect(await sendPush(browser, push)).toMatchObject(outcome);
});

test('a push service that does not answer is tried again later', async () => {
  const browser = service.browser();
  service.answers(browser, 'hangs');
  expect(await sendPush(browser, push)).toMatchObject({ state: 'later', seconds: undefined });
});

test('nobody can make us call another machine by a made-up subscription', async () => {
  for (const endpoint of ['http://127.0.0.1:9/x', 'https://169.254.169.254/latest', 'https://fcm.googleapis.com.evil.example/', 'http://fcm.googleapis.com/x', 'nonsense']) {
    expect(isPushService(endpoint), endpoint).toBe(false);
    expect(await sendPush({ ...service.browser(), endpoint }, push)).toMatchObject({ state: 'refused' });
  }
  for (const endpoint of ['https://fcm.googleapis.com/fcm/send/x', 'https://updates.push.services.mozilla.com/wpush/v2/x', 'https://web.push.apple.com/x', 'https://db5p.notify.windows.com/w/x']) expect(isPushService(endpoint)).toBe(true);
});

test('the key is made once however many ask at first, stays after a restart, and moves under a new secret', async () => {
  forgetPushKeys();
  await platformTransaction('vault', (q) => q.sql`delete from push_keys`);
  const first = await pushKeys();
  forgetPushKeys();
  expect(await pushKeys()).toEqual(first);
  const before = config();
  useConfig({ secret: 'another secret of more than 32 characters', oldSecrets: [before.secret] });
  forgetPushKeys();
  expect(await pushKeys()).toEqual(first);
  useConfig({ oldSecrets: [] });
  forgetPushKeys();
  expect(await pushKeys()).toEqual(first);
  useConfig(before);
  forgetPushKeys();
  await expect(pushKeys()).rejects.toThrow('QUICKDASH_OLD_SECRETS');
  await platformTransaction('vault', (q) => q.sql`delete from push_keys`);
  forgetPushKeys();
});

test('Retry-After is read as seconds or as a date, and never believed beyond a day', () => {
  expect(secondsOf('120')).toBe(120);
  expect(secondsOf('9999999')).toBe(86_400);
  expect(secondsOf(new Date(Date.now() + 30_000).toUTCString())).toBeGreaterThan(25);
  expect(secondsOf('soon')).toBeUndefined();
  expect(secondsOf(null)).toBeUndefined();
});
