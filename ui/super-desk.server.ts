// The server half of the superadmin area's pages: who asks, and the questions a loader may ask. Never reaches a browser.
import { createContext, data } from 'react-router';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { registry } from '#platform/registry.ts';
import { isRefusal, type LoaderArgs } from './desk.server.ts';

/** The superadmin who asks; the area's frame sets it before any loader runs. */
export const superContext = createContext<Superadmin>();

/** Asks a question over the whole installation by name. What is not there is a page that is not there. */
export async function askSuper<T>({ context }: Pick<LoaderArgs, 'context'>, name: string, input: object = {}): Promise<T> {
  const view = registry.superViews().find((each) => each.name === name);
  if (!view) throw data(null, { status: 404 });
  try {
    return (await view.call(context.get(superContext), input as never)) as T;
  } catch (error) {
    if (isRefusal(error)) throw data({ sentence: error.sentence }, { status: error.status });
    throw error;
  }
}

/** The search parameters of a list's address. */
export function asked({ request }: LoaderArgs): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
