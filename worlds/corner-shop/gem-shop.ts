import { blackFriday, christmas, mothersDay, valentines } from '../calendar.ts';
import { AUSTRALIA } from '../people.ts';
import type { Random } from '../random.ts';
import type { ShopPlan } from '../shop-plan.ts';
import { gemThings, JEWELLERY, LOOSE } from './gem-things.ts';
import { CUTS, ORIGINS, STONES } from './stones.ts';

const GEMS = [LOOSE, ...JEWELLERY];

/** Loose stones and the jewellery made from them. */
export function gemShop(random: Random): ShopPlan {
  return {
    name: 'Gemsmith & Daughters',
    currency: 'AUD',
    locale: 'en-AU',
    timeZone: 'Australia/Sydney',
    theme: {
      accent: '#0f5c57', background: '#f8f6f1', text: '#1d1b18', font: 'serif',
      headline: 'Stones with a story, set to be worn',
      intro: 'Three generations at one bench. We buy rough where it is found, cut it ourselves, and tell you everything we know about every stone.',
    },
    people: AUSTRALIA,
    season: {
      weekdays: [1.25, 0.9, 0.85, 0.95, 1.05, 1.15, 1.2],
      feasts: [
        { on: valentines, from: 18, until: 2, times: 2.1 },
        { on: mothersDay, from: 21, until: 3, times: 2.6 },
        { on: blackFriday, from: 3, until: -2, times: 2.2 },
        { on: christmas, from: 40, until: 4, times: 3 },
      ],
      growth: 1.6,
      ahead: 10,
    },
    tax: { name: 'GST', percent: 10 },
    parcels: [{ name: 'Insured post', price: 1_490, weight: 6 }, { name: 'Express, signed for', price: 2_490, weight: 3 }],
    carriers: ['Australia Post', 'StarTrack'],
    lowAt: 1,
    usualStock: [3, 14],
    orders: 1_500,
    customers: 620,
    baskets: [68, 22, 8, 2],
    several: 0.06,
    fields: FIELDS,
    categories: CATEGORIES,
    collections: COLLECTIONS,
    things: gemThings(random.part('things')),
    notes: NOTES,
    wishes: ['Please leave no price in the parcel.', 'It is a surprise, so no phone calls before five.', 'Could you write "Happy birthday, Nan" on the card?', 'Ring for my mother, size N if you can.', 'Leave it with the neighbour at number 4, please.'],
    team: ['Ada Lindqvist', 'June Lindqvist', 'Tom Okafor'],
  };
}

const FIELDS: ShopPlan['fields'] = [
  { key: 'carat', says: 'Weight', type: 'number', unit: 'ct', filterable: true, appliesTo: GEMS },
  { key: 'cut', says: 'Cut', type: 'choice', choices: Object.keys(CUTS), filterable: true, appliesTo: GEMS },
  { key: 'clarity', says: 'Clarity', type: 'choice', choices: ['Eye clean', 'Loupe clean', 'Lightly included', 'Included'], filterable: true, appliesTo: GEMS },
  { key: 'colour', says: 'Colour', type: 'choice', choices: [...new Set(STONES.flatMap((s) => s.colours.map((c) => c.name)))], filterable: true, appliesTo: GEMS },
  { key: 'origin', says: 'Origin', type: 'choice', choices: Object.keys(ORIGINS), filterable: true, appliesTo: GEMS },
  { key: 'certificate', says: 'Certificate', type: 'text', appliesTo: GEMS },
];

const CATEGORIES: ShopPlan['categories'] = [
  { slug: 'loose-stones', name: 'Loose stones', says: 'Cut, measured and ready to be set, by us or by your own jeweller.' },
  { slug: 'sapphires', name: 'Sapphires & rubies', parent: 'loose-stones', says: 'Corundum in every colour it knows.' },
  { slug: 'emeralds-and-beryls', name: 'Emeralds & beryls', parent: 'loose-stones', says: 'Green, sea blue and blush.' },
  { slug: 'garnets', name: 'Garnets', parent: 'loose-stones', says: 'Far more than red.' },
  { slug: 'quartz', name: 'Amethyst & citrine', parent: 'loose-stones', says: 'Large stones for small budgets.' },
  { slug: 'rare-stones', name: 'Rare stones', parent: 'loose-stones', says: 'Spinel, tourmaline and opal.' },
  { slug: 'jewellery', name: 'Jewellery', says: 'Made at our bench, one at a time.' },
  { slug: 'rings', name: 'Rings', parent: 'jewellery', says: 'From the quiet to the unmistakable.' },
  { slug: 'pendants', name: 'Pendants', parent: 'jewellery', says: 'One stone, close to the heart.' },
  { slug: 'earrings', name: 'Earrings', parent: 'jewellery', says: 'Matched pairs, which is harder than it looks.' },
  { slug: 'care-and-tools', name: 'Care & tools', says: 'What we use ourselves.' },
];

const COLLECTIONS: ShopPlan['collections'] = [
  { slug: 'engagement', title: 'Engagement', says: 'Stones hard enough for every day of a long life.', has: (t) => t.categories.includes('sapphires') || (t.categories.includes('rings') && t.appeal > 0.9) },
  { slug: 'under-500', title: 'Gifts under $500', says: 'Real stones at gentle prices.', has: (t) => t.choices.some((c) => c.price < 50_000) },
  { slug: 'from-australian-ground', title: 'From Australian ground', says: 'Found here, cut here.', has: (t) => ['Queensland', 'Lightning Ridge', 'Coober Pedy'].includes(String(t.fields['origin'])) },
];

const NOTES = [
  'Called to confirm the ring size: N, not M.',
  'Customer asks for the small walnut box instead of velvet.',
  'Stone checked under the loupe before packing. All well.',
  'Wants the invoice sent separately, it is a present.',
  'Third order this year: add a polishing cloth.',
  'Collected the certificate from the lab this morning.',
];
