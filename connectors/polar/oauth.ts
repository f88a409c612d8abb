import { Refusal } from '#platform/refusal.ts';
import { callVendor, type Account, type App, type Known, type OAuth } from '#modules/integrations/index.ts';
import { hostOf, type Json } from './client.ts';

const PAGES = { live: 'https://polar.sh', sandbox: 'https://sandbox.polar.sh' } as const;
const SCOPES = ['openid', 'organizations:read', 'products:read', 'products:write', 'checkouts:read', 'checkouts:write', 'orders:read', 'refunds:read', 'refunds:write', 'webhooks:read', 'webhooks:write'];

async function tokenCall(app: App, path: 'token' | 'revoke', params: Record<string, string>): Promise<Json> {
  const body = new URLSearchParams({ client_id: app.settings['clientId']!, client_secret: app.secrets['clientSecret']!, ...params }).toString();
  const { status, json } = await callVendor(`${hostOf(app.settings['mode'])}/v1/oauth2/${path}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  if (status >= 500 || status === 429) throw new Error(`Polar answered ${status}`);
  if (status >= 400) throw new Refusal('declined', `Polar said no: ${String(json['error_description'] ?? json['error'] ?? status)}`);
  return json;
}

function tokensIn(answer: Json): Pick<Known, 'secrets' | 'expiresInSeconds'> {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresInSeconds } = answer as { access_token?: string; refresh_token?: string; expires_in?: number };
  if (!accessToken) throw new Refusal('declined', 'Polar gave no access.');
  return { secrets: { accessToken, ...(refreshToken && { refreshToken }) }, ...(expiresInSeconds !== undefined && { expiresInSeconds }) };
}

/** Signing in at Polar for one organization (polar.sh/docs/integrate/oauth2). */
export function polarOAuth(nameOf: (account: Account) => Promise<Known>): OAuth {
  return {
    scopes: SCOPES,
    pkce: true,
    consent: (app, { state, redirect, challenge }) => `${app.settings['mode'] === 'live' ? PAGES.live : PAGES.sandbox}/oauth2/authorize?${new URLSearchParams({
      response_type: 'code', client_id: app.settings['clientId']!, redirect_uri: redirect, scope: SCOPES.join(' '), state, code_challenge: challenge, code_challenge_method: 'S256', sub_type: 'organization',
    })}`,
    async exchange(app, { code, redirect, verifier }) {
      const tokens = tokensIn(await tokenCall(app, 'token', { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier }));
      return { ...(await nameOf({ connectionId: '', accountId: null, settings: {}, secrets: tokens.secrets!, app })), ...tokens };
    },
    async refresh({ app, secrets }) {
      if (!app || !secrets['refreshToken']) throw new Refusal('not_connected', 'Polar’s access has ended. Sign in there again.');
      return { label: '', ...tokensIn(await tokenCall(app, 'token', { grant_type: 'refresh_token', refresh_token: secrets['refreshToken'] })) };
    },
  };
}

/** Takes the tokens back at Polar; those of a person's own making are theirs to take back. */
export async function revokeTokens({ app, secrets }: Account): Promise<void> {
  if (!app || !secrets['refreshToken']) return;
  await tokenCall(app, 'revoke', { token: secrets['refreshToken'], token_type_hint: 'refresh_token' });
  if (secrets['accessToken']) await tokenCall(app, 'revoke', { token: secrets['accessToken'], token_type_hint: 'access_token' });
}
