import type { Hono } from 'hono';
import * as z from 'zod';
import { exportProducts, exportProductsAsJson, formatOf, importFile, previewProducts, type ImportReport, type ProductFile } from '#modules/catalog-transfer/index.ts';
import type { Door } from '#platform/http/api.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { queryOf } from '#platform/http/request.ts';
import { parseInput, requireCapability } from '#platform/operations/route.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { noteExport } from './note-export.ts';
import { answerAdmin, fileHeaders, inWorkspaceOf, streamOf, type Work } from './downloads.ts';
import { spool, type Spooled } from './spool.ts';

interface Bindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

const MOST_BYTES = 50 * 1024 * 1024;
const Currency = z.string().regex(/^[A-Z]{3}$/).optional();
const Export = z.object({ status: z.enum(['draft', 'active', 'archived']).optional(), currency: Currency });
const Mapping = z.string().max(10_000).transform(parsed).pipe(z.record(z.string().max(300), z.string().max(300), { error: 'must be a JSON object: column of the file -> column of ours' }));
const Import = z.object({ name: z.string().max(255).default('products'), format: z.enum(['csv', 'json']).optional(), currency: Currency, mapping: Mapping.optional(), preview: z.enum(['0', '1']).default('0') });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Product files too long for one JSON answer: out as streams, in as bytes. Memory holds one step of products either way. */
export function addTransferRoutes(app: Hono<{ Bindings: Bindings }>, limiter: RateLimiter): void {
  const answer = (name: string, request: Request, socket: string | undefined, work: Work) => answerAdmin(name, limiter, request, socket, work);
  for (const format of ['csv', 'json'] as const)
    app.get(`/api/admin/products/export.${format}`, (c) => answer(`products.export.${format}`, inWorkspaceOf(c.req.raw), c.env?.incoming?.socket?.remoteAddress, (door) => sendFile(door, c.req.url, format)));
  app.post('/api/admin/products/import-file', (c) => answer('products.import-file', c.req.raw, c.env?.incoming?.socket?.remoteAddress, (door) => takeFile(door, c.req.raw)));
}

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json' };

async function sendFile({ ctx, headers }: Door, url: string, format: 'csv' | 'json'): Promise<Response> {
  requireCapability(ctx, 'products:read', 'Export products');
  const choice = parseInput(Export, queryOf(url));
  const day = new Date().toISOString().slice(0, 10);
  const filename = ['products', choice.status, day].filter(Boolean).join('-');
  await noteExport(ctx, { list: 'products', needs: 'products:read', question: { format, ...choice } });
  const text = format === 'csv' ? exportProducts(ctx, choice) : asArray(exportProductsAsJson(ctx, choice));
  return new Response(streamOf(text), { headers: fileHeaders(headers, TYPES[format], `${filename}.${format}`) });
}

/** Lines of JSON as one array, still one product a line. */
async function* asArray(lines: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  let before = '[\n';
  for await (const text of lines) {
    yield before + text.trimEnd().replaceAll('\n', ',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function takeFile({ ctx, headers }: Door, request: Request): Promise<Response> {
  requireCapability(ctx, 'products:write', 'Import products');
  const question = parseInput(Import, queryOf(request.url));
  const body = await spool(request, MOST_BYTES);
  if (question.preview === '1') return Response.json(await withFile(body, question, (file) => previewProducts(ctx, file)), { headers });
  const work = (onStep?: ProductFile['onStep']) => withFile(body, question, (file) => importFile(ctx, { ...file, onStep }));
  if (request.headers.get('accept')?.includes(LINES)) return told(work, ctx, headers);
  return Response.json(await work(), { status: 201, headers });
}

async function withFile<T>(body: Spooled, { name, format, currency, mapping }: z.output<typeof Import>, work: (file: ProductFile) => Promise<T>): Promise<T> {
  try {
    return await work({ name, size: body.bytes, bytes: body.read(), format: format ?? formatOf(name, body.beginning), currency, mapping });
  } finally {
    await body.remove();
  }
}

const LINES = 'application/x-ndjson';

/** Answers a line after every step, `{"done": 200}`, and last the report or the problem. Whoever leaves does not stop the import. */
function told(work: (onStep: (report: ImportReport) => void) => Promise<ImportReport>, ctx: Context, headers: Record<string, string>): Response {
  let listening = true;
  const stream = new ReadableStream<string>({
    start(controller) {
      const say = (line: object) => listening && controller.enqueue(`${JSON.stringify(line)}\n`);
      void work((report) => say({ done: report.products }))
        .then((report) => ({ report }), async (error: unknown) => ({ problem: await problemResponse(error, ctx.requestId).json() as unknown }))
        .then((last) => {
          say(last);
          if (listening) controller.close();
        });
    },
    cancel() {
      listening = false;
    },
  });
  return new Response(stream.pipeThrough(new TextEncoderStream()), { headers: { ...headers, 'content-type': LINES } });
}
