import type { Listing, Question } from './question.ts';

/** A question as the parameters of a list's address; the page's own filters with it. */
export function parametersOf({ q, sort, cursor, limit, filter }: Question, { fixed }: Pick<Listing<unknown>, 'fixed'>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ q, sort, cursor, limit })) if (value) search.set(key, String(value));
  for (const [key, value] of Object.entries({ ...filter, ...fixed })) search.set(`filter[${key}]`, value);
  return search;
}
