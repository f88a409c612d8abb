import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { createNotesTable, noteList, writeNote } from '../testing/notes.ts';
import { statementsSoFar } from '../db/count.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  shop = await house.newWorkspace();
});
afterAll(() => house.close());

const count = async (where = shop) => (await where.ctx.read((r) => r.sql<{ n: number }>`select count(*) as n from test_notes`))[0]!.n;

test('a person without the permission is refused and nothing is written', async () => {
  const before = await count();
  await expect(writeNote.call(shop.as(['notes:read']), { body: 'hello' })).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  expect(await count()).toBe(before);
});

test('wrong input is refused with a sentence for each field', async () => {
  await expect(writeNote.call(shop.ctx, { body: '' })).rejects.toMatchObject({ code: 'invalid', details: { fields: { body: expect.any(String) } } });
});

test('a refusal leaves no row, no event and no audit entry', async () => {
  const before = await count();
  await expect(writeNote.call(shop.ctx, { body: 'forbidden words' })).rejects.toMatchObject({ code: 'rude' });
  expect(await count()).toBe(before);
  const traces = await shop.ctx.read((r) => r.sql`select 1 from outbox where data->>'body' = 'forbidden words' union all select 1 from audit_entries where input->>'body' = 'forbidden words'`);
  expect(traces).toEqual([]);
});

test('a change, its event and its audit entry are stored together', async () => {
  const { id } = await writeNote.call(shop.ctx, { body: 'remember the milk' });
  const [told] = await shop.ctx.read((r) => r.sql`select event, about from outbox where about = ${id}`);
  expect(told).toEqual({ event: 'note.written', about: id });
  const [entry] = await shop.ctx.read((r) => r.sql`select operation, actor_name, record, record_id, changes from audit_entries where record_id = ${id}`);
  expect(entry).toMatchObject({ operation: 'notes.write', actor_name: 'Olive Owner', record: 'note', changes: [{ after: { body: 'remember the milk' } }] });
});

test('the audit log cannot be rewritten by the program', async () => {
  await expect(shop.ctx.transaction((tx) => tx.sql`delete from audit_entries`)).rejects.toThrow(/permission denied/);
});

test('the same key twice gives the first answer and does the work once', async () => {
  const first = await writeNote.call(shop.ctx, { body: 'once' }, { idempotencyKey: 'k1' });
  const again = await writeNote.call(shop.ctx, { body: 'once' }, { idempotencyKey: 'k1' });
  expect(again).toEqual(first);
  await expect(writeNote.call(shop.ctx, { body: 'other' }, { idempotencyKey: 'k1' })).rejects.toMatchObject({ code: 'idempotency_mismatch' });
});

test('twenty equal requests at the same moment do the work once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => writeNote.call(shop.ctx, { body: 'crowd' }, { idempotencyKey: 'crowd' })));
  expect(new Set(answers.map((a) => a.id)).size).toBe(1);
  const [row] = await shop.ctx.read((r) => r.sql<{ n: number }>`select count(*) as n from test_notes where body = 'crowd'`);
  expect(row!.n).toBe(1);
});

test('a refused request may be tried again under its key', async () => {
  await expect(writeNote.call(shop.ctx, { body: 'forbidden words' }, { idempotencyKey: 'retry' })).rejects.toMatchObject({ code: 'rude' });
  await expect(writeNote.call(shop.ctx, { body: 'forbidden words' }, { idempotencyKey: 'retry' })).rejects.toMatchObject({ code: 'rude' });
});

test('an operation of one statement costs five: begin, workspace, its own, closing, commit', async () => {
  await writeNote.call(shop.ctx, { body: 'warm up' });
  const before = statementsSoFar();
  await writeNote.call(shop.ctx, { body: 'counted' });
  expect(statementsSoFar() - before).toBe(5);
});

test('a list pages through every row once, in order, with filters and search', async () => {
  const busy = await house.newWorkspace();
  for (let i = 0; i < 23; i++) await writeNote.call(busy.ctx, { body: `note ${String(i).padStart(2, '0')}`, mood: i % 2 ? 'happy' : 'calm' });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await noteList.call(busy.ctx, { sort: '-body', limit: 5, ...(cursor && { cursor }) });
    expect(page.total).toBe(23);
    seen.push(...page.data.map((n) => n.body));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 23 }, (_, i) => `note ${String(22 - i).padStart(2, '0')}`));
  expect((await noteList.call(busy.ctx, { filter: { mood: 'happy' } })).total).toBe(11);
  expect((await noteList.call(busy.ctx, { q: 'note 07' })).data.map((n) => n.body)).toEqual(['note 07']);
  await expect(noteList.call(busy.ctx, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(noteList.call(busy.ctx, { filter: { body: 'x' } })).rejects.toMatchObject({ code: 'invalid' });
});

test('another workspace sees nothing of it', async () => {
  const neighbour = await house.newWorkspace();
  expect(await count(neighbour)).toBe(0);
  expect((await noteList.call(neighbour.ctx, {})).data).toEqual([]);
});
