import { createRequire } from 'node:module';
import pg from 'pg';
import type { PoolClient, QueryResultRow } from 'pg';

/**
 * Several statements, one round trip: Parse/Bind/Execute for each, then a single Sync. Outside an explicit
 * transaction PostgreSQL treats the whole batch as one, so `set_config(..., true)` and a query share it.
 * Uses pg's Submittable contract and the wire methods of its connection: pg is pinned and `batch.test.ts` guards it.
 */
export interface Statement {
  text: string;
  values?: unknown[];
  rowMode?: 'array' | 'object';
}

export interface StatementResult {
  rows: QueryResultRow[] | unknown[][];
  rowCount: number;
}

interface Wire {
  stream: { write(bytes: Buffer): boolean };
  parsedStatements: Record<string, string | undefined>;
}

/** The messages of the extended protocol as bytes, by pg's own serializer. */
interface Messages {
  parse(query: { name: string; text: string }): Buffer;
  bind(config: { statement: string; values: unknown[]; valueMapper: (value: unknown) => unknown }): Buffer;
  describe(message: { type: 'P'; name: string }): Buffer;
  execute(config: { portal: string }): Buffer;
  sync(): Buffer;
}

interface Field {
  name: string;
  dataTypeID: number;
}

interface RowShape {
  names: string[];
  /** A row with every name in place: copies of it share one hidden class. */
  empty: Record<string, unknown>;
  parsers: ((text: string) => unknown)[];
}

const require = createRequire(import.meta.url);
const { prepareValue } = require('pg/lib/utils') as { prepareValue: (value: unknown) => unknown };
const { serialize } = createRequire(require.resolve('pg'))('pg-protocol') as { serialize: Messages };

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;

/** int8 as a number (money and counts fit 2^53), dates and zoneless timestamps as text, everything else as pg reads it. */
function parserOf(oid: number): (text: string) => unknown {
  if (oid === INT8) return Number;
  if (oid === DATE || oid === TIMESTAMP) return String;
  return pg.types.getTypeParser(oid, 'text') as (text: string) => unknown;
}

/** Runs the statements on one connection in one round trip. The first error rejects; later statements are skipped. */
export function runBatch(client: PoolClient, statements: Statement[]): Promise<StatementResult[]> {
  return new Promise((resolve, reject) => {
    client.query(new Batch(statements, resolve, reject) as never);
  });
}

class Batch {
  private readonly statements: Statement[];
  private readonly resolve: (results: StatementResult[]) => void;
  private readonly reject: (error: Error) => void;
  private readonly results: StatementResult[] = [];
  private shapes: Map<string, RowShape> = new Map();
  private index = 0;
  private shape: RowShape | undefined;
  private rows: unknown[] = [];

  constructor(statements: Statement[], resolve: (results: StatementResult[]) => void, reject: (error: Error) => void) {
    this.statements = statements;
    this.resolve = resolve;
    this.reject = reject;
  }

  // pg notes a prepared statement as known under these two when ParseComplete arrives; they follow the current statement.
  get name(): string {
    const current = this.statements[this.index];
    return current ? statementName(current.text) : '';
  }

  get text(): string {
    return this.statements[this.index]?.text ?? '';
  }

  submit(connection: Wire): null {
    this.shapes = shapesOf(connection);
    const sentNow = new Set<string>();
    const messages = this.statements.flatMap((statement) => this.messagesOf(connection, statement, sentNow));
    // One write for the whole batch: a socket write costs more than all the copying before it.
    connection.stream.write(Buffer.concat([...messages, serialize.sync()]));
    return null;
  }

  private messagesOf(connection: Wire, { text, values = [] }: Statement, sentNow: Set<string>): Buffer[] {
    const name = statementName(text);
    const known = name !== '' && (connection.parsedStatements[name] !== undefined || sentNow.has(name));
    sentNow.add(name);
    return [
      ...(known ? [] : [serialize.parse({ name, text })]),
      serialize.bind({ statement: name, values, valueMapper: prepareValue }),
      ...(this.shapes.has(name) && name !== '' ? [] : [serialize.describe({ type: 'P', name: '' })]),
      serialize.execute({ portal: '' }),
    ];
  }

  handleRowDescription(message: { fields: Field[] }): void {
    const names = message.fields.map((f) => f.name);
    const empty = Object.fromEntries(names.map((name) => [name, null]));
    const shape = { names, empty, parsers: message.fields.map((f) => parserOf(f.dataTypeID)) };
    this.shape = shape;
    if (this.name) this.shapes.set(this.name, shape);
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    const shape = (this.shape ??= this.shapes.get(this.name)!);
    const asArray = this.statements[this.index]!.rowMode === 'array';
    this.rows.push(asArray ? arrayRow(shape, message.fields) : objectRow(shape, message.fields));
  }

  handleCommandComplete(message: { text: string }): void {
    const count = Number(/(\d+)$/.exec(message.text)?.[1] ?? 0);
    this.results.push({ rows: this.rows as QueryResultRow[], rowCount: count });
    this.rows = [];
    this.shape = undefined;
    this.index += 1;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleReadyForQuery(): void {
    this.resolve(this.results);
  }

  handleError(error: Error): void {
    this.reject(error);
  }
}

function objectRow(shape: RowShape, fields: (string | null)[]): Record<string, unknown> {
  const row = { ...shape.empty };
  for (let i = 0; i < fields.length; i++) {
    const value = fields[i];
    if (value !== null) row[shape.names[i]!] = shape.parsers[i]!(value!);
  }
  return row;
}

function arrayRow(shape: RowShape, fields: (string | null)[]): unknown[] {
  return fields.map((value, i) => (value === null ? null : shape.parsers[i]!(value)));
}

const shapesByConnection = new WeakMap<object, Map<string, RowShape>>();

function shapesOf(connection: object): Map<string, RowShape> {
  let shapes = shapesByConnection.get(connection);
  if (!shapes) shapesByConnection.set(connection, (shapes = new Map()));
  return shapes;
}

// Every text is prepared once per connection under a name of its own. Past the cap new texts run unnamed, so that a stream of
// one-off filter combinations cannot fill the server's memory with plans.
const MOST_NAMES = 1_500;
const names = new Map<string, string>();

function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return '';
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
