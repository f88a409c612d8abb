import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { outFolder } from './assets.ts';

const sizes = (pattern: RegExp): number[] => readdirSync(`${outFolder}assets`).filter((name) => pattern.test(name)).map((name) => gzipSync(readFileSync(`${outFolder}assets/${name}`), { level: 9 }).length);
const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);

test('all scripts of a shop together, also those that come later, weigh less than 60 KiB; the style sheet less than 14', () => {
  expect(sizes(/^client-.*\.js$/)).toHaveLength(1);
  expect(sum(sizes(/\.js$/))).toBeLessThan(60 * 1_024);
  expect(sum(sizes(/\.css$/))).toBeLessThan(14 * 1_024);
});
