import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from './assess.ts';
import { mailMark, placeMark } from './marks.ts';
import { scoreOf, type Signals } from './score.ts';

const honest: Signals = {
  email: 'ana@example.test', total: 5_000, currency: 'AUD', mostUnits: 1, shippingCountry: 'AU', billingCountry: 'AU', shippingPostcode: '7000', billingPostcode: '7000', cardCountry: 'AU',
  paidOrders: 1, sameMailDay: 0, mailsAtPlaceDay: 0, mailsOfNetworkHour: 0, mailsOfCardWeek: 0, cardsDay: 0, declinedHour: 0, disputesBefore: 0, refusedBefore: 0, codesElsewhere: 0, usesCode: false,
  usual: 9_000, usualOver: 300, goodOrders: 0,
};
const open = { holdAt: 50, rules: [], list: [] };

test.each<[string, Partial<Signals>, string[]]>([
  ['an honest order', {}, []],
  ['the first order of somebody', { paidOrders: 0 }, ['first-order']],
  ['cards tried one after the other', { declinedHour: 5, cardsDay: 4 }, ['declined-before', 'many-cards']],
  ['a card from elsewhere, sent elsewhere', { cardCountry: 'FR', shippingCountry: 'NZ' }, ['card-country', 'other-country']],
  ['a throw-away mail box', { email: 'xx@mailinator.com' }, ['disposable-mail']],
  ['four times the usual', { total: 40_000 }, ['unusual-amount']],
  ['a shop that has hardly sold anything knows nothing unusual', { total: 40_000, usualOver: 5 }, []],
  ['twenty of one thing', { mostUnits: 20 }, ['many-units']],
  ['somebody who disputed before', { disputesBefore: 1 }, ['disputed-before']],
  ['the same code again and again', { usesCode: true, codesElsewhere: 3 }, ['codes-elsewhere']],
])('%s', (_name, signals, reasons) => {
  expect(scoreOf({ ...honest, ...signals }).reasons.map(({ code }) => code)).toEqual(reasons);
});

test('the score is the sum of its reasons, between nothing and a hundred, and the same every time', () => {
  const count = fc.integer({ min: 0, max: 12 });
  const odd = fc.record({ declinedHour: count, cardsDay: count, mailsOfCardWeek: count, sameMailDay: count, disputesBefore: count, goodOrders: count, mostUnits: count, total: fc.integer({ min: 1, max: 900_000 }) });
  fc.assert(fc.property(odd, (signals) => {
    const { score, reasons } = scoreOf({ ...honest, ...signals });
    expect(score).toBe(Math.max(0, Math.min(100, reasons.reduce((sum, { points }) => sum + points, 0))));
    expect(scoreOf({ ...honest, ...signals })).toEqual({ score, reasons });
  }));
});

describe('what the merchant says', () => {
  const bad = { ...honest, declinedHour: 8 };
  const rule = (action: 'add' | 'hold' | 'allow', points = 0) => ({ name: 'Mine', action, points, rules: { match: 'all' as const, conditions: [{ field: 'total' as const, is: 'over' as const, value: '4000' }] } });

  test.each([
    ['the score alone', bad, open, true],
    ['nobody is held without a threshold', bad, { ...open, holdAt: null }, false],
    ['a rule that allows', bad, { ...open, rules: [rule('allow')] }, false],
    ['a rule that holds', honest, { ...open, rules: [rule('hold')] }, true],
    ['a rule that adds', honest, { ...open, rules: [rule('add', 60)] }, true],
    ['a rule of something else', { ...honest, total: 100 }, { ...open, rules: [rule('hold')] }, false],
    ['a blocked domain, whatever rules allow', honest, { ...open, rules: [rule('allow')], list: [{ kind: 'domain' as const, value: 'example.test', verdict: 'blocked' as const }] }, true],
    ['a trusted mail address', bad, { ...open, list: [{ kind: 'mail' as const, value: 'ana@example.test', verdict: 'trusted' as const }] }, false],
  ])('%s', (_name, signals, policy, held) => {
    const { hold, because } = assess(signals, '', policy);
    expect(hold).toBe(held);
    expect(because !== '').toBe(held);
  });
});

test('one mail box and one place, however they are written', () => {
  expect(mailMark('Ana.N+shoes@Gmail.com')).toBe(mailMark('anan@gmail.com'));
  expect(mailMark('ana.n@example.test')).not.toBe(mailMark('anan@example.test'));
  expect(placeMark({ line1: '1 High-Street', postalCode: '7000', country: 'AU' })).toBe(placeMark({ line1: '1 high street ', postalCode: '70 00', country: 'au' }));
  expect([mailMark('nobody'), placeMark(null)]).toEqual(['', '']);
});
