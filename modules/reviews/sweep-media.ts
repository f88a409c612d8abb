import { files } from '#platform/files/configured-files.ts';
import { schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';

const AT_ONCE = 200;

/** Photos that were sent up and ended in no review, and those of deleted reviews, go after a day. */
export const sweepReviewMedia = schedule({
  name: 'reviews.sweep-media',
  everySeconds: 6 * 3_600,
  async run(ctx) {
    const lost = await ctx.transaction((tx) => tx.sql<{ fileId: string }>`
      with lost as materialized (select id from review_media where review_id is null and created_at < ${later(now(), -DAY)} limit ${AT_ONCE})
      delete from review_media m using lost where m.id = lost.id returning m.file_id as "fileId"`);
    for (const { fileId } of lost) await files().remove(ctx, fileId);
  },
});
