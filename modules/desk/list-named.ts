import { Refusal, notFound } from '#platform/refusal.ts';
import type { ListDoor, View } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';

/** The dashboard list of that name, or a refusal. */
export function listNamed(name: string): View & { list: ListDoor } {
  const view = registry.views().find((each) => each.name === name);
  if (!view?.list || view.on !== 'admin') throw notFound(`The list "${name}"`);
  return view as View & { list: ListDoor };
}

/** Whoever may not see a list may not keep or change anything of it either. */
export function requireSeeing(held: ReadonlySet<string>, view: View): void {
  if (!held.has(view.needs)) throw new Refusal('forbidden', `You may not do this: ${view.says.toLowerCase()} needs the permission "${view.needs}".`, { needs: view.needs });
}
