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
  const ground = comfortable(parseHex(theme?.background));
  const day = toHex(readableOn(ground ?? PAPER, chosen));
  const rules = [`--accent:${day}`, ...(ground ? groundRules(ground, parseHex(theme?.text)) : [])];
  if (theme?.font && theme.font in FONTS) rules.push(`--own-font:${FONTS[theme.font]}`);
  let css = `:root{${rules.join(';')}}`;
  if (!ground) css += `@media(prefers-color-scheme:dark){:root{--accent:${toHex(readableOn(NIGHT, chosen))}}}`;
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}`, accent: day };
}

/** Fonts every device has, so no page waits for one. */
const FONTS: Record<string, string> = {
  serif: '"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif',
  rounded: 'ui-rounded,"SF Pro Rounded","Hiragino Maru Gothic ProN",Nunito,Quicksand,system-ui,sans-serif',
};

/** Room between ground and text for every grey in between; a middling ground gives a little of itself up for it. */
const COMFORTABLE = 9;

function comfortable(ground: Rgb | null): Rgb | null {
  if (!ground) return null;
  const text = awayFrom(ground);
  const away: Rgb = text[0] ? [0, 0, 0] : [255, 255, 255];
  let moved = ground;
  for (let share = 0; share < 1 && contrast(moved, text) < COMFORTABLE; share += 0.04) moved = mix(ground, away, share);
  return moved;
}

/** All greys of a shop that chose its own ground, between that ground and a text colour that can be read on it. */
function groundRules(ground: Rgb, text: Rgb | null): string[] {
  const ink = readableOn(ground, text ?? awayFrom(ground), 7);
  const between = (share: number): string => toHex(mix(ground, ink, share));
  return [
    `color-scheme:${luminance(ground) > 0.18 ? 'light' : 'dark'}`,
    `--paper:${toHex(ground)}`,
    `--surface:${luminance(ground) > 0.18 ? toHex(mix(ground, [255, 255, 255], 0.6)) : between(0.05)}`,
    `--sunken:${between(0.06)}`,
    `--line:${between(0.15)}`,
    `--field:${toHex(readableOn(ground, mix(ground, ink, 0.5), 3.1))}`,
    `--muted:${toHex(readableOn(mix(ground, ink, 0.06), mix(ground, ink, 0.65)))}`,
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
  return [`--${name}-ground:${toHex(tinted)}`, `--${name}:${toHex(readableOn(tinted, readableOn(ground, signal)))}`];
}

/** Makes a colour lighter or darker, keeping its hue, until text in it can be read on the ground. */
function readableOn(ground: Rgb, colour: Rgb, wanted = READABLE): Rgb {
  const end = awayFrom(ground);
  const [hue, saturation, lightness] = toHsl(colour);
  for (let share = 0; share < 1; share += 0.04) {
    const moved = fromHsl(hue, saturation, lightness + ((end[0] ? 1 : 0) - lightness) * share);
    if (contrast(ground, moved) >= wanted) return moved;
  }
  return end;
}

function awayFrom(ground: Rgb): Rgb {
  return luminance(ground) > 0.18 ? [0, 0, 0] : [255, 255, 255];
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((part, i) => Math.round(part + (to[i]! - part) * share)) as Rgb;
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

function toHsl([r, g, b]: Rgb): [hue: number, saturation: number, lightness: number] {
  const [most, least] = [Math.max(r, g, b) / 255, Math.min(r, g, b) / 255];
  const reach = most - least;
  const lightness = (most + least) / 2;
  if (reach === 0) return [0, 0, lightness];
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const sector = most === red ? ((green - blue) / reach + 6) % 6 : most === green ? (blue - red) / reach + 2 : (red - green) / reach + 4;
  return [sector * 60, reach / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}
