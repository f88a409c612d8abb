import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { memberChanged, memberJoined, memberRemoved } from './events.ts';

const Activity = z.object({ memberId: z.uuid(), sessions: z.int(), secondFactor: z.boolean() });

/** How safely and from how many browsers the members of the workspace are signed in. Sessions belong to people, not to workspaces. */
export const memberActivity = view({
  name: 'members.activity',
  route: 'GET /members/activity',
  says: 'How members are signed in',
  needs: 'members:read',
  input: z.object({}),
  output: z.object({ data: z.array(Activity) }),
  changesWith: [memberJoined, memberChanged, memberRemoved] as never,
  async read(r) {
    const members = await r.sql<{ id: string; userId: string }>`select id, user_id as "userId" from members order by id limit 2000`;
    const people = await platformRead('sign-in', (q) => q.sql<{ id: string; sessions: number; secondFactor: boolean }>`
      select u.id, u.two_factor_enabled as "secondFactor", count(s.id)::int as sessions from users u left join sessions s on s.user_id = u.id and s.expires_at > now()
      where u.id = any(${members.map((m) => m.userId)}::uuid[]) group by u.id`);
    const of = new Map(people.map((each) => [each.id, each]));
    return { data: members.map(({ id, userId }) => ({ memberId: id, sessions: of.get(userId)?.sessions ?? 0, secondFactor: of.get(userId)?.secondFactor ?? false })) };
  },
});
