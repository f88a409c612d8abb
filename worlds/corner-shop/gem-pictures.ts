import type { Random } from '../random.ts';
import { colour, drawStone, type Tone } from './gem-shapes.ts';

export type Metal = 'Yellow gold' | 'White gold' | 'Rose gold' | 'Silver';

const METALS: Record<Metal, readonly [light: string, dark: string]> = {
  'Yellow gold': ['#f3d58a', '#a97a24'],
  'White gold': ['#f4f4f0', '#9a9a94'],
  'Rose gold': ['#f3c3ae', '#a9674c'],
  Silver: ['#f6f7f9', '#8d949c'],
};

export function stonePicture(random: Random, cut: string, tone: Tone): string {
  const turn = random.whole(-14, 14);
  return frame(tone, `${shadow(500, 760, 250)}<g transform="translate(500 480) rotate(${turn}) scale(3.1)">${drawStone(random, cut, tone)}</g>`);
}

export function ringPicture(random: Random, { cut, tone, metal }: { cut: string; tone: Tone; metal: Metal }): string {
  const band = `<circle cx="500" cy="600" r="240" fill="none" stroke="url(#metal)" stroke-width="44"/><circle cx="500" cy="600" r="222" fill="none" stroke="rgba(0,0,0,.18)" stroke-width="5"/>`;
  const claws = [-1, 1].map((side) => `<path d="M${500 + side * 70} 392 l${side * 46} -92" stroke="url(#metal)" stroke-width="20" stroke-linecap="round"/>`).join('');
  return frame(tone, `${shadow(500, 862, 230)}${band}${claws}<g transform="translate(500 300) scale(1.45)">${drawStone(random, cut, tone)}</g>`, metal);
}

export function pendantPicture(random: Random, { cut, tone, metal }: { cut: string; tone: Tone; metal: Metal }): string {
  const chain = `<path d="M170 60 C 260 420 400 480 500 500 C 600 480 740 420 830 60" fill="none" stroke="url(#metal)" stroke-width="13" stroke-dasharray="16 7" stroke-linecap="round"/>`;
  const bail = `<ellipse cx="500" cy="512" rx="22" ry="40" fill="none" stroke="url(#metal)" stroke-width="14"/>`;
  return frame(tone, `${shadow(500, 900, 150)}${chain}<g transform="translate(500 690) scale(1.6)">${drawStone(random, cut, tone)}</g>${bail}`, metal);
}

export function earringPicture(random: Random, { cut, tone, metal }: { cut: string; tone: Tone; metal: Metal }): string {
  const one = (x: number): string => {
    const hook = `<path d="M${x} 430 C ${x} 300 ${x - 12} 230 ${x + 44} 214 C ${x + 96} 214 ${x + 92} 300 ${x + 88} 352" fill="none" stroke="url(#metal)" stroke-width="14" stroke-linecap="round"/>`;
    return `${shadow(x, 800, 110)}${hook}<g transform="translate(${x} 570) rotate(90) scale(1.35)">${drawStone(random, cut, tone)}</g>`;
  };
  return frame(tone, one(310) + one(670), metal);
}

const VELVET: Tone = { hue: 222, saturation: 26, light: 34 };

export function boxPicture(tone: Tone): string {
  const lid = `<path d="M270 470 L330 240 H670 L730 470 Z" fill="${colour(tone, -4)}"/><path d="M312 450 L356 272 H644 L688 450 Z" fill="${colour(tone, 34)}"/>`;
  const base = `<rect x="256" y="466" width="488" height="270" rx="22" fill="${colour(tone)}"/><rect x="256" y="466" width="488" height="46" rx="16" fill="${colour(tone, 10)}"/><rect x="474" y="540" width="52" height="34" rx="8" fill="#d9b25c"/>`;
  return frame(tone, shadow(500, 770, 280) + lid + base);
}

export function loupePicture(): string {
  const glass = `<circle cx="430" cy="420" r="200" fill="rgba(210,232,240,.75)" stroke="url(#metal)" stroke-width="42"/><path d="M320 360 a130 130 0 0 1 120 -70" stroke="#fff" stroke-width="22" fill="none" stroke-linecap="round"/>`;
  return frame(VELVET, `${shadow(520, 850, 260)}<path d="M580 566 L778 770" stroke="#3a3f4c" stroke-width="74" stroke-linecap="round"/>${glass}`, 'Silver');
}

export function clothPicture(tone: Tone): string {
  const folds = [0, 1, 2, 3].map((i) => `<path d="M${250 + i * 34} ${300 + i * 90} q 250 ${60 - i * 26} 500 -10 l -20 130 q -240 50 -470 10 Z" fill="${colour(tone, 14 - i * 9)}"/>`).join('');
  return frame(tone, shadow(500, 800, 290) + folds);
}

export function tweezersPicture(): string {
  const arms = [-1, 1].map((side) => `<path d="M500 180 C ${500 + side * 70} 420 ${500 + side * 60} 640 ${500 + side * 10} 820" fill="none" stroke="url(#metal)" stroke-width="30" stroke-linecap="round"/>`).join('');
  return frame(VELVET, `${shadow(500, 860, 130)}${arms}<rect x="472" y="150" width="56" height="80" rx="18" fill="#4b5261"/>`, 'Silver');
}

function frame(tone: Tone, content: string, metal: Metal = 'Silver'): string {
  const [light, dark] = METALS[metal];
  const paper = `<radialGradient id="paper" cx=".38" cy=".28" r="1"><stop offset="0" stop-color="hsl(${tone.hue},24%,98%)"/><stop offset="1" stop-color="hsl(${tone.hue},22%,86%)"/></radialGradient>`;
  const shine = `<linearGradient id="metal" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${light}"/><stop offset=".5" stop-color="${dark}"/><stop offset="1" stop-color="${light}"/></linearGradient>`;
  const soft = '<radialGradient id="soft"><stop offset="0" stop-color="#000" stop-opacity=".26"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><defs>${paper}${shine}${soft}</defs><rect width="1000" height="1000" fill="url(#paper)"/>${content}</svg>`;
}

function shadow(x: number, y: number, width: number): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="${width * 0.16}" fill="url(#soft)"/>`;
}
