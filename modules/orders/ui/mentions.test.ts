import { expect, test } from 'vitest';
import { matching, mentionedIn, named, namingAt } from './mentions.ts';

const team = [{ id: '1', name: 'Ana Ng' }, { id: '2', name: 'Ben Baker' }, { id: '3', name: 'Bea Ng' }];

test('an @ begins a name, a mail address does not', () => {
  expect(namingAt('ask @be', 7)).toBe('be');
  expect(namingAt('@', 1)).toBe('');
  expect(namingAt('ana@example', 11)).toBeUndefined();
});

test('first and last names are found', () => {
  expect(matching(team, 'be').map(({ name }) => name)).toEqual(['Ben Baker', 'Bea Ng']);
  expect(matching(team, 'ng').map(({ name }) => name)).toEqual(['Ana Ng', 'Bea Ng']);
  expect(matching(team, 'ana ng')).toEqual([]);
});

test('the name is written out and the caret stands behind it', () => {
  expect(named('ask @be please', 7, team[1]!)).toEqual({ text: 'ask @Ben Baker please', caret: 15 });
});

test('everybody named is meant', () => {
  expect(mentionedIn('@Ana Ng and @Bea Ng', team)).toEqual(['1', '3']);
});
