import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { formatMoney, Money, money } from '#platform/money.ts';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { DISPUTE_REASONS, type DisputeReason } from '#modules/payments/index.ts';
import { disputeRulesChanged } from './events.ts';
import { disputeRules } from './tables.ts';

const MOST = 50;

const Rule = z.object({
  id: z.uuid(),
  name: z.string(),
  active: z.boolean(),
  reasons: z.array(z.string()),
  upTo: Money,
  onlyUnshipped: z.boolean(),
  acceptsDisputes: z.boolean(),
});

/** Money that goes back without anybody looking: of small sums, before an inquiry becomes a dispute. */
export const saveDisputeRule = operation({
  name: 'disputes.save-rule',
  route: 'PUT /dispute-rules',
  says: 'Write a rule of automatic refunds',
  needs: 'settings:write',
  input: z.object({
    id: z.uuid().optional().meta({ description: 'of the rule to change; a new one unless given' }),
    name: z.string().trim().min(1).max(100),
    active: z.boolean().default(true),
    reasons: z.array(z.enum(DISPUTE_REASONS)).max(DISPUTE_REASONS.length).default([]).meta({ description: 'any reason when empty' }),
    upTo: Money.meta({ description: 'disputes of more than this are left to people' }),
    onlyUnshipped: z.boolean().default(true).meta({ description: 'only while nothing of the order was shipped' }),
    acceptsDisputes: z.boolean().default(false).meta({ description: 'also accept what is a dispute already, not only refund inquiries' }),
  }),
  output: Rule,
  async run(tx, { id = newId(), name, active, reasons, upTo, onlyUnshipped, acceptsDisputes }) {
    if (upTo.amount < 1) throw new Refusal('invalid', 'Say up to which amount money is given back.', { fields: { upTo: 'has to be more than nothing' } });
    const [count] = await tx.sql<{ n: number }>`select count(*)::int as n from dispute_rules where id <> ${id}`;
    if (count!.n >= MOST) throw new Refusal('too_many', `There can be ${MOST} rules.`);
    await tx.sql`
      insert into dispute_rules (id, name, active, reasons, up_to, currency, only_unshipped, accepts_disputes)
      values (${id}, ${name}, ${active}, ${reasons}::text[], ${upTo.amount}, ${upTo.currency}, ${onlyUnshipped}, ${acceptsDisputes})
      on conflict (workspace_id, id) do update set name = excluded.name, active = excluded.active, reasons = excluded.reasons, up_to = excluded.up_to,
        currency = excluded.currency, only_unshipped = excluded.only_unshipped, accepts_disputes = excluded.accepts_disputes`;
    const rule = { id, name, active, reasons, upTo, onlyUnshipped, acceptsDisputes };
    tx.tell(disputeRulesChanged, { ruleId: id });
    tx.changed({ record: 'dispute rule', id, after: rule });
    return rule;
  },
});

export const removeDisputeRule = operation({
  name: 'disputes.remove-rule',
  route: 'DELETE /dispute-rules/:id',
  says: 'Remove a rule of automatic refunds',
  needs: 'settings:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const gone = await tx.sql`delete from dispute_rules where id = ${id} returning id`;
    if (gone.length === 0) throw notFound('This rule');
    tx.tell(disputeRulesChanged, { ruleId: id });
    tx.changed({ record: 'dispute rule', id });
    return { id };
  },
});

export const disputeRuleList = listView({
  name: 'disputes.rules',
  route: 'GET /dispute-rules',
  says: 'Rules of automatic refunds',
  needs: 'disputes:read',
  from: disputeRules,
  columns: {
    name: column(disputeRules.name, { says: 'Rule', search: true, sort: true }),
    active: column(disputeRules.active, { says: 'On', filter: 'yes or no' }),
    reasons: column(disputeRules.reasons, { says: 'Reasons', type: 'json' }),
    upTo: moneyColumn(disputeRules.upTo, disputeRules.currency, { says: 'Up to', filter: 'range', sort: true }),
    onlyUnshipped: column(disputeRules.onlyUnshipped, { says: 'Only if nothing was shipped', filter: 'yes or no' }),
    acceptsDisputes: column(disputeRules.acceptsDisputes, { says: 'Accepts disputes', filter: 'yes or no' }),
    used: column(disputeRules.used, { says: 'Used', sort: true }),
    createdAt: column(disputeRules.createdAt, { says: 'Since', sort: 'newest first' }),
  },
  changesWith: [disputeRulesChanged],
});

export interface RuleRow {
  id: string;
  name: string;
  reasons: string[];
  upTo: number;
  currency: string;
  onlyUnshipped: boolean;
  acceptsDisputes: boolean;
}

interface Case {
  inquiry: boolean;
  reason: DisputeReason;
  amount: number;
  currency: string;
  shipped: boolean;
}

/** The first rule that speaks for giving the money back, oldest first. */
export function ruleFor(rules: readonly RuleRow[], { inquiry, reason, amount, currency, shipped }: Case): RuleRow | undefined {
  return rules.find((rule) => rule.currency === currency && amount <= rule.upTo && (rule.reasons.length === 0 || rule.reasons.includes(reason)) && !(rule.onlyUnshipped && shipped) && (inquiry || rule.acceptsDisputes));
}

export function ruleSays({ name, upTo, currency }: RuleRow): string {
  return `Given back by the rule “${name}” (up to ${formatMoney(money(upTo, currency))}).`;
}
