import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMoney, allocate, amountText, formatMoney, minorDigits, money, parseAmount } from './money.ts';

test('what a person types becomes cents, and comes back as typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom('AUD', 'JPY', 'KWD'), (amount, currency) => {
      expect(parseAmount(amountText(money(amount, currency)), currency)).toBe(amount + 0);
    }),
  );
  expect(parseAmount('1,234.5', 'AUD')).toBe(123_450);
  expect(parseAmount('12.500', 'AUD')).toBe(1_250);
});

test('half a cent, words and floats that do not fit are refused', () => {
  for (const bad of ['12.345', 'twelve', '', '1.2.3', '1e5', '99999999999999999']) expect(() => parseAmount(bad, 'AUD')).toThrow(/amount/);
  expect(() => money(0.5, 'AUD')).toThrow(/integer/);
});

test('a discount spread over lines always sums to itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (amount, weights) => {
      const parts = allocate(amount, weights);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(amount);
      expect(parts.every((p) => Number.isSafeInteger(p))).toBe(true);
    }),
  );
});

test('two currencies never end in one sum', () => {
  expect(addMoney(money(100, 'AUD'), money(250, 'AUD'))).toEqual({ amount: 350, currency: 'AUD' });
  expect(() => addMoney(money(1, 'AUD'), money(1, 'USD'))).toThrow(/USD/);
});

test('amounts are shown in the decimals of their currency', () => {
  expect([minorDigits('AUD'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
  expect(formatMoney(money(123_450, 'AUD'), 'en-AU')).toBe('$1,234.50');
  expect(formatMoney(money(1_000, 'JPY'), 'en-US')).toBe('¥1,000');
});
