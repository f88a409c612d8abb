import { expect, test } from 'vitest';
import { addressFields, cardErrors, countries, findErrors, homeCountry, toDetails, trimmed } from './checkout-form.ts';

const ana = { email: 'ana@example.com', name: 'Ana Fischer', line1: '12 Harbour St', city: 'Hobart', postalCode: '7000', country: 'AU' };

test('a complete address has no errors', () => {
  expect(findErrors(ana)).toEqual({});
});

test('each missing field says what to enter', () => {
  const errors = findErrors({});
  expect(Object.keys(errors).toSorted()).toEqual(['city', 'country', 'email', 'line1', 'name', 'postalCode']);
  for (const sentence of Object.values(errors)) expect(sentence).toMatch(/^(Enter|Choose) .+\.$/);
});

test('nobody in Hong Kong has to invent a postcode', () => {
  expect(findErrors({ ...ana, country: 'HK', postalCode: '' })).toEqual({});
});

test.each(['ana', 'ana@', '@example.com', 'a b@example.com', 'ana@example'])('%s is no email address', (email) => {
  expect(findErrors({ ...ana, email })).toHaveProperty('email');
});

test('only a card payment asks for a card number', () => {
  expect(cardErrors({ payment: 'test', card: ' ' })).toHaveProperty('card');
  expect(cardErrors({ payment: 'test', card: '4242' })).toEqual({});
  expect(cardErrors({ payment: 'manual' })).toEqual({});
});

test('empty fields are left out and spaces around words do not count', () => {
  const details = toDetails(trimmed({ ...ana, name: '  Ana Fischer ', line2: '   ', shippingMethodId: '' }));
  expect(details).toEqual({ email: ana.email, shippingAddress: { name: 'Ana Fischer', line1: '12 Harbour St', city: 'Hobart', postalCode: '7000', country: 'AU' } });
});

test('the country of the shop stands first in mind, every country can be chosen, in the reader’s language', () => {
  expect(homeCountry('en-AU')).toBe('AU');
  expect(homeCountry('de')).toBe('DE');
  expect(countries('en-AU').length).toBeGreaterThan(235);
  expect(countries('de-DE')).toContainEqual(['AU', 'Australien']);
  expect(addressFields('CA').map((field) => field.says)).toContain('Province');
});
