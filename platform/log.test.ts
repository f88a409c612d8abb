import { afterAll, afterEach, expect, test } from 'vitest';
import { log, setLog, withLogFields } from './log.ts';
import { logToTheSuite } from './testing/quiet-log.ts';

const lines: string[] = [];
afterEach(() => lines.splice(0));
afterAll(logToTheSuite);

test('secrets are blanked wherever they stand, and every line carries its request', () => {
  setLog({ level: 'debug', write: (line) => lines.push(line) });
  withLogFields({ requestId: 'r-1' }, () => log.info('A card was used.', { card: '4242', headers: { authorization: 'Bearer x', host: 'shop' }, apiKey: 'k', note: 'fine' }));
  const line = JSON.parse(lines[0]!) as Record<string, unknown>;
  expect(line).toMatchObject({ level: 'info', requestId: 'r-1', card: '[secret]', headers: { authorization: '[secret]', host: 'shop' }, apiKey: '[secret]', note: 'fine' });
});

test('an error is logged with its stack', () => {
  setLog({ level: 'debug', write: (line) => lines.push(line) });
  log.error('It broke.', { error: new Error('why') });
  expect(JSON.parse(lines[0]!)).toMatchObject({ error: { message: 'why', stack: expect.stringContaining('log.test') } });
});
