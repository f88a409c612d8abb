import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { pushKeys } from '#platform/push/push-keys.ts';
import { isPushService } from '#platform/push/send-push.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { OWN, personOf } from './own.ts';

const Device = z.object({ id: z.uuid(), name: z.string(), createdAt: z.string(), lastSentAt: z.string().nullable(), endpoint: z.string() });

/** The browsers a person takes pushes on, and the key a browser needs to subscribe. */
export const deviceList = view({
  name: 'notifications.devices',
  route: 'GET /notifications/devices',
  says: 'Browsers that take pushes',
  needs: OWN,
  input: z.object({}),
  output: z.object({ publicKey: z.string(), data: z.array(Device) }),
  async read(r) {
    const userId = personOf(r);
    const [{ publicKey }, rows] = await Promise.all([
      pushKeys(),
      r.sql<{ id: string; name: string; endpoint: string; createdAt: Date; lastSentAt: Date | null }>`
        select id, name, endpoint, created_at as "createdAt", last_sent_at as "lastSentAt" from push_devices where user_id = ${userId} order by created_at desc, id desc`,
    ]);
    const data = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastSentAt: row.lastSentAt?.toISOString() ?? null }));
    return { publicKey, data };
  },
});

const MOST_DEVICES = 20;
const Base64Url = z.string().max(200).regex(/^[A-Za-z0-9_-]+=*$/);

export const addDevice = operation({
  name: 'notifications.add-device',
  route: 'POST /notifications/devices',
  says: 'Take pushes on this browser',
  needs: OWN,
  audit: 'none',
  input: z.object({ endpoint: z.url().max(1_000), p256dh: Base64Url, auth: Base64Url, name: z.string().trim().min(1).max(100) }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { endpoint, p256dh, auth, name }) {
    const userId = personOf(tx);
    if (!isPushService(endpoint)) throw new Refusal('invalid', 'This browser’s push service is not one we know.', { fields: { endpoint: 'is not a push service' } });
    if (Buffer.from(p256dh, 'base64url').length !== 65 || Buffer.from(auth, 'base64url').length !== 16) throw new Refusal('invalid', 'The browser’s keys are not usable.');
    const [held] = await tx.sql<{ n: number }>`select count(*) as n from push_devices where user_id = ${userId} and endpoint <> ${endpoint}`;
    if (held!.n >= MOST_DEVICES) throw new Refusal('conflict', `Pushes go to at most ${MOST_DEVICES} browsers. Remove one first.`);
    // A browser belongs to whoever signed in on it last; somebody before them gets nothing there any more.
    const [row] = await tx.sql<{ id: string }>`
      insert into push_devices (user_id, endpoint, p256dh, auth, name, session_id) values (${userId}, ${endpoint}, ${p256dh}, ${auth}, ${name}, ${sessionOf(tx)})
      on conflict (workspace_id, endpoint) do update set user_id = excluded.user_id, session_id = excluded.session_id, p256dh = excluded.p256dh, auth = excluded.auth, name = excluded.name returning id`;
    return { id: row!.id };
  },
});

// The device ends with this sign-in. Somebody who looks through the person's eyes would leave their own browser behind.
function sessionOf({ actor }: Reader): string | null {
  if (actor.kind !== 'member') return null;
  if (actor.behind) throw new Refusal('forbidden', 'Only the person themself may do this, not a superadmin who looks through their eyes.');
  return actor.sessionId ?? null;
}

export const removeDevice = operation({
  name: 'notifications.remove-device',
  route: 'DELETE /notifications/devices/:id',
  says: 'Send no more pushes to a browser',
  needs: OWN,
  audit: 'none',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const rows = await tx.sql`delete from push_devices where id = ${id} and user_id = ${personOf(tx)} returning id`;
    if (rows.length === 0) throw notFound('The browser');
    return { id };
  },
});
