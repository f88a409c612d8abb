import type { PoolClient, QueryResultRow } from 'pg';
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import { SQL } from 'drizzle-orm';
import { runBatch, type Statement, type StatementResult } from './batch.ts';

/** Sends one statement wherever its owner decides (a pooled read batch, an open transaction). */
export type Runner = (statement: Statement) => Promise<StatementResult>;

/** The query surface that readers, transactions and the platform door share. */
export interface Queries {
  /** ``sql<Row>`select ... ${value}` ``: values become parameters, the text is prepared once per connection. */
  sql<Row extends object = QueryResultRow>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>;
  /** For statements put together at run time; `$1`-style parameters. */
  query<Row extends object = QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Drizzle over the same door, for typed reads and writes. */
  readonly db: PgRemoteDatabase;
}

const texts = new WeakMap<TemplateStringsArray, string>();

function textOf(parts: TemplateStringsArray): string {
  let text = texts.get(parts);
  if (text === undefined) {
    text = parts.reduce((sum, part, i) => (i === 0 ? part : `${sum}$${i}${part}`), '');
    texts.set(parts, text);
  }
  return text;
}

export class QuerySurface implements Queries {
  protected readonly run: Runner;
  private drizzled: PgRemoteDatabase | undefined;

  constructor(run: Runner) {
    this.run = run;
  }

  async sql<Row extends object = QueryResultRow>(parts: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> {
    const result = await this.run({ text: textOf(parts), values });
    return result.rows as unknown as Row[];
  }

  async query<Row extends object = QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.run({ text, values });
    return result.rows as unknown as Row[];
  }

  get db(): PgRemoteDatabase {
    this.drizzled ??= drizzle(async (text, values, method) => {
      const result = await this.run({ text, values, rowMode: method === 'execute' ? 'object' : 'array' });
      return { rows: result.rows as never[] };
    });
    return this.drizzled;
  }
}

/** Runs one statement on a client and gives its result. */
export async function runOne(client: PoolClient, prefix: Statement[], statement: Statement): Promise<StatementResult> {
  const results = await runBatch(client, [...prefix, statement]);
  return results[results.length - 1]!;
}

export type { SQL };
