import { h, hydrate } from 'preact';
import type { ComponentType } from 'preact';
import { startChecks } from './live-forms.ts';
import { startHearts } from './hearts.ts';
import { startSwaps } from './swap.ts';

/*
 * The only script a page names. It wakes the islands that are on the page, each from its own file,
 * and lets links and forms marked data-swap change the results without a new page.
 */

const islands: Record<string, () => Promise<ComponentType<never>>> = {
  'search-box': async () => (await import('./search-box.tsx')).SearchBox,
  'live-cart': async () => (await import('./live-cart.tsx')).LiveCart,
  'buy-box': async () => (await import('./buy-box.tsx')).BuyBox,
};

const drawer = (): Promise<typeof import('./drawer.tsx')> => import('./drawer.tsx');

async function wake(place: HTMLElement): Promise<void> {
  const component = await islands[place.dataset['island'] ?? '']?.();
  if (!component) return;
  const props = JSON.parse(place.nextElementSibling?.textContent ?? '{}') as Record<string, unknown>;
  props['onAdd'] = (form: HTMLFormElement) => void drawer().then((d) => d.addToCart(form));
  hydrate(h(component as ComponentType<object>, props), place);
}

function openCartInstead(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || location.pathname.endsWith('/cart')) return;
  event.preventDefault();
  void drawer().then((d) => d.openCart());
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) void wake(place);
document.getElementById('cart-link')?.addEventListener('click', openCartInstead);
startSwaps();
startChecks();
startHearts();
