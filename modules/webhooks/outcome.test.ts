import { expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE } from '#platform/time.ts';
import { healthAfter, nextOf, type Health, type Outcome } from './outcome.ts';

const at = new Date('2026-03-01T10:00:00Z');
const well: Health = { state: 'active', reason: '', failures: 0, failingSince: null, restUntil: null, lastDeliveredAt: null, lastError: '', lastErrorAt: null };
const answered = (status: number): Outcome => ({ status, answer: '', error: '', wish: undefined });
const silent: Outcome = { status: null, answer: '', error: 'It did not answer within 15 seconds.', wish: undefined };
const next = (state: 'waiting' | 'delivered' | 'failed', outcome: Outcome, endpoint = well) => nextOf({ state, attempts: 2 }, outcome, { at, endpoint, chance: 0.5 });

test('what has arrived stays delivered, even when a second sender is refused later', () => {
  expect(next('waiting', answered(204))).toMatchObject({ state: 'delivered', attempts: 3, nextAttempt: null });
  expect(next('delivered', answered(500))).toMatchObject({ state: 'delivered', nextAttempt: null });
});

test('a failed try is repeated by the plan, and for a disabled endpoint never', () => {
  expect(next('waiting', answered(500))).toEqual({ state: 'waiting', attempts: 3, nextAttempt: later(at, 30 * MINUTE), lastStatus: 500, lastError: 'It answered 500.' });
  expect(next('waiting', silent)).toMatchObject({ state: 'waiting', lastStatus: null, lastError: silent.error });
  expect(next('failed', answered(500), { ...well, state: 'disabled' })).toMatchObject({ state: 'failed', nextAttempt: null });
});

test('five failures in a row let an endpoint rest, one success makes it whole', () => {
  let health = well;
  for (let n = 1; n <= 4; n++) health = healthAfter(health, silent, at);
  expect(health).toMatchObject({ failures: 4, restUntil: null, failingSince: at });
  health = healthAfter(health, silent, later(at, HOUR));
  expect(health).toMatchObject({ failures: 5, failingSince: at, restUntil: later(at, HOUR + MINUTE), lastError: silent.error });
  expect(healthAfter(health, answered(200), later(at, DAY))).toMatchObject({ failures: 0, failingSince: null, restUntil: null, lastDeliveredAt: later(at, DAY) });
});

test('gone is gone at once, silence only after five days, and it is said once', () => {
  expect(healthAfter(well, answered(410), at)).toMatchObject({ state: 'disabled', reason: 'The receiver said that the address is gone (410).' });
  const failing = { ...well, failures: 40, failingSince: later(at, -5 * DAY) };
  const off = healthAfter(failing, answered(503), at);
  expect(off).toMatchObject({ state: 'disabled', reason: 'It has not answered for five days. It answered 503.' });
  expect(healthAfter(off, answered(410), at).reason).toBe(off.reason);
});
