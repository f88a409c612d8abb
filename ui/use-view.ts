import { useEffect, useState } from 'react';
import { useWorkspaceId } from './live.tsx';

interface Answer<T> {
  data: T | undefined;
  /** Why there is no answer. */
  sentence: string | undefined;
}

const nothing = { data: undefined, sentence: undefined };

/** Asks a view of the Admin API from an open panel: `useView('/products/1/history')`. Undefined = not yet. The last answer stays while the next one comes. */
export function useView<T>(path: string | undefined): Answer<T> {
  const workspaceId = useWorkspaceId();
  const [answer, setAnswer] = useState<Answer<T>>(nothing);
  useEffect(() => {
    if (!path) return;
    const leaving = new AbortController();
    void ask<T>(path, workspaceId, leaving.signal).then((next) => leaving.signal.aborted || setAnswer(next));
    return () => leaving.abort();
  }, [path, workspaceId]);
  return path ? answer : nothing;
}

async function ask<T>(path: string, workspaceId: string, signal: AbortSignal): Promise<Answer<T>> {
  const answer = await fetch(`/api/admin${path}`, { headers: { 'x-workspace-id': workspaceId }, signal }).catch(() => undefined);
  const body = (await answer?.json().catch(() => undefined)) as (T & { title?: string }) | undefined;
  if (answer?.ok && body !== undefined) return { data: body, sentence: undefined };
  return { data: undefined, sentence: body?.title ?? 'The server could not be reached.' };
}
