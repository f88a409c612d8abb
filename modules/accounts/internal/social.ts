import { config } from '#platform/config.ts';

/** Outside accounts people may sign in with, as far as this installation is registered there. */
export function socialProviders(): Record<string, { clientId: string; clientSecret: string }> {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = config();
  const given = { google: [GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET], github: [GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET] };
  return Object.fromEntries(Object.entries(given).flatMap(([name, [clientId, clientSecret]]) => (clientId && clientSecret ? [[name, { clientId, clientSecret }]] : [])));
}

/** Their names, for buttons at the sign-in page. */
export function socialNames(): string[] {
  return Object.keys(socialProviders());
}
