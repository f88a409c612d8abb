import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import type { ExchangeLine, ReturnPhoto } from '../shapes.ts';
import { RETURN_REASONS, RETURN_STAGES, stageMoves, type ReturnReason, type ReturnStage } from './return-stage.ts';

/** A return as answers carry it. */
export const ReturnShown = z.object({
  id: z.uuid(),
  name: z.string().meta({ description: 'like #1001-R1' }),
  stage: z.enum(RETURN_STAGES),
  reason: z.enum(RETURN_REASONS),
  note: z.string(),
  instructions: z.string(),
  labelUrl: z.string().nullable(),
  outcome: z.string(),
  byCustomer: z.boolean(),
  photos: z.array(z.object({ id: z.uuid(), name: z.string() })).meta({ description: 'pictures the customer sent along' }),
  lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int(), restocked: z.int(), damaged: z.int() })),
  exchange: z.array(z.object({ variantId: z.uuid(), title: z.string(), quantity: z.int(), unitPrice: Money })),
  credited: Money,
  at: z.string(),
  endedAt: z.string().nullable(),
});
export type ReturnShown = z.infer<typeof ReturnShown>;

export interface ReturnRecord {
  id: string;
  orderId: string;
  number: number;
  stage: ReturnStage;
  reason: ReturnReason;
  note: string;
  instructions: string;
  labelUrl: string | null;
  outcome: string;
  byCustomer: boolean;
  photos: ReturnPhoto[];
  exchange: ExchangeLine[];
  credited: number;
  createdAt: Date;
  endedAt: Date | null;
  lines: { lineId: string; quantity: number; restocked: number; damaged: number }[];
}

const COLUMNS = `r.id, r.order_id as "orderId", r.number, r.stage, r.reason, r.note, r.instructions, r.label_url as "labelUrl", r.outcome,
  r.by_customer as "byCustomer", r.photos, r.exchange, r.credited, r.created_at as "createdAt", r.ended_at as "endedAt",
  (select coalesce(json_agg(json_build_object('lineId', l.line_id, 'quantity', l.quantity, 'restocked', l.restocked, 'damaged', l.damaged) order by l.id), '[]')
    from order_return_lines l where l.return_id = r.id) as lines`;

/** The returns of an order, oldest first. One statement. */
export function returnsOf(r: Reader, orderId: string): Promise<ReturnRecord[]> {
  return r.query<ReturnRecord>(`select ${COLUMNS} from order_returns r where r.order_id = $1 order by r.number`, [orderId]);
}

/** One return; the caller has locked its order, or will. */
export async function returnBy(r: Reader, id: string): Promise<ReturnRecord> {
  const [found] = await r.query<ReturnRecord>(`select ${COLUMNS} from order_returns r where r.id = $1`, [id]);
  if (!found) throw notFound('This return');
  return found;
}

/** Moves a return on; a missing arrow is a refusal in words. */
export async function moveReturn(tx: Tx, back: ReturnRecord, to: ReturnStage, outcome: string): Promise<void> {
  if (!stageMoves[back.stage].includes(to)) throw new Refusal('wrong_state', `This return is ${back.stage}; it cannot be ${to} any more.`, { stage: back.stage });
  const ended = stageMoves[to].length === 0;
  await tx.sql`
    update order_returns set stage = ${to}, outcome = case when ${outcome} = '' then outcome else ${outcome} end, ended_at = case when ${ended} then ${tx.now}::timestamptz end
    where id = ${back.id}`;
}

export function returnName(orderNumber: number, back: { number: number }): string {
  return `#${orderNumber}-R${back.number}`;
}

export function shownReturn(back: ReturnRecord, order: { number: number; currency: string }): ReturnShown {
  const { id, stage, reason, note, instructions, labelUrl, outcome, byCustomer, photos, lines } = back;
  return {
    ...{ id, stage, reason, note, instructions, labelUrl, outcome, byCustomer, photos, lines },
    name: returnName(order.number, back),
    exchange: back.exchange.map((line) => ({ ...line, unitPrice: money(line.unitPrice, order.currency) })),
    credited: money(back.credited, order.currency),
    at: back.createdAt.toISOString(),
    endedAt: back.endedAt?.toISOString() ?? null,
  };
}
