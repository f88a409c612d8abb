import * as z from 'zod';
import type { Event } from '#platform/events/event.ts';
import { operation } from '#platform/operations/operation.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { openContext } from '#platform/tenancy/context.ts';

const INSIDE = 'superadmin:inside';

interface Trace<D> {
  name: string;
  workspaceId: string;
  says: string;
  input: Record<string, unknown>;
  record: { record: string; id: string; before?: unknown; after?: unknown };
  event?: { event: Event<D>; data: D };
}

/** Leaves the act in the workspace's own audit log, where its owner sees it, and tells the workspace's fact. */
export async function leaveTrace<D>(who: Superadmin, { name, workspaceId, says, input, record, event }: Trace<D>): Promise<void> {
  const actor = { kind: 'member' as const, userId: who.userId, name: `${who.name} (superadmin)`, email: who.email };
  const ctx = openContext({ workspaceId, actor, capabilities: [INSIDE], requestId: who.requestId, ...(who.address && { address: who.address }) });
  // In no list, so no other door leads to it.
  const inner = operation({
    name,
    route: 'POST /superadmin',
    says,
    needs: INSIDE,
    input: z.record(z.string(), z.unknown()),
    output: z.object({}),
    run: async (tx) => {
      tx.changed(record);
      if (event) tx.tell(event.event, event.data);
      return {};
    },
  });
  await inner.call(ctx, input);
}
