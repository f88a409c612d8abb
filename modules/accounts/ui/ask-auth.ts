interface AuthProblem {
  message?: string;
  code?: string;
  title?: string;
}

export type AuthAnswer<T> = { ok: true; answer: T } | { ok: false; code: string; sentence: string };

const sentences: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'Email and password do not fit together. Check both and try again.',
  USER_ALREADY_EXISTS: 'There is already an account with this email. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is already an account with this email. Sign in instead.',
  PASSWORD_TOO_SHORT: 'The password is too short. Use at least 10 characters.',
  PASSWORD_TOO_LONG: 'The password is too long. Use at most 256 characters.',
  INVALID_PASSWORD: 'That is not your password.',
  INVALID_TOKEN: 'This link was used already or is too old. Ask for a new one.',
  INVALID_EMAIL: 'This does not look like an email address.',
  INVALID_CODE: 'That code is not right. Codes change every 30 seconds; type the one shown now.',
  INVALID_BACKUP_CODE: 'That backup code is not right, or was used before.',
  INVALID_TWO_FACTOR_COOKIE: 'That took too long. Sign in with your password again.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Sign in with your password again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Wait a quarter of an hour and try again.',
  SESSION_NOT_FRESH: 'Sign out and in again first: this needs a sign-in of today.',
  PASSKEY_NOT_FOUND: 'This passkey is not known here. Sign in with your password instead.',
  AUTHENTICATION_FAILED: 'The passkey could not be checked. Try again, or sign in with your password.',
};

/** Asks the sign-in service. Without a body it is a question (GET). */
export async function callAuth<T>(path: string, body?: object): Promise<AuthAnswer<T>> {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`/api/auth${path}`, init).catch(() => undefined);
  if (!answer) return { ok: false, code: 'unreachable', sentence: 'The server could not be reached. Check your connection and try again.' };
  if (answer.ok) return { ok: true, answer: (await answer.json().catch(() => ({}))) as T };
  const problem = (await answer.json().catch(() => ({}))) as AuthProblem;
  const { code = '', title, message } = problem;
  return { ok: false, code, sentence: sentences[code] ?? title ?? message ?? 'That did not work. Try again.' };
}

/** As callAuth, resolving to the sentence for people when it said no. */
export async function askAuth(path: string, body: object): Promise<string | undefined> {
  const outcome = await callAuth(path, body);
  return outcome.ok ? undefined : outcome.sentence;
}
