/*
 * Links and GET forms inside [data-swap="ids"] fetch their page and exchange the parts named there.
 * The address changes as it would without scripts, so Back, reload and sharing work.
 */

let latest = 0;

/** Exchanges #id of this page for the one in the fetched page, keeping the focus where it was. */
export function exchange(fetched: Document, ids: string[]): void {
  const focused = document.activeElement?.id;
  for (const id of ids) {
    const next = fetched.getElementById(id);
    const now = document.getElementById(id);
    if (next && now) now.replaceWith(document.adoptNode(next));
  }
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

export async function fetchPage(address: string, request: RequestInit = {}): Promise<Document | null> {
  const answer = await fetch(address, request).catch(() => null);
  return answer && new DOMParser().parseFromString(await answer.text(), 'text/html');
}

async function show(address: string, remember: 'push' | 'stay'): Promise<void> {
  const mine = ++latest;
  const area = document.querySelector<HTMLElement>('[data-swap]');
  area?.setAttribute('aria-busy', 'true');
  const page = await fetchPage(address);
  if (mine !== latest) return;
  if (!page?.querySelector('[data-swap]')) return location.assign(address);
  if (remember === 'push') history.pushState({ swap: true }, '', address);
  document.title = page.title;
  area?.removeAttribute('aria-busy');
  exchange(page, area?.dataset['swap']?.split(' ') ?? []);
  const says = document.getElementById('says');
  if (says) says.textContent = document.getElementById('found-count')?.textContent ?? '';
}

function formAddress(form: HTMLFormElement): string {
  const address = new URL(form.action);
  address.search = '';
  for (const [name, value] of new FormData(form)) if (value !== '') address.searchParams.append(name, String(value));
  return address.href;
}

async function more(link: HTMLAnchorElement): Promise<void> {
  link.setAttribute('aria-busy', 'true');
  const page = await fetchPage(link.href);
  const items = page?.querySelectorAll('#products > li');
  if (!page || !items?.length) return location.assign(link.href);
  document.getElementById('products')?.append(...items);
  items[0]?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  exchange(page, ['more']);
}

function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-swap] a');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  if (link.dataset['more'] !== undefined) return event.preventDefault(), void more(link);
  if (link.dataset['filter'] === undefined) return;
  event.preventDefault();
  void show(link.href, 'push');
}

export function startSwaps(): void {
  if (!document.querySelector('[data-swap]')) return;
  document.addEventListener('click', follow);
  document.addEventListener('change', (event) => {
    const form = (event.target as HTMLInputElement).form;
    if (form?.matches('[data-swap] form')) void show(formAddress(form), 'push');
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-swap] form:not([method=post])')) return;
    event.preventDefault();
    form.closest<HTMLElement>('[popover]')?.hidePopover?.();
    void show(formAddress(form), 'push');
  });
  addEventListener('popstate', () => void show(location.href, 'stay'));
}
