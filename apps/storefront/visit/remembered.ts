import { ShortMemory } from '#platform/short-memory.ts';
import type { Calls } from '../api.ts';
import type { Visit } from './visit.ts';

const memory = new ShortMemory<unknown>({ seconds: 10, most: 5_000 });

/** Asks at most every ten seconds per storefront: for what every visitor sees alike. A signed-in customer's answers are their own. */
export async function askRemembered<N extends keyof Calls>(visit: Visit, name: N, input: Calls[N][0]): Promise<Calls[N][1]> {
  if (visit.signedIn) return visit.ask(name, input);
  const { workspaceId, id } = visit.shop;
  return (await memory.get(`${workspaceId}:${id}:${name}:${JSON.stringify(input)}`, () => visit.ask(name, input))) as Calls[N][1];
}
