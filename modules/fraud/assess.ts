import { domainOf, mailMark } from './marks.ts';
import { speaksOf, type RuleConditions } from './rule-conditions.ts';
import { scoreOf, within, type Reason, type Scored, type Signals } from './score.ts';

export interface Rule {
  name: string;
  rules: RuleConditions;
  action: 'add' | 'hold' | 'allow';
  points: number;
}

export interface Listed {
  kind: 'mail' | 'domain' | 'place';
  value: string;
  verdict: 'blocked' | 'trusted';
}

/** What the merchant has decided beforehand. */
export interface Policy {
  /** From this score on an order is held; null: never because of its score. */
  holdAt: number | null;
  rules: readonly Rule[];
  list: readonly Listed[];
}

export interface Assessed extends Scored {
  hold: boolean;
  /** Why it is held, in a sentence; empty when it is not. */
  because: string;
}

/** The score with the merchant's rules and lists on top. A trusted buyer is never held, a blocked one always. */
export function assess(signals: Signals, place: string, { holdAt, rules, list }: Policy): Assessed {
  const base = scoreOf(signals);
  const named = list.filter((entry) => isNamed(entry, signals.email, place));
  if (named.some(({ verdict }) => verdict === 'trusted')) return { score: 0, reasons: [{ code: 'trusted', points: -100, says: 'The buyer is on the list of trusted ones.' }], hold: false, because: '' };
  const speaking = rules.filter((rule) => speaksOf(rule.rules, signals, base));
  const added = speaking.filter(({ action, points }) => action === 'add' && points !== 0).map(({ name, points }): Reason => ({ code: 'rule', points, says: `Rule “${name}”.` }));
  const blocked = named.some(({ verdict }) => verdict === 'blocked') ? [{ code: 'blocked', points: 100, says: 'The buyer is on the list of blocked ones.' }] : [];
  const reasons = [...blocked, ...base.reasons, ...added].toSorted((a, b) => b.points - a.points);
  const score = within(reasons);
  const because = blocked.length > 0 ? blocked[0]!.says : whyHeld(speaking, reasons, { score, holdAt });
  return { score, reasons, hold: because !== '', because };
}

function whyHeld(speaking: readonly Rule[], reasons: readonly Reason[], { score, holdAt }: { score: number; holdAt: number | null }): string {
  if (speaking.some(({ action }) => action === 'allow')) return '';
  const rule = speaking.find(({ action }) => action === 'hold');
  if (rule) return `Rule “${rule.name}”.`;
  if (holdAt === null || score < holdAt) return '';
  return `its score is ${score}. ${reasons[0]?.says ?? ''}`.trim();
}

function isNamed({ kind, value }: Listed, email: string, place: string): boolean {
  if (kind === 'mail') return value === mailMark(email);
  return kind === 'domain' ? value === domainOf(email) : place !== '' && value === place;
}
