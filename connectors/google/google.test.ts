import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountAt, beginOAuth, checkConnection, disconnect, finishOAuth, integrationView, refreshTokens, setApp, useVendorAt } from '#modules/integrations/index.ts';
import { useConfig } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { fromForm } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { VendorDouble, type Answer, type Asked } from '#platform/testing/vendor-double.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { TOKENS, WHO } from './index.ts';

/** Google's sign-in as far as we use it: a refresh token stays, its access tokens change. */
class GoogleDouble extends VendorDouble {
  challenge = '';
  readonly live = new Set<string>();

  constructor() {
    super((asked) => this.answer(asked));
  }

  private answer({ path, headers, body }: Asked): Answer {
    const form = fromForm(body) as Record<string, string>;
    if (path === '/v1/userinfo') return this.live.has(headers['authorization']!.replace('Bearer ', '')) ? { status: 200, body: { sub: '1101', email: 'mia@example.test', name: 'Mia Merchant' } } : { status: 401, body: { error: 'invalid_token' } };
    if (path === '/revoke') return this.live.delete(form['token']!) ? { status: 200, body: {} } : { status: 400, body: { error: 'invalid_token' } };
    const right = form['client_secret'] === 'right' && (form['grant_type'] === 'refresh_token' ? this.live.has(form['refresh_token']!) : form['code'] === 'code' && createHash('sha256').update(form['code_verifier'] ?? '').digest('base64url') === this.challenge);
    if (!right) return { status: 400, body: { error: 'invalid_grant', error_description: 'Bad Request' } };
    const access = `ya29.${randomUUID()}`;
    this.live.add(access).add('1//refresh');
    return { status: 200, body: { access_token: access, expires_in: 3_599, token_type: 'Bearer', ...(form['grant_type'] !== 'refresh_token' && { refresh_token: '1//refresh' }) } };
  }
}

let house: TestHouse;
const double = new GoogleDouble();
let back: (() => void)[];
beforeAll(async () => {
  house = await openTestDatabase();
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const url = await double.open();
  back = [TOKENS, WHO].map((host) => useVendorAt(host, url));
  const who = { userId: newId(), name: 'Sue Super', email: 'sue@example.test', requestId: newId() } as unknown as Superadmin;
  await setApp.call(who, { vendor: 'google', settings: { clientId: '1.apps.googleusercontent.com' }, secrets: { clientSecret: 'right' } });
});
afterAll(async () => {
  for (const take of back) take();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await double.close();
  await house.close();
});

test('a Google account is signed in with, its token renewed before it ends, and its access taken back', async () => {
  const { ctx } = await house.newWorkspace();
  const { address } = await beginOAuth.call(ctx, { vendor: 'google' });
  const asked = new URL(address).searchParams;
  expect([asked.get('access_type'), asked.get('code_challenge_method')]).toEqual(['offline', 'S256']);
  double.challenge = 'of somebody else';
  await expect(finishOAuth.call(ctx, { stateToken: asked.get('state')!, codeToken: 'code' })).rejects.toMatchObject({ code: 'declined' });
  const again = new URL((await beginOAuth.call(ctx, { vendor: 'google' })).address).searchParams;
  double.challenge = again.get('code_challenge')!;
  expect(await finishOAuth.call(ctx, { stateToken: again.get('state')!, codeToken: 'code' })).toMatchObject({ state: 'connected', sentence: 'mia@example.test' });
  const first = (await accountAt(ctx, 'google'))!.secrets;
  const home = travel(45 * MINUTE);
  await refreshTokens.run(ctx);
  const second = (await accountAt(ctx, 'google'))!.secrets;
  home();
  expect(second['accessToken']).not.toBe(first['accessToken']);
  expect(second['refreshToken']).toBe('1//refresh');
  expect(await checkConnection.call(ctx, { vendor: 'google' })).toMatchObject({ state: 'connected' });
  expect(await disconnect.call(ctx, { vendor: 'google' })).toMatchObject({ sentence: '' });
  expect(double.live.has('1//refresh')).toBe(false);
  expect(await integrationView.call(ctx, { vendor: 'google' })).toMatchObject({ state: 'disconnected', label: '' });
});
