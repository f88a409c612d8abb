import type * as z from 'zod';
import type { Queries } from '../db/query.ts';
import { Refusal } from '../refusal.ts';
import { platformTransaction } from '../tenancy/platform-door.ts';
import { claimKey, claimOf } from './idempotency.ts';
import type { CallOptions } from './operation.ts';
import { DAY, later, now } from '../time.ts';
import { parseInput, parseRoute, type Route } from './route.ts';

const KEYS_KEPT = 2 * DAY;

/** A signed-in person before any workspace is entered. */
export interface Person {
  userId: string;
  name: string;
  email: string;
  requestId: string;
  address?: string;
}

/** A verb of a person rather than of a workspace: create a workspace, accept an invitation. Served below /api/account. */
export interface AccountOperation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'account-operation';
  readonly name: string;
  readonly route: Route;
  readonly says: string;
  readonly input: I;
  readonly output: O;
  /** The same Idempotency-Key gives the first answer again without doing anything. */
  call(person: Person, input: z.input<I>, options?: CallOptions): Promise<z.output<O>>;
}

export function accountOperation<I extends z.ZodType, O extends z.ZodType>(definition: {
  name: string;
  route: string;
  says: string;
  input: I;
  output: O;
  run(q: Queries, request: z.output<I>, person: Person): Promise<z.output<O>>;
  /**
   * What needs the committed rows, e.g. work inside a workspace that `run` has just made. Its answer replaces the first one. It runs again
   * on a repeated key, so it must be idempotent; when it throws, it has undone `run`, and the key is free again.
   */
  afterCommit?(person: Person, answer: z.output<O>, request: z.output<I>): Promise<z.output<O>>;
}): AccountOperation<I, O> {
  const { run, afterCommit, ...rest } = definition;
  return {
    kind: 'account-operation',
    ...rest,
    route: parseRoute(definition.route),
    async call(person, input, { idempotencyKey } = {}) {
      if (!person.userId) throw new Refusal('unauthenticated', 'Please sign in first.');
      const request = parseInput(definition.input, input);
      const scope = `${person.userId}:${definition.name}`;
      const answer = await platformTransaction('workspace-life', (q) => once(q, { scope, key: idempotencyKey, request }, () => run(q, request, person)));
      return afterCommit ? afterCommit(person, answer, request).catch((error: unknown) => forget(scope, idempotencyKey, error)) : answer;
    },
  };
}

interface Asked {
  scope: string;
  key: string | undefined;
  request: unknown;
}

async function once<T>(q: Queries, { scope, key, request }: Asked, work: () => Promise<T>): Promise<T> {
  if (key === undefined) return work();
  const claim = claimOf(scope, key, request);
  const seen = await claimKey(q, 'account', claim);
  if (seen) return seen.answer as T;
  await q.sql`delete from account_keys where created_at < ${later(now(), -KEYS_KEPT)}`;
  const answer = await work();
  await q.sql`update account_keys set answer = ${JSON.stringify(answer ?? null)}::jsonb where id = ${claim.id}`;
  return answer;
}

async function forget(scope: string, key: string | undefined, error: unknown): Promise<never> {
  if (key !== undefined) await platformTransaction('workspace-life', (q) => q.sql`delete from account_keys where scope = ${`${scope}:${key}`}`);
  throw error;
}
