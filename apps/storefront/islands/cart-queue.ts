/** Changes of the cart and the wishlist that wait for a connection. The page and the service worker share them. */
export interface Change {
  /** The shop they belong to: two may share a host. */
  base: string;
  action: string;
  /** For the cart with `once` in it, so that a change that did arrive is not made twice; a heart may arrive twice. */
  fields: Record<string, string>;
}

const STORE = 'changes';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('quickdash-cart', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true }));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = work(db.transaction(STORE, mode).objectStore(STORE));
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  } finally {
    db.close();
  }
}

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

/** Keeps a change, and asks the browser to wake the worker when the connection is back, if it can do that. */
export async function keepChange(change: Change): Promise<void> {
  await within('readwrite', (store) => store.add(change));
  const registration = (await globalThis.navigator.serviceWorker?.getRegistration()) as SyncRegistration | undefined;
  await registration?.sync?.register('cart').catch(() => undefined);
}

export async function changesOf(base: string): Promise<(Change & { id: number })[]> {
  const all = (await within('readonly', (store) => store.getAll())) as (Change & { id: number })[];
  return all.filter((each) => each.base === base);
}

export interface Sent {
  sent: number;
  /** Sentences of changes the shop did not accept. */
  refused: string[];
  left: number;
}

/** Sends what waits, in order. One that finds no connection stays, with all after it. */
export function sendChanges(base: string): Promise<Sent> {
  return navigator.locks.request(`quickdash-cart${base}`, async () => {
    const waiting = await changesOf(base);
    const done: Sent = { sent: 0, refused: [], left: waiting.length };
    for (const { id, action, fields } of waiting) {
      // Whoever goes on to another page meanwhile takes nothing back.
      const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), keepalive: true, headers: { accept: 'application/json' } }).catch(() => null);
      // A server that is restarting answers 5xx: the change waits for the next time.
      if (!answer || answer.status >= 500) break;
      const said = (await answer.json().catch(() => ({}))) as { refused?: string };
      if (said.refused) done.refused.push(said.refused);
      await within('readwrite', (store) => store.delete(id));
      done.sent += 1;
      done.left -= 1;
    }
    return done;
  });
}
