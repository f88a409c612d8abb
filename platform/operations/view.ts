import type * as z from 'zod';
import type { Event } from '../events/event.ts';
import type { Context, Reader } from '../tenancy/context.ts';
import { parseInput, parseRoute, requireCapability, type Route, type Surface } from './route.ts';

/** A question that lists, shows or sums something. It never changes anything. */
export interface View<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'view';
  readonly name: string;
  readonly on: Surface;
  readonly route: Route;
  readonly says: string;
  readonly needs: string;
  readonly input: I;
  readonly output: z.ZodType<O>;
  /** Facts after which an answer may differ. Present = anonymous answers may be cached until one of them is told. */
  readonly changesWith?: readonly Event<unknown>[];
  /** Present on list views: what tables, exports and reports read. */
  readonly columns?: Record<string, ColumnFacts>;
  call(ctx: Context, input: z.input<I>): Promise<O>;
}

/** What every surface needs to know of a column, without SQL. */
export interface ColumnFacts {
  says: string;
  type: 'text' | 'number' | 'money' | 'date' | 'boolean' | 'json';
  filter?: 'any of' | 'range' | 'dates' | 'text' | 'yes or no';
  values?: readonly string[];
  sort: boolean;
  search: boolean;
}

export function view<I extends z.ZodType, O>(definition: {
  name: string;
  on?: Surface;
  route: string;
  says: string;
  needs: string;
  input: I;
  output: z.ZodType<O>;
  changesWith?: readonly Event<unknown>[];
  columns?: Record<string, ColumnFacts>;
  read(r: Reader, input: z.output<I>): Promise<O>;
}): View<I, O> {
  const { read, ...rest } = definition;
  return {
    kind: 'view',
    ...rest,
    on: definition.on ?? 'admin',
    route: parseRoute(definition.route),
    async call(ctx, input) {
      requireCapability(ctx, definition.needs, definition.says);
      const question = parseInput(definition.input, input);
      return ctx.read((r) => read(r, question));
    },
  };
}
