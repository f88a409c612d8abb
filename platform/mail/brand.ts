import type { Reader } from '../tenancy/context.ts';

/** Who a mail is from, to look at. */
export interface Brand {
  name: string;
  /** `#rrggbb`; of buttons. */
  colour: string;
  onColour: string;
  /** Absolute address of a picture; the name stands there without one. */
  logoUrl?: string;
}

/** The installation itself. */
export const HOUSE: Brand = { name: 'Quickdash', colour: '#4a4fd8', onColour: '#ffffff' };

type Look = (r: Reader) => Promise<Partial<Omit<Brand, 'name'>>>;
let look: Look = async () => ({});

/** The module that keeps a workspace's colours and logo says how to read them; once, at load. */
export function useBrandLook(read: Look): void {
  look = read;
}

/** How the workspace looks in its mails. */
export async function brandOf(r: Reader): Promise<Brand> {
  const [[workspace], own] = await Promise.all([r.sql<{ name: string }>`select name from workspaces`, look(r)]);
  return { ...HOUSE, ...own, name: workspace?.name ?? HOUSE.name };
}
