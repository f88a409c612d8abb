import { createHmac, timingSafeEqual } from 'node:crypto';
import { html, raw } from 'hono/html';
import { publicUrl } from '#modules/accounts/index.ts';
import { config } from '#platform/config.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { alertEnded } from './events.ts';

/** Ends one alert without signing in. Works for good. */
export function stopLink(workspaceId: string, alertId: string): string {
  const whose = Buffer.from(JSON.stringify([workspaceId, alertId])).toString('base64url');
  return `${publicUrl()}/mail/alerts?t=${whose}.${signatureOf(whose)}`;
}

function signatureOf(whose: string): string {
  return createHmac('sha256', config().secret).update(`stop-alert:${whose}`).digest('base64url').slice(0, 32);
}

function read(token: string | null): { workspaceId: string; alertId: string } | undefined {
  const [whose, signature] = (token ?? '').split('.');
  if (!whose || !signature) return undefined;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(whose))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [workspaceId, alertId] = JSON.parse(Buffer.from(whose, 'base64url').toString()) as [string, string];
  return { workspaceId, alertId };
}

/**
 * `/mail/alerts`. Opening it changes nothing, because mail scanners open links; a POST does it: the button's, or the mail program's
 * own (RFC 8058), which needs neither cookie nor page.
 */
export async function stopAlertHandler(request: Request): Promise<Response> {
  const whose = read(new URL(request.url).searchParams.get('t'));
  if (!whose) return answer(await html`<h1>This link does not work</h1><p>It was cut off or changed.</p>`, 404);
  const ctx = openContext({ workspaceId: whose.workspaceId, actor: { kind: 'system', name: 'unsubscribe' }, capabilities: 'all' });
  const [alert] = await ctx.read((r) => r.sql<{ says: string; kind: 'restock' | 'price' | 'search' }>`select says, kind from alerts where id = ${whose.alertId}`);
  if (!alert) return answer(await html`<h1>Done</h1><p>There is nothing left to stop.</p>`, 200);
  if (request.method !== 'POST') return answer(await html`<h1>No more of these mails?</h1><p>You will get no more mails about ${alert.says}.</p><form method="post"><button>Stop these mails</button></form>`, 200);
  await ctx.transaction(async (tx) => {
    const ended = await tx.sql`update alerts set state = 'ended', look_at = null where id = ${whose.alertId} and state <> 'ended' returning id`;
    if (ended.length > 0) tx.tell(alertEnded, { alertId: whose.alertId, kind: alert.kind });
  });
  return answer(await html`<h1>Done</h1><p>You get no more mails about ${alert.says}.</p>`, 200);
}

const STYLE = raw(`<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem; box-sizing: border-box; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#f5f6f8, #15171b); color: light-dark(#1a1d23, #e8eaee); }
main { max-width: 26rem; padding: 2rem; border-radius: 1rem; background: light-dark(#fff, #1e2127); border: 1px solid light-dark(#e1e4ea, #343943); overflow-wrap: anywhere; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
p { margin: 0 0 1.25rem; }
p:last-child { margin: 0; }
button { width: 100%; font: inherit; font-weight: 500; padding: .625rem 1rem; border-radius: .5rem; border: 1px solid #3d43c9; background: #3d43c9; color: #fff; cursor: pointer; }
</style>`);

async function answer(inside: unknown, status: number): Promise<Response> {
  const body = await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>Mails about products</title>${STYLE}</head><body><main>${inside}</main></body></html>`;
  return new Response(String(body), { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'` } });
}
