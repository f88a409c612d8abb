import { capabilitiesOf, withinLimits } from '#modules/accounts/index.ts';
import { reaction, type Told } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import type { Notice, NoticeText } from '#platform/notices/notice.ts';
import type { Scope, Tx } from '#platform/tenancy/context.ts';
import { deliveriesDue, notificationsArrived } from './events.ts';
import { kindsFor, noticedEvents, usualMedia, type Media } from './kinds.ts';
import { mailDue, pushDue, type Habits } from './quiet-hours.ts';

/** Tells every member who may read it and wants it; the receipt of the reaction makes it happen once. */
export const notifyMembers = reaction<Record<string, unknown>>({
  name: 'notifications.notify-members',
  on: noticedEvents,
  among: async (_q, facts) => facts.filter((fact) => kindsFor(fact).length > 0),
  async apply(tx, data, told) {
    for (const kind of kindsFor({ event: told.event, data })) {
      const text = await kind.text(tx, data as never, told);
      if (text) await tell(tx, kind, text, told);
    }
  },
});

interface Member extends Habits {
  userId: string;
  role: string;
  custom: string[] | null;
  /** What the member is limited to; null = everything. */
  storefronts: string[] | null;
  locations: string[] | null;
  chosen: Media | null;
}

async function tell(tx: Tx, kind: Notice, text: NoticeText, told: Told): Promise<void> {
  const members = (await membersFor(tx, kind)).filter((member) => isMeant(member, text, told) && mayRead(member, kind, text));
  const wanted = members.map((member) => ({ ...member, media: member.chosen ?? usualMedia(kind) })).filter(({ media }) => media.bell || media.push || media.mail);
  if (wanted.length === 0) return;
  const rows = await record(tx, kind, text, told, wanted);
  const inBell = rows.filter((row) => row.inBell).map((row) => row.userId);
  if (inBell.length > 0) tx.tell(notificationsArrived, { factId: told.id, userIds: inBell, title: text.title, link: text.link, notificationKind: kind.name });
  if (await sendOn(tx, kind, rows, wanted)) tx.tell(deliveriesDue, { factId: told.id });
}

function membersFor(tx: Tx, kind: Notice): Promise<Member[]> {
  return tx.sql<Member>`
    select m.user_id as "userId", m.role, r.capabilities as custom,
      m.storefronts, m.locations,
      case when c.id is not null then jsonb_build_object('bell', c.bell, 'push', c.push, 'mail', c.mail) end as chosen,
      coalesce(h.time_zone, s.time_zone, 'UTC') as "timeZone", h.quiet_from as "quietFrom", h.quiet_to as "quietTo",
      coalesce(h.digest, 'instant') as digest, coalesce(h.daily_at, '08:00') as "dailyAt"
    from members m left join roles r on r.key = m.role left join workspace_settings s on true
    left join notification_habits h on h.user_id = m.user_id
    left join notification_choices c on c.user_id = m.user_id and c.kind = ${kind.name}
    where m.suspended_at is null`;
}

function isMeant({ userId }: Member, { to, except }: NoticeText, told: Told): boolean {
  if (to) return to.includes(userId);
  return told.actor.id !== userId && !except?.includes(userId);
}

function mayRead(member: Member, { needs }: Notice, text: NoticeText): boolean {
  if (needs === undefined) return true;
  const { role, custom, storefronts, locations } = member;
  if (!storefronts && !locations) return capabilitiesOf(role, custom).includes(needs);
  const scope = { ...(storefronts && { storefronts }), ...(locations && { locations }) };
  return withinLimits(capabilitiesOf(role, custom), scope).includes(needs) && liesWithin(scope, text);
}

// A fact that says where it happened is told to those who see that place. One that does not may be about anywhere, so
// somebody limited hears it only when it is meant for them by name.
function liesWithin({ storefronts, locations }: Scope, { storefrontId, locationId, to }: NoticeText): boolean {
  if (storefrontId === undefined && locationId === undefined) return to !== undefined;
  const seesStorefront = storefrontId === undefined || !storefronts || storefronts.includes(storefrontId ?? '');
  return seesStorefront && (locationId === undefined || !locations || locations.includes(locationId ?? ''));
}

type Wanted = Member & { media: Media };

interface Recorded {
  id: string;
  userId: string;
  inBell: boolean;
}

function record(tx: Tx, kind: Notice, text: NoticeText, told: Told, wanted: readonly Wanted[]): Promise<Recorded[]> {
  const people = JSON.stringify(wanted.map(({ userId, media }) => ({ user_id: userId, bell: media.bell })));
  return tx.sql<Recorded>`
    insert into notifications (user_id, kind, urgency, title, body, link, fact_id, in_bell, shown_at, created_at)
    select p.user_id, ${kind.name}, ${kind.urgency}, ${text.title.slice(0, 300)}, ${(text.body ?? '').slice(0, 1_000)}, ${text.link}, ${told.id}, p.bell, ${tx.now}, ${tx.now}
    from jsonb_to_recordset(${people}::jsonb) as p(user_id uuid, bell boolean)
    on conflict (workspace_id, fact_id, kind, user_id) do nothing
    returning id, user_id as "userId", in_bell as "inBell"`;
}

interface Delivery {
  id: string;
  notification_id: string;
  user_id: string;
  medium: 'push' | 'mail';
  due_at: string;
}

/** Puts down what is to be pushed and mailed, and when; answers whether anything is due now. */
async function sendOn(tx: Tx, kind: Notice, rows: readonly Recorded[], wanted: readonly Wanted[]): Promise<boolean> {
  const deliveries = rows.flatMap((row) => deliveriesOf(tx.now, kind, row, wanted.find((member) => member.userId === row.userId)!));
  if (deliveries.length === 0) return false;
  const made = await tx.sql<{ due: boolean }>`
    insert into notification_deliveries (id, notification_id, user_id, medium, device_id, due_at)
    select case when v.id is null then d.id else new_id() end, d.notification_id, d.user_id, d.medium, v.id, d.due_at
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) as d(id uuid, notification_id uuid, user_id uuid, medium text, due_at timestamptz)
    left join push_devices v on d.medium = 'push' and v.user_id = d.user_id
    where d.medium = 'mail' or v.id is not null
    returning due_at <= ${tx.now} as due`;
  return made.some((row) => row.due);
}

function deliveriesOf(at: Date, kind: Notice, row: Recorded, { media, ...habits }: Wanted): Delivery[] {
  const common = { notification_id: row.id, user_id: row.userId };
  const due: Delivery[] = [];
  if (media.push) due.push({ ...common, id: newId(), medium: 'push', due_at: pushDue(at, habits).toISOString() });
  if (media.mail) due.push({ ...common, id: newId(), medium: 'mail', due_at: mailDue(at, habits, kind.urgency).toISOString() });
  return due;
}
