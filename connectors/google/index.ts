/**
 * Google: an account to sign in with, for connectors that work with Google (developers.google.com/identity/protocols/oauth2/web-server).
 * The connection itself reads nothing but whose account it is.
 */
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';
import { callVendor, connectors, type Account, type App, type Connector, type Known } from '#modules/integrations/index.ts';

export const google = module({ name: 'google', uses: ['integrations'] });

export const PAGE = 'https://accounts.google.com';
export const TOKENS = 'https://oauth2.googleapis.com';
export const WHO = 'https://openidconnect.googleapis.com';
const SCOPES = ['openid', 'email', 'profile'];

interface Answer {
  access_token?: string;
  refresh_token?: string;
  expires_in?: number;
  error?: string;
  error_description?: string;
}

async function tokenCall(path: 'token' | 'revoke', params: Record<string, string>): Promise<Answer> {
  const { status, json } = await callVendor(`${TOKENS}/${path}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(params).toString() });
  if (status >= 500 || status === 429) throw new Error(`Google answered ${status}`);
  const { error, error_description: sentence } = json as Answer;
  if (status >= 400) throw new Refusal('declined', error === 'invalid_grant' ? 'Google’s access has ended or was taken back. Sign in there again.' : `Google said no: ${sentence ?? error ?? status}`);
  return json as Answer;
}

const client = (app: App) => ({ client_id: app.settings['clientId']!, client_secret: app.secrets['clientSecret']! });

function tokensIn({ access_token: accessToken, refresh_token: refreshToken, expires_in: expiresInSeconds }: Answer): Pick<Known, 'secrets' | 'expiresInSeconds'> {
  if (!accessToken) throw new Refusal('declined', 'Google gave no access.');
  return { secrets: { accessToken, ...(refreshToken && { refreshToken }) }, ...(expiresInSeconds !== undefined && { expiresInSeconds }) };
}

async function whoIs({ secrets }: Pick<Account, 'secrets'>): Promise<Known> {
  const { status, json } = await callVendor(`${WHO}/v1/userinfo`, { method: 'GET', headers: { authorization: `Bearer ${secrets['accessToken']}` } });
  if (status === 401 || status === 403) throw new Refusal('not_connected', 'Google does not accept our access any more. Sign in there again.');
  if (status !== 200) throw new Error(`Google answered ${status}`);
  return { label: String(json['email'] ?? json['name'] ?? 'Google account'), accountId: String(json['sub']) };
}

const connector: Connector = {
  says: 'Google',
  about: 'A Google account of yours. Only its name and address are read; nothing is sent there yet.',
  group: 'Accounts',
  app: { fields: [{ key: 'clientId', says: 'Client id', about: 'Ends in .apps.googleusercontent.com.' }, { key: 'clientSecret', says: 'Client secret', secret: true }] },
  oauth: {
    scopes: SCOPES,
    pkce: true,
    // Without asking for consent each time, Google gives its refresh token only to the first.
    consent: (app, { state, redirect, challenge }) => `${PAGE}/o/oauth2/v2/auth?${new URLSearchParams({
      response_type: 'code', client_id: app.settings['clientId']!, redirect_uri: redirect, scope: SCOPES.join(' '), state, code_challenge: challenge, code_challenge_method: 'S256', access_type: 'offline', prompt: 'consent',
    })}`,
    async exchange(app, { code, redirect, verifier }) {
      const tokens = tokensIn(await tokenCall('token', { grant_type: 'authorization_code', ...client(app), code, redirect_uri: redirect, code_verifier: verifier }));
      return { ...(await whoIs({ secrets: tokens.secrets! })), ...tokens };
    },
    async refresh({ app, secrets }) {
      if (!app || !secrets['refreshToken']) throw new Refusal('not_connected', 'Google’s access has ended. Sign in there again.');
      return { label: '', ...tokensIn(await tokenCall('token', { grant_type: 'refresh_token', ...client(app), refresh_token: secrets['refreshToken'] })) };
    },
  },
  verify: whoIs,
  async disconnect({ secrets }) {
    // Taking back the refresh token takes back what came of it.
    const token = secrets['refreshToken'] ?? secrets['accessToken'];
    if (token) await tokenCall('revoke', { token });
  },
};

connectors.provide('google', connector);
