import { expect, test } from 'vitest';
import { gather } from './gather.ts';
import type { Statement } from './batch.ts';

const answer = (text: string) => ({ rows: [{ text }], rowCount: 1 });

function door(refuses = '') {
  const trips: string[][] = [];
  const run = gather(async (statements: Statement[]) => {
    trips.push(statements.map(({ text }) => text));
    if (statements.some(({ text }) => text === refuses)) throw new Error(`${refuses} is refused`);
    return statements.map(({ text }) => answer(text));
  });
  return { trips, ask: async (text: string) => (await run({ text })).rows[0] };
}

test('what is asked in the same moment travels together, and each gets its own answer', async () => {
  const { trips, ask } = door();
  const late = async (text: string) => (await Promise.resolve(), await Promise.resolve(), ask(text));
  await Promise.resolve();
  expect(await Promise.all([ask('a'), late('b'), ask('c')])).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
  expect(trips.map((each) => each.toSorted())).toEqual([['a', 'b', 'c']]);
  await ask('d');
  expect(trips[1]).toEqual(['d']);
});

test('one that fails is refused alone; the others are answered', async () => {
  const { trips, ask } = door('b');
  const all = await Promise.allSettled([ask('a'), ask('b'), ask('c')]);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(trips).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
});

test('many travel in several lots', async () => {
  const { trips, ask } = door();
  await Promise.all(Array.from({ length: 30 }, (_, n) => ask(String(n))));
  expect(trips.map((each) => each.length)).toEqual([12, 12, 6]);
});
