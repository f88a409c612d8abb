import * as z from 'zod';
import { reaction, schedule } from '#platform/events/reaction.ts';
import { files } from '#platform/files/configured-files.ts';
import { WIDTHS } from '#platform/files/images.ts';
import { log } from '#platform/log.ts';
import { accountOperation } from '#platform/operations/account-operation.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { Queries } from '#platform/db/query.ts';
import { DAY, later, now } from '#platform/time.ts';
import { workspaceDeletionAsked, workspaceDeletionCancelled } from '../events.ts';
import { deletedLetter, deletionCancelledLetter, deletionLetter } from '../internal/letters.ts';
import { rolesChanged } from '../members.ts';
import { asPerson, OWN } from '../own-membership.ts';

export const GRACE = 14 * DAY;

const Which = z.object({ id: z.uuid() });
const Planned = Which.extend({ deleteAfter: z.iso.datetime().nullable() });

interface Owned {
  name: string;
  deleteAfter: Date | null;
}

async function ownedWorkspace(q: Queries, id: string, userId: string): Promise<Owned> {
  const [row] = await q.sql<Owned & { role: string }>`
    select w.name, w.delete_after as "deleteAfter", m.role from workspaces w join members m on m.workspace_id = w.id
    where w.id = ${id} and m.user_id = ${userId} and m.suspended_at is null and w.suspended_at is null for update of w`;
  if (!row) throw notFound('The workspace');
  if (row.role !== 'owner') throw new Refusal('forbidden', 'Only an owner can decide about the end of a workspace.');
  return row;
}

// Audit entry and fact of what the platform has just written down.
const note = operation({
  name: 'workspaces.ask-deletion',
  route: 'POST /deletion',
  says: 'Ask for the deletion of a workspace',
  needs: OWN,
  input: z.object({ deleteAfter: z.iso.datetime().nullable(), by: z.string() }),
  output: z.object({}),
  async run(tx, { deleteAfter, by }) {
    tx.changed({ record: 'workspace', id: tx.workspaceId, before: { deleteAfter: null }, after: { deleteAfter } });
    if (deleteAfter) tx.tell(workspaceDeletionAsked, { workspaceId: tx.workspaceId, deleteAfter, by });
    else tx.tell(workspaceDeletionCancelled, { workspaceId: tx.workspaceId, by });
    return {};
  },
});

/** Closes the shops at once and plans the deletion of everything for two weeks later. Until then it can be called off. */
export const askDeletion = accountOperation({
  name: 'workspaces.ask-deletion',
  route: 'POST /workspaces/:id/deletion',
  says: 'Delete a workspace',
  input: Which.extend({
    name: z.string().meta({ description: 'the name of the workspace, as a first confirmation' }),
    sure: z.literal(true).meta({ description: 'the second confirmation' }),
  }),
  output: Planned,
  async run(q, { id, name }, person) {
    const owned = await ownedWorkspace(q, id, person.userId);
    if (owned.name.trim() !== name.trim()) throw new Refusal('invalid', 'That is not the name of this workspace.', { fields: { name: 'should be the name exactly as it is written' } });
    const deleteAfter = owned.deleteAfter ?? later(now(), GRACE);
    await q.sql`update workspaces set delete_after = ${deleteAfter}, deletion_asked_by = ${person.name} where id = ${id}`;
    return { id, deleteAfter: deleteAfter.toISOString() };
  },
  async afterCommit(person, answer) {
    await note.call(asPerson(person, answer.id), { deleteAfter: answer.deleteAfter, by: person.name });
    rolesChanged();
    return answer;
  },
});

export const cancelDeletion = accountOperation({
  name: 'workspaces.cancel-deletion',
  route: 'DELETE /workspaces/:id/deletion',
  says: 'Keep a workspace after all',
  input: Which,
  output: Planned,
  async run(q, { id }, person) {
    const owned = await ownedWorkspace(q, id, person.userId);
    if (!owned.deleteAfter) throw new Refusal('conflict', 'This workspace is not going to be deleted.');
    await q.sql`update workspaces set delete_after = null, deletion_asked_by = null where id = ${id}`;
    return { id, deleteAfter: null };
  },
  async afterCommit(person, answer) {
    await note.call(asPerson(person, answer.id), { deleteAfter: null, by: person.name });
    rolesChanged();
    return answer;
  },
});

export const mailTheOwners = reaction({
  name: 'accounts.deletion-mail',
  on: [workspaceDeletionAsked, workspaceDeletionCancelled] as never,
  async run(ctx, { by, deleteAfter }: { by: string; deleteAfter?: string }, told) {
    const owners = await ctx.read((r) => r.sql<Owner>`select m.email, w.name as workspace, w.slug from members m cross join workspaces w where m.role = 'owner'`);
    for (const owner of owners) await (deleteAfter ? deletionLetter(owner, { by, deleteAfter }, told.id) : deletionCancelledLetter(owner, by, told.id));
  },
});

interface Owner {
  email: string;
  workspace: string;
  slug: string;
}

/** When the two weeks are over, nothing stays. Broken off, it goes on where it was an hour later. */
export const deleteDueWorkspace = schedule({
  name: 'accounts.delete-due-workspace',
  everySeconds: 3_600,
  async run(ctx) {
    const { workspaceId: id } = ctx;
    const owners = await ctx.read((r) => r.sql<Owner>`select m.email, w.name as workspace, w.slug from members m cross join workspaces w where m.role = 'owner'`);
    // From here on nobody comes in and nobody calls it off.
    const due = await platformRead('workspace-life', (q) => q.sql`
      update workspaces set suspended_at = coalesce(suspended_at, now()) where id = ${id} and delete_after <= ${now()} returning id`);
    if (due.length === 0) return;
    await deleteFiles(id);
    await deleteRows(id);
    for (const owner of owners) await deletedLetter(owner, id);
    rolesChanged();
    log.info('A workspace and everything in it was deleted.', { workspace: id });
  },
});

async function deleteFiles(workspaceId: string): Promise<void> {
  const rows = await platformRead('workspace-life', (q) => q.sql<{ key: string; kind: string }>`
    select key, kind from files where workspace_id = ${workspaceId}
    union all select key, 'archive' from workspace_exports where workspace_id = ${workspaceId} and key is not null`);
  for (const { key, kind } of rows) {
    await files().store.delete(key);
    if (kind === 'image') await files().variants.forget(key, WIDTHS, ['webp', 'avif', 'jpeg', 'png']);
  }
}

/** Every table with rows of workspaces, also those that no module declares. */
async function tablesWithRows(): Promise<string[]> {
  const rows = await platformRead('workspace-life', (q) => q.sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`);
  return rows.map((row) => row.name);
}

// Rows that others refer to cannot go first. What refuses is tried again after the rest.
async function deleteRows(workspaceId: string): Promise<void> {
  let left = await tablesWithRows();
  while (left.length > 0) {
    const stuck: string[] = [];
    for (const table of left) if (!(await emptied(table, workspaceId))) stuck.push(table);
    if (stuck.length === left.length) throw new Error(`rows of a deleted workspace hold each other: ${stuck.join(', ')}`);
    left = stuck;
  }
  await platformRead('workspace-life', (q) => q.sql`
    with p as (update user_preferences set active_workspace_id = null where active_workspace_id = ${workspaceId}) delete from workspaces where id = ${workspaceId}`);
}

const BATCH = 10_000;

async function emptied(table: string, workspaceId: string): Promise<boolean> {
  try {
    for (;;) {
      const gone = await platformRead('workspace-life', (q) => q.query(`delete from "${table}" where ctid = any(array(select ctid from "${table}" where workspace_id = $1 limit ${BATCH})) returning 1`, [workspaceId]));
      if (gone.length < BATCH) return true;
    }
  } catch (error) {
    if (!['23503', '23001'].includes((error as { code?: string }).code ?? '')) throw error;
    return false;
  }
}
