import { afterAll, beforeAll, expect, test } from 'vitest';
import { house as everything } from '#connectors/house.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { createNotesTable, noteWritten, writeNote } from '../testing/notes.ts';
import { reaction, schedule } from '../events/reaction.ts';
import { module } from '../module.ts';
import { registry } from '../registry.ts';
import { startEngine, type Engine } from './engine.ts';
import { runSchedule } from './worker.ts';

let house: TestHouse;
let noisy: TestWorkspace;
let quiet: TestWorkspace;
let engine: Engine;
const done: string[] = [];
const visited: string[] = [];
let stumbles = 0;

const slowWork = reaction({
  name: 'notes.slow',
  on: noteWritten,
  retries: 3,
  async run(_ctx, { body }) {
    if (body.startsWith('stumble') && stumbles++ < 1) throw new Error('not yet');
    await new Promise((resolve) => setTimeout(resolve, body.startsWith('noisy') ? 40 : 0));
    done.push(body);
  },
});

const often = Array.from({ length: 12 }, (_, n) => schedule({ name: `notes.often-${n}`, everySeconds: 1, run: async () => void ran.add(n) }));
const ran = new Set<number>();

const rounds = schedule({
  name: 'notes.rounds',
  everySeconds: 3_600,
  async run(ctx) {
    visited.push(ctx.workspaceId);
    if (ctx.workspaceId === noisy.workspaceId) throw new Error('this one always fails');
  },
});

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  registry.load([...everything, module({ name: 'notes', events: [noteWritten], operations: [writeNote], reactions: [slowWork], schedules: [rounds, ...often] })]);
  [noisy, quiet] = [await house.newWorkspace(), await house.newWorkspace()];
});
afterAll(async () => {
  await engine?.stop();
  await house.close();
});

const tell = (shop: TestWorkspace, noteId: string, body: string) => shop.ctx.transaction(async (tx) => tx.tell(noteWritten, { noteId, body }));

test('a shop with little to do does not wait for the backlog of a busy one', async () => {
  for (let i = 0; i < 400; i++) await writeNote.call(noisy.ctx, { body: `noisy ${i}` });
  await writeNote.call(quiet.ctx, { body: 'quiet' });
  engine = await startEngine();
  await engine.settle();
  expect(done.filter((body) => body.startsWith('noisy'))).toHaveLength(400);
  // In one queue for all it would come last; how many come before it in a fair one depends on when the worker looks.
  expect(done.indexOf('quiet')).toBeLessThan(240);
});

test('facts about one record are worked off in the order they were told, also when the first attempt fails', async () => {
  const { id } = await writeNote.call(quiet.ctx, { body: 'stumble first' });
  const later = Array.from({ length: 8 }, (_, i) => `stumble ${i + 2}`);
  for (const body of later) await tell(quiet, id, body);
  await engine.settle();
  expect(done.filter((body) => body.startsWith('stumble'))).toEqual(['stumble first', ...later]);
});

test('a schedule visits every workspace, also after one where it fails', async () => {
  await runSchedule('notes.rounds');
  expect(visited.toSorted()).toEqual([noisy.workspaceId, quiet.workspaceId].toSorted());
});

test('many timers that are due together all run, and none waits for its turn behind the others', async () => {
  // Looked for every five seconds; one at a time, twelve would take a minute.
  await expect.poll(() => ran.size, { timeout: 15_000, interval: 100 }).toBe(12);
});
