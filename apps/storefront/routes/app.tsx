import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { drawSvg } from '#platform/files/draw-svg.ts';
import { OfflinePage } from '../pages/offline.tsx';
import { safeJson } from '../seo.ts';
import { themeSheet } from '../theme.ts';
import { page } from '../visit/page.tsx';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

/** What makes the shop an app: manifest, icons, service worker, the page without a connection. */
export function appRoutes(app: Hono<ShopEnv>): void {
  app.get('/manifest.webmanifest', manifest);
  app.get('/icon.svg', (c) => c.body(iconSvg(c.var.visit, 'rounded'), 200, { 'content-type': 'image/svg+xml', ...KEPT }));
  app.get('/icon-192.png', (c) => iconPng(c, 192, 'rounded'));
  app.get('/icon-512.png', (c) => iconPng(c, 512, 'rounded'));
  app.get('/icon-maskable.png', (c) => iconPng(c, 512, 'full'));
  app.get('/sw.js', serviceWorker);
  app.get('/offline', offline);
}

const KEPT = { 'cache-control': 'public, max-age=86400' };

function manifest(c: ShopRequest): Response {
  const { visit } = c.var;
  const { ground, accent } = themeSheet(visit.shop);
  const own = visit.shop.theme?.iconUrl;
  const png = (name: string, size: number, purpose: string): object => ({ src: visit.href(`/${name}`), sizes: `${size}x${size}`, type: 'image/png', purpose });
  const icons = [...(own ? [{ src: own, sizes: 'any', purpose: 'any' }] : []), png('icon-192.png', 192, 'any'), png('icon-512.png', 512, 'any'), png('icon-maskable.png', 512, 'maskable')];
  const start = visit.href('/');
  const shortcuts = [{ name: 'Cart', url: visit.href('/cart') }, { name: 'Search', url: visit.href('/search') }];
  const body = {
    id: start, name: visit.shop.name, short_name: visit.shop.name.slice(0, 24), description: visit.shop.theme?.intro, lang: visit.shop.locale, start_url: start, scope: scopeOf(visit),
    display: 'standalone', background_color: ground, theme_color: ground, icons, shortcuts, accent_color: accent,
  };
  return c.body(JSON.stringify(body), 200, { 'content-type': 'application/manifest+json', ...KEPT });
}

// The shop's start page has no slash at its end. What else begins with the same letters the worker leaves alone.
function scopeOf(visit: Visit): string {
  return visit.basePath || '/';
}

/** The shop's initial on its colour. */
function iconSvg({ shop }: Visit, shape: 'rounded' | 'full'): string {
  const { accent, onAccent } = themeSheet(shop);
  const initial = ([...shop.name.trim()][0]?.toUpperCase() ?? 'Q').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${shape === 'rounded' ? 16 : 0}" fill="${accent}"/>` +
    `<text x="32" y="${shape === 'rounded' ? 45 : 42}" font-family="system-ui,sans-serif" font-size="${shape === 'rounded' ? 38 : 30}" font-weight="600" text-anchor="middle" fill="${onAccent}">${initial}</text></svg>`
  );
}

const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

async function iconPng(c: ShopRequest, size: number, shape: 'rounded' | 'full'): Promise<Response> {
  const svg = iconSvg(c.var.visit, shape);
  const key = `${size}${svg}`;
  let png = drawn.get(key);
  if (!png) {
    if (drawn.size > 300) drawn.clear();
    drawn.set(key, (png = drawSvg(svg, size)));
    png.catch(() => drawn.delete(key));
  }
  return c.body(await png, 200, { 'content-type': 'image/png', ...KEPT });
}

/** The built worker with what it must know of this shop. A new build has another address in it, so browsers take it as a new worker. */
function serviceWorker(c: ShopRequest): Response {
  const { visit } = c.var;
  if (visit.preview) return c.text('', 404);
  const { css, scripts, worker } = visit.assets;
  const version = createHash('sha256').update([css, ...scripts, worker].join()).digest('base64url').slice(0, 12);
  const shop = { base: visit.basePath, files: [css, ...scripts], version, offline: visit.href('/offline'), icon: visit.href('/icon-192.png') };
  const text = `self.SHOP=${safeJson(shop)};importScripts(${JSON.stringify(worker)});`;
  return c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'service-worker-allowed': scopeOf(visit) });
}

function offline(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `No connection · ${visit.shop.name}`, offline: true }, <OfflinePage visit={visit} />);
}
