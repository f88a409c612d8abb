import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { onWorkspaceCreated } from '#platform/tenancy/workspace-life.ts';
import { Refusal } from '#platform/refusal.ts';
import { workspaceSettingsChanged } from './events.ts';

const currencies = new Set(Intl.supportedValuesOf('currency'));

export const Currency = z.string().refine((c) => currencies.has(c), 'should be an ISO 4217 code, like AUD');
export const Country = z.string().regex(/^[A-Z]{2}$/, 'should be two capital letters, like AU');
export const Locale = z.string().refine(isLocale, 'should be a language tag, like en-AU');
export const TimeZone = z.string().refine(isTimeZone, 'should be a time zone, like Australia/Sydney');

export const WorkspaceSettings = z.object({
  currency: Currency,
  country: Country,
  locale: Locale,
  timeZone: TimeZone,
  pricesIncludeTax: z.boolean(),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

/** What prices, dates and taxes of this workspace mean. One statement. */
export async function workspaceSettings(r: Reader): Promise<WorkspaceSettings> {
  const [row] = await r.sql<WorkspaceSettings>`
    select currency, country, locale, time_zone as "timeZone", prices_include_tax as "pricesIncludeTax" from workspace_settings`;
  return row ?? settingsFor('US', 'USD');
}

// Where shelf prices carry the tax by law or habit.
const TAX_INCLUDED = new Set('AU NZ GB CH NO JP SG IN ZA AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '));

/** Sensible settings for a shop in that country. */
export function settingsFor(country: string, currency: string): WorkspaceSettings {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return { currency, country, locale: `${language}-${country}`, timeZone: 'UTC', pricesIncludeTax: TAX_INCLUDED.has(country) };
}

onWorkspaceCreated.add('accounts', async (tx, { currency, country }) => {
  const s = settingsFor(country, currency);
  await tx.sql`insert into workspace_settings (currency, country, locale, time_zone, prices_include_tax)
    values (${s.currency}, ${s.country}, ${s.locale}, ${s.timeZone}, ${s.pricesIncludeTax}) on conflict (workspace_id) do nothing`;
});

export const updateWorkspaceSettings = operation({
  name: 'workspace.update-settings',
  route: 'PATCH /workspace/settings',
  says: 'Change the settings of the workspace',
  needs: 'settings:write',
  input: WorkspaceSettings.partial(),
  output: WorkspaceSettings,
  run: (tx, changes) => saveSettings(tx, changes),
});

/** Writes the given settings over the present ones and tells it. */
export async function saveSettings(tx: Tx, changes: Partial<WorkspaceSettings>): Promise<WorkspaceSettings> {
  const before = await workspaceSettings(tx);
  const after = { ...before, ...defined(changes) };
  const saved = await tx.sql`update workspace_settings set currency = ${after.currency}, country = ${after.country}, locale = ${after.locale},
    time_zone = ${after.timeZone}, prices_include_tax = ${after.pricesIncludeTax}, updated_at = ${tx.now} returning id`;
  if (saved.length === 0) throw new Refusal('conflict', 'This workspace is still being set up. Try again in a moment.');
  tx.changed({ record: 'workspace settings', id: tx.workspaceId, before, after });
  tx.tell(workspaceSettingsChanged, { workspaceId: tx.workspaceId });
  return after;
}

function defined<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}

// Browsers name zones by old names too (Asia/Calcutta), so the list of canonical names is not enough. No offsets: SQL reads their sign the other way.
function isTimeZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const workspaceSettingsView = view({
  name: 'workspace.settings',
  route: 'GET /workspace/settings',
  says: 'Settings of the workspace',
  needs: 'settings:read',
  input: z.object({}),
  output: WorkspaceSettings.extend({ id: z.uuid(), name: z.string(), slug: z.string(), tier: z.string() }),
  changesWith: [workspaceSettingsChanged],
  async read(r) {
    const [settings, [workspace]] = await Promise.all([
      workspaceSettings(r),
      r.sql<{ id: string; name: string; slug: string; tier: string }>`select id, name, slug, tier from workspaces`,
    ]);
    return { ...settings, ...workspace! };
  },
});
