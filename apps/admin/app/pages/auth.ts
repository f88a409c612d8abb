interface AuthProblem {
  message?: string;
  code?: string;
  title?: string;
}

const sentences: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'Email and password do not fit together. Check both and try again.',
  USER_ALREADY_EXISTS: 'There is already an account with this email. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is already an account with this email. Sign in instead.',
  PASSWORD_TOO_SHORT: 'The password is too short. Use at least 10 characters.',
  PASSWORD_TOO_LONG: 'The password is too long. Use at most 256 characters.',
  INVALID_TOKEN: 'This link was used already or is too old. Ask for a new one.',
  INVALID_EMAIL: 'This does not look like an email address.',
};

/** Asks the sign-in service; resolves to a sentence for people when it said no. */
export async function askAuth(path: string, body: object): Promise<string | undefined> {
  const answer = await fetch(`/api/auth${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => undefined);
  if (!answer) return 'The server could not be reached. Check your connection and try again.';
  if (answer.ok) return undefined;
  const problem = (await answer.json().catch(() => ({}))) as AuthProblem;
  if (answer.status === 429) return problem.title ?? 'Too many tries. Wait a minute and try again.';
  return sentences[problem.code ?? ''] ?? problem.title ?? problem.message ?? 'That did not work. Try again.';
}

/** Only addresses of our own dashboard may be gone to after signing in. */
export function safeWayBack(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
