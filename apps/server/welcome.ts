import { config } from '#platform/config.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';

/** What a person reads when everything is up: where things are, and how to get in. */
export async function welcome(port: number, database: string, processes: number): Promise<string> {
  const url = config().PUBLIC_URL ?? `http://localhost:${port}`;
  const demo = await platformRead('sign-in', (q) => q.sql<{ email: string }>`select email from users where email = ${DEMO_EMAIL} limit 1`);
  const lines = [
    '',
    '  Quickdash is running.',
    '',
    `  Shop       ${url}/`,
    `  Dashboard  ${url}/admin`,
    `  API        ${url}/docs`,
    `  Mailbox    ${url}/dev/mail`,
    '',
    demo.length > 0 ? `  Sign in with ${DEMO_EMAIL} and ${DEMO_PASSWORD}` : `  Create the first account at ${url}/admin/sign-up`,
    `  Database: ${database}${processes > 1 ? `, ${processes} processes` : ''}. Ctrl-C stops everything.`,
    '',
  ];
  return lines.join('\n');
}

/** The demo world's owner. Only demo worlds create this person. */
export const DEMO_EMAIL = 'demo@quickdash.test';
/** And who looks after the whole installation there. */
export const DEMO_SUPERADMIN = 'super@quickdash.test';
export const DEMO_PASSWORD = 'quickdash-demo';
