import type { Match } from '#ui/table/question.ts';

/** The list an order is opened from, as it travels in the order's address: what the list asks, its open view resolved. */
export function writeList({ q, sort, filter }: Match): string {
  const words = new URLSearchParams();
  if (q) words.set('q', q);
  if (sort) words.set('sort', sort);
  for (const [column, value] of Object.entries(filter)) words.set(`filter[${column}]`, value);
  return words.toString();
}

export function readList(text: string): Match {
  const words = new URLSearchParams(text);
  const filter = Object.fromEntries([...words].flatMap(([key, value]) => (/^filter\[\w+\]$/.test(key) && value ? [[key.slice(7, -1), value]] : [])));
  const [q, sort] = [words.get('q'), words.get('sort')];
  return { ...(q && { q }), ...(sort && { sort }), filter };
}
