import { createHash } from 'node:crypto';
import * as z from 'zod';
import { files } from '#platform/files/configured-files.ts';
import { DEFAULT_MAX_BYTES, fileUrl, type StoredFile } from '#platform/files/files.ts';
import { requestIdOf } from '#platform/http/request.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { operation } from '#platform/operations/operation.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { Refusal } from '#platform/refusal.ts';
import { openAdmin } from './admin-door.ts';

/** POST /api/admin/files?name=ring.jpg (&for=order for what hangs on an order) with the bytes as the body: a picture or document of the workspace. */
export async function receiveFile(limiter: RateLimiter, request: Request, socket: string | undefined): Promise<Response> {
  const requestId = requestIdOf(request);
  try {
    const { ctx, headers } = await openAdmin(limiter, request, requestId, socket);
    const { searchParams } = new URL(request.url);
    const name = searchParams.get('name') ?? 'file';
    const use = searchParams.get('for') === 'order' ? 'order' : 'product';
    const body = await bytesOf(request);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const file = await upload(body, use).call(ctx, { name, bytes: body.length, sha256 }, { idempotencyKey: request.headers.get('idempotency-key') ?? undefined });
    return Response.json(file, { status: 201, headers: { ...headers, 'x-request-id': requestId } });
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

const Uploaded = z.object({ id: z.uuid(), url: z.string() }).loose();

// Bytes do not travel in a JSON input, so each upload is an operation around its own: same permission, same audit entry.
// Pictures of products are for everybody; what hangs on an order is opened by signed address only.
const uses = { product: { needs: 'products:write', visibility: 'public' }, order: { needs: 'orders:write', visibility: 'private' } } as const;

function upload(body: Buffer, use: keyof typeof uses) {
  return operation({
    name: 'files.upload',
    route: 'POST /files',
    says: 'Upload a file',
    needs: uses[use].needs,
    input: z.object({ name: z.string().min(1).max(255), bytes: z.int(), sha256: z.hex() }),
    output: Uploaded,
    async run(tx, { name }) {
      const file: StoredFile = await files().save(tx, { name, body, visibility: uses[use].visibility });
      tx.changed({ record: 'file', id: file.id, after: { name: file.name, bytes: file.bytes, contentType: file.contentType } });
      return { ...file, url: fileUrl(file) };
    },
  });
}

async function bytesOf(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > DEFAULT_MAX_BYTES) throw tooLarge();
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length > DEFAULT_MAX_BYTES) throw tooLarge();
  if (body.length === 0) throw new Refusal('invalid', 'The file is empty.');
  return body;
}

function tooLarge(): Refusal {
  return new Refusal('too_large', 'A file may have at most 25 MiB.');
}
