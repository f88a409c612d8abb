import { expect, test } from 'vitest';
import { askedBy, dayLabel, daysText, hourLabel } from './home-range.ts';

const asked = (address: string) => askedBy(new URLSearchParams(address));

test('an address that names no known range or comparison shows 30 days against the 30 before', () => {
  expect(asked('range=a+year&compare=luck&currency=dollars&storefront=x')).toEqual({ days: 30, compare: 'previous' });
});

test('an address carries its days, what to compare with, a currency and a storefront', () => {
  const storefront = '0190f0aa-0000-7000-8000-000000000000';
  expect(asked('range=today&compare=year')).toEqual({ days: 1, compare: 'year' });
  expect(asked(`range=custom&from=2026-01-05&to=2026-02-01&compare=none&currency=NZD&storefront=${storefront}`)).toEqual({
    from: '2026-01-05', to: '2026-02-01', compare: 'none', currency: 'NZD', storefrontId: storefront,
  });
});

test('days that do not exist are not asked for', () => {
  expect(asked('range=custom&from=2026-02-30&to=2026-03-01')).toEqual({ days: 30, compare: 'previous' });
});

test('days and hours are written short, as the shop writes them', () => {
  expect(dayLabel('2026-01-31', 'en-AU')).toBe('31 Jan');
  expect(hourLabel(14, 'en-AU')).toBe('2 pm');
  expect(daysText({ from: '2025-12-30', to: '2026-01-02' }, 'en-AU')).toBe('30 Dec 2025 to 2 Jan 2026');
  expect(daysText({ from: '2026-01-01', to: '2026-01-31' }, 'en-AU')).toBe('1 Jan to 31 Jan 2026');
});
