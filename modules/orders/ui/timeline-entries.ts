import type { Mail, TimelineEntry } from './order-shape.ts';

/** What a timeline can be narrowed to. */
export const kinds = { all: 'Everything', comments: 'Comments', money: 'Money', parcels: 'Parcels', returns: 'Returns', mails: 'Mails', changes: 'Changes' } as const;
export type Kind = keyof typeof kinds;

export type Happening = ({ at: string; entry: TimelineEntry } | { at: string; mail: Mail }) & { kind?: Kind };

/** Entries and mails in one row of time, newest first; of the same instant, the later entry first. */
export function newestFirst(entries: readonly TimelineEntry[], mails: readonly Mail[]): Happening[] {
  const all: Happening[] = [...entries.map((entry) => ({ at: entry.at, entry })), ...mails.map((mail) => ({ at: mail.at, mail }))];
  return all.toSorted((a, b) => a.at.localeCompare(b.at)).toReversed();
}

const ofKind: [RegExp, Kind][] = [
  [/^note$/, 'comments'],
  [/^mail/, 'mails'],
  [/^(payment|refund)/, 'money'],
  [/^(fulfil|carrier)/, 'parcels'],
  [/^return/, 'returns'],
];

export function kindOf(happening: Happening): Kind {
  if ('mail' in happening) return 'mails';
  return ofKind.find(([kind]) => kind.test(happening.entry.kind))?.[1] ?? 'changes';
}
