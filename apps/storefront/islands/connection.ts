import { announce, readCart, showCount } from './cart-client.ts';
import { base, onDevice, preview, recall, say } from './place.ts';

/** What keeps the page true while connection, history and prefetched pages come and go. */
export function startConnection(): void {
  // A page that was made beforehand, or that history brings back, does not know of what was put into the cart since.
  const made = Date.now();
  const recount = (): void => {
    const { count, at } = recall(onDevice, 'count', { count: 0, at: 0 });
    if (at > made - 60_000) showCount(count);
  };
  addEventListener('pageshow', (event) => event.persisted && recount());
  document.addEventListener('prerenderingchange', recount);
  if (!('serviceWorker' in navigator) || preview() || !isSecureContext) return;
  addEventListener('online', () => void flush());
  navigator.serviceWorker.addEventListener('message', (event: MessageEvent<{ sent?: unknown }>) => event.data.sent && void settled(event.data.sent as never));
  addEventListener('load', () => {
    void navigator.serviceWorker.register(`${base()}/sw.js`, { scope: base() || '/' }).catch(() => undefined);
    if (navigator.onLine) setTimeout(() => void flush(), 1_000);
  });
}

let again: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits. Browsers say "online" before anything can be reached, so what finds no way is tried again, ever more rarely. */
async function flush(wait = 1_000): Promise<void> {
  clearTimeout(again);
  const { changesOf, sendChanges } = await import('./cart-queue.ts');
  if ((await changesOf(base()).catch(() => [])).length === 0) return;
  const done = await sendChanges(base());
  if (done.left > 0 && navigator.onLine) again = setTimeout(() => void flush(Math.min(wait * 2, 60_000)), wait);
  await settled(done);
}

/** What waited was sent: the count is asked anew, and a sentence says how it went. */
async function settled({ sent, refused }: { sent: number; refused: string[] }): Promise<void> {
  if (sent === 0) return;
  const answer = await readCart(document.getElementById('drawer')!.dataset['cart']!);
  announce(answer, '');
  tellVisibly(refused.length > 0 ? refused.join(' ') : 'You are back. What you changed is saved.');
}

function tellVisibly(sentence: string): void {
  say(sentence);
  document.querySelector('.passing')?.remove();
  const note = document.createElement('p');
  note.className = 'passing';
  note.setAttribute('aria-hidden', 'true');
  note.textContent = sentence;
  document.body.append(note);
  setTimeout(() => note.remove(), 8_000);
}
