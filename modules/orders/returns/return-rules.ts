import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';

export const ReturnRules = z.object({
  windowDays: z.int('should be a number of days').min(1).max(3_650).nullable().meta({ description: 'how many days customers may ask for a return, from delivery, or from sending where no delivery was told; null = always' }),
  says: z.string().trim().max(2_000).meta({ description: 'what customers read where they ask for a return' }),
});
export type ReturnRules = z.infer<typeof ReturnRules>;

/** What was said about returns; until then they may be asked for at any time. One statement. */
export async function readReturnRules(r: Reader): Promise<ReturnRules> {
  const [row] = await r.sql<ReturnRules>`select window_days as "windowDays", says from order_return_rules`;
  return row ?? { windowDays: null, says: '' };
}

export const returnRulesView = view({
  name: 'orders.return-rules',
  route: 'GET /order-return-rules',
  says: 'How long, and on what terms, customers may ask for returns',
  needs: 'orders:read',
  input: z.object({}),
  output: ReturnRules,
  read: (r) => readReturnRules(r),
});

/** Binds customers only: people of the shop may take anything back at any time. */
export const setReturnRules = operation({
  name: 'orders.set-return-rules',
  route: 'PUT /order-return-rules',
  says: 'Say how long customers may ask for returns',
  needs: 'settings:write',
  input: ReturnRules.partial(),
  output: ReturnRules,
  async run(tx, changes) {
    const before = await readReturnRules(tx);
    const { windowDays = before.windowDays, says = before.says } = changes;
    await tx.sql`
      insert into order_return_rules (window_days, says) values (${windowDays}, ${says})
      on conflict (workspace_id) do update set window_days = excluded.window_days, says = excluded.says`;
    tx.changed({ record: 'return rules', id: tx.workspaceId, before, after: { windowDays, says } });
    return { windowDays, says };
  },
});
