import { comfortable, contrast, inkOn, mix, parseHex, READABLE, readableOn, SHADE, toHex, type Rgb } from '#platform/colour.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Theme } from './theme.ts';

/** The ground of a shop that chose none, by day and by night. */
export const DAY: Rgb = [251, 250, 247];
export const NIGHT: Rgb = [20, 19, 17];

export interface Unreadable {
  field: 'background' | 'text' | 'accent';
  says: string;
  /** The nearest colour that can be read. */
  suggestion: string;
}

/** Colours of a theme in which somebody with weak sight could not read (WCAG 2.2 AA), each with the nearest that works. */
export function unreadableColours(theme: Theme): Unreadable[] {
  const chosen = parseHex(theme.background);
  const ground = chosen ? comfortable(chosen) : theme.scheme === 'dark' ? NIGHT : DAY;
  const found: (Unreadable | false)[] = [
    chosen !== null && toHex(chosen) !== toHex(ground) && { field: 'background', suggestion: toHex(ground), says: 'is too close to the middle: neither dark nor light text can be read on all of it' },
    unreadableText(ground, parseHex(theme.text)),
    unreadableAccent(ground, parseHex(theme.accent)),
  ];
  return found.filter((each) => each !== false);
}

function unreadableText(ground: Rgb, text: Rgb | null): Unreadable | false {
  if (!text || (contrast(ground, text) >= READABLE && contrast(mix(ground, text, SHADE), text) >= READABLE)) return false;
  return { field: 'text', suggestion: toHex(inkOn(ground, text)), says: `has a contrast of ${ratio(ground, text)} with the background; text needs 4.5` };
}

function unreadableAccent(ground: Rgb, accent: Rgb | null): Unreadable | false {
  if (!accent || contrast(ground, accent) >= READABLE) return false;
  return { field: 'accent', suggestion: toHex(readableOn(ground, accent, READABLE)), says: `has a contrast of ${ratio(ground, accent)} with the background; buttons and links need 4.5` };
}

function ratio(a: Rgb, b: Rgb): string {
  return contrast(a, b).toFixed(1);
}

/** Refuses a theme that some people could not read, naming colours that work. */
export function requireReadable(theme: Theme): void {
  const found = unreadableColours(theme);
  if (found.length === 0) return;
  const fields = Object.fromEntries(found.map(({ field, says, suggestion }) => [`theme.${field}`, `${says}. The nearest that works is ${suggestion}.`]));
  const suggestions = Object.fromEntries(found.map(({ field, suggestion }) => [field, suggestion]));
  throw new Refusal('unreadable', `Some people could not read this shop. ${found.map(({ field, suggestion }) => `${field[0]!.toUpperCase()}${field.slice(1)}: try ${suggestion}`).join('. ')}.`, { fields, suggestions });
}
