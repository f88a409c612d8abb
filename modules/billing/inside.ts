import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { openContext, type Context, type Tx } from '#platform/tenancy/context.ts';

const INSIDE = 'billing:inside';

/** The installation at work in a workspace's account, by the clock. */
export function houseContext(workspaceId: string): Context {
  return openContext({ workspaceId, actor: { kind: 'system', name: 'billing' }, capabilities: [INSIDE] });
}

/** One transaction of the installation's own that stands in the workspace's audit log like everybody's. */
export async function onRecord<T>(ctx: Context, { name, says }: { name: string; says: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
  let found!: T;
  // In no list, so no other door leads to it.
  const inner = operation({
    name,
    route: 'POST /billing',
    says,
    needs: INSIDE,
    input: z.object({}),
    output: z.object({}),
    async run(tx) {
      found = await work(tx);
      return {};
    },
  });
  await inner.call(ctx, {});
  return found;
}
