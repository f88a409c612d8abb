import { useConfig } from '#platform/config.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { connectByKey, useVendorAt } from '#modules/integrations/index.ts';
import { HOSTS } from './client.ts';
import { WiseDouble } from './double.ts';

export const tokenOf = ({ workspaceId }: TestWorkspace) => `right-${workspaceId}`;

/** A double of Wise that the connector talks to until it is closed. */
export async function openWise(): Promise<{ double: WiseDouble; close(): Promise<void> }> {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const double = new WiseDouble();
  const back = useVendorAt(HOSTS.sandbox, await double.open());
  return {
    double,
    async close() {
      back();
      useConfig({ ALLOW_PRIVATE_TARGETS: false });
      await double.close();
    },
  };
}

export async function connectWise(workspace: TestWorkspace, secrets: Record<string, string> = {}): Promise<void> {
  await connectByKey.call(workspace.ctx, { vendor: 'wise', settings: { mode: 'sandbox' }, secrets: { apiToken: tokenOf(workspace), ...secrets } });
}
