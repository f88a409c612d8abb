import { ordersThatFit, readDay, type DateOrder } from './read-day.ts';
import { markThatFits, readNumber, type DecimalMark, type Written } from './read-number.ts';

/** What the columns of a CSV mean, by their place from 0; a person may change every part of it. */
export interface Mapping {
  /** Lines above the first transaction, the headings among them. */
  skip: number;
  date: number;
  valueDate?: number | undefined;
  /** One column with a sign, or two without. */
  amount?: number | undefined;
  moneyIn?: number | undefined;
  moneyOut?: number | undefined;
  fee?: number | undefined;
  currency?: number | undefined;
  counterpart?: number | undefined;
  reference?: number | undefined;
  description?: number | undefined;
  id?: number | undefined;
  dateOrder: DateOrder;
  mark: DecimalMark;
  /** The bank writes what went out as positive. */
  sign: 'as written' | 'the other way round';
}

export type Field = 'date' | 'valueDate' | 'amount' | 'moneyIn' | 'moneyOut' | 'fee' | 'currency' | 'counterpart' | 'reference' | 'description' | 'id';

// Headings banks use, in several languages; the first field a heading fits is taken, so the narrow ones come first.
const HEADINGS: readonly [Field, RegExp][] = [
  ['id', /^(transaction id|transaktions-?id|id|fitid|transaction number|numéro de transaction|bank reference|txn id|unique id)$/],
  ['valueDate', /^(value ?date|valuta(datum|stellung)?|wertstellung(sdatum)?|date de valeur|fecha valor|rentedatum|data valuta)$/],
  ['date', /^(date|datum|fecha|data|booking ?date|buchungs?(tag|datum)|transaction date|posted( date)?|posting date|date (de )?(comptable|opération|operation)|completed date|process date|boekdatum|date processed|entered date|fecha operación)( \(utc\))?$/],
  ['moneyOut', /^(debit( amount)?|withdrawals?|paid out|money out|soll|lastschrift|débit|debito|cargo|af|uit)( \(?[a-z]{3}\)?)?$/],
  ['moneyIn', /^(credit( amount)?|deposits?|paid in|money in|haben|gutschrift|crédit|credito|abono|bij|in)( \(?[a-z]{3}\)?)?$/],
  ['fee', /^(fees?|charges?|gebühr(en)?|frais|commission|total fees)$/],
  ['amount', /^(amount|betrag|umsatz|montant|importe?|bedrag|value|wert|net amount|transaction amount|sum|summe)( \(?[a-z]{3}\)?| in [a-z]{3})?$/],
  ['currency', /^(currency|währung|devise|moneda|divisa|munt|ccy|waehrung)$/],
  ['counterpart', /^(payee|payer|name|merchant|counter ?part(y)?( name)?|beneficiary|recipient|empfänger|auftraggeber\/?empfänger|beguenstigter.*|begünstigter.*|zahlungsempfänger.*|bénéficiaire|tegenpartij|naam.*|payee name|from\/to|vendor)$/],
  ['reference', /^(reference|ref|payment reference|customer reference|référence|referencia|kenmerk|kundenreferenz.*|mandatsreferenz|cheque( number)?|check( number)?|end-?to-?end.*)$/],
  ['description', /^(description|details|narrative|memo|particulars|verwendungszweck|buchungstext|libellé|concepto|omschrijving|mededelingen|transaction details|text|note|type|transaction description)$/],
];

const SEEN = 40;

/** How the table seems to be meant; undefined where no column of days and no column of amounts can be found. */
export function guessColumns(rows: readonly string[][], currency: string): Mapping | undefined {
  for (let skip = 0; skip < Math.min(SEEN, rows.length); skip++) {
    const body = rows.slice(skip, skip + 2_000);
    const first = body[0]!;
    const date = first.findIndex((cell) => ordersThatFit([cell]).length > 0);
    if (date === -1) continue;
    const named = skip > 0 ? byHeadings(rows[skip - 1]!, body, currency) : undefined;
    const guess = named ?? byContent(body, currency);
    if (guess) return { ...guess, skip };
  }
  return undefined;
}

type Guess = Omit<Mapping, 'skip'>;

function byHeadings(headings: readonly string[], body: readonly string[][], currency: string): Guess | undefined {
  const found: Partial<Record<Field, number>> = {};
  for (const [place, heading] of headings.entries()) {
    const words = heading.trim().toLowerCase().replaceAll(/\s+/g, ' ');
    const field = HEADINGS.find(([name, pattern]) => !(name in found) && pattern.test(words))?.[0];
    if (field) found[field] = place;
  }
  const hasMoney = found.amount !== undefined || (found.moneyIn !== undefined && found.moneyOut !== undefined);
  if (found.date === undefined || !hasMoney) return undefined;
  return measured({ ...found, date: found.date }, body, currency);
}

// Without headings: the first column of days, the first of amounts after it, the longest texts.
function byContent(body: readonly string[][], currency: string): Guess | undefined {
  const places = [...body[0]!.keys()];
  const columnOf = (place: number) => body.map((row) => row[place] ?? '');
  const date = places.find((place) => ordersThatFit(columnOf(place)).length > 0 && columnOf(place).some((cell) => cell !== ''));
  const amount = places.find((place) => place !== date && columnOf(place).some((cell) => cell.trim() !== '') && markThatFits(columnOf(place).map((text) => ({ text, currency }))) !== undefined);
  if (date === undefined || amount === undefined) return undefined;
  const length = (place: number) => columnOf(place).reduce((sum, cell) => sum + cell.length, 0);
  const [description] = places.filter((place) => place !== date && place !== amount && columnOf(place).some((cell) => /\p{L}{3}/u.test(cell))).toSorted((a, b) => length(b) - length(a));
  return measured({ date, amount, ...(description !== undefined && { description }) }, body, currency);
}

function measured(found: Partial<Record<Field, number>> & { date: number }, body: readonly string[][], currency: string): Guess | undefined {
  const [dateOrder] = ordersThatFit(daysIn(body, found.date));
  const ownCurrency = (row: readonly string[]) => /^[A-Z]{3}$/.exec(found.currency === undefined ? '' : (row[found.currency] ?? '').trim().toUpperCase())?.[0] ?? currency;
  const amounts = [found.amount, found.moneyIn, found.moneyOut].flatMap((place) => (place === undefined ? [] : body.map((row) => ({ text: row[place] ?? '', currency: ownCurrency(row) }))));
  const mark = markThatFits(amounts) ?? likelier(amounts);
  return dateOrder && mark && { ...found, dateOrder, mark, sign: 'as written' };
}

// Sums and remarks below the table have no day.
function daysIn(rows: readonly string[][], place: number): string[] {
  return rows.map((row) => row[place] ?? '').filter((cell) => readDay(cell, 'ymd') ?? readDay(cell, 'dmy') ?? readDay(cell, 'mdy'));
}

// A broken cell or a line of sums below must not spoil the rest.
function likelier(amounts: readonly Written[]): DecimalMark | undefined {
  const count = (mark: DecimalMark) => amounts.filter(({ text, currency }) => readNumber(text, { mark, currency }) !== undefined).length;
  if (count('.') === 0 && count(',') === 0) return undefined;
  return count(',') > count('.') ? ',' : '.';
}

/** Days that could as well be read the other way round: a person should look. */
export function isAmbiguous(rows: readonly string[][], { date, skip }: Pick<Mapping, 'date' | 'skip'>): boolean {
  const orders = ordersThatFit(daysIn(rows.slice(skip), date));
  return orders.includes('dmy') && orders.includes('mdy') && daysIn(rows.slice(skip), date).some((day) => readDay(day, 'dmy') !== readDay(day, 'mdy'));
}
