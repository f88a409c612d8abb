import { createHmac, timingSafeEqual } from 'node:crypto';
import { publicUrl } from '#modules/accounts/index.ts';
import { config } from '#platform/config.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { unsubscribe } from './choices.ts';
import { kindNamed } from './kinds.ts';
import { unsubscribePage } from './unsubscribe-page.ts';

interface Whose {
  workspaceId: string;
  userId: string;
  /** A kind of notification; all of them when left out. */
  kind: string | undefined;
}

/** Ends mails of one kind, or all, without signing in. Works for good; the signature covers whose and what. */
export function unsubscribeLink(workspaceId: string, userId: string, kind: string | undefined): string {
  const whose = Buffer.from(JSON.stringify([workspaceId, userId, kind ?? ''])).toString('base64url');
  return `${publicUrl()}/mail/unsubscribe?t=${whose}.${signatureOf(whose)}`;
}

function signatureOf(whose: string): string {
  return createHmac('sha256', config().secret).update(`unsubscribe:${whose}`).digest('base64url').slice(0, 32);
}

function read(token: string | null): Whose | undefined {
  const [whose, signature] = (token ?? '').split('.');
  if (!whose || !signature) return undefined;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(whose))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [workspaceId, userId, kind] = JSON.parse(Buffer.from(whose, 'base64url').toString()) as [string, string, string];
  return { workspaceId, userId, kind: kind || undefined };
}

/**
 * `/mail/unsubscribe`. Opening it changes nothing, because mail scanners open links; a POST does it: the button's, or the
 * mail program's own (RFC 8058), which sends `List-Unsubscribe=One-Click` and needs neither cookie nor page.
 */
export async function unsubscribeHandler(request: Request): Promise<Response> {
  const whose = read(new URL(request.url).searchParams.get('t'));
  if (!whose) return unsubscribePage({ state: 'wrong link' }, 404);
  const what = whose.kind === undefined ? undefined : (kindNamed(whose.kind)?.says ?? whose.kind);
  if (request.method !== 'POST') return unsubscribePage({ state: 'asks', what }, 200);
  const all = (await request.formData().catch(() => new FormData())).get('what') === 'all';
  const ctx = openContext({ workspaceId: whose.workspaceId, actor: { kind: 'system', name: 'unsubscribe' }, capabilities: 'all' });
  await unsubscribe(ctx, whose.userId, all ? undefined : whose.kind);
  return unsubscribePage({ state: 'done', what: all ? undefined : what }, 200);
}
