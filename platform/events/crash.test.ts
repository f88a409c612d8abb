import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { house as everything } from '#connectors/house.ts';
import { startEngine, type Engine } from '../jobs/engine.ts';
import { module } from '../module.ts';
import { registry } from '../registry.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { createNotesTable, noteWritten, writeNote } from '../testing/notes.ts';
import { TEST_SECRET } from '../testing/secret.ts';
import { reaction } from './reaction.ts';

let house: TestHouse;
let shop: TestWorkspace;
let engine: Engine | undefined;

const witness = reaction({
  name: 'notes.witness',
  on: noteWritten,
  async apply(tx, { body }) {
    await tx.sql`insert into test_notes (body, mood) values (${body}, 'witnessed')`;
  },
});

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  registry.load([...everything, module({ name: 'notes', events: [noteWritten], operations: [writeNote], reactions: [witness] })]);
  shop = await house.newWorkspace();
});
afterAll(async () => {
  await engine?.stop();
  await house.close();
});

/** A process of its own that writes a note and is killed, as by a power cut, at the given moment. */
function dyingWriter(moment: 'before-commit' | 'after-commit' | 'after-relay', body: string): Promise<NodeJS.Signals | null> {
  const script = path.join(import.meta.dirname, '../testing/dying-writer.ts');
  const env = { ...process.env, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test' };
  const child = spawn(process.execPath, [script, house.url, shop.workspaceId, moment, body], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
}

test.each(['after-commit', 'after-relay'] as const)('a process killed %s loses no fact, and nothing happens twice', async (moment) => {
  const body = `killed ${moment}`;
  expect(await dyingWriter(moment, body)).toBe('SIGKILL');
  engine ??= await startEngine();
  await engine.settle();
  const rows = await shop.ctx.read((r) => r.sql<{ mood: string }>`select mood from test_notes where body = ${body} order by mood`);
  expect(rows.map((r) => r.mood)).toEqual(['calm', 'witnessed']);
});

test('a process killed before commit leaves nothing behind', async () => {
  expect(await dyingWriter('before-commit', 'never happened')).toBe('SIGKILL');
  await engine!.settle();
  expect(await shop.ctx.read((r) => r.sql`select 1 from test_notes where body = 'never happened' union all select 1 from outbox where data->>'body' = 'never happened'`)).toEqual([]);
});
