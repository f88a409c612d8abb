import { base, keep, onDevice, preview, recall, say, signedIn } from './place.ts';

interface Viewed {
  id: string;
  at: string;
}

const MOST = 24;

/** Notes a product page on this device; a signed-in customer's account hears of it as well. */
export function noteProduct(): void {
  const id = document.querySelector<HTMLElement>('[data-product]')?.dataset['product'];
  if (!id || preview()) return;
  const before = recall<Viewed[]>(onDevice, 'viewed', []).filter((each) => each.id !== id);
  keep(onDevice, 'viewed', [{ id, at: new Date().toISOString() }, ...before].slice(0, MOST));
  if (signedIn()) void bring();
}

/** Brings what this device knows to the account; the answer is what all devices know. */
async function bring(): Promise<string> {
  const products = recall<Viewed[]>(onDevice, 'viewed', []);
  const answer = await fetch(`${base()}/recently-viewed`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ products }) });
  return answer.ok ? answer.text() : '';
}

async function here(): Promise<string> {
  const ids = recall<Viewed[]>(onDevice, 'viewed', []).map((each) => each.id);
  if (ids.length === 0) return '';
  const answer = await fetch(`${base()}/recently-viewed?ids=${ids.join(',')}`);
  return answer.ok ? answer.text() : '';
}

/** Forgets it on this device and, for a signed-in customer, in the account. */
function clear(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  keep(onDevice, 'viewed', []);
  if (signedIn()) void fetch(form.action, { method: 'POST', keepalive: true, redirect: 'manual' });
  form.closest('section')!.hidden = true;
  say('The list is cleared.');
}

/** Fills the places that show what was looked at; they stay hidden when there is nothing. */
export function fillViewed(): void {
  document.querySelector<HTMLFormElement>('[data-clear-viewed]')?.addEventListener('submit', clear);
  const place = document.querySelector<HTMLElement>('[data-viewed]');
  if (!place) return;
  // Nothing above moves: the place lies below what fills the first screen, and is filled when it comes near.
  const show = async (): Promise<void> => {
    const html = await (signedIn() ? bring() : here()).catch(() => '');
    place.querySelector('[data-fill]')!.innerHTML = html;
    place.hidden = html === '';
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void show());
  else setTimeout(() => void show(), 300);
}
