import type { Random } from './random.ts';

/** An address as orders and customers store it. */
export interface WorldAddress {
  name: string;
  company: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
  phone: string | null;
}

export interface WorldPerson {
  name: string;
  email: string;
  address: WorldAddress;
}

/** Where the people of a shop live. */
export interface Country {
  code: string;
  /** Name, region and the postal code of the middle; more weight, more people. */
  towns: readonly { city: string; region: string | null; postal: number; weight: number }[];
  phone(random: Random): string;
}

const GIVEN =
  'Amelia Noah Isla Leo Mia Arjun Zoe Oliver Priya Lachlan Chloe Hamish Ngaire Tane Aroha Wei Mei Hiro Yuki Sofia Mateo Elena Luca Fatima Omar Leila Grace Jack Ruby Finn Ava Ethan Harper Max Freya Oscar Ivy Hugo Nina Theo Anika Ravi Maeve Declan Sinead Ingrid Lars Beatrix Joon Min-ji Thanh Linh Carlos Lucia Zara Kofi Ama Nia Samuel Esther Tomas Jana Piotr Agnes Marguerite Camille Rosa Bruno Edith Walter Nora Patrick Tui Manaia Kiri Wiremu'.split(' ');
const FAMILY =
  'Nguyen Smith Patel Williams Chen Brown Singh Taylor Wilson Kaur Jones Martin Li Thompson Walker Tran Murphy Kelly Rossi Papadopoulos Silva Garcia Kim Park Tanaka Sato Ngata Parata Henare Tipene Campbell Stewart Fraser Robertson Hughes Evans Morgan Okafor Mensah Haddad Khoury Ahmadi Novak Kowalski Schmidt Becker Lindqvist Nielsen Moreau Dubois Fitzgerald Byrne Anderson Clarke Wright Harris Baker Turner Cooper Reid Marsh Whitlam Abbott Delaney'.split(' ');
const STREETS = 'Acacia Wattle Station Church High Victoria Albert King Queen George Park River Beach Hill Garden Orchard Mill Bridge Railway Elm Banksia Kowhai Rata Pohutukawa Harbour Ocean Marine Chapel Market Union'.split(' ');
const KINDS = ['Street', 'Street', 'Road', 'Avenue', 'Lane', 'Parade', 'Crescent', 'Terrace', 'Place'];
const COMPANIES = ['Bright & Byrne', 'Studio Kowhai', 'Harbour Legal', 'Marsh Interiors', 'The Reading Room', 'Delaney Dental', 'Fox & Fern Florists'];

export const AUSTRALIA: Country = {
  code: 'AU',
  towns: [
    { city: 'Sydney', region: 'NSW', postal: 2000, weight: 26 },
    { city: 'Newtown', region: 'NSW', postal: 2042, weight: 8 },
    { city: 'Newcastle', region: 'NSW', postal: 2300, weight: 5 },
    { city: 'Melbourne', region: 'VIC', postal: 3000, weight: 22 },
    { city: 'Fitzroy', region: 'VIC', postal: 3065, weight: 6 },
    { city: 'Geelong', region: 'VIC', postal: 3220, weight: 4 },
    { city: 'Brisbane', region: 'QLD', postal: 4000, weight: 13 },
    { city: 'Cairns', region: 'QLD', postal: 4870, weight: 2 },
    { city: 'Adelaide', region: 'SA', postal: 5000, weight: 7 },
    { city: 'Perth', region: 'WA', postal: 6000, weight: 10 },
    { city: 'Hobart', region: 'TAS', postal: 7000, weight: 3 },
    { city: 'Canberra', region: 'ACT', postal: 2600, weight: 5 },
    { city: 'Darwin', region: 'NT', postal: 800, weight: 1 },
  ],
  phone: (random) => `+61 4${random.whole(10, 99)} ${random.whole(100, 999)} ${random.whole(100, 999)}`,
};

export const NEW_ZEALAND: Country = {
  code: 'NZ',
  towns: [
    { city: 'Auckland', region: 'AUK', postal: 1010, weight: 34 },
    { city: 'Wellington', region: 'WGN', postal: 6011, weight: 18 },
    { city: 'Christchurch', region: 'CAN', postal: 8011, weight: 14 },
    { city: 'Hamilton', region: 'WKO', postal: 3204, weight: 8 },
    { city: 'Tauranga', region: 'BOP', postal: 3110, weight: 7 },
    { city: 'Dunedin', region: 'OTA', postal: 9016, weight: 7 },
    { city: 'Queenstown', region: 'OTA', postal: 9300, weight: 3 },
    { city: 'Nelson', region: 'NSN', postal: 7010, weight: 4 },
    { city: 'Napier', region: 'HKB', postal: 4110, weight: 4 },
  ],
  phone: (random) => `+64 2${random.whole(1, 9)} ${random.whole(100, 999)} ${random.whole(1000, 9999)}`,
};

/** So many different people. Their mail addresses lead nowhere: the domain is reserved for examples. */
export function peopleOf(random: Random, country: Country, count: number): WorldPerson[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const name = `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;
    return { name, email: freeEmail(name, taken), address: addressOf(random, country, name) };
  });
}

function freeEmail(name: string, taken: Set<string>): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  let email = `${plain}@example.com`;
  for (let n = 2; taken.has(email); n++) email = `${plain}${n}@example.com`;
  taken.add(email);
  return email;
}

function addressOf(random: Random, country: Country, name: string): WorldAddress {
  const town = random.weighted(country.towns, (t) => t.weight);
  const flat = random.chance(0.3);
  return {
    name,
    company: random.chance(0.05) ? random.pick(COMPANIES) : null,
    line1: `${random.whole(1, 240)} ${random.pick(STREETS)} ${random.pick(KINDS)}`,
    line2: flat ? `Unit ${random.whole(1, 40)}` : null,
    city: town.city,
    region: town.region,
    postalCode: String(town.postal).padStart(4, '0'),
    country: country.code,
    phone: random.chance(0.6) ? country.phone(random) : null,
  };
}
