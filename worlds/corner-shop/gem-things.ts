import type { Random } from '../random.ts';
import type { Choice, Thing } from '../shop-plan.ts';
import { boxPicture, clothPicture, earringPicture, loupePicture, pendantPicture, ringPicture, stonePicture, tweezersPicture, type Metal } from './gem-pictures.ts';
import { CUTS, ORIGINS, STONES, type Stone } from './stones.ts';

export const LOOSE = 'Loose stone';
export const JEWELLERY = ['Ring', 'Pendant', 'Earrings'];
const CARE = 'Care & tools';
const HOUSE = 'Gemsmith & Daughters';

/** 120 products: 72 loose stones, 42 pieces of jewellery, 6 things for the bench. */
export function gemThings(random: Random): Thing[] {
  const loose = Array.from({ length: 72 }, (_, i) => looseStone(random.part(`stone ${i}`), STONES[i % STONES.length]!, i));
  const pieces = Array.from({ length: 42 }, (_, i) => piece(random.part(`piece ${i}`), STONES[(i * 5) % STONES.length]!, i));
  return [...loose, ...pieces, ...tools()];
}

/** The stone a thing is about. */
interface Gem {
  stone: Stone;
  colour: Stone['colours'][number];
  cut: string;
  carat: number;
  clarity: string;
  origin: string;
}

function gemOf(random: Random, stone: Stone, smaller = 1): Gem {
  const [low, high] = stone.carats;
  const carat = Math.round((low + (high - low) * random.next() ** 1.7) * smaller * 100) / 100;
  return {
    stone,
    colour: random.pick(stone.colours),
    cut: random.pick(Object.keys(CUTS)),
    carat,
    clarity: random.weighted(['Eye clean', 'Loupe clean', 'Lightly included', 'Included'], (c) => (c === 'Eye clean' ? 5 : c === 'Included' ? 1 : 2)),
    origin: random.pick(stone.origins),
  };
}

function looseStone(random: Random, stone: Stone, number: number): Thing {
  const gem = gemOf(random, stone);
  const price = niceGemPrice(stone.perCarat * gem.carat ** 1.25 * (gem.clarity === 'Included' ? 0.6 : gem.clarity === 'Loupe clean' ? 1.25 : 1));
  const label = `${gem.colour.name} ${stone.name}`;
  return {
    title: `${label}, ${gem.carat.toFixed(2)} ct ${gem.cut}`,
    brand: HOUSE,
    productType: LOOSE,
    says: describe(random, gem, `${stone.care} It comes in a sealed case with its measurements, ready for your jeweller or our bench.`),
    inShort: `A ${gem.carat.toFixed(2)} carat ${gem.cut.toLowerCase()} cut ${label.toLowerCase()} from ${gem.origin}.`,
    tags: [stone.name.toLowerCase(), gem.colour.name.toLowerCase(), price > 200_000 ? 'investment' : 'everyday'],
    fields: fieldsOf(random, gem),
    categories: [stone.family],
    options: [],
    choices: [{ options: {}, sku: `${code(stone.name)}-${1001 + number}`, price, compareAt: random.chance(0.08) ? niceGemPrice(price * 1.18) : null, weightGrams: 40, share: 1 }],
    picture: stonePicture(random, gem.cut, toneOf(gem)),
    alt: `${label} in a ${gem.cut.toLowerCase()} cut, seen from above`,
    appeal: appealOf(random, price),
    daysOnSale: random.whole(20, 700),
  };
}

const PIECES = [
  { type: 'Ring', category: 'rings', work: 95_000, picture: ringPicture, words: ['solitaire', 'halo ring', 'three-stone ring', 'signet', 'stacking ring'] },
  { type: 'Pendant', category: 'pendants', work: 42_000, picture: pendantPicture, words: ['drop pendant', 'claw pendant', 'bezel pendant'] },
  { type: 'Earrings', category: 'earrings', work: 58_000, picture: earringPicture, words: ['drop earrings', 'hook earrings', 'studs'] },
] as const;
const METALS: Metal[] = ['Yellow gold', 'White gold', 'Rose gold', 'Silver'];
const METAL_SHARE: Record<Metal, number> = { 'Yellow gold': 1, 'White gold': 1.1, 'Rose gold': 1, Silver: 0.35 };
const SIZES = ['K', 'L', 'M', 'N', 'O', 'P'];
const NAMES = 'Adeline Beatrice Clara Dahlia Edith Florence Greta Harriet Iris Josephine Louisa Mabel Nell Odette Pearl Rosalind Sylvie Tess Una Violet Willa Yvette Agatha Bonnie Celeste Delphine Esme Fleur Georgia Hazel Imogen Juno Kitty Lottie Margot Nadine Olive Phoebe Romy Stella Thea Vera'.split(' ');

function piece(random: Random, stone: Stone, number: number): Thing {
  const kind = PIECES[number % 7 < 3 ? 0 : number % 7 < 5 ? 1 : 2]!;
  const gem = gemOf(random, stone, 0.6);
  const metals = random.some(METALS, kind.type === 'Ring' ? 2 : 3);
  const base = kind.work + stone.perCarat * gem.carat ** 1.2 * (kind.type === 'Earrings' ? 1.8 : 1);
  const word = random.pick(kind.words);
  const label = `${gem.colour.name} ${stone.name}`;
  return {
    title: `${NAMES[number]!} ${label.toLowerCase()} ${word}`,
    brand: HOUSE,
    productType: kind.type,
    says: describe(random, gem, `${random.pick(BENCH)} ${stone.care}`),
    inShort: `${word[0]!.toUpperCase()}${word.slice(1)} with ${kind.type === 'Earrings' ? 'two' : 'a'} ${label.toLowerCase()}${kind.type === 'Earrings' ? 's' : ''}, made in our workshop.`,
    tags: [stone.name.toLowerCase(), kind.type.toLowerCase(), 'handmade'],
    fields: fieldsOf(random, gem),
    categories: [kind.category],
    options: [{ name: 'Metal', values: metals }, ...(kind.type === 'Ring' ? [{ name: 'Size', values: SIZES }] : [])],
    choices: metals.flatMap((metal) => choicesIn(metal, base, { sku: `${code(kind.type)}-${code(NAMES[number]!)}`, sizes: kind.type === 'Ring' ? SIZES : [] })),
    picture: kind.picture(random, { cut: gem.cut, tone: toneOf(gem), metal: metals[0]! }),
    alt: `${label} ${word} in ${metals[0]!.toLowerCase()}`,
    appeal: appealOf(random, base),
    daysOnSale: random.whole(30, 800),
  };
}

function choicesIn(metal: Metal, base: number, { sku, sizes }: { sku: string; sizes: string[] }): Choice[] {
  const price = niceGemPrice(base * METAL_SHARE[metal]);
  const one = (size?: string): Choice => ({
    options: { Metal: metal, ...(size && { Size: size }) },
    sku: `${sku}-${metal.split(' ').map((w) => w[0]).join('')}${size ?? ''}`.toUpperCase(),
    price,
    compareAt: null,
    weightGrams: 120,
    share: size === 'M' || size === 'N' ? 2 : 1,
  });
  return sizes.length > 0 ? sizes.map(one) : [one()];
}

const BENCH = [
  'Ada draws it, June sets it, and both of them have to like it before it leaves.',
  'The setting is cast here and finished by hand; no two claws are quite alike.',
  'We make it when you order it, so give us a few days.',
  'Recycled metal throughout, hallmarked with our own mark since 1974.',
  'Light enough to forget, solid enough to hand down.',
];
const LOOKS = ['What you see first is the colour.', 'This is the one everybody in the workshop picked up twice.', 'A calm stone with a bright middle.', 'Small windows of light open as it moves.', 'Lively in the sun, deep in the evening.', 'We kept it in the safe for a year before we could part with it.', 'Chosen out of a parcel of two hundred.'];

function describe(random: Random, { stone, cut, carat, clarity, origin, colour }: Gem, ending: string): string {
  const size = `${carat.toFixed(2)} carats of ${colour.name.toLowerCase()} ${stone.name.toLowerCase()}, ${clarity.toLowerCase()}.`;
  const first = random.chance(0.5) ? `${random.pick(LOOKS)} ${size}` : `${size} ${random.pick(LOOKS)}`;
  return `<p>${first} ${random.pick(stone.says)}</p><p>${ORIGINS[origin]!} ${CUTS[cut]!}</p><p>${ending}</p>`;
}

function fieldsOf(random: Random, gem: Gem): Thing['fields'] {
  const { carat, cut, clarity, origin, colour, stone } = gem;
  const fields = { carat, cut, clarity, colour: colour.name, origin };
  if (!stone.certified || carat <= 0.8) return fields;
  return { ...fields, certificate: `${random.pick(['Meridian', 'GSL', 'Harbour Lab'])} ${random.whole(21, 26)}${random.whole(10_000, 99_999)}` };
}

function toneOf({ colour }: Gem): { hue: number; saturation: number; light: number } {
  return colour;
}

// Dear things sell, but seldom.
function appealOf(random: Random, price: number): number {
  return (0.4 + random.next() * 1.2) * Math.min(3, 60_000 / Math.max(15_000, price)) ** 0.9;
}

function niceGemPrice(cents: number): number {
  const step = cents > 200_000 ? 5_000 : cents > 50_000 ? 1_000 : 500;
  return Math.max(4_500, Math.round(cents / step) * step);
}

function code(name: string): string {
  return name.replaceAll(/[^A-Za-z]/g, '').slice(0, 4).toUpperCase();
}

interface Tool {
  title: string;
  price: number;
  says: string;
  picture: string;
  grams: number;
  appeal: number;
}

function tools(): Thing[] {
  const list: Tool[] = [
    { title: 'Loupe, ten times, triplet', price: 8_900, grams: 160, appeal: 2.4, picture: loupePicture(), says: '<p>The loupe we hand to apprentices on their first day. Three lenses, so straight lines stay straight to the edge.</p><p>Hold it to the eye, bring the stone to it, and breathe out.</p>' },
    { title: 'Polishing cloth', price: 1_900, grams: 60, appeal: 5, picture: clothPicture({ hue: 42, saturation: 40, light: 60 }), says: '<p>Two layers: the inner one carries a little rouge, the outer one brings the shine. Never wash it; it works better grey.</p>' },
    { title: 'Silver care cloth', price: 1_700, grams: 60, appeal: 3, picture: clothPicture({ hue: 214, saturation: 22, light: 58 }), says: '<p>Takes tarnish off silver in the time it takes to boil a kettle, and leaves a film that keeps it away.</p>' },
    { title: 'Velvet ring box', price: 3_500, grams: 140, appeal: 2.6, picture: boxPicture({ hue: 352, saturation: 46, light: 32 }), says: '<p>Deep red velvet over beech, with a hinge that closes with the right sound.</p>' },
    { title: 'Travel case for six', price: 6_900, grams: 320, appeal: 1.8, picture: boxPicture({ hue: 168, saturation: 30, light: 30 }), says: '<p>Six soft compartments, one zip, no mirror: it is for travelling, not for the dressing table.</p>' },
    { title: 'Stone tweezers, fine', price: 4_200, grams: 50, appeal: 1.1, picture: tweezersPicture(), says: '<p>Spring steel with a grooved tip that holds a half-carat stone without shooting it across the room. It will still happen once. Sweep, then look in your shoes.</p>' },
  ];
  return list.map((tool, i) => ({
    title: tool.title, brand: HOUSE, productType: CARE, says: tool.says, inShort: `${tool.title}, as used in our own workshop.`,
    tags: ['gift', 'care'], fields: {}, categories: ['care-and-tools'], options: [],
    choices: [{ options: {}, sku: `TOOL-${i + 1}`, price: tool.price, compareAt: null, weightGrams: tool.grams, share: 1 }],
    picture: tool.picture, alt: tool.title, appeal: tool.appeal, daysOnSale: 400 + i * 20,
  }));
}
