import { useEffect, useState } from 'react';
import { askApi } from '#ui/ask-api.ts';

export interface Verb {
  name: string;
  says: string;
  record: string | null;
}

interface RecordKind {
  view: string;
  says: string;
  opens: string;
}

export interface Verbs {
  commands: Verb[];
  records: RecordKind[];
}

const remembered = new Map<string, Verbs>();

/** What the person may do here; asked once a tab and workspace. */
export function useVerbs(workspaceId: string): Verbs {
  const [verbs, setVerbs] = useState<Verbs>(remembered.get(workspaceId) ?? { commands: [], records: [] });
  useEffect(() => {
    void askApi<Verbs>('/commands', workspaceId).then((answer) => {
      if (!answer) return;
      remembered.set(workspaceId, answer);
      setVerbs(answer);
    });
  }, [workspaceId]);
  return verbs;
}

export interface FoundGroup {
  view: string;
  says: string;
  opens: string;
  total: number;
  rows: { id: string; label: string; detail: string; opens: string | null }[];
}

const NOTHING: FoundGroup[] = [];

/** Records that hold the words; those of the words before stay while the next ones are looked for. */
export function useRecords(workspaceId: string, words: string): { groups: FoundGroup[]; searching: boolean } {
  const [found, setFound] = useState<{ words: string; groups: FoundGroup[] }>({ words: '', groups: [] });
  const asked = words.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void askApi<{ groups: FoundGroup[] }>(`/search?q=${encodeURIComponent(asked)}`, workspaceId, stop.signal).then((answer) => {
        if (!stop.signal.aborted) setFound({ words: asked, groups: answer?.groups ?? [] });
      });
    }, 60);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspaceId, asked]);
  return { groups: asked.length < 2 ? NOTHING : found.groups, searching: asked.length >= 2 && found.words !== asked };
}

/** The record the open page shows: `/orders/0191…` is one of the orders. */
export function recordAt(path: string, kinds: readonly RecordKind[]): { view: string; id: string } | undefined {
  for (const { view, opens } of kinds) {
    const [, id] = new RegExp(`^${opens.replace(':id', '([0-9a-f-]{36})')}(?:/|$)`).exec(path) ?? [];
    if (id && opens.includes(':id')) return { view, id };
  }
  return undefined;
}
