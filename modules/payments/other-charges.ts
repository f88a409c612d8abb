import type { Context } from '#platform/tenancy/context.ts';

/** A charge a provider speaks of, at the account of the workspace whose context it is. */
interface Charge {
  provider: string;
  key: string;
}

type Owner = (ctx: Context, charge: Charge) => Promise<boolean>;
const owners: Owner[] = [];

/** For modules above that charge for something that is no order: answers whether a charge is theirs, and looks after it then. Declared once, at load. */
export function ownCharges(owner: Owner): void {
  owners.push(owner);
}

/** What a provider calls a way to pay it kept, at the account of the workspace whose context it is. */
interface Kept {
  provider: string;
  name: string;
}

type Keeper = (ctx: Context, kept: Kept) => Promise<boolean>;
const keepers: Keeper[] = [];

/** The same for ways to pay they keep by themselves: answers whether one that is said to be gone was theirs and is, and looks after it then. */
export function ownKept(keeper: Keeper): void {
  keepers.push(keeper);
}

/** Whether what is gone was somebody else's here, who has heard of it now. */
export async function goneByItsKeeper(ctx: Context, kept: Kept): Promise<boolean> {
  for (const keeper of keepers) if (await keeper(ctx, kept)) return true;
  return false;
}

/** Whether the charge is somebody else's here, who has heard of it now. */
export async function heardByItsOwner(ctx: Context, charge: Charge): Promise<boolean> {
  for (const owner of owners) if (await owner(ctx, charge)) return true;
  return false;
}
