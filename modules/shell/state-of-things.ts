import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';

/** Asks a view if it is there and may be asked; guides and first steps follow what other modules really hold. */
export async function askIfAllowed<T>(ctx: Context, name: string, input: object = {}): Promise<T | undefined> {
  const view = registry.views().find((each) => each.name === name);
  if (!view || !ctx.can(view.needs)) return undefined;
  return (await view.call(ctx, input as never)) as T;
}

/** How many rows a list has, or undefined when the asker may not know. */
export async function countOf(ctx: Context, list: string, filter: Record<string, string> = {}): Promise<number | undefined> {
  return (await askIfAllowed<{ total: number }>(ctx, list, { limit: 1, filter }))?.total;
}
