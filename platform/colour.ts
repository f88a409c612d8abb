/** Colours by number: contrast as WCAG measures it, and the nearest shade that can be read. Nothing here knows a style sheet. */
export type Rgb = [number, number, number];

/** WCAG contrast ratio, 1..21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export function luminance([r, g, b]: Rgb): number {
  const linear = (part: number): number => (part <= 10.3 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Whether text on it is better black than white. */
export function isLight(colour: Rgb): boolean {
  return luminance(colour) > 0.18;
}

/** Black or white, whichever stands out more. */
export function awayFrom(ground: Rgb): Rgb {
  return isLight(ground) ? [0, 0, 0] : [255, 255, 255];
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((part, i) => Math.round(part + (to[i]! - part) * share)) as Rgb;
}

/** Makes a colour lighter or darker, keeping its hue, until text in it can be read on the ground. */
export function readableOn(ground: Rgb, colour: Rgb, wanted: number): Rgb {
  const end = awayFrom(ground);
  const [hue, saturation, lightness] = toHsl(colour);
  for (let share = 0; share < 1; share += 0.02) {
    const moved = share === 0 ? colour : fromHsl(hue, saturation, lightness + ((end[0] ? 1 : 0) - lightness) * share);
    if (contrast(ground, moved) >= wanted) return moved;
  }
  return end;
}

/** WCAG 2.2 AA for text, with a little room for rounding. Buttons carry text in the colour of the ground, so one bound serves both ways. */
export const READABLE = 4.6;

/** Room between ground and text for every grey in between. */
const COMFORTABLE = 9;
/** Shaded areas are this much of the text colour. */
export const SHADE = 0.06;

/** The nearest ground on which text in several greys can be read: a middling one gives a little of itself up. */
export function comfortable(ground: Rgb): Rgb {
  const text = awayFrom(ground);
  const away: Rgb = text[0] ? [0, 0, 0] : [255, 255, 255];
  let moved = ground;
  for (let share = 0; share < 1 && contrast(moved, text) < COMFORTABLE; share += 0.02) moved = mix(ground, away, share);
  return moved;
}

/** The nearest text colour that can be read on the ground and on its shaded areas. */
export function inkOn(ground: Rgb, wished: Rgb): Rgb {
  for (let wanted = READABLE; wanted < 9; wanted += 0.2) {
    const ink = readableOn(ground, wished, wanted);
    if (contrast(mix(ground, ink, SHADE), ink) >= READABLE) return ink;
  }
  return awayFrom(ground);
}

export function parseHex(text: string | undefined): Rgb | null {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '');
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : null;
}

export function toHex(colour: Rgb): string {
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

export function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}
