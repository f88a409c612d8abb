import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { reviewSettingsChanged } from './events.ts';

const Settings = z.object({
  publish: z.enum(['moderate', 'auto']).meta({ description: 'moderate: somebody reads each review first; auto: public at once' }),
  who: z.enum(['customers', 'buyers']).meta({ description: 'buyers: only who bought the product may review it' }),
});
type Settings = z.infer<typeof Settings>;

export async function readSettings(r: Reader): Promise<Settings> {
  const [row] = await r.sql<Settings>`select publish, who from review_settings`;
  return row ?? { publish: 'moderate', who: 'customers' };
}

export const reviewSettingsView = view({
  name: 'reviews.settings',
  route: 'GET /review-settings',
  says: 'Rules for reviews',
  needs: 'reviews:read',
  input: z.object({}),
  output: Settings,
  changesWith: [reviewSettingsChanged],
  read: (r) => readSettings(r),
});

export const changeReviewSettings = operation({
  name: 'reviews.change-settings',
  route: 'PATCH /review-settings',
  says: 'Change the rules for reviews',
  needs: 'reviews:write',
  input: Settings.partial(),
  output: Settings,
  async run(tx, changes) {
    const before = await readSettings(tx);
    const after = { publish: changes.publish ?? before.publish, who: changes.who ?? before.who };
    await tx.sql`insert into review_settings (publish, who) values (${after.publish}, ${after.who})
      on conflict (workspace_id) do update set publish = excluded.publish, who = excluded.who`;
    tx.changed({ record: 'review settings', id: tx.workspaceId, before, after });
    tx.tell(reviewSettingsChanged, { workspaceId: tx.workspaceId });
    return after;
  },
});
