import type { PoolClient } from 'pg';
import * as z from 'zod';
import { newId } from '../ids.ts';
import { now } from '../time.ts';
import { countStatements } from '../db/count.ts';
import { pool } from '../db/pools.ts';
import { runBatch, type Statement, type StatementResult } from '../db/batch.ts';
import { gather } from '../db/gather.ts';
import { QuerySurface, runOne, type Queries } from '../db/query.ts';
import type { Event } from '../events/event.ts';
import type { Actor } from './actor.ts';

/**
 * What a caller is limited to inside the workspace: ids, by kind. A kind left out = everything; an empty list = nothing of that kind.
 * The business says which kinds there are: it adds them to this interface, and names them where its tables are `scopedBy` them.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Scope {}

/** A workspace's reading door: each query is one round trip that fixes the workspace and runs under row-level security. */
export interface Reader extends Queries {
  readonly workspaceId: string;
  /** The same door for questions put together from what a person filters by: PostgreSQL plans each for its own values. */
  readonly planned: Queries;
  readonly actor: Actor;
  /** Set when the caller is limited; the database hides the rest. */
  readonly scope?: Scope | undefined;
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
  /** Network address of the caller, where one is known; for limits on what nobody has signed in for. */
  readonly address?: string | undefined;
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
  readonly scope?: Scope | undefined;
  can(capability: string): boolean;
  read<T>(work: (r: Reader) => Promise<T>): Promise<T>;
  /** One transaction. `flush: false` only for work that is done again after a power failure; see `TransactionOptions`. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** One statement that changes something and tells nobody, as a transaction of its own in one round trip. */
  write<Row extends object>(text: string, values: unknown[]): Promise<Row[]>;
}

export interface TransactionOptions {
  /**
   * false: the commit does not wait for the disk. Whatever commits after it and does wait takes it to the disk too, so it can be lost
   * only together with everything later. For work whose being done is itself recorded later, as a job's is. Default true.
   */
  flush?: boolean;
}

export interface ContextOptions {
  workspaceId: string;
  actor: Actor;
  capabilities: Iterable<string> | 'all';
  requestId?: string;
  address?: string;
  /** Limits the caller; the row-level security of scoped tables reads it. */
  scope?: Scope | undefined;
  /** Reads asked in the same moment travel in one round trip: for callers with many small questions, since a slow one holds up the others. */
  gathers?: boolean;
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

const FIX = `select set_config('app.workspace_id', $1, true)`;

function fixWorkspace(workspaceId: string, scope: Scope | undefined): Statement {
  if (!scope) return { text: FIX, values: [workspaceId] };
  const limits = limitsOf(scope);
  return { text: [FIX, ...limits.map(([kind], i) => limiting(kind, i + 2))].join(', '), values: [workspaceId, ...limits.map(([, ids]) => ids)] };
}

function limiting(kind: string, place: number): string {
  return `set_config('app.${kind}', $${place}, true)`;
}

const KIND = /^[a-z_]+$/;

/** Each kind of limit that is set, with its ids as the policies read them. */
export function limitsOf(scope: Scope): [kind: string, ids: string][] {
  const given = Object.entries(scope as Record<string, readonly string[] | undefined>).filter(([, ids]) => ids !== undefined);
  const odd = given.find(([kind]) => !KIND.test(kind));
  if (odd) throw new Error(`"${odd[0]}" is no kind of limit`);
  return given.map(([kind, ids]) => [kind, `{${ids!.map((id) => workspaceIds.parse(id)).join(',')}}`]);
}

/** Runs a look at all of the workspace inside a limited caller's transaction, e.g. to find out that something lies beyond the limits. */
export async function beyondScope<T>(tx: Tx, look: () => Promise<T>): Promise<T> {
  if (!tx.scope) return look();
  const limits = limitsOf(tx.scope);
  const set = (ids: string[]) => tx.query(`select ${limits.map(([kind], i) => limiting(kind, i + 1)).join(', ')}`, ids);
  await set(limits.map(() => ''));
  try {
    return await look();
  } finally {
    await set(limits.map(([, ids]) => ids));
  }
}

class WorkspaceContext implements Context {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly address?: string;
  readonly scope: Scope | undefined;
  private readonly capabilities: Set<string> | 'all';
  private readonly gathers: boolean;
  private reader: Reader | undefined;

  constructor(options: ContextOptions) {
    this.workspaceId = workspaceIds.parse(options.workspaceId);
    this.actor = options.actor;
    this.requestId = options.requestId ?? newId();
    if (options.address) this.address = options.address;
    this.scope = options.scope && limitsOf(options.scope).length > 0 ? options.scope : undefined;
    this.gathers = options.gathers === true;
    this.capabilities = options.capabilities === 'all' ? 'all' : new Set(options.capabilities);
  }

  can(capability: string): boolean {
    return this.capabilities === 'all' || this.capabilities.has(capability);
  }

  read<T>(work: (r: Reader) => Promise<T>): Promise<T> {
    this.reader ??= new WorkspaceReader(this, this.gathers);
    return work(this.reader);
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return runTransaction(this, work, standardHooks(this), options);
  }

  async write<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    return (await onceIn([fixWorkspace(this.workspaceId, this.scope)], { text, values })).rows as unknown as Row[];
  }
}

// One plan for all values suits prepared questions. A list's filter finds ten rows or all of them, and wants a plan for each.
const PLAN_FOR_VALUES: Statement = { text: `select set_config('plan_cache_mode', 'force_custom_plan', true)` };

class WorkspaceReader extends QuerySurface implements Reader {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly scope: Scope | undefined;

  constructor({ workspaceId, actor, scope }: Context, gathers: boolean) {
    const fix = fixWorkspace(workspaceId, scope);
    super(gathers ? gather((statements) => allIn(fix, statements)) : (statement) => onceIn([fix], statement));
    this.workspaceId = workspaceId;
    this.actor = actor;
    this.scope = scope;
  }

  get planned(): Queries {
    return new QuerySurface((statement) => onceIn([fixWorkspace(this.workspaceId, this.scope), PLAN_FOR_VALUES], statement));
  }
}

// PostgreSQL takes what stands before one Sync as one transaction, so workspace and limits hold for the statement and no longer.
async function onceIn(first: Statement[], statement: Statement): Promise<StatementResult> {
  const client = await pool('app').connect();
  try {
    countStatements(1);
    return await runOne(client, first, statement);
  } finally {
    client.release();
  }
}

async function allIn(fix: Statement, statements: Statement[]): Promise<StatementResult[]> {
  const client = await pool('app').connect();
  try {
    countStatements(statements.length);
    return (await runBatch(client, [fix, ...statements])).slice(1);
  } finally {
    client.release();
  }
}

class WorkspaceTx extends QuerySurface implements Tx {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly scope: Scope | undefined;
  readonly now = now();
  readonly address: string | undefined;
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
    this.address = context.address;
    this.scope = context.scope;
  }

  get planned(): Queries {
    return this;
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

const UNFLUSHED: Statement = { text: `set local synchronous_commit = off` };

/** Opens a transaction, runs the work, and sends what it told together with COMMIT. Any throw rolls everything back. */
export async function runTransaction<T>(context: Context, work: (tx: Tx) => Promise<T>, hooks = standardHooks(context), { flush = true }: TransactionOptions = {}): Promise<T> {
  const client = await pool('app').connect();
  let broken: Error | undefined;
  try {
    const tx = new WorkspaceTx(context, client, [{ text: 'begin' }, ...(flush ? [] : [UNFLUSHED]), fixWorkspace(context.workspaceId, context.scope)]);
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
