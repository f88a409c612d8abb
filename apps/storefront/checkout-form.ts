import type { Address, Checkout, CheckoutDetails } from './api.ts';

/** Everything the checkout form can send, as typed. */
export type Typed = Record<string, string>;
export type FieldErrors = Record<string, string>;

export interface Field {
  name: string;
  says: string;
  autocomplete: string;
  required?: string;
  type?: 'email' | 'tel';
  width?: 'wide' | 'third';
}

/** The address a person types, with the tokens browsers fill in: https://html.spec.whatwg.org/#autofill */
const ADDRESS_FIELDS: Field[] = [
  { name: 'name', says: 'Full name', autocomplete: 'shipping name', required: 'Enter the name of the person who receives the parcel.', width: 'wide' },
  { name: 'line1', says: 'Street and number', autocomplete: 'shipping address-line1', required: 'Enter the street and house number.', width: 'wide' },
  { name: 'city', says: 'City or suburb', autocomplete: 'shipping address-level2', required: 'Enter the city or suburb.', width: 'third' },
  { name: 'region', says: 'Region', autocomplete: 'shipping address-level1', width: 'third' },
  { name: 'postalCode', says: 'Postcode', autocomplete: 'shipping postal-code', required: 'Enter the postcode.', width: 'third' },
];

export const EXTRA_FIELDS: Field[] = [
  { name: 'line2', says: 'Flat, floor or building', autocomplete: 'shipping address-line2', width: 'wide' },
  { name: 'company', says: 'Company', autocomplete: 'shipping organization' },
  { name: 'phone', says: 'Phone, for the carrier', autocomplete: 'tel', type: 'tel' },
];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
/** Places without postcodes, so nobody there has to invent one (Universal Postal Union). */
const NO_POSTCODE = new Set(['AE', 'HK', 'IE', 'MO', 'QA', 'FJ', 'JM', 'AG', 'BS', 'BZ', 'BW', 'GH', 'KE', 'UG', 'ZW', 'PA', 'TT', 'VU', 'WS', 'TO', 'SB']);

const REGION_WORDS: Record<string, string> = { AU: 'State', US: 'State', IN: 'State', BR: 'State', MX: 'State', CA: 'Province', GB: 'County', IE: 'County', JP: 'Prefecture' };

/** The address fields as people of that country call them. */
export function addressFields(country: string | undefined): Field[] {
  const word = REGION_WORDS[country ?? ''];
  return word ? ADDRESS_FIELDS.map((field) => (field.name === 'region' ? { ...field, says: word } : field)) : ADDRESS_FIELDS;
}

/** What is wrong with the typed fields, one sentence each, by field name. */
export function findErrors(typed: Typed): FieldErrors {
  const errors: FieldErrors = {};
  if (!EMAIL.test(typed['email'] ?? '')) errors['email'] = 'Enter your email address, like ana@example.com.';
  return { ...errors, ...findAddressErrors(typed) };
}

/** The same for an address alone. */
export function findAddressErrors(typed: Typed): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of ADDRESS_FIELDS) {
    const optional = field.name === 'postalCode' && NO_POSTCODE.has(typed['country'] ?? '');
    if (field.required && !optional && !typed[field.name]) errors[field.name] = field.required;
  }
  if (!/^[A-Z]{2}$/.test(typed['country'] ?? '')) errors['country'] = 'Choose the country.';
  return errors;
}

/** Said only when somebody pays: while the address is filled in, nobody is asked for a card. */
export function cardErrors(typed: Typed): FieldErrors {
  if (typed['payment'] !== 'test' || /\d/.test(typed['card'] ?? '')) return {};
  return { card: 'Enter the card number.' };
}

export function trimmed(sent: Typed): Typed {
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, value.trim()]));
}

/** The typed fields as the Storefront API takes them; empty ones are left out. */
export function toDetails(typed: Typed): CheckoutDetails {
  const address: Record<string, string> = {};
  for (const name of ['name', 'company', 'line1', 'line2', 'city', 'region', 'postalCode', 'country', 'phone']) {
    if (typed[name]) address[name] = typed[name];
  }
  const details: CheckoutDetails = { email: typed['email'] ?? '', shippingAddress: address as unknown as Address };
  if (typed['shippingMethodId']) details.shippingMethodId = typed['shippingMethodId'];
  if (typed['note']) details.note = typed['note'];
  return details;
}

/** What the form shows for a checkout that is already known. */
export function toTyped(checkout: Checkout, country: string): Typed {
  const typed: Typed = { country, ...texts(checkout.shippingAddress ?? {}) };
  if (checkout.email) typed['email'] = checkout.email;
  if (checkout.shippingMethodId) typed['shippingMethodId'] = checkout.shippingMethodId;
  return typed;
}

/** The text fields of an address as a form shows them. */
export function texts(address: object): Typed {
  return Object.fromEntries(Object.entries(address).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** "en-AU" sells in Australia unless the address says otherwise. */
export function homeCountry(locale: string): string {
  return new Intl.Locale(locale).maximize().region ?? 'AU';
}

const CODES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ ' +
  'OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ ' +
  'UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

const lists = new Map<string, [string, string][]>();

/** Every country that gets post, named and ordered in the reader's language. */
export function countries(locale: string): [string, string][] {
  let list = lists.get(locale);
  if (!list) {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    list = CODES.split(' ').map((code): [string, string] => [code, names.of(code) ?? code]);
    lists.set(locale, list.toSorted(([, a], [, b]) => a.localeCompare(b, locale)));
  }
  return lists.get(locale)!;
}
