import { uploadReviewMedia, VIDEO_BYTES } from '#modules/reviews/index.ts';
import { requestIdOf } from '#platform/http/request.ts';
import { problemResponse } from '#platform/http/problem.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { Refusal } from '#platform/refusal.ts';
import { corsHeaders, openStorefront } from './storefront-door.ts';

/**
 * POST /api/storefront/review-media?name=photo.jpg with the bytes as the body: a photo or the video of a review that is being written.
 * Customers send their session; guests `order` and `token` of the link of their order.
 */
export async function receiveReviewMedia(limiter: RateLimiter, request: Request, socket: string | undefined): Promise<Response> {
  const requestId = requestIdOf(request);
  try {
    const { ctx, headers } = await openStorefront(limiter, request, requestId, socket);
    const { searchParams } = new URL(request.url);
    const [id, token] = [searchParams.get('order'), searchParams.get('token')];
    const body = await bytesOf(request);
    const media = await uploadReviewMedia(ctx, { name: searchParams.get('name') ?? 'file', body, ...(id && token && { order: { id, token } }) });
    return Response.json(media, { status: 201, headers: { ...headers, 'x-request-id': requestId } });
  } catch (error) {
    return problemResponse(error, requestId, corsHeaders(request.headers));
  }
}

// Counted while it arrives: what a caller announces may be a lie.
async function bytesOf(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > VIDEO_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > VIDEO_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  if (bytes === 0) throw new Refusal('invalid', 'The file is empty.');
  return Buffer.concat(chunks);
}

function tooLarge(): Refusal {
  return new Refusal('too_large', 'A photo may have at most 8 MiB, a video 25 MiB.');
}
