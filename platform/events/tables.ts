import { bigint, bigserial, index, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { tenantTable } from '../db/tables.ts';

/** Facts told, in the order they were told. The relay numbers them (`relayed`) in the order everybody hears them. */
export const outbox = tenantTable(
  'outbox',
  {
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    event: text('event').notNull(),
    about: text('about').notNull(),
    data: jsonb('data').notNull(),
    actor: jsonb('actor').notNull(),
    requestId: text('request_id').notNull(),
    toldAt: timestamp('told_at', { withTimezone: true }).notNull().defaultNow(),
    relayed: bigint('relayed', { mode: 'number' }),
  },
  (t) => [
    index('outbox_waiting').on(t.seq).where(sql`relayed is null`),
    uniqueIndex('outbox_order').on(t.relayed).where(sql`relayed is not null`),
  ],
);

/** Which reaction has already acted on which fact, written in the reaction's own transaction. */
export const reactionReceipts = tenantTable(
  'reaction_receipts',
  {
    reaction: text('reaction').notNull(),
    eventId: uuid('event_id').notNull(),
    doneAt: timestamp('done_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('reaction_receipts_once').on(t.workspaceId, t.reaction, t.eventId)],
);
