import type * as z from 'zod';
import type { Queries } from '../db/query.ts';
import { Refusal } from '../refusal.ts';
import { platformTransaction } from '../tenancy/platform-door.ts';
import { parseInput, parseRoute, type Route } from './route.ts';

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
  call(person: Person, input: z.input<I>): Promise<z.output<O>>;
}

export function accountOperation<I extends z.ZodType, O extends z.ZodType>(definition: {
  name: string;
  route: string;
  says: string;
  input: I;
  output: O;
  run(q: Queries, request: z.output<I>, person: Person): Promise<z.output<O>>;
  /** What needs the committed rows, e.g. work inside a workspace that `run` has just made. Its answer replaces the first one. */
  afterCommit?(person: Person, answer: z.output<O>, request: z.output<I>): Promise<z.output<O>>;
}): AccountOperation<I, O> {
  const { run, afterCommit, ...rest } = definition;
  return {
    kind: 'account-operation',
    ...rest,
    route: parseRoute(definition.route),
    async call(person, input) {
      if (!person.userId) throw new Refusal('unauthenticated', 'Please sign in first.');
      const request = parseInput(definition.input, input);
      const answer = await platformTransaction('workspace-life', (q) => run(q, request, person));
      return afterCommit ? afterCommit(person, answer, request) : answer;
    },
  };
}
