import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const progress = z.object({ runId: z.uuid(), state: z.string(), total: z.int(), done: z.int(), failed: z.int(), skipped: z.int() });

/** A worker should take up a run; every turn is its own record, so a turn that died keeps no other one waiting. */
export const bulkTurnDue = event({
  name: 'bulk.turn-due',
  says: 'A bulk change is due for its next rows',
  data: z.object({ runId: z.uuid(), turn: z.uuid() }),
  about: 'turn',
});

export const bulkProgressed = event({
  name: 'bulk.progressed',
  says: 'A bulk change went on',
  data: progress,
  about: 'runId',
  live: { channel: 'bulk', as: 'bulk:progressed' },
});

export const bulkEnded = event({
  name: 'bulk.ended',
  says: 'A bulk change ended',
  data: progress.extend({ says: z.string(), actorId: z.string() }),
  about: 'runId',
  live: { channel: 'bulk', as: 'bulk:ended' },
});

export const savedViewChanged = event({
  name: 'saved-view.changed',
  says: 'A saved view was added, changed or removed',
  data: z.object({ viewId: z.uuid(), list: z.string() }),
  about: 'viewId',
});
