import { onCommitted } from '#platform/operations/closing.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { ShortMemory, workspaceSettingsChanged } from '#modules/accounts/index.ts';
import { storefrontChanged } from '#modules/storefronts/index.ts';

// A storefront's currency hardly ever changes; asking each time would be a second statement on every list.
const memory = new ShortMemory<string>({ seconds: 3 });
onCommitted((_ctx, { told }) => {
  if (told.some(({ event }) => event.name === storefrontChanged.name || event.name === workspaceSettingsChanged.name)) memory.forget();
});

/** The currency shoppers of this storefront see: the asked one, else the storefront's, else the workspace's. */
export function currencyFor(r: Reader, asked: string | undefined): string | Promise<string> {
  if (asked) return asked;
  const storefrontId = r.actor.kind === 'storefront' ? r.actor.storefrontId : null;
  return memory.get(`${r.workspaceId}:${storefrontId}`, () => readCurrency(r, storefrontId));
}

async function readCurrency(r: Reader, storefrontId: string | null): Promise<string> {
  const [row] = await r.sql<{ currency: string | null }>`
    select coalesce((select currency from storefronts where id = ${storefrontId}::uuid), (select currency from workspace_settings)) as currency`;
  return row?.currency ?? 'USD';
}
