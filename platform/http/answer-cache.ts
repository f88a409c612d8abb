import type { Event } from '../events/event.ts';
import type { View } from '../operations/view.ts';

/** A finished answer: bytes and their ETag. */
export interface Answer {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

/** What an answer comes from; it is dropped when one of these facts is told. */
export interface Source {
  changesWith?: readonly Event<unknown>[];
  /** It is dropped after this long at the latest: for what time alone changes. */
  keptSeconds?: number;
}

export type Kept<S extends Source> = Answer & { from: S; until: number };
/** An answer that is kept, and the view that gave it. */
export type KeptAnswer = Kept<View>;

const MOST_ENTRIES = 4_000;
const MOST_CHARACTERS = 48 * 1024 * 1024;

/**
 * Finished answers for anybody, per workspace, dropped when a fact of their source's `changesWith` is told.
 * A write that happens while an answer is being computed keeps that answer out: `generation` tells.
 */
export class AnswerCache<S extends Source = View> {
  private readonly byWorkspace = new Map<string, Map<string, Kept<S>>>();
  private readonly generations = new Map<string, number>();
  private characters = 0;
  private entries = 0;

  get(workspaceId: string, key: string): Kept<S> | undefined {
    const kept = this.byWorkspace.get(workspaceId)?.get(key);
    return kept && kept.until > Date.now() ? kept : undefined;
  }

  generation(workspaceId: string): number {
    return this.generations.get(workspaceId) ?? 0;
  }

  put(workspaceId: string, key: string, from: S, answer: Answer, generation: number): void {
    if (generation !== this.generation(workspaceId)) return;
    if (this.entries >= MOST_ENTRIES || this.characters > MOST_CHARACTERS) this.clear();
    let entries = this.byWorkspace.get(workspaceId);
    if (!entries) this.byWorkspace.set(workspaceId, (entries = new Map()));
    const before = entries.get(key);
    if (before) this.characters -= before.body.length;
    else this.entries += 1;
    entries.set(key, { ...answer, from, until: from.keptSeconds === undefined ? Infinity : Date.now() + from.keptSeconds * 1_000 });
    this.characters += answer.body.length;
  }

  /** Drops what may have changed. Called in the committing process at once, in the others when the relay tells. */
  told(workspaceId: string, events: Iterable<string>): void {
    this.generations.set(workspaceId, this.generation(workspaceId) + 1);
    const entries = this.byWorkspace.get(workspaceId);
    if (!entries) return;
    const names = new Set(events);
    for (const [key, entry] of entries) {
      if (!entry.from.changesWith?.some((event) => names.has(event.name))) continue;
      entries.delete(key);
      this.entries -= 1;
      this.characters -= entry.body.length;
    }
  }

  clear(): void {
    this.byWorkspace.clear();
    this.entries = 0;
    this.characters = 0;
  }
}

/** The API's answers in this process. */
export const answers = new AnswerCache();
