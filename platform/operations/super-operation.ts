import type * as z from 'zod';
import type { Queries } from '../db/query.ts';
import { platformRead, platformTransaction } from '../tenancy/platform-door.ts';
import type { Person } from './account-operation.ts';
import { parseInput } from './route.ts';

declare const proved: unique symbol;

/** A person who looks after the whole installation. Only the module superadmin, which proves it, makes one. */
export type Superadmin = Person & { readonly [proved]: true };

/** What a superadmin's act touched, for the log of the installation. */
export interface SuperNote {
  workspaceId?: string | undefined;
  userId?: string | undefined;
  /** The name of what was touched, as it was then. */
  about: string;
  before?: unknown;
  after?: unknown;
}

/** A verb over the whole installation. It has no address in any API: only the superadmin area of the dashboard leads to it. */
export interface SuperOperation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'super-operation';
  readonly name: string;
  readonly says: string;
  readonly input: I;
  readonly output: O;
  /** Runs at the platform door with the reason `superadmin`; what it did and its entry in the log are one transaction. */
  call(who: Superadmin, input: z.input<I>): Promise<z.output<O>>;
}

export function superOperation<I extends z.ZodType, O extends z.ZodType, F = undefined>(definition: {
  name: string;
  says: string;
  input: I;
  output: O;
  /** What has to be found out outside our walls before anything may be written. No transaction is open. */
  before?(request: z.output<I>): Promise<F>;
  run(q: Queries, request: z.output<I>, who: Superadmin, found: F): Promise<{ answer: z.output<O>; note: SuperNote }>;
  /** What other processes have to hear, and what happens inside workspaces. */
  afterCommit?(who: Superadmin, answer: z.output<O>, request: z.output<I>): Promise<void>;
}): SuperOperation<I, O> {
  const { before, run, afterCommit, ...rest } = definition;
  return {
    kind: 'super-operation',
    ...rest,
    async call(who, input) {
      const request = parseInput(definition.input, input);
      const found = (await before?.(request)) as F;
      const answer = await platformTransaction('superadmin', async (q) => {
        const done = await run(q, request, who, found);
        await record(q, definition.name, request, who, done.note);
        return done.answer;
      });
      await afterCommit?.(who, answer, request);
      return answer;
    },
  };
}

async function record(q: Queries, name: string, request: unknown, who: Superadmin, note: SuperNote): Promise<void> {
  const reason = (request as { reason?: unknown }).reason;
  await q.sql`
    insert into superadmin_entries (operation, by_id, by_name, about, workspace_id, user_id, reason, before, after, request_id, address)
    values (${name}, ${who.userId}, ${who.name}, ${note.about}, ${note.workspaceId ?? null}, ${note.userId ?? null}, ${typeof reason === 'string' ? reason : null},
      ${JSON.stringify(note.before ?? null)}::jsonb, ${JSON.stringify(note.after ?? null)}::jsonb, ${who.requestId}, ${who.address ?? null})`;
}

/** A question over the whole installation, for superadmins only. Asked, it leaves no entry. */
export interface SuperView<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'super-view';
  readonly name: string;
  readonly says: string;
  readonly input: I;
  call(who: Superadmin, input: z.input<I>): Promise<O>;
}

export function superView<I extends z.ZodType, O>(definition: { name: string; says: string; input: I; read(q: Queries, input: z.output<I>): Promise<O> }): SuperView<I, O> {
  const { read, ...rest } = definition;
  return { kind: 'super-view', ...rest, call: (_who, input) => platformRead('superadmin', (q) => read(q, parseInput(definition.input, input))) };
}
