import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import * as z from 'zod';
import { reaction, schedule } from '#platform/events/reaction.ts';
import { files } from '#platform/files/configured-files.ts';
import { tar } from '#platform/files/tar.ts';
import { newId } from '#platform/ids.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { actorId, actorName } from '#platform/tenancy/actor.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { DAY, later, MINUTE, now } from '#platform/time.ts';
import { workspaceExportAsked, workspaceExportReady } from '../events.ts';
import { exportLetter } from '../internal/letters.ts';
import { workspaceExports } from '../tables.ts';
import { everythingOf, type Contents } from './archive.ts';

const KEPT = 7 * DAY;
const LINK_SECONDS = (15 * MINUTE) / 1000;

const Export = z.object({ id: z.uuid(), state: z.enum(['waiting', 'ready', 'failed', 'expired']) });

/** Everything there is, as one archive. Made in the background; one at a time. */
export const exportWorkspace = operation({
  name: 'workspace.export',
  route: 'POST /workspace/exports',
  says: 'Take all data home',
  needs: 'workspace:manage',
  input: z.object({}),
  output: Export,
  async run(tx) {
    const [waiting] = await tx.sql<{ id: string }>`select id from workspace_exports where state = 'waiting' and created_at > ${later(tx.now, -DAY)}`;
    if (waiting) throw new Refusal('conflict', 'An archive is being made already. You get a mail when it is ready.', { id: waiting.id });
    const id = newId();
    await tx.sql`insert into workspace_exports (id, asked_by, asked_by_id) values (${id}, ${actorName(tx.actor)}, ${actorId(tx.actor)})`;
    tx.changed({ record: 'export', id, after: { asked: true } });
    tx.tell(workspaceExportAsked, { exportId: id });
    return { id, state: 'waiting' as const };
  },
});

export const makeExport = reaction({
  name: 'accounts.make-export',
  on: workspaceExportAsked,
  retries: 3,
  async run(ctx, { exportId }) {
    const [row] = await ctx.read((r) => r.sql<{ askedById: string }>`select asked_by_id as "askedById" from workspace_exports where id = ${exportId} and state = 'waiting'`);
    if (!row) return;
    const key = `${ctx.workspaceId}/exports/${exportId}/everything.tar.gz`;
    const { bytes, contents } = await writeArchive(ctx.workspaceId, key);
    await ctx.transaction(async (tx) => {
      await tx.sql`update workspace_exports set state = 'ready', key = ${key}, bytes = ${bytes}, counts = ${JSON.stringify(contents.counts)}::jsonb,
        finished_at = ${tx.now}, expires_at = ${later(tx.now, KEPT)} where id = ${exportId}`;
      tx.tell(workspaceExportReady, { exportId });
    });
    await tellTheAsker(ctx, row.askedById, exportId);
  },
});

// One transaction that sees one moment, so that the rows of all tables belong together.
async function writeArchive(workspaceId: string, key: string): Promise<{ bytes: number; contents: Contents }> {
  const contents: Contents = { counts: {}, files: 0, missing: [] };
  const bytes = await platformTransaction('workspace-life', async (q) => {
    await q.sql`set transaction isolation level repeatable read, read only`;
    const packed = new PassThrough();
    const [stored] = await Promise.all([
      files().store.put(key, packed, { type: 'application/gzip' }),
      pipeline(Readable.from(tar(everythingOf(q, workspaceId, contents), now())), createGzip(), packed),
    ]);
    return stored;
  });
  return { bytes, contents };
}

async function tellTheAsker(ctx: Context, userId: string, exportId: string): Promise<void> {
  const [found] = await ctx.read((r) => r.sql<{ email: string; workspace: string; slug: string }>`
    select m.email, w.name as workspace, w.slug from members m cross join workspaces w where m.user_id::text = ${userId}`);
  if (found) await exportLetter(found, exportId);
}

const Which = z.object({ id: z.uuid() });

/** An address that gives the archive for a quarter of an hour. A verb rather than a view, so that the audit says who took it. */
export const downloadExport = operation({
  name: 'workspace.download-export',
  route: 'POST /workspace/exports/:id/downloads',
  says: 'Download an archive of all data',
  needs: 'workspace:manage',
  input: Which,
  output: Which.extend({ url: z.string(), expiresInSeconds: z.int() }),
  async run(tx, { id }) {
    const [row] = await tx.sql<{ key: string }>`select key from workspace_exports where id = ${id} and state = 'ready' and expires_at > ${tx.now}`;
    if (!row) throw notFound('The archive');
    tx.changed({ record: 'export', id, after: { downloaded: true } });
    return { id, url: '', expiresInSeconds: LINK_SECONDS };
  },
  // The address opens the archive by itself, so no table keeps it.
  async afterCommit(ctx, answer) {
    const [row] = await ctx.read((r) => r.sql<{ key: string }>`select key from workspace_exports where id = ${answer.id}`);
    return { ...answer, url: await files().store.signedUrl(row!.key, { expiresIn: LINK_SECONDS }) };
  },
});

export const exportList = listView({
  name: 'workspace.exports',
  route: 'GET /workspace/exports',
  says: 'Archives of all data',
  needs: 'workspace:manage',
  from: workspaceExports,
  columns: {
    createdAt: column(workspaceExports.createdAt, { says: 'Asked for', filter: 'dates', sort: 'newest first' }),
    askedBy: column(workspaceExports.askedBy, { says: 'By', search: true, sort: true }),
    state: column(workspaceExports.state, { says: 'State', filter: 'any of', values: ['waiting', 'ready', 'failed', 'expired'] }),
    bytes: column(workspaceExports.bytes, { says: 'Bytes', sort: true }),
    expiresAt: column(workspaceExports.expiresAt, { says: 'Kept until', filter: 'dates', sort: true }),
  },
  changesWith: [workspaceExportAsked, workspaceExportReady],
});

/** Archives go after a week: the bytes first, so that nothing stays behind unlisted. One that never came about is said so. */
export const tidyExports = schedule({
  name: 'accounts.tidy-exports',
  everySeconds: 3_600,
  async run(ctx) {
    const old = await ctx.read((r) => r.sql<{ id: string; key: string }>`select id, key from workspace_exports where state = 'ready' and expires_at <= ${now()}`);
    for (const { id, key } of old) {
      await files().store.delete(key);
      await ctx.transaction((tx) => tx.sql`update workspace_exports set state = 'expired' where id = ${id}`);
    }
    await ctx.transaction((tx) => tx.sql`update workspace_exports set state = 'failed' where state = 'waiting' and created_at < ${later(tx.now, -DAY)}`);
  },
});

