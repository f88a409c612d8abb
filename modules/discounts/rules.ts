import { onCommitted } from '#platform/operations/closing.ts';
import { ShortMemory } from '#modules/accounts/index.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { discountChanged } from './events.ts';
import type { Rule } from './terms.ts';

/** The columns of a Rule. */
export const RULE = `id, title, code, kind, terms, active, starts_at as "startsAt", ends_at as "endsAt", max_uses as "maxUses", max_per_customer as "maxPerCustomer", used`;

/** As many discounts as may apply by themselves at once. */
export const MOST_AUTOMATIC = 100;

// Which discounts run by themselves changes rarely and is asked with every look at a cart. Processes hear of a change over the bus;
// time and limits are looked at anew each time, and the agreed total catches what is left.
const memory = new ShortMemory<Rule[]>({ seconds: 60, most: 20_000 });
onCommitted((_ctx, { told }) => {
  if (told.some(({ event }) => event.name === discountChanged.name)) memory.forget();
});

/** Discounts that apply by themselves. No statement when they were asked for a moment ago. */
export async function automaticRules(r: Reader): Promise<Rule[]> {
  return memory.get(r.workspaceId, () => r.query<Rule>(`select ${RULE} from discounts where code is null and active order by id limit ${MOST_AUTOMATIC}`));
}

/** What is remembered may be wrong: the next look asks anew. */
export function forgetRules(): void {
  memory.forget();
}

/** Discounts by their codes, also those that have ended. One statement. */
export function rulesByCode(r: Reader, codes: readonly string[]): Promise<Rule[]> {
  return codes.length === 0 ? Promise.resolve([]) : r.query<Rule>(`select ${RULE} from discounts where code = any($1::text[]) order by id`, [codes]);
}
