import pg from 'pg';
import { text } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { roleName } from '../db/pools.ts';
import { tenantTable } from '../db/tables.ts';
import { event } from '../events/event.ts';
import { column } from '../operations/columns.ts';
import { listView } from '../operations/list-view.ts';
import { operation } from '../operations/operation.ts';
import { Refusal } from '../refusal.ts';

/** A business of one noun, for tests of the platform itself. */
export const notes = tenantTable('test_notes', { body: text('body').notNull(), mood: text('mood').notNull().default('calm') });

export const noteWritten = event({
  name: 'note.written',
  says: 'A note was written',
  data: z.object({ noteId: z.uuid(), body: z.string() }),
  about: 'noteId',
  live: { channel: 'notes', as: 'note:created' },
});

export const writeNote = operation({
  name: 'notes.write',
  route: 'POST /notes',
  says: 'Write a note',
  needs: 'notes:write',
  input: z.object({ body: z.string().min(1), mood: z.string().optional() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { body, mood }) {
    const [row] = await tx.sql<{ id: string }>`insert into test_notes (body, mood) values (${body}, ${mood ?? 'calm'}) returning id`;
    if (body === 'forbidden words') throw new Refusal('rude', 'Please write something kinder.');
    tx.tell(noteWritten, { noteId: row!.id, body });
    tx.changed({ record: 'note', id: row!.id, after: { body } });
    return { id: row!.id };
  },
});

export const noteList = listView({
  name: 'notes.list',
  route: 'GET /notes',
  says: 'Notes',
  needs: 'notes:read',
  from: notes,
  columns: {
    body: column(notes.body, { says: 'Note', search: true, sort: true }),
    mood: column(notes.mood, { says: 'Mood', filter: 'any of', sort: true }),
  },
  changesWith: [noteWritten],
});

/** Creates the table as the migration tool would. */
export async function createNotesTable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create table test_notes (workspace_id uuid not null default current_workspace() references workspaces (id), id uuid not null default new_id(),
      body text not null, mood text not null default 'calm', primary key (workspace_id, id));
    alter table test_notes enable row level security; alter table test_notes force row level security;
    create policy t on test_notes to "${roleName('app')}" using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
    create policy p on test_notes to "${roleName('platform')}" using (true) with check (true);
    grant select, insert, update, delete on test_notes to "${roleName('app')}", "${roleName('platform')}";`);
  await client.end();
}
