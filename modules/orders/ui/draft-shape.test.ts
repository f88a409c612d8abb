import { expect, test } from 'vitest';
import { formOf, inputOf } from './draft-shape.ts';

test('a draft without a street has no address, and one with a street takes the customer’s name', () => {
  const empty = formOf(null);
  expect(inputOf({ ...empty, customerName: 'Ana' })).toMatchObject({ shippingAddress: null, shippingMethodId: null });
  const sent = inputOf({ ...empty, customerName: 'Ana', address: { ...empty.address, line1: '1 George Street', country: 'AU' } });
  expect(sent).toMatchObject({ shippingAddress: { name: 'Ana', line1: '1 George Street' } });
});

test('prices agreed by hand are sent in minor units', () => {
  const line = { variantId: 'v1', title: 'Mug', variantTitle: '', quantity: 2, unitPrice: 1_500 };
  expect(inputOf({ ...formOf(null), lines: [line], discount: 500 })).toMatchObject({ lines: [{ variantId: 'v1', quantity: 2, unitPrice: 1_500 }], discount: 500 });
});
