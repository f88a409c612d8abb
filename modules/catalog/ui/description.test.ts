import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOf, isRich, textOf } from './description.ts';

test('paragraphs are typed as text and stored as paragraphs', () => {
  expect(htmlOf('Made by hand.\nIn Hobart.\n\nDishwasher safe & light.')).toBe('<p>Made by hand.<br>In Hobart.</p>\n<p>Dishwasher safe &amp; light.</p>');
  expect(textOf('<p>Made by hand.<br>In Hobart.</p>\n<p>Light &amp; thin.</p>')).toBe('Made by hand.\nIn Hobart.\n\nLight & thin.');
});

test('a description with headings or lists is shown as it is and comes back unchanged', () => {
  const html = '<h2>Care</h2><ul><li>By hand</li></ul>';
  expect(isRich(html)).toBe(true);
  expect(htmlOf(textOf(html))).toBe(html);
});

test('whatever letters somebody types come back the same', () => {
  const words = fc.stringMatching(/^[a-zA-Z0-9&"' .,äöü-]{0,40}$/).map((text) => text.trim());
  fc.assert(
    fc.property(words, (text) => {
      expect(textOf(htmlOf(text))).toBe(text);
    }),
  );
});
