import type { View } from '../operations/view.ts';

/** A finished answer: bytes and their ETag. */
export interface Answer {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

/** An answer that is kept, and the view that gave it. */
export interface KeptAnswer extends Answer {
  view: View;
}

const MOST_ENTRIES = 4_000;
const MOST_CHARACTERS = 48 * 1024 * 1024;

/**
 * Finished answers of anonymous views, per workspace, dropped when a fact of the view's `changesWith` is told.
 * A write that happens while an answer is being computed keeps that answer out: `generation` tells.
 */
export class AnswerCache {
  private readonly byWorkspace = new Map<string, Map<string, KeptAnswer>>();
  private readonly generations = new Map<string, number>();
  private characters = 0;
  private entries = 0;

  get(workspaceId: string, key: string): KeptAnswer | undefined {
    return this.byWorkspace.get(workspaceId)?.get(key);
  }

  generation(workspaceId: string): number {
    return this.generations.get(workspaceId) ?? 0;
  }

  put(workspaceId: string, key: string, view: View, answer: Answer, generation: number): void {
    if (generation !== this.generation(workspaceId)) return;
    if (this.entries >= MOST_ENTRIES || this.characters > MOST_CHARACTERS) this.clear();
    let entries = this.byWorkspace.get(workspaceId);
    if (!entries) this.byWorkspace.set(workspaceId, (entries = new Map()));
    if (!entries.has(key)) this.entries += 1;
    entries.set(key, { ...answer, view });
    this.characters += answer.body.length;
  }

  /** Drops what may have changed. Called in the committing process at once, in the others when the relay tells. */
  told(workspaceId: string, events: Iterable<string>): void {
    this.generations.set(workspaceId, this.generation(workspaceId) + 1);
    const entries = this.byWorkspace.get(workspaceId);
    if (!entries) return;
    const names = new Set(events);
    for (const [key, entry] of entries) {
      if (!entry.view.changesWith?.some((event) => names.has(event.name))) continue;
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

/** The one cache of this process. */
export const answers = new AnswerCache();
