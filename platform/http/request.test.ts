import { afterEach, expect, test } from 'vitest';
import { config, useConfig } from '../config.ts';
import { addressOf, fromOwnNetwork, queryOf } from './request.ts';

const before = config();
afterEach(() => void useConfig({ TRUST_PROXY: before.TRUST_PROXY }));

const passedOn = (by: string) => new Request('http://shop.example/', { headers: { 'x-forwarded-for': by } });

test('behind a proxy of ours the last address is believed, not what the caller claims before it', () => {
  useConfig({ TRUST_PROXY: true });
  expect(addressOf(passedOn('127.0.0.1, 203.0.113.9'), '10.0.0.2')).toBe('203.0.113.9');
  expect(fromOwnNetwork(passedOn('127.0.0.1, 203.0.113.9'), '10.0.0.2')).toBe(false);
});

test('without a proxy of ours a claim counts for nothing, and whoever makes one is a stranger', () => {
  useConfig({ TRUST_PROXY: false });
  expect(addressOf(passedOn('127.0.0.1'), '203.0.113.9')).toBe('203.0.113.9');
  expect(fromOwnNetwork(passedOn('8.8.8.8'), '127.0.0.1')).toBe(false);
  expect(fromOwnNetwork(new Request('http://shop.example/'), '127.0.0.1')).toBe(true);
  expect(fromOwnNetwork(new Request('http://shop.example/'), '203.0.113.9')).toBe(false);
});

test('filters in the address become an object', () => {
  expect(queryOf('http://x/?q=mug&filter[status]=paid,refunded&filter[total]=1..5')).toEqual({ q: 'mug', filter: { status: 'paid,refunded', total: '1..5' } });
});
