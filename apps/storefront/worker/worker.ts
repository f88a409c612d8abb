import { sendChanges } from '../islands/cart-queue.ts';
import { handles, keepAsset, offlinePage, openPage, refreshCart } from './keep.ts';
import type { Shop } from './keep.ts';

/*
 * The shop's service worker. Pages come from the network first and are kept as they were last seen; the server says with x-offline which
 * may be kept. Files of the build have their content in their name and are kept at once. Nothing of an account or a checkout is touched.
 */

interface Worker extends EventTarget {
  SHOP: Shop;
  location: Location;
  skipWaiting(): Promise<void>;
  registration: ServiceWorkerRegistration & { navigationPreload?: { enable(): Promise<void> } };
  clients: { claim(): Promise<void>; matchAll(options: object): Promise<{ url: string; postMessage(data: unknown, transfer: never[]): void; focus(): Promise<void>; navigate(url: string): Promise<unknown> }[]>; openWindow(url: string): Promise<unknown> };
}
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  request: Request;
  preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
const worker = globalThis as unknown as Worker;
const shop = worker.SHOP;
const on = <E extends Event>(name: string, act: (event: E) => void): void => worker.addEventListener(name, act as (event: Event) => void);

on<Waiting>('install', (event) => event.waitUntil(offlinePage(shop).then(() => worker.skipWaiting())));
on<Waiting>('activate', (event) => event.waitUntil(takeOver()));

/** A new build's pages name new files, so nothing of an older build is kept. */
async function takeOver(): Promise<void> {
  const mine = `quickdash${shop.base}:`;
  const old = (await caches.keys()).filter((name) => name.startsWith(mine) && !name.startsWith(`${mine}${shop.version}:`));
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

on<Fetching>('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== worker.location.origin) return;
  const kind = handles(shop, event.request, url);
  if (kind === 'page') event.respondWith(openPage(shop, event.request, event.preloadResponse));
  else if (kind === 'asset' || kind === 'picture') event.respondWith(keepAsset(shop, event.request, kind));
  else if (kind === 'cart') {
    const answer = fetch(event.request);
    event.respondWith(answer);
    event.waitUntil(answer.then(() => refreshCart(shop), () => undefined));
  }
});

on<Waiting & { tag: string }>('sync', (event) => {
  if (event.tag === 'cart') event.waitUntil(sendAndTell());
});

async function sendAndTell(): Promise<void> {
  const done = await sendChanges(shop.base);
  if (done.sent > 0) await refreshCart(shop);
  for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage({ sent: done }, []);
  // Said to the browser, so that it wakes us once more.
  if (done.left > 0) throw new Error('some changes still wait');
}

interface News {
  title: string;
  body: string;
  path: string;
  tag: string;
}

on<Waiting & { data: { json(): News } | null }>('push', (event) => {
  const news = event.data?.json();
  if (!news) return;
  event.waitUntil(worker.registration.showNotification(news.title, { body: news.body, tag: news.tag, icon: shop.icon, data: { path: news.path } }));
});

on<Waiting & { notification: Notification }>('notificationclick', (event) => {
  event.notification.close();
  const path = (event.notification.data as { path?: string } | null)?.path ?? '/';
  event.waitUntil(showPage(shop.base + path));
});

async function showPage(address: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find((each) => new URL(each.url).pathname.startsWith(`${shop.base}/`));
  if (!open) return void (await worker.clients.openWindow(address));
  await open.focus();
  await open.navigate(address);
}
