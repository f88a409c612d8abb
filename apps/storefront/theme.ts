import { createHash } from 'node:crypto';
import { DAY, NIGHT } from '#modules/storefronts/index.ts';
import { comfortable, fromHsl, inkOn, isLight, mix, parseHex, READABLE, readableOn, SHADE, toHex, type Rgb } from '#platform/colour.ts';
import type { ShopContext } from './shop.ts';

/** A shop's own colours as a style sheet, and the hash that lets the content policy admit exactly this sheet. */
export interface ThemeSheet {
  css: string;
  hash: string;
  /** By day, or at all times in a shop with a ground of its own. */
  accent: string;
  onAccent: string;
  ground: string;
  /** By night; null where day and night look the same. */
  nightGround: string | null;
}

type Shop = ShopContext['storefront'];

const sheets = new Map<string, ThemeSheet>();
const last = new WeakMap<Shop, ThemeSheet>();

export function themeSheet(shop: Shop): ThemeSheet {
  const known = last.get(shop);
  if (known) return known;
  const key = `${shop.name}|${JSON.stringify(shop.theme ?? null)}`;
  let sheet = sheets.get(key);
  if (!sheet) {
    if (sheets.size > 1000) sheets.clear();
    sheets.set(key, (sheet = write(shop)));
  }
  last.set(shop, sheet);
  return sheet;
}

const DAY_INK: Rgb = [30, 27, 23];
const NIGHT_INK: Rgb = [242, 239, 232];

function write({ name, theme }: Shop): ThemeSheet {
  const chosen = parseHex(theme?.accent) ?? ownColour(name);
  const fixed = fixedGround(theme);
  const ground = fixed ?? DAY;
  const day = readableOn(ground, chosen, READABLE);
  const own = parseHex(theme?.text);
  const rules = [`--accent:${toHex(day)}`, ...shapeRules(theme), ...(fixed ? groundRules(fixed, own ?? (isLight(fixed) ? DAY_INK : NIGHT_INK)) : [])];
  let css = `:root{${rules.join(';')}}`;
  if (!fixed && own) css += `@media(prefers-color-scheme:light){:root{--ink:${toHex(inkOn(DAY, own))}}}`;
  if (!fixed) css += `@media(prefers-color-scheme:dark){:root{--accent:${toHex(readableOn(NIGHT, chosen, READABLE))}}}`;
  const hash = `sha256-${createHash('sha256').update(css).digest('base64')}`;
  return { css, hash, accent: toHex(day), onAccent: fixed ? toHex(fixed) : '#ffffff', ground: toHex(ground), nightGround: fixed ? null : toHex(NIGHT) };
}

/** The ground of a shop that looks the same by day and by night. */
function fixedGround(theme: Shop['theme']): Rgb | null {
  const chosen = parseHex(theme?.background);
  if (chosen) return comfortable(chosen);
  return theme?.scheme === 'light' ? DAY : theme?.scheme === 'dark' ? NIGHT : null;
}

/** Letters every device has, so no page waits for a font. */
const FONTS: Record<string, string> = {
  serif: '"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif',
  rounded: 'ui-rounded,"SF Pro Rounded","Hiragino Maru Gothic ProN",Nunito,Quicksand,system-ui,sans-serif',
  humanist: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",source-sans-pro,sans-serif',
  geometric: 'Avenir,Montserrat,Corbel,"URW Gothic",source-sans-pro,sans-serif',
  grotesque: '"Helvetica Neue",Inter,Roboto,"Arial Nova","Nimbus Sans",Arial,sans-serif',
  'old-style': '"Hoefler Text","Iowan Old Style",Baskerville,"EB Garamond","URW Palladio L",Garamond,Georgia,serif',
  slab: 'Rockwell,"Rockwell Nova","Roboto Slab","DejaVu Serif","Sitka Small",serif',
  typewriter: 'ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace',
};
const RADIUS: Record<string, string> = { none: '0px', small: '4px', medium: '10px', large: '20px' };

function shapeRules(theme: Shop['theme']): string[] {
  const rules: string[] = [];
  if (theme?.font && FONTS[theme.font]) rules.push(`--own-font:${FONTS[theme.font]}`);
  if (theme?.headingFont && FONTS[theme.headingFont]) rules.push(`--own-heading:${FONTS[theme.headingFont]}`);
  if (theme?.radius && RADIUS[theme.radius]) rules.push(`--radius:${RADIUS[theme.radius]}`);
  return rules;
}

/** All greys of a shop that chose its own ground, between that ground and a text colour that can be read on it. */
function groundRules(ground: Rgb, text: Rgb): string[] {
  const ink = inkOn(ground, text);
  const between = (share: number): string => toHex(mix(ground, ink, share));
  return [
    `color-scheme:${isLight(ground) ? 'light' : 'dark'}`,
    `--paper:${toHex(ground)}`,
    `--surface:${isLight(ground) ? toHex(mix(ground, [255, 255, 255], 0.6)) : between(0.05)}`,
    `--sunken:${between(SHADE)}`,
    `--line:${between(0.15)}`,
    `--field:${toHex(readableOn(ground, mix(ground, ink, 0.5), 3.1))}`,
    `--muted:${toHex(readableOn(mix(ground, ink, SHADE), mix(ground, ink, 0.65), READABLE))}`,
    `--ink:${toHex(ink)}`,
    `--on-accent:${toHex(ground)}`,
    ...signalRules('bad', ground, BAD),
    ...signalRules('good', ground, GOOD),
  ];
}

/** A shop that chose nothing still gets a quiet colour of its own, always the same one. */
function ownColour(name: string): Rgb {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  return fromHsl(hash % 360, 0.42, 0.32);
}

const BAD: Rgb = [160, 42, 29];
const GOOD: Rgb = [27, 98, 64];

/** What went wrong and what went well keep their hue on every ground. */
function signalRules(name: string, ground: Rgb, signal: Rgb): string[] {
  const tinted = mix(ground, signal, 0.1);
  return [`--${name}-ground:${toHex(tinted)}`, `--${name}:${toHex(readableOn(tinted, readableOn(ground, signal, READABLE), READABLE))}`];
}
