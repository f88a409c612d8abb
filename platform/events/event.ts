import type * as z from 'zod';

/** Where a fact is shown live: a founding-document channel name without its workspace, and the event name on it. */
export interface Live {
  channel: string;
  as: string;
  /** The key of `data` that holds ids: the fact is shown on `<channel>-<id>` of each, and nowhere else. */
  each?: string;
  /** Keys of `data` that are shown; all of them unless given. */
  shows?: readonly string[];
}

/** A fact, told in the same transaction as the change it speaks of. */
export interface Event<D> {
  readonly kind: 'event';
  readonly name: string;
  readonly says: string;
  readonly data: z.ZodType<D>;
  /** The key of `data` that names the record; facts about one record are delivered in order. */
  readonly about: string;
  readonly live?: Live | readonly Live[];
}

export function event<S extends z.ZodObject>(definition: {
  name: string;
  says: string;
  data: S;
  about: keyof z.infer<S> & string;
  live?: Live | readonly Live[];
}): Event<z.infer<S>> {
  return { kind: 'event', ...definition } as unknown as Event<z.infer<S>>;
}

/** Every place where a fact of this kind is shown live. */
export function livesOf({ live }: Pick<Event<unknown>, 'live'>): readonly Live[] {
  return live === undefined ? [] : [live].flat();
}
