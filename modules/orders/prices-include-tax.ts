import { onCommitted } from '#platform/operations/closing.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { ShortMemory, workspaceSettings, workspaceSettingsChanged } from '#modules/accounts/index.ts';

// Changed once in the life of a shop. Should two processes differ for these seconds, the agreed total catches it.
const memory = new ShortMemory<boolean>({ seconds: 3, most: 20_000 });
onCommitted((_ctx, { told }) => {
  if (told.some(({ event }) => event.name === workspaceSettingsChanged.name)) memory.forget();
});

/** Whether this shop's prices carry their tax already. */
export async function pricesIncludeTax(r: Reader): Promise<boolean> {
  return memory.get(r.workspaceId, async () => (await workspaceSettings(r)).pricesIncludeTax);
}
