import { base } from './place.ts';

/** On the page without a connection: links to what can be read all the same. */
export async function listKept(place: HTMLElement): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(`quickdash${base()}:`) && name.endsWith(':pages'));
  const list = place.querySelector('ul')!;
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).toReversed()) {
      const title = (await cache.match(request))?.headers.get('x-title');
      if (!title || new URL(request.url).pathname === `${base()}/offline`) continue;
      const link = document.createElement('a');
      link.href = request.url;
      link.textContent = decodeURIComponent(title);
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
  }
  place.hidden = list.childElementCount === 0;
}
