import { parse } from 'csv-parse/sync';
import { StartError } from '#platform/start-error.ts';
import type { Grades } from './metrics.ts';

/** A product as a file tells of it. Columns of no known name become fields of their own. */
export interface FileProduct {
  id: string;
  title: string;
  description: string;
  brand: string;
  kind: string;
  tags: string[];
  price: number | null;
  fields: Record<string, string>;
}

/** Names that files give to the same thing; the first of each is the one of the documents. */
const NAMES = {
  id: ['id', 'product_id', 'productid', 'asin', 'docid', 'sku'],
  title: ['title', 'product_title', 'product_name', 'name'],
  description: ['description', 'product_description', 'text', 'body'],
  brand: ['brand', 'product_brand', 'vendor', 'manufacturer'],
  kind: ['category', 'product_class', 'product_type', 'type', 'categories', 'category hierarchy'],
  tags: ['tags'],
  price: ['price'],
  query: ['query', 'query_id', 'qid', 'query-id'],
  queryId: ['id', 'query_id', 'qid'],
  queryText: ['text', 'query', 'query_text', 'q'],
  product: ['product', 'product_id', 'docid', 'asin', 'corpus-id', 'product-id'],
  grade: ['grade', 'label', 'relevance', 'esci_label', 'score', 'rel'],
} as const;

type Row = Record<string, string>;

export interface Sheet {
  rows: Row[];
  /** The line of the file the first row stands in. */
  first: number;
}

/** JSON lines, or a table with tabs or commas; a first line without any known name is a row already. */
export function sheetOf(text: string, columns: readonly (readonly string[])[]): Sheet {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trimStart().startsWith('{')) return { rows: content.split('\n').filter((line) => line.trim()).map(rowOfJson), first: 1 };
  const lines = tableLines(content);
  const head = (lines[0] ?? []).map((name) => name.trim().toLowerCase());
  const named = columns.slice(0, 2).every((names) => names.some((name) => head.includes(name)));
  const names = named ? head : columns.map((each) => each[0]!);
  const rows = (named ? lines.slice(1) : lines).map((cells) => Object.fromEntries(cells.map((cell, i) => [names[i] ?? `column ${i + 1}`, cell])));
  return { rows, first: named ? 2 : 1 };
}

function tableLines(content: string): string[][] {
  const first = content.slice(0, content.indexOf('\n') + 1 || undefined);
  // Tables with tabs are written without quoting: a quote in a title is a quote.
  if (first.includes('\t')) return content.split(/\r?\n/).filter((line) => line !== '').map((line) => line.split('\t'));
  if (first.includes(',')) return parse(content, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as string[][];
  return content.split(/\r?\n/).filter((line) => line.trim()).map((line) => line.trim().split(/\s+/));
}

function rowOfJson(line: string, i: number): Row {
  try {
    return Object.fromEntries(flat(JSON.parse(line) as object));
  } catch {
    throw new StartError(`Line ${i + 1} is not JSON.`);
  }
}

function flat(value: object): [string, string][] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]): [string, string][] => {
    if (each === null || each === undefined) return [];
    if (Array.isArray(each)) return [[key.toLowerCase(), each.join(', ')]];
    return typeof each === 'object' ? flat(each) : [[key.toLowerCase(), String(each)]];
  });
}

/** What the row holds under the first of the names it has. */
export function taken(row: Row, names: readonly string[]): string {
  const name = names.find((each) => row[each] !== undefined);
  return name === undefined ? '' : row[name]!.trim();
}

const PRODUCT = ['id', 'title', 'description', 'brand', 'kind', 'tags', 'price'] as const;
const KNOWN = new Set<string>(PRODUCT.flatMap((part) => NAMES[part]));

export function productsIn(text: string): FileProduct[] {
  const { rows, first } = sheetOf(text, PRODUCT.map((part) => NAMES[part]));
  return rows.map((row, i) => {
    const part = (name: (typeof PRODUCT)[number]) => taken(row, NAMES[name]);
    if (!part('id') || !part('title')) throw new StartError(`The product in line ${i + first} has no id or no title.`);
    const price = Number(part('price').replaceAll(/[^\d.]/g, ''));
    return {
      id: part('id'), title: part('title'), description: part('description'), brand: part('brand'),
      kind: part('kind').replaceAll(/\s*[>|/]\s*/g, ' '),
      tags: part('tags').split(/[,|]/).map((tag) => tag.trim()).filter(Boolean),
      price: part('price') && Number.isFinite(price) ? price : null,
      fields: Object.fromEntries(Object.entries(row).filter(([name, value]) => !KNOWN.has(name) && value.trim()).map(([name, value]) => [name, value.trim()])),
    };
  });
}

export interface FileQuery {
  id: string;
  text: string;
}

export function queriesIn(text: string): FileQuery[] {
  return sheetOf(text, [NAMES.queryId, NAMES.queryText]).rows.map((row) => ({ id: taken(row, NAMES.queryId), text: taken(row, NAMES.queryText) }));
}

/** Words some sets use instead of numbers. */
const WORDS: Record<string, number> = { exact: 3, e: 3, substitute: 2, s: 2, partial: 1, complement: 1, c: 1, irrelevant: 0, i: 0 };

export function judgementsIn(text: string): Map<string, Grades> {
  const trec = /^\S+\s+(?:Q)?0\s+\S+\s+-?\d+\s*$/m.test(text.slice(0, text.indexOf('\n') + 1 || undefined));
  const { rows, first } = trec ? trecRows(text) : sheetOf(text, [NAMES.query, NAMES.product, NAMES.grade]);
  const judged = new Map<string, Map<string, number>>();
  for (const [i, row] of rows.entries()) {
    const [query, product, said] = [taken(row, NAMES.query), taken(row, NAMES.product), taken(row, NAMES.grade)];
    const grade = WORDS[said.toLowerCase()] ?? (said === '' ? NaN : Number(said));
    if (!Number.isFinite(grade)) throw new StartError(`The judgement in line ${i + first} has the grade "${said}", which is no number.`);
    judged.set(query, (judged.get(query) ?? new Map()).set(product, Math.max(0, grade)));
  }
  return judged;
}

function trecRows(text: string): Sheet {
  const rows = text.split(/\r?\n/).filter((line) => line.trim()).map((line) => line.trim().split(/\s+/));
  return { rows: rows.map(([query = '', , product = '', grade = '']) => ({ query, product, grade })), first: 1 };
}
