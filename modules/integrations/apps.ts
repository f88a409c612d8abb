import * as z from 'zod';
import { superOperation, superView } from '#platform/operations/super-operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import { publicUrl } from '#modules/accounts/index.ts';
import { appOf, opened, storeApp } from './app-keys.ts';
import { connectors, type App, type Connector, type ConnectorField } from './connector.ts';
import { returnAddress } from './oauth.ts';
import { asked, whyNot } from './trouble.ts';

interface AppRow {
  vendor: string;
  settings: Record<string, string>;
  secretsSealed: string;
  lastVerifiedAt: Date | null;
  lastError: string;
  lastErrorAt: Date | null;
}

/** Vendors the installation itself can be registered at, and how that stands. No secret is shown. */
export const superApps = superView({
  name: 'super.integrations',
  says: 'Registrations of the installation at outside companies',
  input: z.object({}),
  async read(q) {
    const rows = await q.sql<AppRow>`select vendor, settings, secrets_sealed as "secretsSealed", last_verified_at as "lastVerifiedAt", last_error as "lastError", last_error_at as "lastErrorAt" from vendor_apps`;
    const counts = await q.sql<{ vendor: string; state: string; n: number }>`select vendor, state, count(*)::int as n from integration_connections group by vendor, state`;
    const backlog = await q.sql<{ vendor: string; waiting: number; failed: number }>`select vendor, count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed from inbound_messages where state in ('waiting', 'failed') group by vendor`;
    const apps = [...connectors.all()].filter(([, { app }]) => app).map(([vendor, { says, about, app, webhooks }]) => {
      const row = rows.find((each) => each.vendor === vendor);
      const count = (state: string) => counts.find((each) => each.vendor === vendor && each.state === state)?.n ?? 0;
      return {
        vendor, says, about, fields: app!.fields, registered: row !== undefined, settings: row?.settings ?? {}, kept: row ? Object.keys(opened(row).secrets) : [],
        lastVerifiedAt: row?.lastVerifiedAt?.toISOString() ?? null, lastError: row?.lastError ?? '', connected: count('connected'), broken: count('broken'),
        backlog: backlog.find((each) => each.vendor === vendor) ?? { waiting: 0, failed: 0 }, hook: webhooks?.appSecrets ? appAddress(vendor) : null,
      };
    });
    return { apps, redirect: returnAddress() };
  },
});

/** Where a vendor sends what happens to all accounts that are connected through the installation. */
function appAddress(vendor: string): string {
  return `${publicUrl()}/api/webhooks/${vendor}/installation`;
}

const Filled = z.record(z.string().max(40), z.string().trim().max(8_000));

/** Stores the installation's registration; tried at the vendor first where that is possible. */
export const setApp = superOperation({
  name: 'super.set-integration',
  says: 'Register the installation at an outside company',
  input: z.object({ vendor: z.string().max(40), settings: Filled.default({}), secrets: Filled.default({}) }),
  output: z.object({ vendor: z.string(), sentence: z.string() }),
  async before({ vendor, settings, secrets }) {
    const connector = connectors.get(vendor);
    if (!connector.app) throw notFound('The registration');
    const known = await appOf(vendor);
    const filled = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
    const app: App = { settings: { ...known?.settings, ...settings }, secrets: { ...known?.secrets, ...filled } };
    requireAll(connector.app.fields, app);
    const sentence = await asked(() => connector.app!.verify?.(app) ?? Promise.resolve(''));
    const { more, trouble } = await subscribed(connector, app, appAddress(vendor));
    return { known, app: { ...app, settings: { ...app.settings, ...more } }, sentence: trouble ? `${sentence}. ${trouble}` : sentence, trouble };
  },
  async run(q, { vendor }, _who, { known, app, sentence, trouble }) {
    const connector = connectors.get(vendor);
    await storeApp(q, vendor, app);
    await q.sql`update vendor_apps set last_verified_at = ${connector.app!.verify ? now() : null}, last_error = ${trouble}, last_error_at = ${trouble ? now() : null} where vendor = ${vendor}`;
    return { answer: { vendor, sentence }, note: { about: `${connector.says}: registration`, before: known?.settings ?? null, after: app.settings } };
  },
});

/** Registers our address where that can be done for people. The registration is kept either way. */
async function subscribed({ app: registration }: Connector, app: App, address: string): Promise<{ more: Record<string, string>; trouble: string }> {
  try {
    return { more: (await registration!.subscribe?.(app, address)) ?? {}, trouble: '' };
  } catch (error) {
    return { more: {}, trouble: `Its messages could not be switched on: ${whyNot(error)}` };
  }
}

function requireAll(fields: readonly ConnectorField[], app: App): void {
  const missing = fields.filter(({ key, secret, optional }) => !optional && !(secret ? app.secrets[key] : app.settings[key]));
  if (missing.length > 0) throw new Refusal('invalid', 'Some of what is needed is missing.', { fields: Object.fromEntries(missing.map(({ key, secret }) => [`${secret ? 'secrets' : 'settings'}.${key}`, 'is missing'])) });
}

/** Forgets the registration: workspaces connected through it stop working. */
export const removeApp = superOperation({
  name: 'super.remove-integration',
  says: 'Forget the registration at an outside company',
  input: z.object({ vendor: z.string().max(40) }),
  output: z.object({ vendor: z.string() }),
  async run(q, { vendor }) {
    const gone = await q.sql`delete from vendor_apps where vendor = ${vendor} returning vendor`;
    if (gone.length === 0) throw notFound('The registration');
    return { answer: { vendor }, note: { about: `${connectors.get(vendor).says}: registration removed` } };
  },
});
