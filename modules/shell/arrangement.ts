import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { Arrangement, PRESETS, untouched, type Preset } from './arrangement-shape.ts';

const OWN = 'own:shell';

function personOf(r: Reader): string {
  if (r.actor.kind !== 'member') throw new Refusal('forbidden', 'Only a signed-in person has a dashboard of their own.');
  return r.actor.userId;
}

/** A member arranges their own sidebar. What is not given stays; giving a preset anew drops what was changed about the old one. */
export const arrange = operation({
  name: 'sidebar.arrange',
  route: 'PUT /sidebar',
  says: 'Arrange my sidebar',
  needs: OWN,
  audit: 'none',
  input: Arrangement.partial(),
  output: Arrangement,
  async run(tx, changes) {
    const userId = personOf(tx);
    // Merged by the database: changes that follow each other quickly must not undo one another.
    const whole = JSON.stringify({ ...untouched, ...changes });
    const part = changes.preset === undefined ? JSON.stringify(changes) : whole;
    const [row] = await tx.sql<Pick<Kept, 'arrangement'>>`insert into sidebar_arrangements (user_id, arrangement) values (${userId}, ${whole})
      on conflict (workspace_id, user_id) do update set arrangement = sidebar_arrangements.arrangement || ${part}::jsonb, updated_at = now()
      returning arrangement`;
    return { ...untouched, ...row!.arrangement };
  },
});

/** A hint the member has seen enough of. */
export const dismiss = operation({
  name: 'hints.dismiss',
  route: 'PUT /hints',
  says: 'Hide a hint of the dashboard for me',
  needs: OWN,
  audit: 'none',
  input: z.object({ hint: z.string().regex(/^[a-z0-9-]+$/).max(60), shown: z.boolean().default(false).meta({ description: 'true brings it back' }) }),
  output: z.object({ dismissed: z.array(z.string()) }),
  async run(tx, { hint, shown }) {
    const userId = personOf(tx);
    const { dismissed } = await keptOf(tx, userId);
    const after = [...dismissed.filter((each) => each !== hint), ...(shown ? [] : [hint])].slice(-100);
    await tx.sql`insert into sidebar_arrangements (user_id, dismissed) values (${userId}, ${after})
      on conflict (workspace_id, user_id) do update set dismissed = excluded.dismissed, updated_at = now()`;
    return { dismissed: after };
  },
});

export const setDefaultPreset = operation({
  name: 'sidebar.set-default',
  route: 'PUT /sidebar/default',
  says: 'Choose the sidebar everybody begins with',
  needs: 'settings:write',
  input: z.object({ preset: z.enum(PRESETS) }),
  output: z.object({ preset: z.enum(PRESETS) }),
  async run(tx, { preset }) {
    const before = await defaultOf(tx);
    await tx.sql`insert into sidebar_defaults (preset) values (${preset}) on conflict (workspace_id) do update set preset = excluded.preset, updated_at = now()`;
    tx.changed({ record: 'sidebar', id: tx.workspaceId, before: { preset: before }, after: { preset } });
    return { preset };
  },
});

export const arrangementView = view({
  name: 'sidebar.mine',
  route: 'GET /sidebar',
  says: 'How my dashboard is arranged',
  needs: OWN,
  input: z.object({}),
  output: Arrangement.extend({ default: z.enum(PRESETS), dismissed: z.array(z.string()) }),
  async read(r) {
    const person = r.actor.kind === 'member' ? r.actor.userId : null;
    const [kept, preset] = await Promise.all([person ? keptOf(r, person) : nothingKept, defaultOf(r)]);
    return { ...untouched, ...kept.arrangement, default: preset, dismissed: kept.dismissed };
  },
});

interface Kept {
  arrangement: Partial<Arrangement>;
  dismissed: string[];
}

const nothingKept: Kept = { arrangement: {}, dismissed: [] };

async function keptOf(r: Reader, userId: string): Promise<Kept> {
  const [row] = await r.sql<Kept>`select arrangement, dismissed from sidebar_arrangements where user_id = ${userId}`;
  return row ?? nothingKept;
}

async function defaultOf(r: Reader): Promise<Preset> {
  const [row] = await r.sql<{ preset: Preset }>`select preset from sidebar_defaults`;
  return row?.preset ?? 'full';
}
