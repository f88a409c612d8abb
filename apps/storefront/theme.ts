import { createHash } from 'node:crypto';
import type { ShopContext } from './shop.ts';

const PAPER: Rgb = [251, 250, 247];
const NIGHT: Rgb = [20, 19, 17];
/** WCAG 2.2 AA for text; buttons carry paper or night coloured text, so the same bound serves both ways. */
const READABLE = 4.6;

type Rgb = [number, number, number];

/** A shop's own colours as a style sheet, and the hash that lets the content policy admit exactly this sheet. */
export interface ThemeSheet {
  css: string;
  hash: string;
  accent: string;
}

const sheets = new Map<string, ThemeSheet>();

export function themeSheet(shop: ShopContext['storefront']): ThemeSheet {
  const key = `${shop.name}|${JSON.stringify(shop.theme ?? null)}`;
  let sheet = sheets.get(key);
  if (!sheet) {
    if (sheets.size > 1000) sheets.clear();
    sheets.set(key, (sheet = write(shop)));
  }
  return sheet;
}

function write({ name, theme }: ShopContext['storefront']): ThemeSheet {
  const chosen = parseHex(theme?.accent) ?? ownColour(name);
  const day = toHex(readableOn(PAPER, chosen, [0, 0, 0]));
  const night = toHex(readableOn(NIGHT, chosen, [255, 255, 255]));
  const rules = [`--accent:${day}`];
  if (typeof theme?.radius === 'number') rules.push(`--radius:${Math.min(Math.max(Math.round(theme.radius), 0), 24)}px`);
  if (isFont(theme?.font)) rules.push(`--own-font:"${theme.font}"`);
  if (isFont(theme?.headingFont)) rules.push(`--own-heading:"${theme.headingFont}"`);
  const css = `:root{${rules.join(';')}}@media(prefers-color-scheme:dark){:root{--accent:${night}}}`;
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}`, accent: day };
}

function isFont(name: string | undefined): name is string {
  return name !== undefined && /^[\p{L}\d -]{1,60}$/u.test(name);
}

/** A shop that chose nothing still gets a quiet colour of its own, always the same one. */
function ownColour(name: string): Rgb {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  return fromHsl(hash % 360, 0.42, 0.32);
}

/** Moves a colour towards black or white until text in it can be read on the ground. */
function readableOn(ground: Rgb, colour: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = colour.map((part, i) => Math.round(part + (towards[i]! - part) * share)) as Rgb;
    if (contrast(ground, mixed) >= READABLE) return mixed;
  }
  return towards;
}

/** WCAG contrast ratio, 1..21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (part: number): number => (part <= 10.3 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

export function parseHex(text: string | undefined): Rgb | null {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '');
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : null;
}

function toHex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}
