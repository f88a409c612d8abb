import type { Listing, Question } from './question.ts';

/** Asks the Admin API in the open workspace; undefined when it cannot be reached or refuses. */
export async function askApi<T>(workspaceId: string, path: string): Promise<T | undefined> {
  const answer = await fetch(`/api/admin${path}`, { headers: { 'x-workspace-id': workspaceId } }).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as T) : undefined;
}

/** A question as the parameters of a list's address; the page's own filters with it. */
export function parametersOf({ q, sort, cursor, limit, filter }: Question, { fixed }: Pick<Listing<unknown>, 'fixed'>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ q, sort, cursor, limit })) if (value) search.set(key, String(value));
  for (const [key, value] of Object.entries({ ...filter, ...fixed })) search.set(`filter[${key}]`, value);
  return search;
}
