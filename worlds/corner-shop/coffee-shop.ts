import { blackFriday, christmas, fathersDay, mothersDay } from '../calendar.ts';
import { NEW_ZEALAND } from '../people.ts';
import type { Random } from '../random.ts';
import type { ShopPlan } from '../shop-plan.ts';
import { COFFEE, coffeeThings } from './coffee-things.ts';
import { FARMS, ROASTS, TASTES } from './coffee-words.ts';

/** A roaster with its own brand of beans and gear. */
export function coffeeShop(random: Random): ShopPlan {
  return {
    name: 'Southerly Coffee',
    currency: 'NZD',
    locale: 'en-NZ',
    timeZone: 'Pacific/Auckland',
    theme: {
      accent: '#a8482a', background: '#f7f1e7', text: '#2a211c', font: 'rounded',
      headline: 'Roasted on Tuesday, with you by Friday',
      intro: 'Single origins and a few honest blends from our roastery on the harbour. Ground how you like it, or not at all.',
    },
    people: NEW_ZEALAND,
    season: {
      weekdays: [0.9, 1.35, 1.15, 1, 0.95, 0.85, 0.8],
      feasts: [
        { on: mothersDay, from: 10, until: 2, times: 1.4 },
        { on: fathersDay, from: 14, until: 2, times: 1.8 },
        { on: blackFriday, from: 3, until: -2, times: 1.9 },
        { on: christmas, from: 30, until: 4, times: 2.2 },
      ],
      growth: 1.9,
      ahead: 12,
    },
    tax: { name: 'GST', percent: 15 },
    parcels: [{ name: 'Courier', price: 600, weight: 9 }, { name: 'Rural delivery', price: 1_100, weight: 2 }],
    carriers: ['NZ Post', 'Aramex'],
    lowAt: 8,
    usualStock: [14, 70],
    orders: 1_500,
    customers: 600,
    baskets: [38, 32, 18, 9, 3],
    several: 0.24,
    fields: FIELDS,
    categories: CATEGORIES,
    collections: COLLECTIONS,
    things: coffeeThings(random.part('things')),
    notes: ['Prefers her beans rested for a week. Ship on Friday.', 'Café account: invoice at the end of the month.', 'Bag split in transit, sent another one the same day.', 'Asked about the roast date, told her Tuesday.', 'New grinder: recommended two clicks finer.'],
    wishes: ['Leave it in the meter box, please.', 'No plastic if you can help it.', 'Grind a touch coarser than usual, please.', 'A gift for Dad: could you leave the invoice out?'],
    team: ['Kiri Henare', 'Sam Fitzgerald'],
  };
}

const FIELDS: ShopPlan['fields'] = [
  { key: 'origin', says: 'Origin', type: 'choice', choices: [...new Set(FARMS.map((f) => f.country))], filterable: true, appliesTo: [COFFEE] },
  { key: 'process', says: 'Process', type: 'choice', choices: Object.keys(TASTES), filterable: true, appliesTo: [COFFEE] },
  { key: 'roast', says: 'Roast', type: 'choice', choices: Object.keys(ROASTS), filterable: true, appliesTo: [COFFEE] },
  { key: 'altitude', says: 'Grown at', type: 'number', unit: 'm', filterable: true, appliesTo: [COFFEE] },
  { key: 'variety', says: 'Variety', type: 'text', appliesTo: [COFFEE] },
  { key: 'tastes', says: 'Tastes of', type: 'text', appliesTo: [COFFEE] },
];

const CATEGORIES: ShopPlan['categories'] = [
  { slug: 'coffee', name: 'Coffee', says: 'Everything we roast.' },
  { slug: 'single-origins', name: 'Single origins', parent: 'coffee', says: 'One farm, one harvest, one name on the bag.' },
  { slug: 'blends', name: 'Blends', parent: 'coffee', says: 'Made to be the same on a Monday in June and a Saturday in January.' },
  { slug: 'cold-brew', name: 'Cold brew & syrups', parent: 'coffee', says: 'Ready to pour.' },
  { slug: 'equipment', name: 'Equipment', says: 'What we use at home.' },
  { slug: 'brewers', name: 'Brewers', parent: 'equipment', says: 'Cones, flat beds and plungers.' },
  { slug: 'kettles-and-grinders', name: 'Kettles, grinders, scales', parent: 'equipment', says: 'The three that matter more than the machine.' },
  { slug: 'cups', name: 'Cups', parent: 'equipment', says: 'Thrown in Nelson, used everywhere.' },
  { slug: 'filters-and-parts', name: 'Filters & parts', parent: 'equipment', says: 'The things one runs out of.' },
];

const COLLECTIONS: ShopPlan['collections'] = [
  { slug: 'for-filter', title: 'Best as filter', says: 'Light, clear, a pleasure to drink slowly.', has: (t) => t.fields['roast'] === 'Light' },
  { slug: 'for-espresso', title: 'Best as espresso', says: 'With body enough for milk.', has: (t) => t.fields['roast'] === 'Medium' || t.fields['roast'] === 'Dark' },
  { slug: 'first-kit', title: 'Your first kit', says: 'All it takes for a proper cup at home.', has: (t) => ['brewers', 'filters-and-parts', 'kettles-and-grinders'].includes(t.categories[0] ?? '') && t.choices[0]!.price < 10_000 },
];
