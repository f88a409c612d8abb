import type { Tx } from '#platform/tenancy/context.ts';

/** The next number of transfers or counts; two at once get different ones. */
export async function nextPaperNumber(tx: Tx, kind: 'transfer' | 'count'): Promise<number> {
  const [row] = await tx.sql<{ number: number }>`
    insert into stock_paper_numbers as n (kind, last_number) values (${kind}, 1)
    on conflict (workspace_id, kind) do update set last_number = n.last_number + 1 returning last_number as number`;
  return row!.number;
}
