import { Refusal } from '#platform/refusal.ts';
import { numbered, type BankFile, type Problem } from './bank-line.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { decodedText } from './read-xml.ts';

/** An aggregate: elements with a value, and aggregates inside, in order. */
interface Group {
  name: string;
  line: number;
  values: Record<string, string>;
  groups: Group[];
}

const DEEPEST = 40;

export function looksLikeOfx(text: string): boolean {
  return /^\s*(OFXHEADER:|<\?OFX\b|<OFX>)/i.test(text) || (/^\s*<\?xml/i.test(text) && /<OFX>/i.test(text.slice(0, 2_000)));
}

/** Reads OFX, the older one of tags that are never closed and the newer one that is XML: an element with a value is one line in both. */
export function readOfx(text: string): BankFile[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('unreadable_file', 'This file brings definitions of its own (a DOCTYPE), which no bank statement needs. It was not read.');
  const statements = found(treeOf(text), /^(CC)?STMTRS$/);
  if (statements.length === 0) throw new Refusal('unreadable_file', 'This OFX file holds no account statement.');
  return statements.map(statementOf);
}

function treeOf(text: string): Group {
  const top: Group = { name: '', line: 1, values: {}, groups: [] };
  const open = [top];
  let line = 1;
  let at = 0;
  // A value runs to the next tag; a closing tag of a value closes nothing.
  for (const match of text.matchAll(/<(\/?)([A-Z0-9._]{1,40})>([^<]*)/gi)) {
    line += text.slice(at, match.index).split('\n').length - 1;
    at = match.index;
    const [, slash, tag, rest] = match as unknown as [string, string, string, string];
    const name = tag.toUpperCase();
    const value = decodedLoosely(rest.trim());
    if (slash) closeUpTo(open, name);
    else if (value !== '') open.at(-1)!.values[name] ??= value;
    else {
      const group: Group = { name, line, values: {}, groups: [] };
      open.at(-1)!.groups.push(group);
      open.push(group);
      if (open.length > DEEPEST) throw tooDeep(group);
    }
  }
  return top;
}

// An element without a value looks like the beginning of an aggregate; what was opened inside of one that closes was none.
function closeUpTo(open: Group[], name: string): void {
  const found = open.findLastIndex((group) => group.name === name);
  if (found <= 0) return;
  for (const empty of open.splice(found + 1)) hoist(open[found]!, empty);
  open.length = found;
}

// What came after an empty element belongs beside it, not into it.
function hoist(into: Group, empty: Group): void {
  for (const [name, value] of Object.entries(empty.values)) into.values[name] ??= value;
  into.groups.push(...empty.groups);
  empty.groups = [];
}

function tooDeep({ name, line }: Group): Refusal {
  return new Refusal('unreadable_file', `This OFX file cannot be read: <${name}> in line ${line} lies too deep.`);
}

// Old files write "&" as it is.
function decodedLoosely(text: string): string {
  try {
    return decodedText(text);
  } catch {
    return text;
  }
}

function found(group: Group, name: RegExp): Group[] {
  return [...(name.test(group.name) ? [group] : []), ...group.groups.flatMap((inner) => found(inner, name))];
}

function statementOf(statement: Group): BankFile {
  const currency = /^[A-Z]{3}$/.test(statement.values['CURDEF'] ?? '') ? statement.values['CURDEF']! : null;
  const [from] = found(statement, /^(BANK|CC)ACCTFROM$/);
  const problems: Problem[] = [];
  const lines = found(statement, /^STMTTRN$/).flatMap((entry) => {
    const read = lineOf(entry, currency);
    if (typeof read !== 'string') return [read];
    problems.push({ line: entry.line, says: read });
    return [];
  });
  const account = [from?.values['BANKID'], from?.values['ACCTID']].filter(Boolean).join(' ');
  return { format: 'ofx', account, currency, lines: numbered(lines), problems };
}

function lineOf(entry: Group, statementCurrency: string | null) {
  const { values } = entry;
  const currency = found(entry, /^CURRENCY$/)[0]?.values['CURSYM'] ?? statementCurrency;
  if (!currency) return 'has no currency';
  const amountText = values['TRNAMT'] ?? '';
  const mark = /,\d{1,2}$/.test(amountText) && !amountText.includes('.') ? ',' : '.';
  const amount = readNumber(amountText, { mark, currency });
  if (amount === undefined) return `"${amountText}" is not an amount in ${currency}`;
  const bookedOn = readDay((values['DTPOSTED'] ?? '').slice(0, 8), 'ymd');
  if (!bookedOn) return `"${values['DTPOSTED'] ?? ''}" is not a day`;
  const fit = values['FITID'];
  return {
    line: entry.line, bookedOn, valueOn: readDay((values['DTAVAIL'] ?? '').slice(0, 8), 'ymd') ?? null, amount, fee: 0, currency,
    counterpart: values['NAME'] ?? found(entry, /^PAYEE$/)[0]?.values['NAME'] ?? '', reference: values['CHECKNUM'] ?? values['REFNUM'] ?? '', description: values['MEMO'] ?? values['TRNTYPE'] ?? '',
    // Some banks begin to count their ids anew; together with day and amount they are an id again.
    ...(fit && { ownId: `${fit} ${bookedOn} ${amount}` }), raw: values,
  };
}
