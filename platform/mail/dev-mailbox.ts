import type { html } from 'hono/html';
import { config } from '../config.ts';
import { platformRead } from '../tenancy/platform-door.ts';
import { mailPage, mailboxPage, type MailSummary, type MailView } from './dev-mailbox-pages.ts';

const SHOWN = 100;
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
// The mail may show pictures and open links in a new tab; it may not run anything.
const MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src * data:; style-src 'unsafe-inline'; font-src *";
const PAGE_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";

/** Whether this installation shows its mail to whoever opens /dev/mail: while mail does not leave the building, or in development. */
export function devMailboxEnabled(): boolean {
  const { QUICKDASH_DEV_MAIL, NODE_ENV, SMTP_URL } = config();
  return QUICKDASH_DEV_MAIL && (NODE_ENV !== 'production' || SMTP_URL === undefined);
}

/** The development mailbox: `/dev/mail` (list, `?q=` searches), `/dev/mail/:id` (one mail), `/dev/mail/:id/html` (its HTML, sandboxed). */
export async function devMailbox(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, , , id, part, ...rest] = url.pathname.split('/');
  if (!devMailboxEnabled() || request.method !== 'GET' || rest.length > 0) return missing();
  if (!id) return page(mailboxPage(await latest(url.searchParams.get('q') ?? ''), url.searchParams.get('q') ?? ''), 200);
  const mail = ID.test(id) ? await find(id) : undefined;
  if (!mail) return missing();
  if (part === 'html') return respond(`<base target="_blank">${mail.html}`, 200, MAIL_POLICY);
  return part === undefined ? page(mailPage(mail), 200) : missing();
}

function latest(search: string): Promise<MailSummary[]> {
  const like = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return platformRead('dev-mail', (q) => q.sql<MailSummary>`
    select id, recipient, subject, state, created_at as "createdAt", place from (
      select m.id, recipient, subject, text, state, m.created_at, w.name as place from mail_messages m join workspaces w on w.id = m.workspace_id
      union all
      select id, recipient, subject, text, state, created_at, 'Account' from account_mails
    ) mails
    where recipient ilike ${like} or subject ilike ${like} or text ilike ${like}
    order by created_at desc limit ${SHOWN}::int`);
}

async function find(id: string): Promise<MailView | undefined> {
  const rows = await platformRead('dev-mail', (q) => q.sql<MailView>`
    select m.id, sender, recipient, subject, html, text, state, last_error as "lastError", m.created_at as "createdAt", w.name as place
      from mail_messages m join workspaces w on w.id = m.workspace_id where m.id = ${id}
    union all
    select id, sender, recipient, subject, html, text, state, last_error, created_at, 'Account' from account_mails where id = ${id}`);
  return rows[0];
}

async function page(content: ReturnType<typeof html>, status: number): Promise<Response> {
  return respond(String(await content), status, PAGE_POLICY);
}

function respond(body: string, status: number, policy: string): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

function missing(): Response {
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

