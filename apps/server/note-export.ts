import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Context } from '#platform/tenancy/context.ts';

interface Taken {
  /** The list, e.g. `customers.list`. */
  list: string;
  needs: string;
  /** How it was filtered, sorted and written. */
  question: Record<string, unknown>;
}

/** Leaves in the audit log who takes which list home, and how it was filtered. */
export async function noteExport(ctx: Context, { list, needs, question }: Taken): Promise<void> {
  // In no list, so no other door leads to it.
  const note = operation({
    name: 'exports.download',
    route: 'POST /exports',
    says: 'Take a list home',
    needs,
    input: z.object({ list: z.string(), question: z.record(z.string(), z.unknown()) }),
    output: z.object({}),
    async run(tx) {
      tx.changed({ record: 'export', id: list, after: question });
      return {};
    },
  });
  await note.call(ctx, { list, question });
}
