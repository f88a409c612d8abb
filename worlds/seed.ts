import { StartError } from '#platform/start-error.ts';

type Say = (line: string) => void;

interface World {
  says: string;
  seed(say: Say): Promise<void>;
}

/** The worlds an empty installation can begin with. A world's code is read only when it is wanted. */
export const WORLDS: Readonly<Record<string, World>> = {
  'corner-shop': {
    says: 'a gem shop and a coffee brand with a year of orders; sign in as the demo person',
    seed: async (say) => (await import('./corner-shop/index.ts')).seedCornerShop(say),
  },
  'warehouse-10k': {
    says: '10,000 products with three variants each, for measuring',
    seed: async (say) => (await import('./warehouse.ts')).seedWarehouse(say),
  },
  empty: { says: 'nothing at all', seed: async () => {} },
};

/** Fills an empty, migrated database with a world; the pools point at it and the registry is loaded. Refuses an unknown name. */
export async function seedWorld(name: string, say: Say): Promise<void> {
  const world = WORLDS[name];
  if (!world) throw new StartError(`There is no demo world named "${name}". There are: ${Object.keys(WORLDS).join(', ')}. QUICKDASH_DEMO=none starts without one.`);
  if (name === 'empty') return;
  const began = performance.now();
  say(`Filling the shop world "${name}" …`);
  await world.seed(say);
  say(`  done after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
}
