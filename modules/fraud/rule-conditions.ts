import * as z from 'zod';
import { domainOf } from './marks.ts';
import { REASON_CODES, type Scored, type Signals } from './score.ts';

/** The words of conditions are those of collections that fill themselves: equals, not, contains, over, under. */
const NUMBERS = ['score', 'total', 'units'] as const;
const TEXTS = ['email', 'emailDomain', 'shippingCountry', 'billingCountry', 'cardCountry', 'reason'] as const;
const RULE_FIELDS = [...NUMBERS, ...TEXTS] as const;
const RULE_WORDS = ['equals', 'not', 'contains', 'over', 'under'] as const;

const isNumber = (field: string) => (NUMBERS as readonly string[]).includes(field);

const Condition = z
  .object({ field: z.enum(RULE_FIELDS), is: z.enum(RULE_WORDS), value: z.string().trim().min(1).max(255).meta({ description: 'amounts in minor units; of reason one of its codes' }) })
  .refine((c) => !isNumber(c.field) || c.is !== 'contains', { message: 'can only be compared as a number', path: ['is'] })
  .refine((c) => isNumber(c.field) || (c.is !== 'over' && c.is !== 'under'), { message: 'can only be compared as text', path: ['is'] })
  .refine((c) => !isNumber(c.field) || /^-?\d{1,15}$/.test(c.value), { message: 'needs a whole number', path: ['value'] })
  .refine((c) => c.field !== 'reason' || REASON_CODES.includes(c.value), { message: 'is no reason of a score', path: ['value'] });

export const RuleConditions = z.object({ match: z.enum(['all', 'any']), conditions: z.array(Condition).min(1).max(20) });
export type RuleConditions = z.infer<typeof RuleConditions>;

/** Does a rule speak of this order? */
export function speaksOf({ match, conditions }: RuleConditions, signals: Signals, scored: Scored): boolean {
  const holds = (condition: RuleConditions['conditions'][number]) => compare(condition, signals, scored);
  return match === 'all' ? conditions.every(holds) : conditions.some(holds);
}

function compare({ field, is, value }: RuleConditions['conditions'][number], signals: Signals, scored: Scored): boolean {
  if (field === 'reason') return scored.reasons.some(({ code }) => code === value) === (is !== 'not');
  if (isNumber(field)) return compareNumbers(numberOf(field, signals, scored), is, Number(value));
  const [text, wanted] = [textOf(field, signals).toLowerCase(), value.toLowerCase()];
  if (is === 'contains') return text.includes(wanted);
  return (text === wanted) === (is === 'equals');
}

function compareNumbers(number: number, is: string, value: number): boolean {
  if (is === 'over') return number > value;
  if (is === 'under') return number < value;
  return (number === value) === (is === 'equals');
}

function numberOf(field: string, signals: Signals, { score }: Scored): number {
  return field === 'score' ? score : field === 'total' ? signals.total : signals.mostUnits;
}

function textOf(field: string, s: Signals): string {
  const texts: Record<string, string> = { email: s.email, emailDomain: domainOf(s.email), shippingCountry: s.shippingCountry, billingCountry: s.billingCountry, cardCountry: s.cardCountry };
  return texts[field] ?? '';
}
