import type { CartSummary } from '../cart-summary.ts';

/** What the server says about the cart, or the sentence with which it refuses. */
export type CartAnswer = { cart: CartSummary } | { refused: string; cart?: CartSummary };

/** Sends a cart form the way the browser would, but asks for the cart instead of a page. */
export async function sendCart(action: string, fields: Record<string, string>): Promise<CartAnswer> {
  return ask(action, { method: 'POST', body: new URLSearchParams(fields) });
}

export async function readCart(cartHref: string): Promise<CartAnswer> {
  return ask(cartHref, {});
}

async function ask(address: string, request: RequestInit): Promise<CartAnswer> {
  try {
    const answer = await fetch(address, { ...request, headers: { accept: 'application/json' } });
    return (await answer.json()) as CartAnswer;
  } catch {
    return { refused: 'The shop could not be reached. Please check your connection and try again.' };
  }
}

/** Tells the whole page: the count in the header, and the sentence a screen reader hears. */
export function announce(cart: CartSummary | undefined, sentence: string): void {
  const count = document.getElementById('cart-count');
  if (cart && count) {
    count.textContent = String(cart.itemCount);
    count.classList.toggle('none', cart.itemCount === 0);
  }
  const says = document.getElementById('says');
  if (says) says.textContent = sentence;
}
