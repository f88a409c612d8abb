import { newId } from '#platform/ids.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import type { ChargeRequest, ProviderFact, StepRequest } from './provider.ts';

/** The book of a provider that has no company behind it: what was charged by which key, and what became of it. */
export interface ChargeBook {
  /** Writes the charge with these first facts, unless the key is known: then answers what was written first. */
  open(ctx: Context, ask: ChargeRequest, facts: ProviderFact[]): Promise<ProviderFact[]>;
  step(ctx: Context, kind: StepKind, ask: StepRequest): Promise<ProviderFact[]>;
  lookup(ctx: Context, chargeKey: string): Promise<ProviderFact[] | undefined>;
}

type StepKind = 'capture' | 'void' | 'refund';

interface Charge {
  id: string;
  amount: number;
  facts: ProviderFact[];
}

/** A charge book in a tenant table with the columns key (unique), amount, currency, token and facts (jsonb). */
export function chargeBook(table: string): ChargeBook {
  const insert = `insert into ${table} (key, amount, currency, token, facts) values ($1, $2, $3, $4, $5) on conflict (workspace_id, key) do nothing returning id`;
  const find = `select id, amount, facts from ${table} where key = $1`;
  const update = `update ${table} set facts = $2 where id = $1`;
  const findFacts = async (ctx: Context, key: string) => (await ctx.read((r) => r.query<Charge>(find, [key])))[0]?.facts;
  return {
    async open(ctx, { key, amount, source }, facts) {
      const values = [key, amount.amount, amount.currency, source.token, JSON.stringify(facts)];
      const mine = await ctx.write(insert, values);
      return mine.length > 0 ? facts : (await findFacts(ctx, key))!;
    },
    step: (ctx, kind, ask) =>
      ctx.transaction(async (tx) => {
        const charge = await lockCharge(tx, `${find} for update`, ask.chargeKey);
        const known = charge.facts.filter((f) => f.key === ask.key);
        if (known.length > 0) return known;
        refuseStep(kind, charge, ask.amount.amount);
        const fact: ProviderFact = { ...STEP_FACTS[kind], reference: `${kind}_${newId()}`, amount: kind === 'void' ? 0 : ask.amount.amount, key: ask.key };
        await tx.query(update, [charge.id, JSON.stringify([...charge.facts, fact])]);
        return [fact];
      }),
    lookup: findFacts,
  };
}

const STEP_FACTS = { capture: { kind: 'captured' }, void: { kind: 'voided' }, refund: { kind: 'refunded' } } as const;

async function lockCharge(tx: Tx, statement: string, key: string): Promise<Charge> {
  const [charge] = await tx.query<Charge>(statement, [key]);
  if (!charge) throw notFound('The charge');
  return charge;
}

function refuseStep(kind: StepKind, charge: Charge, amount: number): void {
  const sum = (of: ProviderFact['kind']) => charge.facts.reduce((total, f) => (f.kind === of ? total + f.amount : total), 0);
  const has = (of: ProviderFact['kind']) => charge.facts.some((f) => f.kind === of);
  if (kind === 'refund') {
    if (amount > sum('captured') - sum('refunded')) throw new Refusal('refund_too_large', 'More than was paid cannot be refunded.');
    return;
  }
  if (!has('authorized') || has('captured') || has('voided')) throw new Refusal('not_authorized', 'This charge is not waiting to be captured.');
  if (kind === 'capture' && amount > charge.amount) throw new Refusal('capture_too_large', 'More than was promised cannot be captured.');
}
