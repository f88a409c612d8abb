import type { CartSummary } from '../cart-summary.ts';
import { base, inTab, keep, recall, say } from './place.ts';

/** What the server says about the cart, or the sentence with which it refuses. `queued`: it was not asked yet, because there is no connection. */
export type CartAnswer = { cart: CartSummary; queued?: true } | { refused: string; cart?: CartSummary };

export const NO_CONNECTION = 'The shop could not be reached. Please check your connection and try again.';
export const LATER = 'There is no connection. Your change is kept on this device and sent as soon as you are back.';

/** Sends a cart form the way the browser would, but asks for the cart instead of a page. Without a connection it waits on the device. */
export async function sendCart(action: string, fields: Record<string, string>, hoped: CartSummary): Promise<CartAnswer> {
  const named = { ...fields, once: crypto.randomUUID() };
  const answer = await ask(action, { method: 'POST', body: new URLSearchParams(named) });
  if (answer) return answer;
  return (await keepForLater(action, named)) ? { cart: hoped, queued: true } : { refused: NO_CONNECTION };
}

/** Keeps a change on this device until there is a connection; false when the browser keeps nothing. */
export async function keepForLater(action: string, fields: Record<string, string>): Promise<boolean> {
  const { keepChange } = await import('./cart-queue.ts');
  return keepChange({ base: base(), action, fields }).then(() => true, () => false);
}

export async function readCart(cartHref: string): Promise<CartAnswer> {
  return (await ask(cartHref, {})) ?? { refused: NO_CONNECTION };
}

async function ask(address: string, request: RequestInit): Promise<CartAnswer | null> {
  try {
    // Whoever goes on to the next page at once has still added what they added.
    const answer = await fetch(address, { ...request, keepalive: true, headers: { accept: 'application/json' } });
    return (await answer.json()) as CartAnswer;
  } catch {
    return null;
  }
}

const EMPTY: CartSummary = { itemCount: 0, subtotal: '', total: '', discounts: [], codes: [], delivery: null, lines: [] };

/** The cart as it last was, so that a change can be shown before the server has said anything. */
export function lastCart(): CartSummary {
  return recall(inTab, 'cart', EMPTY);
}

/** Tells the whole page: the count in the header, and the sentence a screen reader hears. */
export function announce(answer: CartAnswer, sentence: string): void {
  const { cart } = answer;
  if (cart) {
    showCount(cart.itemCount);
    keep(inTab, 'cart', cart);
    keep(() => localStorage, 'count', { count: cart.itemCount, at: Date.now() });
  }
  say('refused' in answer ? answer.refused : answer.queued ? LATER : sentence);
}

export function queuedSentence(answer: CartAnswer): string {
  return 'queued' in answer ? LATER : '';
}

export function showCount(items: number): void {
  const count = document.getElementById('cart-count');
  if (!count) return;
  count.textContent = String(items);
  count.classList.toggle('none', items === 0);
}
