/*
 * While the page is looked at, it asks for what the shop has written: soon after something came, less and less often when nothing does.
 * A page nobody sees asks nothing. Without scripts the answer stands there with the next visit, and in the mail.
 */

const SOON = 8_000;
const SELDOM = 120_000;

export function watchThread(place: HTMLElement): void {
  let pause = SOON;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    pause = (await fetchNews(place)) ? SOON : Math.min(pause * 1.3, SELDOM);
    again();
  };
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pause);
  };
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) return;
    pause = SOON;
    void look();
  });
  again();
}

async function fetchNews(place: HTMLElement): Promise<boolean> {
  const address = new URL(place.dataset['news']!, location.href);
  address.searchParams.set('last', place.dataset['last'] ?? '');
  const answer = await fetch(address).catch(() => null);
  if (answer?.status !== 200) return false;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(place.id);
  if (!next) return false;
  place.dataset['last'] = next.dataset['last'] ?? '';
  add(place, next);
  return true;
}

// Only what is new, so that a screen reader says no more than that.
function add(place: HTMLElement, next: HTMLElement): void {
  const list = place.querySelector('.messages');
  if (list) list.append(...[...next.querySelectorAll('.messages > li')].filter(({ id }) => !document.getElementById(id)));
  else place.replaceChildren(...next.childNodes);
}
