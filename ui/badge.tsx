import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info' | 'accent';

const tones: Record<Tone, string> = {
  plain: 'bg-press text-ink-2',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
  accent: 'bg-accent-soft text-accent-text',
};

/** A state in a word. The colour repeats the word and never stands alone. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={cx('inline-flex h-[22px] max-w-full items-center rounded-full px-2 text-xs leading-none font-medium whitespace-nowrap', tones[tone])}>{children}</span>;
}

const toneOf: Record<string, Tone> = {
  paid: 'good', captured: 'good', fulfilled: 'good', delivered: 'good', active: 'good', completed: 'good', published: 'good', accepted: 'good', verified: 'good',
  pending: 'warn', unpaid: 'warn', authorized: 'info', partially_paid: 'warn', unfulfilled: 'warn', partially_fulfilled: 'info', partial: 'info', processing: 'info', open: 'info', low: 'warn',
  failed: 'bad', declined: 'bad', overdue: 'bad', disputed: 'bad', out: 'bad', expired: 'bad', revoked: 'bad',
  invited: 'accent', owner: 'accent',
};

/** "partially_fulfilled" -> "Partially fulfilled". */
export function inWords(code: string): string {
  const text = code.replaceAll(/[_-]+/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A stored state, in words and its usual colour. */
export function StatusBadge({ status, label }: { status: string; label?: string }) {
  return <Badge tone={toneOf[status] ?? 'plain'}>{label ?? inWords(status)}</Badge>;
}
