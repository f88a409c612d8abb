import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { fraudPolicyChanged } from './events.ts';
import { RuleConditions } from './rule-conditions.ts';
import { fraudRules } from './tables.ts';

const MOST = 100;
const ACTIONS = ['add', 'hold', 'allow'] as const;
const Rule = z.object({ id: z.uuid(), name: z.string(), active: z.boolean(), action: z.enum(ACTIONS), points: z.int(), rules: RuleConditions });

/** What the merchant says beyond the score: points on top, always hold, never hold. */
export const saveFraudRule = operation({
  name: 'fraud.save-rule',
  route: 'PUT /fraud/rules',
  says: 'Write a rule about which orders are held',
  needs: 'fraud:write',
  input: z.object({
    id: z.uuid().optional().meta({ description: 'of the rule to change; a new one unless given' }),
    name: z.string().trim().min(1).max(100),
    active: z.boolean().default(true),
    action: z.enum(ACTIONS),
    points: z.int().min(-100).max(100).default(0).meta({ description: 'for add: what is put onto the score' }),
    rules: RuleConditions,
  }),
  output: Rule,
  async run(tx, { id = newId(), name, active, action, points, rules }) {
    if (action === 'add' && points === 0) throw new Refusal('invalid', 'Say how many points this is worth.', { fields: { points: 'has to be more or less than nothing' } });
    const [count] = await tx.sql<{ n: number }>`select count(*)::int as n from fraud_rules where id <> ${id}`;
    if (count!.n >= MOST) throw new Refusal('too_many', `There can be ${MOST} rules.`);
    await tx.sql`
      insert into fraud_rules (id, name, active, action, points, rules) values (${id}, ${name}, ${active}, ${action}, ${points}, ${JSON.stringify(rules)}::jsonb)
      on conflict (workspace_id, id) do update set name = excluded.name, active = excluded.active, action = excluded.action, points = excluded.points, rules = excluded.rules`;
    tx.tell(fraudPolicyChanged, { workspaceId: tx.workspaceId });
    const rule = { id, name, active, action, points, rules };
    tx.changed({ record: 'fraud rule', id, after: rule });
    return rule;
  },
});

export const removeFraudRule = operation({
  name: 'fraud.remove-rule',
  route: 'DELETE /fraud/rules/:id',
  says: 'Remove a rule about which orders are held',
  needs: 'fraud:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const gone = await tx.sql`delete from fraud_rules where id = ${id} returning id`;
    if (gone.length === 0) throw notFound('This rule');
    tx.tell(fraudPolicyChanged, { workspaceId: tx.workspaceId });
    tx.changed({ record: 'fraud rule', id });
    return { id };
  },
});

export const fraudRuleList = listView({
  name: 'fraud.rules',
  route: 'GET /fraud/rules',
  says: 'Rules about which orders are held',
  needs: 'fraud:read',
  from: fraudRules,
  columns: {
    name: column(fraudRules.name, { says: 'Rule', search: true, sort: true }),
    action: column(fraudRules.action, { says: 'Does', filter: 'any of', values: ACTIONS }),
    points: column(fraudRules.points, { says: 'Points', filter: 'range' }),
    active: column(fraudRules.active, { says: 'On', filter: 'yes or no' }),
    rules: column(fraudRules.rules, { says: 'When', type: 'json' }),
    createdAt: column(fraudRules.createdAt, { says: 'Since', sort: 'oldest first' }),
  },
  changesWith: [fraudPolicyChanged],
});

const Settings = z.object({ holdAt: z.int().min(1).max(100).nullable().meta({ description: 'from this score on an order is held; null: never because of its score' }) });

async function readSettings(r: Reader): Promise<z.infer<typeof Settings>> {
  const [row] = await r.sql<z.infer<typeof Settings>>`select hold_at as "holdAt" from fraud_settings`;
  return row ?? { holdAt: null };
}

export const fraudSettingsView = view({
  name: 'fraud.settings',
  route: 'GET /fraud/settings',
  says: 'From which score an order is held',
  needs: 'fraud:read',
  input: z.object({}),
  output: Settings,
  changesWith: [fraudPolicyChanged],
  read: (r) => readSettings(r),
});

export const setFraud = operation({
  name: 'fraud.set-settings',
  route: 'PUT /fraud/settings',
  says: 'Choose from which score an order is held',
  needs: 'fraud:write',
  input: Settings,
  output: Settings,
  async run(tx, { holdAt }) {
    const before = await readSettings(tx);
    await tx.sql`insert into fraud_settings (hold_at) values (${holdAt}) on conflict (workspace_id) do update set hold_at = excluded.hold_at`;
    tx.tell(fraudPolicyChanged, { workspaceId: tx.workspaceId });
    tx.changed({ record: 'fraud settings', id: tx.workspaceId, before, after: { holdAt } });
    return { holdAt };
  },
});
