// Which records stand before and after one in the list somebody came from. Never reaches a browser.
import { askList, type LoaderArgs } from './desk.server.ts';
import type { Neighbouring } from './neighbours.tsx';

/** The records beside `id` in the list that the address remembers under `in`, or nothing when it remembers none. */
export async function neighboursOf({ context, request }: LoaderArgs, view: string, id: string): Promise<Neighbouring | null> {
  const here = new URL(request.url);
  const list = here.searchParams.get('in');
  if (list === null) return null;
  here.search = list;
  const { data, total } = await askList<{ id: string }>({ context, request: new Request(here, { headers: request.headers }) }, view);
  const at = data.findIndex((each) => each.id === id);
  return at < 0 ? null : { list, total, previous: data[at - 1]?.id ?? null, next: data[at + 1]?.id ?? null };
}
