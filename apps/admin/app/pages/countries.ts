const table = `AU Australia AUD|AT Austria EUR|BE Belgium EUR|BR Brazil BRL|CA Canada CAD|CH Switzerland CHF|CN China CNY|CZ Czechia CZK|DE Germany EUR|DK Denmark DKK|ES Spain EUR|FI Finland EUR|FR France EUR|GB United Kingdom GBP|GR Greece EUR|HK Hong Kong HKD|HU Hungary HUF|ID Indonesia IDR|IE Ireland EUR|IL Israel ILS|IN India INR|IT Italy EUR|JP Japan JPY|KR South Korea KRW|MX Mexico MXN|MY Malaysia MYR|NL Netherlands EUR|NO Norway NOK|NZ New Zealand NZD|PH Philippines PHP|PL Poland PLN|PT Portugal EUR|RO Romania RON|SE Sweden SEK|SG Singapore SGD|TH Thailand THB|TR Türkiye TRY|TW Taiwan TWD|US United States USD|VN Vietnam VND|ZA South Africa ZAR`;

const rows = table.split('|').map((row) => ({ value: row.slice(0, 2), label: row.slice(3, -4), currency: row.slice(-3) }));

/** Countries a workspace can begin in; any other can be set later by the API. */
export const countries = rows.map(({ value, label }) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

export function currencyOf(country: string): string {
  return rows.find((row) => row.value === country)?.currency ?? 'USD';
}
