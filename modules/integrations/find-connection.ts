import { platformRead } from '#platform/tenancy/platform-door.ts';

/** Where a message for this connection belongs; undefined for an address nobody has. */
export async function workspaceOfConnection(vendor: string, connectionId: string): Promise<string | undefined> {
  const [row] = await platformRead('connections', (q) => q.sql<{ workspaceId: string }>`
    select c.workspace_id as "workspaceId" from integration_connections c where c.id = ${connectionId} and c.vendor = ${vendor} and c.state <> 'disconnected'`);
  return row?.workspaceId;
}

/** All workspaces that are connected to this account of a vendor. */
export function connectionsOfAccount(vendor: string, accountId: string): Promise<{ workspaceId: string; id: string }[]> {
  return platformRead('connections', (q) => q.sql<{ workspaceId: string; id: string }>`
    select c.workspace_id as "workspaceId", c.id from integration_connections c where c.vendor = ${vendor} and c.account_id = ${accountId} and c.state <> 'disconnected'`);
}

/** All workspaces that are connected through the installation's app. */
export function connectionsThroughApp(vendor: string): Promise<{ workspaceId: string; id: string }[]> {
  return platformRead('connections', (q) => q.sql<{ workspaceId: string; id: string }>`
    select c.workspace_id as "workspaceId", c.id from integration_connections c where c.vendor = ${vendor} and c.account_id is not null and c.state <> 'disconnected'`);
}

/** The short name of a workspace's address. */
export async function slugOfWorkspace(workspaceId: string): Promise<string | undefined> {
  return (await platformRead('connections', (q) => q.sql<{ slug: string }>`select slug from workspaces where id = ${workspaceId}`))[0]?.slug;
}
