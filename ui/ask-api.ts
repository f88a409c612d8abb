/** Asks a view of the Admin API from the page, in the given workspace; undefined when it was not answered. */
export async function askApi<T>(path: string, workspaceId: string, signal?: AbortSignal): Promise<T | undefined> {
  const answer = await fetch(`/api/admin${path}`, { headers: { 'x-workspace-id': workspaceId, accept: 'application/json' }, ...(signal && { signal }) }).catch(() => undefined);
  return answer?.ok ? ((await answer.json().catch(() => undefined)) as T | undefined) : undefined;
}
