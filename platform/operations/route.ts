import { Refusal } from '../refusal.ts';
import type * as z from 'zod';

export type Surface = 'admin' | 'storefront';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  method: Method;
  /** Path below the surface's root, Hono style: `/orders/:id/cancellation`. */
  path: string;
}

export function parseRoute(text: string): Route {
  const match = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(text);
  if (!match) throw new Error(`a route reads "METHOD /path", not "${text}"`);
  return { method: match[1] as Method, path: match[2]! };
}

export function surfaceRoot(surface: Surface): string {
  return surface === 'admin' ? '/api/admin' : '/api/storefront';
}

/** Parses what came from outside, or refuses naming each field in words. */
export function parseInput<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'input'] ??= issue.message;
  const first = Object.entries(fields)[0]!;
  throw new Refusal('invalid', `Please check ${first[0]}: ${first[1]}.`, { fields });
}

export function requireCapability(ctx: { can(capability: string): boolean }, needs: string, says: string): void {
  if (!ctx.can(needs)) throw new Refusal('forbidden', `You may not do this: ${says.toLowerCase()} needs the permission "${needs}".`, { needs });
}
