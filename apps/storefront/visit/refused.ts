import { Refusal } from '#platform/refusal.ts';
import type { ShopRequest } from './visit.ts';

/** The sentence of a refusal; a bug passes through. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  throw thrown;
}

/** Runs a question about something that may be gone. A malformed id, from an old cookie or link, is gone too. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (thrown) {
    if (['not_found', 'invalid'].includes(refusalOf(thrown).code)) return null;
    throw thrown;
  }
}

export function wantsJson(c: ShopRequest): boolean {
  return c.req.header('accept') === 'application/json';
}

/** Fields of a sent form, each as one text. */
export async function fields(c: ShopRequest): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') texts[name] = value.slice(0, 5000);
  return texts;
}
