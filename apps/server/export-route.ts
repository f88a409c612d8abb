import type { Hono } from 'hono';
import * as z from 'zod';
import { workspaceSettings } from '#modules/accounts/index.ts';
import type { Door } from '#platform/http/api.ts';
import { asCsv, asJsonLines } from '#platform/http/list-export.ts';
import { queryOf } from '#platform/http/request.ts';
import { ListQuestion } from '#platform/operations/list-view.ts';
import { parseInput } from '#platform/operations/route.ts';
import type { View } from '#platform/operations/view.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { noteExport } from './note-export.ts';
import { answerAdmin, fileHeaders, inWorkspaceOf, streamOf } from './downloads.ts';

interface Bindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

const Export = ListQuestion.pick({ q: true, filter: true, sort: true, ids: true }).extend({
  format: z.enum(['csv', 'jsonl']).default('csv'),
  columns: z.string().max(2_000).optional().transform((text) => text?.split(',').filter(Boolean)),
  bom: z.enum(['0', '1']).default('1'),
});

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' };

/** GET /api/admin/exports/:view: everything a list view finds, as a file that is written while it is read. */
export function addExportRoute(app: Hono<{ Bindings: Bindings }>, limiter: RateLimiter): void {
  app.get('/api/admin/exports/:view', (c) => answerAdmin(`export ${c.req.param('view')}`, limiter, inWorkspaceOf(c.req.raw), c.env?.incoming?.socket?.remoteAddress, (door) => sendExport(door, c.req.param('view'), c.req.url)));
}

async function sendExport({ ctx, headers }: Door, name: string, url: string): Promise<Response> {
  const view = exportable(name);
  const { format, columns: chosen, bom, ...question } = parseInput(Export, queryOf(url));
  requireColumns(view, chosen);
  const parts = await begun(view.list!.through(ctx, question));
  await noteExport(ctx, { list: name, needs: view.needs, question: { format, ...question, ...(chosen && { columns: chosen }) } });
  const { timeZone } = await ctx.read(workspaceSettings);
  const text = format === 'csv' ? asCsv(parts, { columns: view.columns!, chosen, timeZone, mark: bom === '1' ? '\uFEFF' : '' }) : asJsonLines(parts, { chosen });
  const filename = `${view.says.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${new Date().toISOString().slice(0, 10)}.${format}`;
  return new Response(streamOf(text), { headers: fileHeaders(headers, TYPES[format], filename) });
}

function exportable(name: string): View {
  const view = registry.view(name);
  if (!view.list || view.on !== 'admin') throw notFound(`The list "${name}"`);
  return view;
}

function requireColumns(view: View, chosen: string[] | undefined): void {
  const unknown = chosen?.find((key) => !view.columns![key]);
  if (unknown) throw new Refusal('invalid', `This list has no column "${unknown}".`, { columns: Object.keys(view.columns!) });
}

// A question the list refuses must become a refusal, not a file that breaks off.
async function begun<T>(parts: AsyncGenerator<T, void>): Promise<AsyncGenerator<T, void>> {
  const first = await parts.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* parts;
  })();
}
