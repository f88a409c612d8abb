import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { onWorkspaceCreated } from '#platform/tenancy/workspace-life.ts';
import { Refusal } from '#platform/refusal.ts';
import { hasSecondFactor } from './second-factor.ts';
import { forgetSessions } from './session.ts';
import { Brand } from './brand-shape.ts';
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
  requireSecondFactor: z.boolean().meta({ description: 'members without a second factor are sent to set one up' }),
  brand: Brand,
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

/** What prices, dates and taxes of this workspace mean. One statement. */
export async function workspaceSettings(r: Reader): Promise<WorkspaceSettings> {
  const [row] = await r.sql<WorkspaceSettings>`
    select currency, country, locale, time_zone as "timeZone", prices_include_tax as "pricesIncludeTax",
      require_second_factor as "requireSecondFactor", brand from workspace_settings`;
  return row ?? settingsFor('US', 'USD');
}

// Where shop prices are customarily shown before tax.
const PRICED_WITHOUT_TAX = new Set(['US', 'CA']);

/** Sensible settings for a shop in that country. */
export function settingsFor(country: string, currency: string): WorkspaceSettings {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return { currency, country, locale: `${language}-${country}`, timeZone: 'UTC', pricesIncludeTax: !PRICED_WITHOUT_TAX.has(country), requireSecondFactor: false, brand: {} };
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
  async run(tx, changes) {
    if (changes.requireSecondFactor) await refuseWithoutOwnFactor(tx);
    return saveSettings(tx, changes);
  },
  afterCommit: async (_ctx, answer) => (forgetSessions(), answer),
});

// Who makes the rule keeps it: otherwise its maker would be the first to stand outside.
async function refuseWithoutOwnFactor(tx: Tx): Promise<void> {
  if (tx.actor.kind !== 'member') return;
  if (!(await hasSecondFactor(tx.actor.userId))) throw new Refusal('second_factor', 'Set up your own second factor first, under your account. Then everybody else can be asked for theirs.');
}

/** Writes the given settings over the present ones and tells it. */
export async function saveSettings(tx: Tx, changes: Partial<WorkspaceSettings>): Promise<WorkspaceSettings> {
  const before = await workspaceSettings(tx);
  const after = { ...before, ...defined(changes) };
  const saved = await tx.sql`update workspace_settings set currency = ${after.currency}, country = ${after.country}, locale = ${after.locale},
    time_zone = ${after.timeZone}, prices_include_tax = ${after.pricesIncludeTax}, require_second_factor = ${after.requireSecondFactor},
    brand = ${JSON.stringify(after.brand)}::jsonb, updated_at = ${tx.now} returning id`;
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
