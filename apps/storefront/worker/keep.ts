/** What the server tells the worker about its shop. */
export interface Shop {
  base: string;
  /** Style sheet and scripts. */
  files: string[];
  /** Of the build: another one has other file names. */
  version: string;
  offline: string;
  icon: string;
}

type Kind = 'page' | 'asset' | 'picture' | 'cart';

const MOST: Record<'pages' | 'files' | 'pictures', number> = { pages: 40, files: 60, pictures: 120 };

function nameOf(shop: Shop, what: keyof typeof MOST): string {
  return `quickdash${shop.base}:${shop.version}:${what}`;
}

/** What is ours to handle. Everything not named here, the account and the checkout above all, goes to the network as if we were not there. */
export function handles(shop: Shop, request: Request, url: URL): Kind | null {
  const path = url.pathname;
  if (request.method === 'GET' && path.startsWith('/assets/storefront/')) return 'asset';
  if (request.method === 'GET' && path.startsWith('/files/') && url.searchParams.has('w')) return 'picture';
  if (!path.startsWith(`${shop.base}/`) && path !== shop.base) return null;
  const inShop = path.slice(shop.base.length) || '/';
  if (request.method === 'POST') return inShop.startsWith('/cart/') ? 'cart' : null;
  if (request.method !== 'GET' || request.mode !== 'navigate') return null;
  return /^\/(products(\/[^/]+(\/quick)?)?|categories\/[^/]+|pages\/[^/]+|search|cart|compare|offline)?\/?$/.test(inShop) ? 'page' : null;
}

export async function offlinePage(shop: Shop): Promise<void> {
  const files = await caches.open(nameOf(shop, 'files'));
  await files.addAll(shop.files);
  const answer = await fetch(shop.offline, { credentials: 'omit' });
  if (answer.ok) await store(shop, shop.offline, answer);
}

/** The network first, so no page is ever stale; without it the page as it was last seen, and it says so. */
export async function openPage(shop: Shop, request: Request, preloaded: Promise<Response | undefined> | undefined): Promise<Response> {
  try {
    const answer = (await preloaded) ?? (await fetch(request));
    const may = answer.headers.get('x-offline');
    if (may === 'keep' && !answer.redirected) await store(shop, keyOf(request.url), answer.clone());
    // From a sign-in on nothing that was seen before belongs to this device's next visitor.
    if (may === 'forget') await caches.delete(nameOf(shop, 'pages')).then(() => offlinePageAgain(shop));
    return answer;
  } catch {
    return (await kept(shop, keyOf(request.url))) ?? (await kept(shop, shop.offline)) ?? Response.error();
  }
}

let again: Promise<void> | undefined;

// Kept pages are dropped at most once per life of the worker; the page without a connection is fetched again after it.
function offlinePageAgain(shop: Shop): Promise<void> {
  return (again ??= offlinePage(shop).catch(() => undefined));
}

// "?added=1" is the same cart.
function keyOf(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('added');
  url.hash = '';
  return url.href;
}

async function store(shop: Shop, key: string, answer: Response): Promise<void> {
  const html = await answer.text();
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length', 'set-cookie']) headers.delete(name);
  headers.set('x-title', encodeURIComponent(plain(title)));
  headers.set('x-seen', new Date().toISOString());
  const cache = await caches.open(nameOf(shop, 'pages'));
  await cache.delete(key);
  await cache.put(key, new Response(html, { headers }));
  await trim(cache, MOST.pages);
}

function plain(html: string): string {
  return html.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

async function kept(shop: Shop, key: string): Promise<Response | undefined> {
  const found = await (await caches.open(nameOf(shop, 'pages'))).match(key);
  if (!found) return undefined;
  const seen = new Date(found.headers.get('x-seen') ?? Date.now()).toLocaleString([], { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const note = `<p class="offline-note" role="status">You are offline. This is how the page was on ${seen}.</p>`;
  const html = (await found.text()).replace('<main', `${note}<main`);
  return new Response(html, { headers: found.headers });
}

/** Files of the build and pictures never change under their name. */
export async function keepAsset(shop: Shop, request: Request, kind: 'asset' | 'picture'): Promise<Response> {
  const what = kind === 'asset' ? 'files' : 'pictures';
  const cache = await caches.open(nameOf(shop, what));
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.status === 200 && answer.type === 'basic') {
    await cache.put(request, answer.clone());
    await trim(cache, MOST[what]);
  }
  return answer;
}

async function trim(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
}

/** After a change the cart that is kept is the cart there is. */
export async function refreshCart(shop: Shop): Promise<void> {
  const address = new URL(`${shop.base}/cart`, location.href).href;
  const answer = await fetch(address).catch(() => null);
  if (answer?.headers.get('x-offline') === 'keep') await store(shop, address, answer);
  else await (await caches.open(nameOf(shop, 'pages'))).delete(address);
}
