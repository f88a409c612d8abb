import type { Random } from '../random.ts';

/** The brand's palette: every picture is made of these. */
export const PALETTE = { ink: '#2a211c', paper: '#f4ede2', clay: '#c2643f', moss: '#5d7052', sky: '#9db8bf', sun: '#e0a83f', plum: '#6d4256', kraft: '#c9a67c' };
const MOTIFS = [PALETTE.clay, PALETTE.moss, PALETTE.sky, PALETTE.sun, PALETTE.plum];

/** A bag of beans; hills and a sun on the label, different for each coffee. */
export function bagPicture(random: Random, { dark }: { dark: number }): string {
  const [sky, far, near] = random.some(MOTIFS, 3) as [string, string, string];
  const body = dark > 0.66 ? PALETTE.ink : dark > 0.33 ? '#8a5b3c' : PALETTE.kraft;
  const sun = `<circle cx="${random.whole(420, 600)}" cy="${random.whole(460, 540)}" r="${random.whole(34, 58)}" fill="${PALETTE.paper}"/>`;
  const hill = (top: number, fill: string): string =>
    `<path d="M330 ${top + random.whole(-20, 30)} Q ${random.whole(400, 470)} ${top - random.whole(30, 110)} 500 ${top} T 670 ${top - random.whole(-10, 50)} V760 H330 Z" fill="${fill}"/>`;
  const label = `<clipPath id="label"><rect x="330" y="420" width="340" height="340" rx="14"/></clipPath><g clip-path="url(#label)"><rect x="330" y="420" width="340" height="340" fill="${sky}"/>${sun}${hill(620, far)}${hill(690, near)}</g>`;
  const bag = `<path d="M288 236 H712 L736 850 Q738 880 706 880 H294 Q262 880 264 850 Z" fill="${body}"/><path d="M288 236 H712 L716 318 H284 Z" fill="rgba(255,255,255,.12)"/><rect x="280" y="196" width="440" height="54" rx="10" fill="${body}"/><path d="M280 222 H720" stroke="rgba(255,255,255,.3)" stroke-width="5" stroke-dasharray="10 8"/>`;
  const side = '<path d="M288 236 L330 300 L312 880 H294 Q262 880 264 850 Z" fill="rgba(0,0,0,.14)"/><circle cx="500" cy="336" r="13" fill="rgba(0,0,0,.35)"/>';
  return frame(bag + side + label, near, 900);
}

export function cupPicture(fill: string): string {
  const saucer = '<ellipse cx="480" cy="742" rx="290" ry="58" fill="#fff"/><ellipse cx="480" cy="734" rx="200" ry="34" fill="#e6dfd4"/>';
  const cup = `<path d="M270 400 H690 C 690 600 640 720 480 720 C 320 720 270 600 270 400 Z" fill="${fill}"/><path d="M690 450 C 800 440 800 600 660 610" fill="none" stroke="${fill}" stroke-width="36"/><ellipse cx="480" cy="400" rx="210" ry="50" fill="#fff"/><ellipse cx="480" cy="404" rx="186" ry="40" fill="#5a3522"/><path d="M420 404 q60 -34 120 0 q-60 30 -120 0" fill="#d9b48c"/>`;
  return frame(saucer + cup + steam(), fill, 800);
}

function steam(): string {
  return [400, 480, 560].map((x) => `<path d="M${x} 320 q 26 -40 0 -80 t 0 -80" fill="none" stroke="rgba(255,255,255,.8)" stroke-width="13" stroke-linecap="round"/>`).join('');
}

export function dripperPicture(fill: string): string {
  const cone = `<path d="M280 250 H720 L560 520 H440 Z" fill="${fill}"/><path d="M310 250 L455 510" stroke="rgba(255,255,255,.4)" stroke-width="12"/><rect x="400" y="516" width="200" height="30" rx="12" fill="${fill}"/><ellipse cx="500" cy="250" rx="220" ry="40" fill="#fff" opacity=".85"/><ellipse cx="500" cy="252" rx="180" ry="28" fill="#6b4026"/>`;
  const jug = '<path d="M400 560 H600 L680 820 Q684 850 650 850 H350 Q316 850 320 820 Z" fill="rgba(200,222,226,.8)"/><path d="M352 720 H648 L676 820 Q680 846 650 846 H350 Q320 846 324 820 Z" fill="#6b4026"/>';
  return frame(jug + cone, fill, 870);
}

export function kettlePicture(fill: string): string {
  const pot = `<path d="M340 400 H620 L680 790 Q682 820 650 820 H310 Q278 820 280 790 Z" fill="${fill}"/><path d="M640 640 C 800 640 720 400 850 350" fill="none" stroke="${fill}" stroke-width="32" stroke-linecap="round"/><path d="M320 420 C 140 400 140 700 292 700" fill="none" stroke="${PALETTE.ink}" stroke-width="38" stroke-linecap="round"/>`;
  const lid = `<ellipse cx="480" cy="398" rx="142" ry="30" fill="${PALETTE.ink}"/><rect x="458" y="330" width="44" height="56" rx="18" fill="${PALETTE.ink}"/><path d="M380 440 L350 780" stroke="rgba(255,255,255,.3)" stroke-width="20" stroke-linecap="round"/>`;
  return frame(pot + lid, fill, 840);
}

export function grinderPicture(fill: string): string {
  const hopper = '<path d="M360 180 H640 L600 380 H400 Z" fill="rgba(200,222,226,.75)"/><path d="M380 280 H620 L600 380 H400 Z" fill="#6b4026"/>';
  const body = `<rect x="370" y="376" width="260" height="120" rx="16" fill="${PALETTE.ink}"/><rect x="350" y="490" width="300" height="370" rx="34" fill="${fill}"/><circle cx="500" cy="640" r="64" fill="rgba(255,255,255,.25)"/><path d="M500 640 L540 600" stroke="#fff" stroke-width="12" stroke-linecap="round"/><path d="M630 430 H800 V350" fill="none" stroke="${PALETTE.ink}" stroke-width="26" stroke-linecap="round"/><circle cx="800" cy="330" r="30" fill="${PALETTE.clay}"/>`;
  return frame(hopper + body, fill, 880);
}

export function scalePicture(fill: string): string {
  const plate = `<rect x="220" y="560" width="560" height="190" rx="40" fill="${PALETTE.ink}"/><rect x="250" y="520" width="500" height="60" rx="24" fill="${fill}"/><rect x="400" y="640" width="200" height="70" rx="12" fill="#1c3b35"/>`;
  const digits = [430, 480, 540].map((x) => `<rect x="${x}" y="655" width="26" height="40" rx="5" fill="none" stroke="#8fe3b4" stroke-width="7"/>`).join('');
  return frame(plate + digits, fill, 780);
}

export function pressPicture(fill: string): string {
  const glass = '<path d="M340 330 H640 V820 Q640 850 610 850 H370 Q340 850 340 820 Z" fill="rgba(200,222,226,.8)"/><path d="M344 520 H636 V818 Q636 846 608 846 H372 Q344 846 344 818 Z" fill="#5a3522"/>';
  const frameOf = `<rect x="326" y="306" width="328" height="40" rx="14" fill="${fill}"/><path d="M654 360 C 800 360 800 760 654 760" fill="none" stroke="${fill}" stroke-width="34"/><path d="M490 310 V150" stroke="${PALETTE.ink}" stroke-width="14"/><circle cx="490" cy="140" r="32" fill="${PALETTE.ink}"/><rect x="350" y="500" width="282" height="20" fill="${PALETTE.ink}" opacity=".7"/>`;
  return frame(glass + frameOf, fill, 870);
}

export function packPicture(fill: string): string {
  const sheets = [0, 1, 2, 3, 4].map((i) => `<path d="M${300 + i * 14} ${300 + i * 20} H${700 + i * 14} L${560 + i * 14} ${680 + i * 20} Q${500 + i * 14} ${720 + i * 20} ${440 + i * 14} ${680 + i * 20} Z" fill="${i % 2 ? '#fff' : '#efe6d8'}" stroke="#d8ccb8" stroke-width="4"/>`).join('');
  return frame(`${sheets}<rect x="300" y="560" width="452" height="120" rx="10" fill="${fill}"/>`, fill, 860);
}

export function bottlePicture(fill: string): string {
  const bottle = `<path d="M430 180 H570 V320 Q660 370 660 460 V830 Q660 870 620 870 H380 Q340 870 340 830 V460 Q340 370 430 320 Z" fill="#4a2c1d"/><rect x="420" y="140" width="160" height="60" rx="12" fill="${PALETTE.ink}"/><rect x="340" y="500" width="320" height="230" fill="${fill}"/><circle cx="500" cy="615" r="68" fill="${PALETTE.paper}"/><path d="M380 430 V840" stroke="rgba(255,255,255,.2)" stroke-width="20" stroke-linecap="round"/>`;
  return frame(bottle, fill, 890);
}

function frame(content: string, tint: string, floor: number): string {
  const soft = '<radialGradient id="soft"><stop offset="0" stop-color="#2a211c" stop-opacity=".3"/><stop offset="1" stop-color="#2a211c" stop-opacity="0"/></radialGradient>';
  const wall = `<linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${PALETTE.paper}"/><stop offset=".74" stop-color="${PALETTE.paper}"/><stop offset=".75" stop-color="#e7dccb"/><stop offset="1" stop-color="#e0d3bf"/></linearGradient>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><defs>${soft}${wall}</defs><rect width="1000" height="1000" fill="url(#wall)"/><circle cx="500" cy="480" r="400" fill="${tint}" opacity=".12"/><ellipse cx="500" cy="${floor}" rx="310" ry="40" fill="url(#soft)"/>${content}</svg>`;
}
