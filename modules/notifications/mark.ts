import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { notificationsChanged } from './events.ts';
import { unreadOf } from './inbox.ts';
import { OWN, personOf } from './own.ts';

/** Which of the person's notifications: these, those of a kind, or all in the inbox when neither is given. */
const Which = z.object({ ids: z.array(z.uuid()).max(500).optional(), kind: z.string().max(100).optional() });
const Marked = z.object({ changed: z.int(), unread: z.int() });
type Which = z.output<typeof Which>;

const MARKS = {
  read: { set: `read_at = $1::timestamptz`, where: `read_at is null and (snoozed_until is null or $4::uuid[] is not null)` },
  unread: { set: `read_at = null`, where: `read_at is not null` },
  archived: { set: `archived_at = $1::timestamptz, read_at = coalesce(read_at, $1), snoozed_until = null`, where: `archived_at is null and (snoozed_until is null or $4::uuid[] is not null)` },
  restored: { set: `archived_at = null`, where: `archived_at is not null` },
  awake: { set: `snoozed_until = null, shown_at = $1::timestamptz`, where: `snoozed_until is not null` },
} as const;

export const markNotifications = operation({
  name: 'notifications.mark',
  route: 'POST /notifications/marks',
  says: 'Mark notifications as read, unread, archived, restored or awake',
  needs: OWN,
  audit: 'none',
  input: Which.extend({ as: z.enum(['read', 'unread', 'archived', 'restored', 'awake']) }),
  output: Marked,
  run: (tx, { as, ...which }) => change(tx, which, MARKS[as].set, MARKS[as].where, tx.now),
});

/** Out of sight and out of the count until then; it comes back unread. */
export const snoozeNotifications = operation({
  name: 'notifications.snooze',
  route: 'POST /notifications/snoozes',
  says: 'Snooze notifications',
  needs: OWN,
  audit: 'none',
  input: Which.extend({ until: z.iso.datetime({ offset: true }) }),
  output: Marked,
  async run(tx, { until, ...which }) {
    const at = new Date(until);
    if (at <= tx.now) throw new Refusal('invalid', 'Choose a time that is still to come.', { fields: { until: 'is over already' } });
    return change(tx, which, 'snoozed_until = $1::timestamptz, read_at = null', 'archived_at is null', at);
  },
});

async function change(tx: Tx, { ids, kind }: Which, set: string, where: string, at: Date): Promise<z.output<typeof Marked>> {
  const userId = personOf(tx);
  const rows = await tx.query(
    `update notifications set ${set} where user_id = $2 and in_bell and $1::timestamptz is not null and ($3::text is null or kind = $3) and ($4::uuid[] is null or id = any($4)) and ${where} returning id`,
    [at, userId, kind ?? null, ids ?? null],
  );
  if (rows.length > 0) tx.tell(notificationsChanged, { userId, userIds: [userId] });
  return { changed: rows.length, unread: await unreadOf(tx, userId) };
}
