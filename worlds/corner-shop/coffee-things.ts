import type { Random } from '../random.ts';
import type { Choice, Thing } from '../shop-plan.ts';
import { bagPicture, bottlePicture, cupPicture, dripperPicture, grinderPicture, kettlePicture, packPicture, PALETTE, pressPicture, scalePicture } from './coffee-pictures.ts';
import { BLENDS, BREWS, FARMS, ROASTS, TASTES, type Farm } from './coffee-words.ts';

export const COFFEE = 'Coffee';
const HOUSE = 'Southerly Coffee';
const SIZES = { '250 g': 1, '500 g': 1.86, '1 kg': 3.5 } as const;
const GRINDS = ['Whole beans', 'Plunger', 'Filter', 'Espresso'];

/** 80 products: 40 single origins, 8 blends, 32 things to make coffee with and drink it from. */
export function coffeeThings(random: Random): Thing[] {
  const singles = Array.from({ length: 40 }, (_, i) => singleOrigin(random.part(`single ${i}`), FARMS[i % FARMS.length]!, i));
  const blends = BLENDS.map((blend, i) => blendThing(random.part(`blend ${i}`), blend, i));
  return [...distinct(singles), ...blends, ...GEAR.map((gear, i) => gearThing(gear, i))];
}

function singleOrigin(random: Random, farm: Farm, number: number): Thing {
  const process = farm.processes[Math.floor(number / FARMS.length) % farm.processes.length]!;
  const variety = random.pick(farm.varieties);
  const roast = process === 'Wet hulled' || process === 'Monsooned' ? 'Dark' : random.weighted(['Light', 'Medium'], (r) => (r === 'Light' ? 3 : 2));
  const tastes = random.some(TASTES[process]!, 3);
  const altitude = Math.round(random.whole(...farm.altitude) / 10) * 10;
  const price = variety === 'Gesha' ? 4_800 : 2_000 + random.whole(0, 6) * 100;
  return {
    title: `${farm.country} ${farm.name}, ${process}`,
    brand: HOUSE,
    productType: COFFEE,
    says: `<p>${capital(tastes.join(', '))}. ${ROASTS[roast]!}</p><p>${farm.says} ${variety}, grown at ${altitude.toLocaleString('en-NZ')} metres, ${process.toLowerCase()}.</p><p>${random.pick(BREWS)}</p>`,
    inShort: `${farm.country} coffee from ${farm.name}, ${process.toLowerCase()}: ${tastes.join(', ')}.`,
    tags: ['single origin', farm.country.toLowerCase(), roast.toLowerCase()],
    fields: { origin: farm.country, process, variety, roast, altitude, tastes: tastes.join(', ') },
    categories: ['single-origins'],
    ...inBags(price, `SO-${201 + number}`),
    picture: bagPicture(random, { dark: roast === 'Dark' ? 1 : roast === 'Medium' ? 0.5 : 0 }),
    alt: `A bag of ${farm.country} ${farm.name}`,
    appeal: (variety === 'Gesha' ? 0.3 : 0.7) + random.next(),
    daysOnSale: random.whole(14, 420),
  };
}

// The same farm and process a second year is another lot.
function distinct(things: Thing[]): Thing[] {
  const seen = new Map<string, number>();
  return things.map((thing) => {
    const lot = (seen.get(thing.title) ?? 0) + 1;
    seen.set(thing.title, lot);
    return lot === 1 ? thing : { ...thing, title: `${thing.title}, lot ${lot}` };
  });
}

function blendThing(random: Random, blend: (typeof BLENDS)[number], number: number): Thing {
  return {
    title: blend.name,
    brand: HOUSE,
    productType: COFFEE,
    says: `<p>${blend.says}</p><p>${capital(blend.tastes)}. ${ROASTS[blend.roast]!}</p><p>${random.pick(BREWS)}</p>`,
    inShort: `${blend.name}, a ${blend.roast.toLowerCase()} roast: ${blend.tastes}.`,
    tags: ['blend', blend.roast.toLowerCase(), ...(blend.name.includes('Decaf') ? ['decaf'] : [])],
    fields: { roast: blend.roast, tastes: blend.tastes, process: 'Washed' },
    categories: ['blends'],
    ...inBags(1_900, `BL-${101 + number}`),
    picture: bagPicture(random, { dark: blend.roast === 'Dark' ? 1 : blend.roast === 'Medium' ? 0.5 : 0 }),
    alt: `A bag of ${blend.name}`,
    appeal: blend.appeal,
    daysOnSale: 380 + number * 60,
  };
}

function inBags(price: number, sku: string): Pick<Thing, 'options' | 'choices'> {
  const sizes = Object.keys(SIZES) as (keyof typeof SIZES)[];
  const choices = sizes.flatMap((size) => GRINDS.map((grind): Choice => ({
    options: { Size: size, Grind: grind },
    sku: `${sku}-${size.replace(/ .*/, '')}${grind[0]}`.toUpperCase(),
    price: Math.round((price * SIZES[size]) / 50) * 50,
    compareAt: null,
    weightGrams: size === '1 kg' ? 1_060 : Number.parseInt(size, 10) + 30,
    share: (grind === 'Whole beans' ? 4 : 1) * (size === '250 g' ? 3 : size === '500 g' ? 1.5 : 1),
  })));
  return { options: [{ name: 'Size', values: sizes }, { name: 'Grind', values: GRINDS }], choices };
}

interface Gear {
  title: string;
  kind: 'cup' | 'dripper' | 'kettle' | 'grinder' | 'scale' | 'press' | 'pack' | 'bottle';
  price: number;
  grams: number;
  appeal: number;
  colours?: readonly string[];
  says: string;
}

const COLOURS: Record<string, string> = { Clay: PALETTE.clay, Moss: PALETTE.moss, Sky: PALETTE.sky, Sun: PALETTE.sun, Plum: PALETTE.plum, Black: '#3a3230', Paper: '#e9dfce' };
const DRAWN: Record<Gear['kind'], (fill: string) => string> = { cup: cupPicture, dripper: dripperPicture, kettle: kettlePicture, grinder: grinderPicture, scale: scalePicture, press: pressPicture, pack: packPicture, bottle: bottlePicture };
const SHELF: Record<Gear['kind'], string> = { cup: 'cups', dripper: 'brewers', kettle: 'kettles-and-grinders', grinder: 'kettles-and-grinders', scale: 'kettles-and-grinders', press: 'brewers', pack: 'filters-and-parts', bottle: 'cold-brew' };

const GEAR: readonly Gear[] = [
  { title: 'Flat white cup', kind: 'cup', price: 2_400, grams: 320, appeal: 2.2, colours: ['Clay', 'Moss', 'Sky', 'Paper'], says: 'One hundred and sixty millilitres, which is what a flat white is. Thick walls, a lip that is not.' },
  { title: 'Espresso cup', kind: 'cup', price: 1_900, grams: 210, appeal: 1.4, colours: ['Clay', 'Black', 'Paper'], says: 'Small, heavy and warm for longer than the espresso lasts.' },
  { title: 'Morning mug', kind: 'cup', price: 2_900, grams: 420, appeal: 2, colours: ['Moss', 'Sky', 'Sun', 'Plum'], says: 'Three hundred and fifty millilitres for people who are not ready to talk yet.' },
  { title: 'Cupping bowl', kind: 'cup', price: 1_600, grams: 260, appeal: 0.6, colours: ['Paper'], says: 'The bowl our roasters taste from, two hundred times a week.' },
  { title: 'Keep cup, cork band', kind: 'cup', price: 3_200, grams: 240, appeal: 2.4, colours: ['Moss', 'Sky', 'Black'], says: 'Fits under every espresso machine in the city. We checked most of them.' },
  { title: 'Latte bowl', kind: 'cup', price: 2_700, grams: 380, appeal: 0.9, colours: ['Sun', 'Plum'], says: 'Hold it with both hands, look out of the window.' },
  { title: 'Cone dripper, one cup', kind: 'dripper', price: 3_400, grams: 350, appeal: 2.1, colours: ['Clay', 'Paper', 'Black'], says: 'Spiral ribs, one large hole: the pour decides the cup, so pour slowly.' },
  { title: 'Cone dripper, three cups', kind: 'dripper', price: 3_900, grams: 480, appeal: 1.7, colours: ['Clay', 'Paper'], says: 'The same cone with room for guests.' },
  { title: 'Flat-bed dripper', kind: 'dripper', price: 4_400, grams: 420, appeal: 1.2, colours: ['Moss', 'Paper'], says: 'A flat bed brews evenly even when your pouring does not.' },
  { title: 'Glass server, 600 ml', kind: 'dripper', price: 3_600, grams: 400, appeal: 0.9, says: 'Borosilicate glass with marks at two, three and four cups.' },
  { title: 'Gooseneck kettle', kind: 'kettle', price: 12_900, grams: 1_300, appeal: 1.1, colours: ['Black', 'Moss'], says: 'A spout like a pen: it writes circles exactly where you want them.' },
  { title: 'Gooseneck kettle, electric', kind: 'kettle', price: 22_900, grams: 1_900, appeal: 0.8, colours: ['Black', 'Paper'], says: 'Holds its temperature to the degree for an hour, in case the phone rings.' },
  { title: 'Stovetop kettle', kind: 'kettle', price: 8_900, grams: 1_100, appeal: 0.6, colours: ['Plum', 'Sky'], says: 'Sings in C when it boils, more or less.' },
  { title: 'Hand grinder', kind: 'grinder', price: 16_900, grams: 680, appeal: 1.2, colours: ['Black', 'Clay'], says: 'Forty steel clicks from Turkish to plunger. Twenty-five grams a minute, and no gym needed.' },
  { title: 'Travel grinder', kind: 'grinder', price: 9_900, grams: 420, appeal: 0.9, says: 'Fits inside the plunger it grinds for.' },
  { title: 'Bench grinder', kind: 'grinder', price: 42_900, grams: 4_200, appeal: 0.3, colours: ['Black', 'Paper'], says: 'Sixty-four millimetre burrs and one dial. Quiet enough for flats with thin walls.' },
  { title: 'Brewing scale', kind: 'scale', price: 7_900, grams: 410, appeal: 1.4, says: 'Tenths of a gram and a timer, charged by cable twice a year.' },
  { title: 'Pocket scale', kind: 'scale', price: 4_200, grams: 160, appeal: 0.8, says: 'For the hut, the boat and the office drawer.' },
  { title: 'Plunger, three cups', kind: 'press', price: 5_900, grams: 700, appeal: 1.6, colours: ['Black', 'Clay'], says: 'Double mesh, thick glass, and a frame that does not rattle.' },
  { title: 'Plunger, eight cups', kind: 'press', price: 7_900, grams: 1_050, appeal: 1.1, colours: ['Black', 'Sky'], says: 'For the long table.' },
  { title: 'Steel plunger', kind: 'press', price: 9_900, grams: 1_150, appeal: 0.7, says: 'Two walls of steel keep it warm to the last cup, and it survives the dishwasher and the deck.' },
  { title: 'Cone filters, 100', kind: 'pack', price: 1_200, grams: 140, appeal: 4.2, says: 'Oxygen bleached, no taste of paper. Rinse them anyway.' },
  { title: 'Flat-bed filters, 100', kind: 'pack', price: 1_300, grams: 140, appeal: 2.2, says: 'Twenty folds keep the coffee off the wall.' },
  { title: 'Reusable cloth filter', kind: 'pack', price: 1_500, grams: 40, appeal: 0.8, says: 'Cotton, for a round cup. Keep it in water in the fridge.' },
  { title: 'Cleaning tablets', kind: 'pack', price: 1_800, grams: 120, appeal: 1.6, says: 'One in the machine every second week. You will taste the difference on the third morning.' },
  { title: 'Descaler', kind: 'pack', price: 1_600, grams: 560, appeal: 1.1, says: 'Citric acid and nothing else, in sachets that say how much.' },
  { title: 'Plunger mesh, spare', kind: 'pack', price: 1_400, grams: 60, appeal: 0.5, says: 'Fits ours, and most others too.' },
  { title: 'Cold brew, 500 ml', kind: 'bottle', price: 1_400, grams: 980, appeal: 2.4, says: 'Steeped for eighteen hours and filtered twice. Two parts water or milk to one of this.' },
  { title: 'Cold brew, case of six', kind: 'bottle', price: 7_500, grams: 5_900, appeal: 1.2, says: 'The same, for people who know themselves.' },
  { title: 'Chocolate syrup', kind: 'bottle', price: 1_700, grams: 620, appeal: 1, says: 'Single-origin cocoa, raw sugar, salt. Made two doors down.' },
  { title: 'Vanilla syrup', kind: 'bottle', price: 1_700, grams: 620, appeal: 0.9, says: 'You can see the seeds.' },
  { title: 'Tonic for coffee', kind: 'bottle', price: 900, grams: 420, appeal: 0.9, says: 'Less sweet, more bitter orange. Pour it over a double espresso and plenty of ice.' },
];

function gearThing(gear: Gear, number: number): Thing {
  const colours = gear.colours ?? [];
  const choice = (colour?: string): Choice => ({
    options: colour ? { Colour: colour } : {},
    sku: `G${11 + number}${colour ? `-${colour.slice(0, 3).toUpperCase()}` : ''}`,
    price: gear.price, compareAt: number % 9 === 4 ? Math.round((gear.price * 1.2) / 100) * 100 : null, weightGrams: gear.grams, share: 1,
  });
  return {
    title: gear.title, brand: HOUSE, productType: 'Equipment',
    says: `<p>${gear.says}</p>`, inShort: gear.says.split(/(?<=\.) /)[0]!, tags: [gear.kind, 'gear'], fields: {}, categories: [SHELF[gear.kind]],
    options: colours.length > 0 ? [{ name: 'Colour', values: colours }] : [],
    choices: colours.length > 0 ? colours.map(choice) : [choice()],
    picture: DRAWN[gear.kind](COLOURS[colours[0] ?? ['Clay', 'Moss', 'Sun', 'Plum', 'Sky'][number % 5]!]!), alt: gear.title, appeal: gear.appeal, daysOnSale: 200 + number * 15,
  };
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
