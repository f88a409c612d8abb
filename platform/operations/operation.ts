import * as z from 'zod';
import { config } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { span } from '../trace.ts';
import type { Statement } from '../db/batch.ts';
import { actorId, actorName } from '../tenancy/actor.ts';
import { limitsOf, runTransaction, type Closing, type Context, type Tx } from '../tenancy/context.ts';
import { committed, outboxStatement, type ClosingRecord } from './closing.ts';
import { claimKey, claimOf, isClaimed, type Claim } from './idempotency.ts';
import { parseInput, parseRoute, requireCapability, type Route, type Surface } from './route.ts';

/** A verb that changes something. Declared once; API, form action, automation node, AI tool and audit come from it. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'operation';
  readonly name: string;
  readonly on: Surface;
  readonly route: Route;
  readonly says: string;
  readonly needs: string;
  readonly input: I;
  readonly output: O;
  /** Runs the whole ceremony. The same Idempotency-Key gives the first answer again without doing anything. */
  call(ctx: Context, input: z.input<I>, options?: CallOptions): Promise<z.output<O>>;
}

export interface CallOptions {
  idempotencyKey?: string | undefined;
}

interface Definition<I extends z.ZodType, O extends z.ZodType, F = undefined> {
  name: string;
  /** 'admin' (default) or 'storefront': which public API carries it. */
  on?: Surface;
  route: string;
  says: string;
  /** The capability a caller needs, e.g. `orders:write`. */
  needs: string;
  input: I;
  output: O;
  /** 'none' for what a person arranges for themselves alone (reading marks): it leaves no entry in the audit list. */
  audit?: 'none';
  /**
   * What has to be found out outside our walls before anything may be written (does the vendor accept this key?). Runs after the
   * permission was checked and before the transaction, so that none waits for a stranger; not for a key that was answered before.
   */
  before?(ctx: Context, request: z.output<I>): Promise<F>;
  run(tx: Tx, request: z.output<I>, found: F): Promise<z.input<O>>;
  /**
   * A step outside our walls (a charge, a label) that the caller waits for. Runs after commit, again on a repeated key, so it
   * must be idempotent, and a reaction must be able to do it when the process dies here. Its answer replaces the first one.
   */
  afterCommit?(ctx: Context, answer: z.input<O>, request: z.output<I>): Promise<z.input<O>>;
}

/** May they -> parse -> same key seen? -> transaction -> run -> audit + outbox -> commit. What a change does outside, it does after commit. */
export function operation<I extends z.ZodType, O extends z.ZodType, F = undefined>(definition: Definition<I, O, F>): Operation<I, O> {
  const { before, run, afterCommit, audit, ...rest } = definition;
  const made: Operation<I, O> = {
    kind: 'operation',
    ...rest,
    on: definition.on ?? 'admin',
    route: parseRoute(definition.route),
    call: (ctx, input, options = {}) =>
      span(`operation ${definition.name}`, async () => {
        requireCapability(ctx, definition.needs, definition.says);
        const request = parseInput(definition.input, input);
        const claim = options.idempotencyKey === undefined ? undefined : claimOf(`${ctx.actor.kind}:${actorId(ctx.actor)}:${definition.name}`, options.idempotencyKey, request);
        const found = before && !(claim && (await ctx.read((r) => isClaimed(r, claim)))) ? await before(ctx, request) : undefined;
        const running = (tx: Tx) => run(tx, request, found as F);
        const answer = await withRetry(() => perform(made, { run: running, audit }, ctx, request, claim)).catch((error: unknown) => refuseBeyondScope(ctx, error));
        const final = afterCommit ? await afterCommit(ctx, answer as z.input<O>, request) : answer;
        return checkAnswer(made, final) as z.output<O>;
      }),
  };
  return made;
}

async function perform<I extends z.ZodType, O extends z.ZodType>(
  op: Operation<I, O>,
  { run, audit }: { run(tx: Tx): Promise<unknown>; audit: 'none' | undefined },
  ctx: Context,
  request: z.output<I>,
  claim: Claim | undefined,
): Promise<unknown> {
  let replayed = false;
  return runTransaction(
    ctx,
    async (tx) => {
      const seen = claim && (await claimKey(tx, 'workspace', claim));
      replayed = seen !== undefined;
      return seen ? seen.answer : run(tx);
    },
    {
      closing: (closing, answer) => (replayed ? [] : closingStatements(audit === 'none' ? null : op.name, ctx, request, closing, answer, claim)),
      committed: (closing) => committed(ctx, closing),
    },
  );
}

function closingStatements(
  operation: string | null,
  ctx: Context,
  request: unknown,
  closing: Closing,
  answer: unknown,
  claim: Claim | undefined,
): Statement[] {
  const record: ClosingRecord = {
    operation,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    actorName: actorName(ctx.actor),
    input: request,
    answer,
    claimId: claim?.id ?? null,
  };
  return [outboxStatement(ctx, closing, record)];
}

const NOT_ALLOWED = '42501';

// A limited caller wrote a row that lies outside of what they are limited to, and the database said no.
function refuseBeyondScope(ctx: Context, error: unknown): never {
  if (!ctx.scope || (error as { code?: string }).code !== NOT_ALLOWED) throw error;
  throw new Refusal('forbidden', `This lies outside of the ${limitsOf(ctx.scope).map(([kind]) => kind).join(' and ')} you work with.`, { scope: ctx.scope });
}

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';

// The database picks a victim when two transactions meet head on; the whole unit of work is safe to run again.
async function withRetry<T>(work: () => Promise<T>, attempts = 3): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (attempts <= 1 || (code !== DEADLOCK && code !== SERIALIZATION)) throw error;
    return withRetry(work, attempts - 1);
  }
}

// In tests the answer must fit its published schema, so that the API description cannot lie.
function checkAnswer(op: Operation, answer: unknown): unknown {
  if (config().NODE_ENV !== 'test') return answer;
  const fits = op.output.safeParse(JSON.parse(JSON.stringify(answer ?? null)));
  if (!fits.success) throw new Error(`${op.name} answered outside its output schema: ${z.prettifyError(fits.error)}`);
  return answer;
}
