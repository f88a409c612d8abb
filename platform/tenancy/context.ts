import type { PoolClient } from 'pg';
import * as z from 'zod';
import { newId } from '../ids.ts';
import { now } from '../time.ts';
import { countStatements } from '../db/count.ts';
import { pool } from '../db/pools.ts';
import { runBatch, type Statement, type StatementResult } from '../db/batch.ts';
import { QuerySurface, runOne, type Queries } from '../db/query.ts';
import type { Event } from '../events/event.ts';
import type { Actor } from './actor.ts';

/** A workspace's reading door: each query is one round trip that fixes the workspace and runs under row-level security. */
export interface Reader extends Queries {
  readonly workspaceId: string;
  readonly actor: Actor;
}

/** What one record looked like before and after; ends up in the audit entry of the operation. */
export interface Change {
  record: string;
  id: string;
  before?: unknown;
  after?: unknown;
}

/** A workspace's writing door: one database transaction with the workspace fixed. */
export interface Tx extends Reader {
  /** The instant of this transaction; use it instead of the clock so that one change has one time. */
  readonly now: Date;
  /** Tells a fact. It is stored with the change and reaches everybody after commit, or nobody. */
  tell<D>(event: Event<D>, data: D): void;
  /** Notes a record's change for the audit entry. */
  changed(change: Change): void;
}

/** One caller's stay in one workspace: who they are, what they may do, and the two doors to the data. */
export interface Context {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly address?: string;
  can(capability: string): boolean;
  read<T>(work: (r: Reader) => Promise<T>): Promise<T>;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface ContextOptions {
  workspaceId: string;
  actor: Actor;
  capabilities: Iterable<string> | 'all';
  requestId?: string;
  address?: string;
}

/** Opens a workspace for a caller. Only code that has proved who the caller is may call this. */
export function openContext(options: ContextOptions): Context {
  return new WorkspaceContext(options);
}

export interface Told {
  event: Event<unknown>;
  data: unknown;
}

/** Facts and changes a transaction has gathered, and what to add to its last round trip. */
export interface Closing {
  told: Told[];
  changes: Change[];
}

const workspaceIds = z.uuid();

function fixWorkspace(workspaceId: string): Statement {
  return { text: `select set_config('app.workspace_id', $1, true)`, values: [workspaceId] };
}

class WorkspaceContext implements Context {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly address?: string;
  private readonly capabilities: Set<string> | 'all';
  private reader: Reader | undefined;

  constructor(options: ContextOptions) {
    this.workspaceId = workspaceIds.parse(options.workspaceId);
    this.actor = options.actor;
    this.requestId = options.requestId ?? newId();
    if (options.address) this.address = options.address;
    this.capabilities = options.capabilities === 'all' ? 'all' : new Set(options.capabilities);
  }

  can(capability: string): boolean {
    return this.capabilities === 'all' || this.capabilities.has(capability);
  }

  read<T>(work: (r: Reader) => Promise<T>): Promise<T> {
    this.reader ??= new WorkspaceReader(this.workspaceId, this.actor);
    return work(this.reader);
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return runTransaction(this, work);
  }
}

class WorkspaceReader extends QuerySurface implements Reader {
  readonly workspaceId: string;
  readonly actor: Actor;

  constructor(workspaceId: string, actor: Actor) {
    super((statement) => readOnce(workspaceId, statement));
    this.workspaceId = workspaceId;
    this.actor = actor;
  }
}

async function readOnce(workspaceId: string, statement: Statement): Promise<StatementResult> {
  const client = await pool('app').connect();
  try {
    countStatements(1);
    return await runOne(client, [fixWorkspace(workspaceId)], statement);
  } finally {
    client.release();
  }
}

class WorkspaceTx extends QuerySurface implements Tx {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly now = now();
  readonly closing: Closing = { told: [], changes: [] };

  /** `begin` and the workspace, until a statement has taken them along. */
  readonly takeOpening: () => Statement[];

  constructor(context: Context, client: PoolClient, opening: Statement[]) {
    const takeOpening = () => opening.splice(0);
    super((statement) => {
      const first = takeOpening();
      countStatements(1 + first.length);
      return runOne(client, first, statement);
    });
    this.takeOpening = takeOpening;
    this.workspaceId = context.workspaceId;
    this.actor = context.actor;
  }

  tell<D>(event: Event<D>, data: D): void {
    this.closing.told.push({ event: event as Event<unknown>, data });
  }

  changed(change: Change): void {
    this.closing.changes.push(change);
  }
}

export interface TransactionHooks {
  /** Statements of the last round trip, just before COMMIT: outbox, audit, idempotency. */
  closing?(closing: Closing, result: unknown): Statement[];
  /** Runs after a successful commit. */
  committed?(closing: Closing): void;
}

let standardHooks: (ctx: Context) => TransactionHooks = () => ({});

/** The operations room sets how told facts reach the outbox; done once at load. */
export function setTransactionHooks(hooks: (ctx: Context) => TransactionHooks): void {
  standardHooks = hooks;
}

/** Opens a transaction, runs the work, and sends what it told together with COMMIT. Any throw rolls everything back. */
export async function runTransaction<T>(context: Context, work: (tx: Tx) => Promise<T>, hooks = standardHooks(context)): Promise<T> {
  const client = await pool('app').connect();
  let broken: Error | undefined;
  try {
    const tx = new WorkspaceTx(context, client, [{ text: 'begin' }, fixWorkspace(context.workspaceId)]);
    const result = await work(tx);
    // A unit of work that asked nothing still has its audit entry and facts to store, in its workspace.
    const last = [...tx.takeOpening(), ...(hooks.closing?.(tx.closing, result) ?? [])];
    countStatements(last.length + 1);
    await runBatch(client, [...last, { text: 'commit' }]);
    hooks.committed?.(tx.closing);
    return result;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
