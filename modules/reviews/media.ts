import { countAttempt } from '#modules/accounts/index.ts';
import * as z from 'zod';
import { files } from '#platform/files/configured-files.ts';
import { readImage, resizeImage } from '#platform/files/images.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { HOUR } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { ByOrder, writerOf } from './purchase.ts';

const MiB = 1024 * 1024;
export const MOST_PHOTOS = 6;
export const PHOTO_BYTES = 8 * MiB;
export const VIDEO_BYTES = 25 * MiB;
const WIDEST = 1_600;

const Uploaded = z.object({ id: z.uuid().meta({ description: 'for `media` of the review' }), kind: z.enum(['photo', 'video']) });
export type Uploaded = z.infer<typeof Uploaded>;

/** The bytes of one photo or video, for a review that is being written. They are private until the review is public. */
export function uploadReviewMedia(ctx: Context, file: { name: string; body: Buffer; order?: z.infer<typeof ByOrder> | undefined }): Promise<Uploaded> {
  return uploading(file.body).call(ctx, { name: file.name.slice(0, 200) || 'file', bytes: file.body.length, ...(file.order && { order: file.order }) });
}

// Bytes do not travel in a JSON input, so each upload is an operation around its own: same permission, same audit entry.
function uploading(body: Buffer) {
  return operation({
    name: 'storefront.reviews.upload',
    on: 'storefront',
    route: 'POST /review-media',
    says: 'Send a photo or a video for a review',
    needs: 'storefront:customers',
    input: z.object({ name: z.string().min(1).max(200), bytes: z.int(), order: ByOrder.optional() }),
    output: Uploaded,
    async run(tx, { order }) {
      const customerId = await writerOf(tx, order);
      await countAttempt([{ key: `review-media:${tx.workspaceId}:${customerId}`, times: 40, withinMillis: HOUR }]);
      return keep(tx, customerId, body);
    },
  });
}

async function keep(tx: Tx, customerId: string, body: Buffer): Promise<Uploaded> {
  const { kind, name, bytes } = await checked(body);
  const file = await files().save(tx, { name, body: bytes, visibility: 'private' });
  const [row] = await tx.sql<{ id: string }>`insert into review_media (customer_id, file_id, kind, created_at) values (${customerId}, ${file.id}, ${kind}, ${tx.now}) returning id`;
  return { id: row!.id, kind };
}

/** What a file is follows from its bytes. Photos are written anew, which takes off where they were made and anything hidden in them. */
async function checked(body: Buffer): Promise<{ kind: 'photo' | 'video'; name: string; bytes: Buffer }> {
  const video = videoType(body);
  if (video) {
    if (body.length > VIDEO_BYTES) throw new Refusal('too_large', `A video may have at most ${VIDEO_BYTES / MiB} MiB.`);
    return { kind: 'video', name: `video.${video}`, bytes: body };
  }
  if (body.length > PHOTO_BYTES) throw new Refusal('too_large', `A photo may have at most ${PHOTO_BYTES / MiB} MiB.`);
  if (!(await readImage(body))) throw new Refusal('invalid', 'This is neither a photo (JPEG, PNG, WebP, GIF, AVIF) nor a video (MP4, WebM).');
  return { kind: 'photo', name: 'photo.webp', bytes: await resizeImage(body, WIDEST, 'webp') };
}

function videoType(body: Buffer): 'mp4' | 'webm' | undefined {
  const brand = body.toString('latin1', 4, 12);
  if (/^ftyp(?!avi[fs]|heic|heix|mif1)/.test(brand)) return 'mp4';
  return body.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])) ? 'webm' : undefined;
}

/** Puts what was sent up before onto a review: only one's own, and not on two reviews. */
export async function attach(tx: Tx, review: { id: string; customerId: string }, media: readonly string[]): Promise<void> {
  const ids = [...new Set(media)];
  await tx.sql`update review_media set review_id = null where review_id = ${review.id} and not (id = any(${ids}::uuid[]))`;
  const put = await tx.sql<{ kind: string }>`
    update review_media m set review_id = ${review.id}, position = x.place from unnest(${ids}::uuid[]) with ordinality as x(id, place)
    where m.id = x.id and m.customer_id = ${review.customerId} and (m.review_id is null or m.review_id = ${review.id}) returning m.kind`;
  if (put.length < ids.length) throw new Refusal('invalid', 'One of the photos was not found. Please add it again.', { fields: { media: 'was not found' } });
  const photos = put.filter((each) => each.kind === 'photo').length;
  if (photos > MOST_PHOTOS || put.length - photos > 1) throw new Refusal('invalid', `A review has at most ${MOST_PHOTOS} photos and one video.`, { fields: { media: 'are too many' } });
  await tx.sql`update reviews set photos = ${photos}, videos = ${put.length - photos} where id = ${review.id}`;
}
