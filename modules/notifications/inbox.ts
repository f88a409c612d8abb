import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { allKinds, kindNamed } from './kinds.ts';
import { OWN, personOf } from './own.ts';

export const NotificationView = z.object({
  id: z.uuid(),
  kind: z.string(),
  says: z.string(),
  urgency: z.enum(['quiet', 'normal', 'urgent']),
  title: z.string(),
  body: z.string(),
  link: z.string(),
  at: z.string(),
  read: z.boolean(),
  archived: z.boolean(),
  snoozedUntil: z.string().nullable(),
});
export type NotificationView = z.output<typeof NotificationView>;

const KindCount = z.object({ kind: z.string(), says: z.string(), many: z.string(), unread: z.int() });

// The same words in the partial index; a snooze keeps its row out until the schedule has woken it.
const UNREAD = `in_bell and read_at is null and archived_at is null and snoozed_until is null`;
const FIELDS = `id, kind, urgency, title, body, link, shown_at as at, read_at is not null as read, archived_at is not null as archived, snoozed_until as "snoozedUntil"`;

/** How many the person has not read: a count of rows, so it can never fall below none. */
export async function unreadOf(r: Reader, userId: string): Promise<number> {
  const [row] = await r.query<{ n: number }>(`select count(*) as n from notifications where user_id = $1 and ${UNREAD}`, [userId]);
  return row!.n;
}

/** What the bell shows: how many, of which kinds, and the newest. */
export const bellView = view({
  name: 'notifications.bell',
  route: 'GET /notifications/bell',
  says: 'Unread notifications and the newest ones',
  needs: OWN,
  input: z.object({}),
  output: z.object({ unread: z.int(), kinds: z.array(KindCount), latest: z.array(NotificationView) }),
  async read(r) {
    const userId = personOf(r);
    const [kinds, latest] = await Promise.all([unreadByKind(r, userId), page(r, { userId, box: 'inbox', limit: 30 })]);
    return { unread: kinds.reduce((sum, each) => sum + each.unread, 0), kinds, latest };
  },
});

async function unreadByKind(r: Reader, userId: string): Promise<z.output<typeof KindCount>[]> {
  const rows = await r.query<{ kind: string; unread: number }>(`select kind, count(*) as unread from notifications where user_id = $1 and ${UNREAD} group by kind order by kind`, [userId]);
  return rows.map(({ kind, unread }) => ({ kind, unread, says: kindNamed(kind)?.says ?? kind, many: kindNamed(kind)?.many ?? `# × ${kind}` }));
}

const BOXES = {
  inbox: `archived_at is null and snoozed_until is null`,
  unread: `archived_at is null and snoozed_until is null and read_at is null`,
  snoozed: `archived_at is null and snoozed_until is not null`,
  archived: `archived_at is not null`,
} as const;

const Question = z.object({
  box: z.enum(['inbox', 'unread', 'snoozed', 'archived']).default('inbox'),
  kind: z.string().max(100).optional(),
  q: z.string().trim().max(200).optional().meta({ description: 'words to search for' }),
  cursor: z.string().max(200).optional().meta({ description: 'nextCursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** The centre: everything a person was told, box by box. */
export const notificationList = view({
  name: 'notifications.list',
  route: 'GET /notifications',
  says: 'Notifications',
  needs: OWN,
  input: Question,
  output: z.object({
    data: z.array(NotificationView),
    nextCursor: z.string().nullable(),
    unread: z.int(),
    kinds: z.array(KindCount),
    /** Kinds the person may filter by. */
    known: z.array(z.object({ kind: z.string(), says: z.string() })),
  }),
  async read(r, question) {
    const userId = personOf(r);
    const [kinds, rows] = await Promise.all([unreadByKind(r, userId), page(r, { userId, ...question, limit: question.limit + 1 })]);
    const data = rows.slice(0, question.limit);
    const unread = kinds.reduce((sum, each) => sum + each.unread, 0);
    const known = allKinds().map(({ name, says }) => ({ kind: name, says }));
    return { data, nextCursor: rows.length > question.limit ? cursorOf(data.at(-1)!) : null, unread, kinds, known };
  },
});

interface Asked {
  userId: string;
  box: keyof typeof BOXES;
  limit: number;
  kind?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
}

async function page(r: Reader, { userId, box, kind, q, cursor, limit }: Asked): Promise<NotificationView[]> {
  const [at, id] = cursor ? readCursor(cursor) : [null, null];
  const words = (q ?? '').split(/\s+/).filter(Boolean).map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  const rows = await r.query<Omit<NotificationView, 'says' | 'at' | 'snoozedUntil'> & { at: Date; snoozedUntil: Date | null }>(
    `select ${FIELDS} from notifications where user_id = $1 and in_bell and ${BOXES[box]}
      and ($2::text is null or kind = $2) and (title || ' ' || body) ilike all ($3::text[])
      and ($4::timestamptz is null or (shown_at, id) < ($4, $5::uuid))
    order by shown_at desc, id desc limit $6::int`,
    [userId, kind ?? null, words, at, id, limit],
  );
  return rows.map((row) => ({ ...row, says: kindNamed(row.kind)?.says ?? row.kind, at: row.at.toISOString(), snoozedUntil: row.snoozedUntil?.toISOString() ?? null }));
}

// Milliseconds are all a cursor carries; rows of one instant are told apart by their ids, which are made in order.
function cursorOf(row: NotificationView): string {
  return Buffer.from(`${row.at} ${row.id}`).toString('base64url');
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

function readCursor(cursor: string): [string, string] {
  const read = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  if (!read.success) throw new Refusal('invalid', 'This page marker is not one of ours. Start from the first page.');
  return read.data;
}
