import { jobParked } from '#platform/jobs/parked-event.ts';
import { notice } from '#platform/notices/notice.ts';

export const parkedNotice = notice({
  kind: 'job.parked',
  on: jobParked,
  says: 'Background work that needs a person',
  group: 'Workspace',
  many: '# pieces of background work need a look',
  needs: 'jobs:read',
  urgency: 'urgent',
  text: (_r, { reaction, message }) => ({ title: 'Background work needs a look', body: `${reaction}: ${message}`, link: '/jobs?state=parked' }),
});
