import { openForHouse, sealForHouse } from '#platform/vault/house-vault.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { Queries } from '#platform/db/query.ts';
import type { App } from './connector.ts';

const PURPOSE = 'integrations.app';

interface AppRow {
  settings: Record<string, string>;
  secretsSealed: string;
}

/** The installation's registration at a vendor; undefined until a superadmin has filled it in. */
export async function appOf(vendor: string): Promise<App | undefined> {
  const [row] = await platformRead('connections', (q) => q.sql<AppRow>`select settings, secrets_sealed as "secretsSealed" from vendor_apps where vendor = ${vendor}`);
  return row && opened(row);
}

export function opened({ settings, secretsSealed }: AppRow): App {
  return { settings, secrets: JSON.parse(openForHouse(secretsSealed, { purpose: PURPOSE }).reveal()) as Record<string, string> };
}

/** Vendors the installation is registered at. */
export async function appsThere(): Promise<Set<string>> {
  return new Set((await platformRead('connections', (q) => q.sql<{ vendor: string }>`select vendor from vendor_apps`)).map((row) => row.vendor));
}

export async function storeApp(q: Queries, vendor: string, { settings, secrets }: App): Promise<void> {
  const sealed = sealForHouse(JSON.stringify(secrets), { purpose: PURPOSE });
  await q.sql`insert into vendor_apps (vendor, settings, secrets_sealed) values (${vendor}, ${JSON.stringify(settings)}::jsonb, ${sealed})
    on conflict (vendor) do update set settings = excluded.settings, secrets_sealed = excluded.secrets_sealed, updated_at = now()`;
}
