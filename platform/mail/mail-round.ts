import { systemContext } from '../jobs/worker.ts';
import { platformRead } from '../tenancy/platform-door.ts';
import { MINUTE, later, now } from '../time.ts';
import { accountBook, attemptMail, bookOf } from './send-mail.ts';

const AT_ONCE = 100;

/** Tries the mails again that could not be handed over: of the installation itself and of every workspace. */
export async function sendWaitingMails(): Promise<void> {
  for (const { id, workspace_id: workspaceId } of await due()) {
    await attemptMail(workspaceId ? bookOf(systemContext(workspaceId, 'mail')) : accountBook, id);
  }
}

// One never tried is with the process that made it, unless that died.
function due(): Promise<{ id: string; workspace_id: string | null }[]> {
  const [at, lost] = [now(), later(now(), -3 * MINUTE)];
  return platformRead('schedules', (q) => q.sql<{ id: string; workspace_id: string | null }>`
    select id, workspace_id from (
      select id, workspace_id, state, next_attempt_at, attempted_at, created_at from mail_messages where state in ('waiting', 'sending')
      union all
      select id, null, state, next_attempt_at, attempted_at, created_at from account_mails where state in ('waiting', 'sending')
    ) mails
    where coalesce(next_attempt_at <= ${at}, false) or (next_attempt_at is null and coalesce(attempted_at, created_at) < ${lost})
    order by created_at limit ${AT_ONCE}::int`);
}
