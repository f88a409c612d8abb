import { notice } from '#platform/notices/notice.ts';
import { bulkEnded } from './events.ts';

export const runEnded = notice({
  kind: 'bulk.ended',
  on: bulkEnded,
  says: 'Your bulk changes that ended',
  group: 'Workspace',
  many: '# of your bulk changes ended',
  needs: 'bulk:read',
  text: (_r, { runId, says, done, failed, skipped, actorId }) => ({
    title: failed > 0 ? `${says}: ${failed} failed` : `${says}: done`,
    body: [`${done} done`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`].filter(Boolean).join(', '),
    link: `/bulk/${runId}`,
    to: [actorId],
  }),
});
