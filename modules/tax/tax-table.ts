import { rateOf, type TaxRate } from './rate.ts';

/**
 * Rates every installation knows, as in force on 2026-01-01. Sources of record: ATO, Inland Revenue NZ, HMRC, the European
 * Commission's VAT rates, the US states' revenue departments (state rate only; counties and cities add theirs), CRA and Revenu
 * Québec. A workspace overrides them; a change of law is a new line here and a new version.
 */
export const TAX_TABLE_VERSION = '2026-01-01';

const whole = (name: string, rates: Record<string, string>, code = ''): TaxRate[] =>
  Object.entries(rates).map(([country, percent]) => ({ country, region: '', name, code, rate: rateOf(percent), onShipping: true }));

const EU_STANDARD = {
  AT: '20', BE: '21', BG: '20', HR: '25', CY: '19', CZ: '21', DK: '25', EE: '24', FI: '25.5', FR: '20', DE: '19', GR: '24', HU: '27', IE: '23',
  IT: '22', LV: '21', LT: '21', LU: '17', MT: '18', NL: '21', PL: '23', PT: '23', RO: '21', SK: '23', SI: '22', ES: '21', SE: '25',
};
export const EU: ReadonlySet<string> = new Set(Object.keys(EU_STANDARD));

// One reduced rate where there is a main one; food, books and others differ in detail and are the merchant's to set.
const REDUCED = { AT: '10', BE: '6', DE: '7', ES: '10', FR: '5.5', GB: '5', IE: '13.5', IT: '10', NL: '9' };

const US_STATES = {
  AL: '4', AR: '6.5', AZ: '5.6', CA: '7.25', CO: '2.9', CT: '6.35', DC: '6', FL: '6', GA: '4', HI: '4', IA: '6', ID: '6', IL: '6.25', IN: '7',
  KS: '6.5', KY: '6', LA: '5', MA: '6.25', MD: '6', ME: '5.5', MI: '6', MN: '6.875', MO: '4.225', MS: '7', NC: '4.75', ND: '5', NE: '5.5',
  NJ: '6.625', NM: '4.875', NV: '6.85', NY: '4', OH: '5.75', OK: '4.5', PA: '6', RI: '7', SC: '6', SD: '4.2', TN: '7', TX: '6.25', UT: '4.85',
  VA: '4.3', VT: '6', WA: '6.5', WI: '5', WV: '6', WY: '4',
};
// States that tax a separately stated delivery charge on taxable goods.
const US_TAXED_SHIPPING = new Set('AR CT DC GA HI IN KS KY MI MN MS NC ND NE NJ NM NY OH PA RI SC SD TN TX VT WA WI WV'.split(' '));

const CANADA: Record<string, Record<string, string>> = {
  '': { GST: '5' },
  AB: { GST: '5' },
  BC: { GST: '5', PST: '7' },
  MB: { GST: '5', RST: '7' },
  NB: { HST: '15' },
  NL: { HST: '15' },
  NS: { HST: '14' },
  NT: { GST: '5' },
  NU: { GST: '5' },
  ON: { HST: '13' },
  PE: { HST: '15' },
  QC: { GST: '5', QST: '9.975' },
  SK: { GST: '5', PST: '6' },
  YT: { GST: '5' },
};

const usStates = Object.entries(US_STATES).map(([region, percent]): TaxRate => ({
  country: 'US', region, name: 'Sales tax', code: '', rate: rateOf(percent), onShipping: US_TAXED_SHIPPING.has(region),
}));

const canada = Object.entries(CANADA).flatMap(([region, taxes]) =>
  Object.entries(taxes).map(([name, percent]): TaxRate => ({ country: 'CA', region, name, code: '', rate: rateOf(percent), onShipping: true })),
);

export const taxTable: readonly TaxRate[] = [
  ...whole('GST', { AU: '10', NZ: '15' }),
  ...whole('VAT', { ...EU_STANDARD, GB: '20' }),
  ...whole('VAT', REDUCED, 'reduced'),
  ...usStates,
  ...canada,
];
