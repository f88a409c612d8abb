import { askIfAllowed } from '#ui/desk.server.ts';
import type { Places } from './limits-fields.tsx';

type Args = Parameters<typeof askIfAllowed>[0];

/** The storefronts and locations of the workspace, to choose limits from. */
export async function placesOf(args: Args): Promise<Places> {
  const ask = async (view: string) => (await askIfAllowed<{ data: { id: string; name: string }[] }>(args, view, { limit: 250 }))?.data ?? [];
  const [storefronts, locations] = await Promise.all([ask('storefronts.list'), ask('locations.list')]);
  const named = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, name }));
  return { storefronts: named(storefronts), locations: named(locations) };
}
