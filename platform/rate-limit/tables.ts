import { bigint, index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { platformTable, unlogged } from '../db/tables.ts';

/** How much of each minute's budget the processes have taken. Unlogged: losing a minute of counting in a crash is cheap. */
export const rateWindows = unlogged(
  platformTable(
    'rate_windows',
    {
      key: text('key').notNull(),
      /** Unix minutes. */
      minute: bigint('minute', { mode: 'number' }).notNull(),
      used: integer('used').notNull(),
      /** What the last process to ask was given. */
      granted: integer('granted').notNull(),
    },
    (t) => [primaryKey({ columns: [t.key, t.minute] }), index('rate_windows_minute').on(t.minute)],
  ),
);
