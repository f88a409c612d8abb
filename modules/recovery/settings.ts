import * as z from 'zod';
import { normalCode } from '#modules/discounts/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { recoveryChanged } from './events.ts';

const Settings = z.object({
  enabled: z.boolean().meta({ description: 'whether people are written to' }),
  delayHours: z.int().min(1).max(168).meta({ description: 'hours untouched after which a cart counts as left' }),
  code: z.string().max(60).meta({ description: 'a discount code that comes with the reminder; empty = none' }),
});
export type RecoverySettings = z.infer<typeof Settings>;

export async function readSettings(r: Reader): Promise<RecoverySettings> {
  const [row] = await r.sql<RecoverySettings>`select enabled, delay_hours as "delayHours", code from recovery_settings`;
  return row ?? { enabled: false, delayHours: 4, code: '' };
}

export const recoverySettingsView = view({
  name: 'recovery.settings',
  route: 'GET /abandoned-carts/settings',
  says: 'How left carts are reminded of',
  needs: 'recovery:read',
  input: z.object({}),
  output: Settings,
  changesWith: [recoveryChanged],
  read: (r) => readSettings(r),
});

export const setRecovery = operation({
  name: 'recovery.set-settings',
  route: 'PUT /abandoned-carts/settings',
  says: 'Choose how left carts are reminded of',
  needs: 'recovery:write',
  input: Settings.partial(),
  output: Settings,
  async run(tx, changes) {
    const before = await readSettings(tx);
    const after = { ...before, ...changes, code: normalCode(changes.code ?? before.code) };
    const known = after.code === '' || (await tx.sql`select 1 from discounts where code = ${after.code}`).length > 0;
    if (!known) throw new Refusal('invalid', `There is no discount with the code ${after.code}.`, { fields: { code: 'is no discount code of yours' } });
    await tx.sql`
      insert into recovery_settings (enabled, delay_hours, code) values (${after.enabled}, ${after.delayHours}, ${after.code})
      on conflict (workspace_id) do update set enabled = excluded.enabled, delay_hours = excluded.delay_hours, code = excluded.code`;
    tx.tell(recoveryChanged, { workspaceId: tx.workspaceId });
    tx.changed({ record: 'recovery settings', id: tx.workspaceId, before, after });
    return after;
  },
});
