import { expect, test } from 'vitest';
import { noteList } from '../testing/notes.ts';
import { AnswerCache } from './answer-cache.ts';

const answer = { body: Buffer.from('{}'), etag: '"x"' };

test('an answer stays until a fact it depends on is told, in its workspace only', () => {
  const cache = new AnswerCache();
  cache.put('alpha', 'k', noteList, answer, 0);
  cache.put('beta', 'k', noteList, answer, 0);
  cache.told('alpha', ['order.placed']);
  expect(cache.get('alpha', 'k')).toMatchObject(answer);
  cache.told('alpha', ['note.written']);
  expect(cache.get('alpha', 'k')).toBeUndefined();
  expect(cache.get('beta', 'k')).toMatchObject(answer);
});

test('an answer computed while something changed is not kept', () => {
  const cache = new AnswerCache();
  const generation = cache.generation('alpha');
  cache.told('alpha', ['note.written']);
  cache.put('alpha', 'k', noteList, answer, generation);
  expect(cache.get('alpha', 'k')).toBeUndefined();
});

test('it never grows without bound', () => {
  const cache = new AnswerCache();
  for (let i = 0; i < 10_000; i++) cache.put('alpha', `k${i}`, noteList, answer, 0);
  const kept = Array.from({ length: 10_000 }, (_, i) => cache.get('alpha', `k${i}`)).filter(Boolean).length;
  expect(kept).toBeLessThanOrEqual(4_000);
});
