import * as z from 'zod';
import { notFound } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { transferChanged } from './events.ts';
import { TRANSFER_STATES } from './stock-paper-tables.ts';

export const TransferView = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(TRANSFER_STATES),
  from: z.object({ id: z.uuid(), name: z.string() }),
  to: z.object({ id: z.uuid(), name: z.string() }),
  note: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  receivedAt: z.string().nullable(),
  lines: z.array(
    z.object({
      variantId: z.uuid(), product: z.string(), variant: z.string(), sku: z.string(), quantity: z.int(), received: z.int(),
      missing: z.int().meta({ description: 'sent and never arrived' }), available: z.int().meta({ description: 'where it comes from' }),
    }),
  ),
});
export type TransferView = z.infer<typeof TransferView>;

interface Row extends Omit<TransferView, 'createdAt' | 'sentAt' | 'receivedAt'> {
  createdAt: Date;
  sentAt: Date | null;
  receivedAt: Date | null;
}

/** A transfer with its lines. One statement. */
export async function readTransfer(r: Reader, id: string): Promise<TransferView> {
  const [row] = await r.sql<Row>`
    select t.id, t.number, t.state, t.note, t.created_by as "createdBy", t.created_at as "createdAt", t.sent_at as "sentAt", t.received_at as "receivedAt",
      json_build_object('id', f.id, 'name', f.name) as "from", json_build_object('id', d.id, 'name', d.name) as "to",
      coalesce((select json_agg(json_build_object('variantId', l.variant_id, 'product', p.title, 'variant', v.title, 'sku', coalesce(v.sku, ''), 'quantity', l.quantity,
          'received', l.received, 'missing', l.missing, 'available', coalesce(s.available, 0)) order by p.title, v.position, l.id)
        from stock_transfer_lines l join variants v on v.id = l.variant_id join products p on p.id = v.product_id
        left join stock_levels s on s.variant_id = l.variant_id and s.location_id = t.from_location_id where l.transfer_id = t.id), '[]') as lines
    from stock_transfers t join locations f on f.id = t.from_location_id join locations d on d.id = t.to_location_id where t.id = ${id}`;
  if (!row) throw notFound('The transfer');
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return { ...row, createdAt: row.createdAt.toISOString(), sentAt: iso(row.sentAt), receivedAt: iso(row.receivedAt) };
}

export interface LockedTransfer {
  id: string;
  number: number;
  state: TransferView['state'];
  from: string;
  to: string;
  lines: { variantId: string; quantity: number; received: number; missing: number }[];
}

/** Locks a transfer; every change of one begins here. */
export async function lockTransfer(tx: Tx, id: string): Promise<LockedTransfer> {
  const [found] = await tx.sql<Omit<LockedTransfer, 'lines'>>`
    select id, number, state, from_location_id as "from", to_location_id as "to" from stock_transfers where id = ${id} for update`;
  if (!found) throw notFound('The transfer');
  const lines = await tx.sql<LockedTransfer['lines'][number]>`
    select variant_id as "variantId", quantity, received, missing from stock_transfer_lines where transfer_id = ${id} order by variant_id`;
  return { ...found, lines };
}

export function tellTransfer(tx: Tx, { id, number }: { id: string; number: number }, state: TransferView['state']): void {
  tx.tell(transferChanged, { transferId: id, number, state });
  tx.changed({ record: 'stock transfer', id, after: { number, state } });
}
