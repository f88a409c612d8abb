import { notice } from '#platform/notices/notice.ts';
import { limitNear } from './events.ts';

export const limitIsNear = notice({
  kind: 'limit.near',
  on: limitNear,
  says: 'Limits of the tier that are near or reached',
  group: 'Workspace',
  many: '# limits are near',
  needs: 'settings:write',
  urgency: 'urgent',
  text: (_r, { sentence, share }) => ({ title: share === 100 ? 'A limit of your tier is reached' : 'A limit of your tier is near', body: sentence, link: '/usage' }),
});
