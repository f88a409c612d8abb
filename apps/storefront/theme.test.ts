import { expect, test } from 'vitest';
import type { Theme } from './shop.ts';
import { contrast, parseHex } from '#platform/colour.ts';
import { themeSheet } from './theme.ts';

const shop = (theme: Theme | null, name = 'Harbour & Stone') => ({ id: 's', workspaceId: 'w', name, currency: 'AUD', locale: 'en-AU', theme });
const colour = (css: string, name: string) => parseHex(new RegExp(`--${name}:(#[\\da-f]{6})`).exec(css)?.[1])!;
const PAPER = parseHex('#fbfaf7')!;
const NIGHT = parseHex('#141311')!;

test.each(['#ffff00', '#ffffff', '#000000', '#ff0000', '#777777', '#1d4ed8'])('buttons in %s can be read by day and by night', (accent) => {
  const [day, night] = themeSheet(shop({ accent })).css.split('@media') as [string, string];
  expect(contrast(PAPER, colour(day, 'accent'))).toBeGreaterThan(4.5);
  expect(contrast(NIGHT, colour(night, 'accent'))).toBeGreaterThan(4.5);
});

test.each([['#ffffff'], ['#000000'], ['#1b2a4a'], ['#808080'], ['#f5e6c8'], ['#757575']])('a shop on its own ground %s stays readable, whatever text colour it wished', (background) => {
  const { css } = themeSheet(shop({ background, text: background, accent: background }));
  const ground = colour(css, 'paper');
  for (const name of ['ink', 'muted', 'accent', 'good', 'bad']) {
    expect(contrast(ground, colour(css, name)), name).toBeGreaterThan(4.5);
    if (name === 'ink' || name === 'muted') expect(contrast(colour(css, 'sunken'), colour(css, name)), name).toBeGreaterThan(4.5);
  }
  expect(css).not.toContain('prefers-color-scheme');
});

test('a shop that chose nothing gets a colour of its own, always the same', () => {
  expect(themeSheet(shop(null)).css).toBe(themeSheet(shop({})).css);
  expect(themeSheet(shop(null, 'Coffee Lane')).accent).not.toBe(themeSheet(shop(null)).accent);
});

test('nothing a theme says can break out of the style sheet', () => {
  const evil = '#fff}</style><script>alert(1)</script>';
  const { css } = themeSheet(shop({ accent: evil, background: evil, text: evil, font: evil as 'serif' }));
  expect(css).not.toContain('<');
});

test('a shop that wants to be dark is dark by day too; corners and letters follow the theme', () => {
  const { css, nightGround, ground } = themeSheet(shop({ scheme: 'dark', radius: 'none', font: 'slab', headingFont: 'old-style' }));
  expect(css).toContain('color-scheme:dark');
  expect(css).toContain('--radius:0px');
  expect(css).toMatch(/--own-font:Rockwell.*--own-heading:"Hoefler Text"/);
  expect([ground, nightGround]).toEqual(['#141311', null]);
  expect(css).not.toContain('prefers-color-scheme');
});
