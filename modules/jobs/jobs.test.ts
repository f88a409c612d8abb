import { afterAll, beforeAll, expect, test } from 'vitest';
import { house as everything } from '#connectors/house.ts';
import { reaction } from '#platform/events/reaction.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { module } from '#platform/module.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createNotesTable, noteWritten, writeNote } from '#platform/testing/notes.ts';
import { travel, DAY } from '#platform/time.ts';
import { runSchedule } from '#platform/jobs/worker.ts';
import { cancelWork, jobList, retryWork } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
let other: TestWorkspace;
let engine: Engine;
let broken = true;
let worked = 0;

const stubborn = reaction({
  name: 'notes.stubborn',
  on: noteWritten,
  retries: 0,
  async run() {
    if (broken) throw new Error('the printer is off');
    worked += 1;
  },
});

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  registry.load([...everything, module({ name: 'notes', events: [noteWritten], reactions: [stubborn] })]);
  [shop, other] = await Promise.all([house.newWorkspace(), house.newWorkspace()]);
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  await house.close();
});

const parked = async (where = shop) => (await jobList.call(where.ctx, { filter: { state: 'parked' } })).data;

test('work that failed every attempt is parked with its reason, and runs when a person says so', async () => {
  await writeNote.call(shop.ctx, { body: 'print me' });
  await engine.settle();
  const [job] = await parked();
  expect(job).toMatchObject({ reaction: 'notes.stubborn', event: 'note.written', message: 'the printer is off' });
  broken = false;
  await retryWork.call(shop.ctx, { id: job!.id });
  await engine.settle();
  expect(worked).toBe(1);
  expect(await parked()).toEqual([]);
  broken = true;
});

test('another workspace neither sees nor touches it', async () => {
  await writeNote.call(shop.ctx, { body: 'private' });
  await engine.settle();
  const [job] = await parked();
  expect(await parked(other)).toEqual([]);
  await expect(retryWork.call(other.ctx, { id: job!.id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(cancelWork.call(other.ctx, { id: job!.id })).rejects.toMatchObject({ code: 'not_found' });
  await cancelWork.call(shop.ctx, { id: job!.id });
  expect(await parked()).toEqual([]);
});

test('first answers are kept two days, then make room', async () => {
  await writeNote.call(shop.ctx, { body: 'keyed' }, { idempotencyKey: 'old' });
  const count = async () => (await shop.ctx.read((r) => r.sql`select 1 from idempotency_keys`)).length;
  await runSchedule('jobs.tidy-up');
  expect(await count()).toBe(1);
  const back = travel(3 * DAY);
  await runSchedule('jobs.tidy-up');
  back();
  expect(await count()).toBe(0);
});
