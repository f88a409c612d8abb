import { createToken } from '#modules/accounts/index.ts';
import { openContext } from '#platform/tenancy/context.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import type { TestServer } from '#worlds/testing.ts';

/** Test support: a workspace that buys tiers, through the API as a program of its owner would. */
export interface Payer extends TestWorkspace {
  api<T = Record<string, unknown>>(method: string, path: string, body?: object): Promise<T & { httpStatus: number }>;
}

export async function openPayer(server: TestServer, scopes: string[]): Promise<Payer> {
  const workspace = await server.house.newWorkspace({ tier: 'free' });
  const system = openContext({ workspaceId: workspace.workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  const { token } = await createToken.call(system, { name: 'Payer', scopes });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const api = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${server.url}/api/admin${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { ...((await answer.json()) as object), httpStatus: answer.status } as never;
  };
  return { ...workspace, api };
}
