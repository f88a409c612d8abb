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

/** Whether the charge is somebody else's here, who has heard of it now. */
export async function heardByItsOwner(ctx: Context, charge: Charge): Promise<boolean> {
  for (const owner of owners) if (await owner(ctx, charge)) return true;
  return false;
}
