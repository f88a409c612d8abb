import { Hono, type Context } from 'hono';
import { adminHandler } from '#apps/admin/handler.ts';
import { storefrontAssets } from '#apps/storefront/handler.ts';
import { authHandler, personOf, sessionOf } from '#modules/accounts/index.ts';
import { stopAlertHandler } from '#modules/alerts/index.ts';
import { unsubscribeHandler } from '#modules/notifications/index.ts';
import { oauthReturn, receiveWebhook } from '#modules/integrations/index.ts';
import { receivePaymentWebhook } from '#modules/payments/index.ts';
import { declareFlag, requireFlag } from '#modules/tiers/index.ts';
import { config } from '#platform/config.ts';
import { filesHandler } from '#platform/files/files-handler.ts';
import { apiOf } from '#platform/http/api.ts';
import { compressed } from '#platform/http/compressed.ts';
import { DOCS_CSS, DOCS_JS, docsPage } from '#platform/http/docs-page.ts';
import { mcpFace } from '#platform/http/mcp.ts';
import { metricsText } from '#platform/http/metrics.ts';
import { openApiOf } from '#platform/http/openapi.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { addressOf, fromOwnNetwork, jsonBody, requestIdOf } from '#platform/http/request.ts';
import { devMailbox, devMailboxEnabled } from '#platform/mail/dev-mailbox.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import type { Realtime } from '#platform/realtime/realtime.ts';
import { Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { openAdmin, openByToken } from './admin-door.ts';
import { sameOrigin } from './origin.ts';
import { realtimeAddress } from './live.ts';
import { authorizeRealtime } from './realtime-door.ts';
import { newNonce, secured } from './security-headers.ts';
import { receiveFile } from './receive-file.ts';
import { receiveReviewMedia } from './receive-review-media.ts';
import { corsHeaders, openStorefront, preflight } from './storefront-door.ts';
import { shopPages } from './shop-pages.ts';
import { addExportRoute } from './export-route.ts';
import { addTransferRoutes } from './transfer-routes.ts';

interface Bindings {
  incoming?: { socket?: { remoteAddress?: string } };
}
type App = Hono<{ Bindings: Bindings }>;

export interface House {
  limiter: RateLimiter;
  realtime: Realtime;
  /** False while the process is shutting down: balancers stop sending, open requests finish. */
  ready(): boolean;
}

/** The whole HTTP face of one process. */
export function createApp(house: House): App {
  const app: App = new Hono();
  addApis(app, house);
  addAccountApi(app);
  addPlumbing(app, house);
  addDocs(app);
  addPages(app);
  app.onError((error, c) => problemResponse(error, requestIdOf(c.req.raw)));
  return app;
}

const aiClients = declareFlag({ name: 'ai-clients', says: 'AI clients over MCP', default: true });

function addApis(app: App, { limiter, realtime }: House): void {
  app.post('/api/admin/files', (c) => receiveFile(limiter, c.req.raw, c.env?.incoming?.socket?.remoteAddress));
  addTransferRoutes(app, limiter);
  addExportRoute(app, limiter);
  app.options('/api/storefront/*', (c) => preflight(c.req.raw));
  app.post('/api/storefront/review-media', (c) => receiveReviewMedia(limiter, c.req.raw, c.env?.incoming?.socket?.remoteAddress));
  app.route('/api/storefront', apiOf({ surface: 'storefront', open: (request, id, socket) => openStorefront(limiter, request, id, socket), refusalHeaders: (request) => corsHeaders(request.headers) }));
  app.route('/api/admin', apiOf({ surface: 'admin', open: (request, id, socket) => openAdmin(limiter, request, id, socket) }));
  app.post('/api/realtime/auth', (c) => authorizeRealtime(realtime, c.req.raw));
  app.post('/api/webhooks/payments/:provider/:workspaceId', (c) => receivePaymentWebhook(c.req.param('provider'), c.req.param('workspaceId'), c.req.raw));
  app.post('/api/webhooks/:vendor/:connection', (c) => receiveWebhook(c.req.param('vendor'), c.req.param('connection'), c.req.raw));
  app.get('/api/integrations/return', (c) => oauthReturn(c.req.raw));
  const mcp = mcpFace(async (request, id, socket) => {
    const { ctx } = await openByToken(limiter, request, id, socket);
    await requireFlag(ctx, aiClients);
    return ctx;
  });
  app.all('/mcp', (c) => mcp(c.req.raw, c.env?.incoming?.socket?.remoteAddress));
  app.all('/api/auth/*', (c) => authHandler(c.req.raw, addressOf(c.req.raw, c.env?.incoming?.socket?.remoteAddress)));
}

function addAccountApi(app: App): void {
  const account: App = new Hono();
  for (const op of registry.accountOperations())
    account.on(op.route.method, op.route.path, async (c) => {
      if (!sameOrigin(c.req.raw)) throw new Refusal('forbidden', 'This request did not come from our own pages.');
      const session = await sessionOf(c.req.raw);
      if (!session) throw new Refusal('unauthenticated', 'Please sign in first.');
      const person = personOf(session, requestIdOf(c.req.raw), addressOf(c.req.raw, c.env?.incoming?.socket?.remoteAddress));
      const idempotencyKey = c.req.header('idempotency-key');
      return c.json(await op.call(person, { ...(await jsonBody(c.req.raw)), ...c.req.param() }, { idempotencyKey }) as object, 201);
    });
  app.route('/api/account', account);
  app.all('/api/*', (c) => problemResponse(new Refusal('not_found', 'There is nothing at this address.'), requestIdOf(c.req.raw)));
}

function addPlumbing(app: App, house: House): void {
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => (house.ready() && (await databaseAnswers()) ? c.json({ ready: true }) : c.json({ ready: false }, 503)));
  app.get('/metrics', (c) => (fromOwnNetwork(c.req.raw, c.env?.incoming?.socket?.remoteAddress) ? metricsText() : c.notFound()));
  app.all('/apps/*', (c) => house.realtime.fetch(c.req.raw));
  app.on(['GET', 'POST'], '/mail/unsubscribe', (c) => unsubscribeHandler(c.req.raw));
  app.on(['GET', 'POST'], '/mail/alerts', (c) => stopAlertHandler(c.req.raw));
  app.all('/files/*', (c) => filesHandler(c.req.raw));
  if (devMailboxEnabled()) addDevMailbox(app);
}

// Reset links are readable there, so nobody from outside may look.
function addDevMailbox(app: App): void {
  const answer = (c: Context<{ Bindings: Bindings }>) => (fromOwnNetwork(c.req.raw, c.env?.incoming?.socket?.remoteAddress) ? devMailbox(c.req.raw) : c.notFound());
  app.all('/dev/mail', answer).all('/dev/mail/*', answer);
}

async function databaseAnswers(): Promise<boolean> {
  return platformRead('relay', (q) => q.sql`select 1 as one`).then(() => true, () => false);
}

function addDocs(app: App): void {
  const css = { 'content-type': 'text/css', 'cache-control': 'no-cache' };
  const js = { 'content-type': 'text/javascript', 'cache-control': 'no-cache' };
  app.get('/docs', (c) => secured(new Response(docsPage(), { headers: { 'content-type': 'text/html; charset=utf-8' } }), { https: isHttps(c.req.url) }));
  app.get('/docs/page.css', () => new Response(DOCS_CSS, { headers: css }));
  app.get('/docs/page.js', () => new Response(DOCS_JS, { headers: js }));
  app.get('/docs/storefront.json', (c) => c.json(openApiOf('storefront', publicUrl(c.req.url))));
  app.get('/docs/admin.json', (c) => c.json(openApiOf('admin', publicUrl(c.req.url))));
}

function addPages(app: App): void {
  const admin = adminHandler();
  const realtime = realtimeAddress();
  const answerAdmin = async (request: Request, socket: string | undefined): Promise<Response> => {
    const nonce = newNonce();
    const visit = { nonce, realtime, requestId: requestIdOf(request), address: addressOf(request, socket) };
    return compressed(request, secured(await admin(request, visit), { nonce, https: isHttps(request.url) }));
  };
  // React Router asks for /admin.data when it moves to the dashboard's first page.
  app.on('ALL', ['/admin', '/admin.data', '/admin/*'], (c) => answerAdmin(c.req.raw, c.env?.incoming?.socket?.remoteAddress));
  const assets = storefrontAssets();
  app.get('/assets/storefront/*', (c) => assets(c.req.raw) ?? c.notFound());
  const shop = shopPages();
  app.all('*', async (c) => compressed(c.req.raw, secured(await shop(c.req.raw, addressOf(c.req.raw, c.env?.incoming?.socket?.remoteAddress)), { https: isHttps(c.req.url) })));
}

function isHttps(url: string): boolean {
  return (config().PUBLIC_URL ?? url).startsWith('https:');
}

function publicUrl(url: string): string {
  return config().PUBLIC_URL?.replace(/\/$/, '') ?? new URL(url).origin;
}
