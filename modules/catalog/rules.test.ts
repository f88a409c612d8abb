import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinationsOf } from './options.ts';
import { optionKey, planVariants, type Option } from './plan-variants.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { slugCandidates, slugOf } from './slug.ts';
import { Slug } from './product-input.ts';

test('any title makes an address that is allowed, and an address stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const slug = slugOf(title);
      expect(Slug.safeParse(slug).success).toBe(true);
      expect(slugOf(slug)).toBe(slug);
    }),
  );
  expect(slugOf('Café Crème (250 g) – “Best”')).toBe('cafe-creme-250-g-best');
  expect(slugOf('日本茶')).toBe('日本茶');
  expect(new Set(slugCandidates('x')).size).toBe(30);
});

const names = fc.constantFrom('Size', 'Colour', 'Fit');
const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 });
const options = fc.uniqueArray(fc.record({ name: names, values }), { maxLength: 3, selector: (o) => o.name });
const build = (list: Option[]) => combinationsOf(list).map((choice, i) => ({ id: i, options: choice }));

test('options make every combination exactly once', () => {
  fc.assert(
    fc.property(options, (list) => {
      const all = combinationsOf(list);
      expect(all).toHaveLength(list.reduce((n, o) => n * o.values.length, 1));
      expect(new Set(all.map(optionKey)).size).toBe(all.length);
    }),
  );
});

test('whatever becomes of the options, the variants afterwards are every combination once and what still fits is kept', () => {
  fc.assert(
    fc.property(options, options, (before, after) => {
      const existing = build(before);
      const plan = planVariants(before, after, existing);
      const keys = [...plan.keep.map((k) => optionKey(k.options)), ...plan.create.map(optionKey)];
      expect(keys.toSorted()).toEqual(combinationsOf(after).map(optionKey).toSorted());
      expect(plan.keep.length + plan.drop.length).toBe(existing.length);
    }),
  );
});

test('the same options again change nothing', () => {
  fc.assert(
    fc.property(options, (list) => {
      const plan = planVariants(list, list, build(list));
      expect([plan.create, plan.drop]).toEqual([[], []]);
    }),
  );
});

const piece = fc.constantFrom('<p>', '</p>', '<b', '>', '"', "'", '<script>', '</script>', 'onclick=', '<a href=', 'javascript:', 'java\tscript:', '&#106;avascript:', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<!--', '-->', '<style>', '&lt;', 'text ', '<', '/', '\0', '<a href="https://a.test">', '</a>', '<math>', '<br/>');

test('nothing that runs survives, and cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
      const clean = sanitizeHtml(parts.join(''));
      expect(sanitizeHtml(clean)).toBe(clean);
      for (const [, tag] of clean.matchAll(/<\/?([^\s>/]*)/g)) expect(['p', 'b', 'a', 'img', 'br']).toContain(tag);
      for (const [tag] of clean.matchAll(/<[^>]*>/g)) expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son|javascript:/i);
      // In tags only: what became plain text may look like an address and opens nothing.
      for (const [, href] of [...clean.matchAll(/<[^>]*>/g)].join('').matchAll(/(?:href|src)="([^"]*)"/g)) expect(href!.replaceAll(/\s/g, '')).not.toMatch(/^(javascript:|&#)/i);
    }),
    { numRuns: 2_000 },
  );
});

test('a clean description stays letter for letter', () => {
  const html = '<h2>Ocean &amp; Sky</h2>\n<p>A <strong>fine</strong> shirt.<br>Care: <a href="https://x.test/a?b=1&amp;c=2">wash</a></p><ul><li>One</li></ul>';
  expect(sanitizeHtml(html)).toBe(html);
  expect(sanitizeHtml('5 < 6 and 7 > 3')).toBe('5 &lt; 6 and 7 &gt; 3');
});
