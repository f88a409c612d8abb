import { h, hydrate } from 'preact';
import type { ComponentType } from 'preact';
import { startCountdowns } from './countdown.ts';
import { startCards } from './cards.ts';
import { startConnection } from './connection.ts';
import { startChecks } from './live-forms.ts';
import { startHearts } from './hearts.ts';
import { exchange, fetchPage, startSwaps } from './swap.ts';
import { fillViewed, noteProduct } from './viewed.ts';

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
  const field = place.querySelector<HTMLInputElement>('input[type=search]');
  if (field) props['written'] = field.value;
  props['onAdd'] = (form: HTMLFormElement) => void drawer().then((d) => d.addToCart(form));
  hydrate(h(component as ComponentType<object>, props), place);
}

function openCartInstead(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || location.pathname.endsWith('/cart')) return;
  event.preventDefault();
  void drawer().then((d) => d.openCart());
}

/** Parts that may come late are fetched when they are nearly in sight. */
function comeLate(place: HTMLElement): void {
  const seen = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    seen.disconnect();
    void fetchPage(place.dataset['late']!).then((fetched) => fetched && exchange(fetched, [place.id]));
  }, { rootMargin: '300px' });
  seen.observe(place);
}

/** Tells the shop which searches lead somewhere: the words, not who typed them. */
function noteOpened(event: MouseEvent): void {
  const link = (event.target as Element).closest('#products a');
  const { searched, clicks } = link?.closest<HTMLElement>('[data-searched]')?.dataset ?? {};
  if (searched && clicks) navigator.sendBeacon(clicks, new URLSearchParams({ q: searched }));
}

/** The search field is only a field until somebody enters it or the page has come to rest. */
function wakeInTime(place: HTMLElement): void {
  if (place.dataset['island'] !== 'search-box') return void wake(place);
  let woken: Promise<void> | undefined;
  const once = (): void => void (woken ??= wake(place));
  place.addEventListener('focusin', once, { once: true });
  const atRest = (): void => void ('requestIdleCallback' in globalThis ? requestIdleCallback(once) : setTimeout(once, 200));
  if (document.readyState === 'complete') atRest();
  else addEventListener('load', atRest, { once: true });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) wakeInTime(place);
document.getElementById('cart-link')?.addEventListener('click', openCartInstead);
for (const gallery of document.querySelectorAll<HTMLElement>('.gallery')) void import('./gallery.ts').then((g) => g.startGallery(gallery));
for (const button of document.querySelectorAll<HTMLButtonElement>('button.share')) void import('./share.ts').then((s) => s.startSharing(button));
for (const place of document.querySelectorAll<HTMLElement>('[data-late]')) comeLate(place);
document.addEventListener('click', noteOpened);
startSwaps();
startChecks();
startCountdowns();
startCards();
startHearts();
startConnection();
fillViewed();

// A page that is made beforehand was not looked at yet.
const whenSeen = (act: () => void): void => ('prerendering' in document && document.prerendering ? document.addEventListener('prerenderingchange', act, { once: true }) : act());
whenSeen(noteProduct);

const news = document.querySelector<HTMLElement>('[data-order-news]');
if (news) void import('./order-news.ts').then((order) => order.offerNews(news));
const thread = document.querySelector<HTMLElement>('#thread[data-news]');
if (thread) void import('./thread.ts').then((talk) => talk.watchThread(thread));
const keptPages = document.querySelector<HTMLElement>('[data-kept]');
if (keptPages && 'caches' in globalThis) void import('./kept-pages.ts').then((pages) => pages.listKept(keptPages));
