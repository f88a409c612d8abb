import { afterAll, beforeAll, expect, test } from 'vitest';
import { house as everything } from '#connectors/house.ts';
import { module } from '../module.ts';
import { registry } from '../registry.ts';
import { startEngine, type Engine } from '../jobs/engine.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { createNotesTable, noteWritten, writeNote } from '../testing/notes.ts';
import { reaction } from './reaction.ts';
import type { ToldRow } from './relay.ts';

let house: TestHouse;
let shop: TestWorkspace;
let engine: Engine;
const heard: ToldRow[] = [];
const outside: string[] = [];
let failures = 0;

const countWords = reaction({
  name: 'notes.count',
  on: noteWritten,
  async apply(tx, { body }) {
    await tx.sql`insert into test_notes (body, mood) values (${`copy of ${body}`}, 'copied')`;
  },
});
const flaky = reaction({
  name: 'notes.flaky',
  on: noteWritten,
  retries: 3,
  async run(_ctx, { body }, told) {
    if (body.startsWith('hard') && failures++ < 1) throw new Error('the outside was busy');
    if (body.startsWith('hopeless')) throw new Error('never works');
    outside.push(`${told.id}:${body}`);
  },
});

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  registry.load([...everything, module({ name: 'notes', events: [noteWritten], operations: [writeNote], reactions: [countWords, flaky] })]);
  shop = await house.newWorkspace();
  engine = await startEngine();
  engine.relay.listen((row) => heard.push(row));
});
afterAll(async () => {
  await engine.stop();
  await house.close();
});

const copies = async () => (await shop.ctx.read((r) => r.sql<{ n: number }>`select count(*) as n from test_notes where mood = 'copied'`))[0]!.n;

test('a told fact reaches the reaction, the live listener, once and in order', async () => {
  for (const body of ['one', 'two', 'three']) await writeNote.call(shop.ctx, { body });
  await engine.settle();
  expect(heard.filter((h) => h.workspace_id === shop.workspaceId).map((h) => h.data.body)).toEqual(['one', 'two', 'three']);
  expect(await copies()).toBe(3);
});

test('a reaction that fails is tried again until it works', async () => {
  await writeNote.call(shop.ctx, { body: 'hard one' });
  await engine.settle();
  expect(outside.filter((o) => o.endsWith(':hard one'))).toHaveLength(1);
});

test('facts told just before a crash are relayed by the next process', async () => {
  await engine.stop();
  await writeNote.call(shop.ctx, { body: 'told before the crash' });
  engine = await startEngine();
  await engine.settle();
  expect(outside.filter((o) => o.endsWith(':told before the crash'))).toHaveLength(1);
});

test('an effect in our own database happens once even when the job is delivered twice', async () => {
  const before = await copies();
  await writeNote.call(shop.ctx, { body: 'twice' });
  await engine.settle();
  const { runReaction } = await import('../jobs/worker.ts');
  const [row] = await shop.ctx.read((r) => r.sql<ToldRow>`select * from outbox where data->>'body' = 'twice'`);
  await Promise.all([runReaction('notes.count', row!), runReaction('notes.count', row!)]);
  expect(await copies()).toBe(before + 1);
});

test('two relays at once relay each fact once', async () => {
  const second = await startEngine();
  const before = await copies();
  await Promise.all(Array.from({ length: 60 }, (_, i) => writeNote.call(shop.ctx, { body: `burst ${i}` })));
  await Promise.all([engine.settle(), second.settle()]);
  expect(await copies()).toBe(before + 60);
  const relayed = await shop.ctx.read((r) => r.sql<{ relayed: number }>`select relayed from outbox order by relayed`);
  expect(new Set(relayed.map((r) => r.relayed)).size).toBe(relayed.length);
  await second.stop();
});
