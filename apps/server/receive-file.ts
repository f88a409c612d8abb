import { files } from '#platform/files/configured-files.ts';
import { DEFAULT_MAX_BYTES, fileUrl } from '#platform/files/files.ts';
import { requestIdOf } from '#platform/http/request.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { requireCapability } from '#platform/operations/route.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { Refusal } from '#platform/refusal.ts';
import { openAdmin } from './admin-door.ts';

/** POST /api/admin/files?name=ring.jpg with the bytes as the body: a picture or document of the workspace. */
export async function receiveFile(limiter: RateLimiter, request: Request): Promise<Response> {
  const requestId = requestIdOf(request);
  try {
    const { ctx, headers } = await openAdmin(limiter, request, requestId, undefined);
    requireCapability(ctx, 'products:write', 'Upload a file');
    const name = new URL(request.url).searchParams.get('name') ?? 'file';
    const file = await files().save(ctx, { name, body: await bytesOf(request) });
    return Response.json({ ...file, url: fileUrl(file) }, { status: 201, headers: { ...headers, 'x-request-id': requestId } });
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

async function bytesOf(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > DEFAULT_MAX_BYTES) throw new Refusal('too_large', 'A file may have at most 25 MiB.');
  const body = Buffer.from(await request.arrayBuffer());
  if (body.length === 0) throw new Refusal('invalid', 'The file is empty.');
  return body;
}
