import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOf, type PaymentState, type Recorded } from './payment-state.ts';

const fact = (text: string): Recorded => {
  const [kind, amount] = text.split(' ');
  return { kind: kind as Recorded['kind'], amount: Number(amount ?? 0) };
};

test.each<[string[], PaymentState]>([
  [[], 'requested'],
  [['pending'], 'requested'],
  [['unanswered'], 'unknown'],
  [['unanswered', 'pending'], 'requested'],
  [['unanswered', 'authorized 100'], 'authorized'],
  [['declined'], 'declined'],
  [['unanswered', 'declined'], 'declined'],
  [['authorized 100', 'voided'], 'voided'],
  [['authorized 100', 'captured 60'], 'captured'],
  [['captured 100'], 'captured'],
  [['declined', 'captured 100'], 'captured'],
  [['voided', 'authorized 100', 'captured 100'], 'captured'],
  [['captured 100', 'refunded 40'], 'partially_refunded'],
  [['captured 100', 'refunded 40', 'refunded 60'], 'refunded'],
  [['captured 100', 'dispute-withdrawn 100', 'dispute-fee 15'], 'charged_back'],
  [['captured 100', 'dispute-withdrawn 100', 'dispute-reinstated 100'], 'captured'],
  [['captured 100', 'refunded 40', 'dispute-withdrawn 60'], 'charged_back'],
  [['pending', 'kept'], 'kept'],
  [['kept', 'declined', 'unanswered'], 'kept'],
])('%j is %s', (facts, state) => {
  expect(standingOf(facts.map(fact)).state).toBe(state);
});

test('the order in which we hear of things never matters', () => {
  const kinds = fc.constantFrom<Recorded['kind']>('pending', 'kept', 'unanswered', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'dispute-withdrawn', 'dispute-reinstated', 'dispute-fee');
  const facts = fc.array(fc.record({ kind: kinds, amount: fc.integer({ min: 0, max: 1_000 }) }), { maxLength: 8 });
  const shuffled = facts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(fc.property(shuffled, ([told, heard]) => void expect(standingOf(heard)).toEqual(standingOf(told))));
});
