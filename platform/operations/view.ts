import type * as z from 'zod';
import type { SQL } from 'drizzle-orm';
import type { Event } from '../events/event.ts';
import type { Context, Reader } from '../tenancy/context.ts';
import type { ListMatch } from './list-question.ts';
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
  /** With `changesWith`: an answer that time alone changes is kept for this long at most. */
  readonly keptSeconds?: number;
  /** Present on list views: what tables, exports and reports read. */
  readonly columns?: Record<string, ColumnFacts>;
  /** Present on list views: their rows beyond one page. */
  readonly list?: ListDoor;
  /** Address in the dashboard of one row, like `/orders/:id`; its `:names` are columns. Global search asks these lists. */
  readonly opens?: string;
  /** Address in the dashboard of the list itself, where it is not the beginning of `opens`. */
  readonly page?: string;
  call(ctx: Context, input: z.input<I>): Promise<O>;
}

/** What exports and work on many rows need of a list view. */
export interface ListDoor {
  /** Every matching row, a part at a time, for a caller who may ask the view. Without an order, newest first by id. */
  through(ctx: Context, question: ListMatch & { sort?: string | undefined }, size?: number): AsyncGenerator<Record<string, unknown>[], void>;
  /** `id` and `name` (the first column) of all matching rows as a subquery. Ask the view's permission first. */
  matchingRows(question: ListMatch): SQL;
  /** What an "any of" column holds, most frequent first, at most a hundred. Ask the view's permission first. */
  valuesOf(r: Reader, column: string, q?: string): Promise<string[]>;
  /** The rows before and after one, in the order and with the filters asked for. Ask the view's permission first. */
  beside(r: Reader, question: ListMatch & { sort?: string | undefined }, id: string): Promise<{ previous?: Record<string, unknown>; next?: Record<string, unknown> }>;
}

/** What every surface needs to know of a column, without SQL. */
export interface ColumnFacts {
  says: string;
  type: 'text' | 'number' | 'money' | 'date' | 'boolean' | 'json';
  filter?: 'any of' | 'range' | 'dates' | 'text' | 'yes or no';
  values?: readonly string[];
  sort: boolean;
  /** Rows without a value stand last, whichever way they are sorted. */
  emptyLast?: true;
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
  keptSeconds?: number;
  columns?: Record<string, ColumnFacts>;
  list?: ListDoor;
  opens?: string;
  page?: string;
  /** The context is for views that ask other views. */
  read(r: Reader, input: z.output<I>, ctx: Context): Promise<O>;
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
      return ctx.read((r) => read(r, question, ctx));
    },
  };
}
