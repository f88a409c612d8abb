import * as z from 'zod';
import { formatMoney, Money, money } from '#platform/money.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { idsIn, namesOf } from './names.ts';
import { sentenceOf } from './preview.ts';
import { RULE } from './rules.ts';
import { classOf, CLASSES, KINDS, Terms, type Rule } from './terms.ts';

export const STATES = ['running', 'planned', 'ended', 'off', 'used up'] as const;

/** A discount as the people of the shop see it. */
export const Discount = z.object({
  id: z.uuid(),
  title: z.string(),
  code: z.string().nullable(),
  kind: z.enum(KINDS),
  class: z.enum(CLASSES),
  terms: Terms,
  names: z.record(z.string(), z.string()).meta({ description: 'what the products, collections and groups in the terms are called' }),
  active: z.boolean(),
  state: z.enum(STATES),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  maxUses: z.int().nullable(),
  maxPerCustomer: z.int().nullable(),
  sentence: z.string().meta({ description: 'what it does, in one sentence' }),
  timesUsed: z.int(),
  given: z.array(Money).meta({ description: 'what it has saved shoppers, by currency' }),
});
export type Discount = z.infer<typeof Discount>;

interface Figures {
  timesUsed: number;
  given: { currency: string; amount: number }[];
}

export async function readDiscount(r: Reader, id: string): Promise<Discount> {
  const [row] = await r.query<Rule & Figures>(
    `select ${RULE}, (select count(*)::int from discount_uses u where u.discount_id = d.id) as "timesUsed",
      (select coalesce(json_agg(json_build_object('currency', g.currency, 'amount', g.amount) order by g.amount desc), '[]') from (
        select currency, sum(amount)::bigint as amount from discount_uses u where u.discount_id = d.id group by currency) g) as given
    from discounts d where id = $1`,
    [id],
  );
  if (!row) throw notFound('The discount');
  const { used: _used, ...rule } = row;
  const names = await namesOf(r, idsIn(row.terms));
  const { currency } = await workspaceSettings(r);
  return {
    ...rule,
    class: classOf(rule),
    names: Object.fromEntries(names),
    state: stateOf(row),
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    sentence: sentenceOf(row, names, { currency, show: formatMoney }),
    given: row.given.map((each) => money(each.amount, each.currency)),
  };
}

function stateOf({ active, startsAt, endsAt, maxUses, timesUsed }: Rule & Figures): Discount['state'] {
  if (!active) return 'off';
  if (endsAt && endsAt <= now()) return 'ended';
  if (startsAt && startsAt > now()) return 'planned';
  return maxUses !== null && timesUsed >= maxUses ? 'used up' : 'running';
}
