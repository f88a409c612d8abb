import { newId } from '#platform/ids.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import { DAY, HOUR } from '#platform/time.ts';
import { mailTransport } from '#platform/mail/transport.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { forgiveAttempts } from '../attempts.ts';
import { credentials, passkeys, secondFactors, sessions, users, verifications } from '../tables.ts';
import { addressChangedLetter, confirmationLetter, existingAccountLetter, newAddressLetter, resetLetter } from './letters.ts';
import { publicUrl } from './public-url.ts';
import { cookieSecret, signInSecrets } from './secrets.ts';
import { socialProviders } from './social.ts';
import { accountKey, slowDown } from './sign-in-limits.ts';

export const ADDRESS_HEADER = 'x-quickdash-address';

interface Auth {
  handler(request: Request): Promise<Response>;
}
let made: { on: string; auth: Promise<Auth> } | undefined;

/** better-auth, loaded with the first request that needs it: 50 MB of code that most processes never run. */
export function betterAuthOnce(): Promise<Auth> {
  const on = `${publicUrl()} ${mailTransport() !== undefined}`;
  if (made?.on !== on) made = { on, auth: load() };
  return made.auth;
}

async function load(): Promise<Auth> {
  const [{ betterAuth }, { drizzleAdapter }, hooks, plugins] = await Promise.all([import('better-auth/minimal'), import('better-auth/adapters/drizzle'), ourHooks(), ourPlugins()]);
  // The platform door's Drizzle asks for a connection with every statement, so it follows the pools.
  const db = await platformRead('sign-in', async (q) => q.db);
  return betterAuth({
    ...addresses(),
    secret: cookieSecret(),
    // What is sealed under a former secret still opens.
    secrets: signInSecrets(),
    database: drizzleAdapter(db, { provider: 'pg', schema: { user: users, session: sessions, account: credentials, verification: verifications, twoFactor: secondFactors, passkey: passkeys } }),
    emailAndPassword: passwordRules(),
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      expiresIn: DAY / 1000,
      sendVerificationEmail: ({ user, token }, request) => (request?.url.includes('/change-email') ? newAddressLetter(user, token) : confirmationLetter(user, token)),
    },
    session: { expiresIn: (30 * DAY) / 1000, updateAge: DAY / 1000 },
    // The new address is confirmed by a link mailed to it; the old one is told.
    user: { changeEmail: { enabled: true, updateEmailWithoutVerification: false }, deleteUser: { enabled: false } },
    account: { accountLinking: { enabled: true, trustedProviders: [] } },
    socialProviders: socialProviders(),
    plugins,
    // Our own counters hold over all processes and per account; see sign-in-limits.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level === 'error' ? 'warn' : 'debug'](`sign-in: ${message}`) },
    databaseHooks: { user: { update: { after: (user) => renameMemberships(user) } } },
    hooks,
    advanced: cookiesAndIds(),
  });
}

function addresses() {
  return {
    appName: 'Quickdash',
    baseURL: publicUrl(),
    basePath: '/api/auth',
    trustedOrigins: (request?: Request) => [publicUrl(), ...(request ? [new URL(request.url).origin] : [])],
  };
}

// The app's code is asked for after the password; a passkey is both at once. Tries are counted per account by the plugin
// (five a challenge, ten in a row lock it for a quarter of an hour) and per address by us.
async function ourPlugins() {
  const [{ twoFactor }, { passkey }] = await Promise.all([import('better-auth/plugins/two-factor'), import('@better-auth/passkey')]);
  const { hostname } = new URL(publicUrl());
  return [
    twoFactor({ issuer: 'Quickdash', totpOptions: { digits: 6, period: 30 }, backupCodeOptions: { amount: 10, length: 10 } }),
    passkey({ rpID: hostname, rpName: 'Quickdash', authenticatorSelection: { residentKey: 'required', userVerification: 'required' } }),
  ];
}

async function ourHooks() {
  const { createAuthMiddleware, APIError } = await import('better-auth/api');
  const before = createAuthMiddleware(async (ctx) => {
    try {
      await slowDown(ctx.path, ctx.headers?.get(ADDRESS_HEADER) ?? 'unknown', ctx.body?.email);
    } catch (error) {
      if (error instanceof Refusal) throw new APIError('TOO_MANY_REQUESTS', { code: error.code, message: error.sentence, ...error.details });
      throw error;
    }
  });
  const after = createAuthMiddleware(async (ctx) => {
    const signedIn = ctx.path === '/sign-in/email' ? ctx.context.newSession : null;
    if (signedIn) await forgiveAttempts(accountKey(ctx.path, signedIn.user.email));
    if (ctx.path === '/change-email' && ctx.context.session) await addressChangedLetter(ctx.context.session.user, String(ctx.body?.newEmail));
  });
  return { before, after };
}

function cookiesAndIds() {
  return {
    cookiePrefix: 'quickdash',
    // `Secure` is added per request: the same process may be reached by http on localhost and by https from outside.
    useSecureCookies: false,
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/' },
    database: { generateId: () => newId() },
    ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    disableOriginCheck: false,
    disableCSRFCheck: false,
    // Mails must not make an answer for a known address slower than one for an unknown address.
    backgroundTasks: { handler: (task: Promise<unknown>) => void task.catch((error: unknown) => log.error('A sign-in mail could not be sent.', { error })) },
  };
}

// With a real mail server, signing up answers the same for every address and the mail tells the rest. Without one nobody
// could confirm an address, so a person is signed in at once (and a taken address is named).
function passwordRules() {
  return {
    enabled: true,
    minPasswordLength: 10,
    maxPasswordLength: 256,
    requireEmailVerification: mailTransport() !== undefined,
    autoSignIn: true,
    revokeSessionsOnPasswordReset: true,
    resetPasswordTokenExpiresIn: HOUR / 1000,
    sendResetPassword: ({ user, token }: { user: { email: string }; token: string }) => resetLetter(user, token),
    onPasswordReset: ({ user }: { user: { email: string } }) => forgiveAttempts(accountKey('/sign-in/email', user.email)),
    onExistingUserSignUp: ({ user }: { user: { email: string } }) => existingAccountLetter(user),
  };
}

async function renameMemberships(user: { id: string; name: string; email: string }): Promise<void> {
  await platformRead('sign-in', (q) => q.sql`update members set name = ${user.name}, email = ${user.email} where user_id = ${user.id}`);
}
