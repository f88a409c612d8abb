import { Refusal } from '#platform/refusal.ts';
import { numbered, type BankFile, type Problem } from './bank-line.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { all, at, readXml, textAt, type Xml } from './read-xml.ts';

export function looksLikeCamt(text: string): boolean {
  return /^\s*<(\?xml|(\w+:)?Document\b)/i.test(text) && /<(\w+:)?BkToCstmr(Stmt|AcctRpt)\b/.test(text);
}

/** Reads camt.053 (and camt.052, its report during the day) of ISO 20022, any version. Only what is booked is taken. */
export function readCamt(text: string): BankFile[] {
  const document = readXml(text);
  const message = at(document, 'BkToCstmrStmt') ?? at(document, 'BkToCstmrAcctRpt');
  const statements = [...all(message, 'Stmt'), ...all(message, 'Rpt')];
  if (statements.length === 0) throw new Refusal('unreadable_file', 'This camt.053 file holds no statement.');
  return statements.map(statementOf);
}

function statementOf(statement: Xml): BankFile {
  const account = textAt(statement, 'Acct', 'Id', 'IBAN') || textAt(statement, 'Acct', 'Id', 'Othr', 'Id');
  const currency = textAt(statement, 'Acct', 'Ccy') || null;
  const problems: Problem[] = [];
  const lines = all(statement, 'Ntry').flatMap((entry, i) => {
    if (!isBooked(entry)) return [];
    const read = lineOf(entry, i + 1);
    if (typeof read !== 'string') return [read];
    problems.push({ line: i + 1, says: read });
    return [];
  });
  return { format: 'camt.053', account, currency: currency ?? lines[0]?.currency ?? null, lines: numbered(lines), problems };
}

function isBooked(entry: Xml): boolean {
  const state = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts');
  return state === '' || state === 'BOOK';
}

function lineOf(entry: Xml, line: number) {
  const money = at(entry, 'Amt');
  const currency = money?.attributes['Ccy'] ?? '';
  if (!/^[A-Z]{3}$/.test(currency)) return 'has no currency';
  const amount = readNumber(money!.text, { mark: '.', currency });
  if (amount === undefined || amount < 0) return `"${money!.text.trim()}" is not an amount in ${currency}`;
  const side = textAt(entry, 'CdtDbtInd');
  if (side !== 'CRDT' && side !== 'DBIT') return 'does not say whether it came in or went out';
  const bookedOn = dayAt(entry, 'BookgDt') ?? dayAt(entry, 'ValDt');
  if (!bookedOn) return 'has no booking date';
  const own = textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef');
  const signed = side === 'CRDT' ? amount : -amount;
  return {
    line, bookedOn, valueOn: dayAt(entry, 'ValDt') ?? null, amount: signed, fee: feesOf(entry, currency), currency, ...partiesOf(entry, side),
    ...(own && own !== 'NONREF' && { ownId: `${own} ${bookedOn} ${signed}` }), raw: plain(entry),
  };
}

const dayAt = (entry: Xml, name: string) => readDay(textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm'), 'ymd');

// Charges that are already in the amount of the line.
function feesOf(entry: Xml, currency: string): number {
  const charges = all(at(entry, 'Chrgs'), 'Rcrd').filter((charge) => textAt(charge, 'ChrgInclInd') === 'true' && at(charge, 'Amt')?.attributes['Ccy'] === currency);
  return charges.reduce((sum, charge) => sum + (readNumber(textAt(charge, 'Amt'), { mark: '.', currency }) ?? 0) * (textAt(charge, 'CdtDbtInd') === 'CRDT' ? -1 : 1), 0);
}

/** A line of one transaction says who and why; one of many says how many. */
function partiesOf(entry: Xml, side: 'CRDT' | 'DBIT'): { counterpart: string; reference: string; description: string } {
  const details = all(entry, 'NtryDtls').flatMap((each) => all(each, 'TxDtls'));
  const extra = textAt(entry, 'AddtlNtryInf');
  if (details.length !== 1) return { counterpart: '', reference: textAt(entry, 'NtryRef'), description: [details.length > 1 ? `${details.length} transactions` : '', extra].filter(Boolean).join(': ') };
  const [only] = details;
  const party = at(only, 'RltdPties', side === 'CRDT' ? 'Dbtr' : 'Cdtr');
  const told = all(at(only, 'RmtInf'), 'Ustrd').map(({ text }) => text.trim()).join(' ');
  const creditor = textAt(only, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref');
  const endToEnd = textAt(only, 'Refs', 'EndToEndId');
  return { counterpart: textAt(party, 'Nm') || textAt(party, 'Pty', 'Nm'), reference: creditor || (endToEnd === 'NOTPROVIDED' ? '' : endToEnd), description: told || textAt(only, 'AddtlTxInf') || extra };
}

/** As JSON: texts, lists where a name comes more than once. */
function plain({ text, attributes, children }: Xml): object {
  const out: Record<string, unknown> = { ...attributes };
  for (const child of children) {
    const value = child.children.length === 0 && Object.keys(child.attributes).length === 0 ? child.text.trim() : plain(child);
    out[child.name] = child.name in out ? [out[child.name], value].flat() : value;
  }
  return text.trim() === '' ? out : { ...out, text: text.trim() };
}
