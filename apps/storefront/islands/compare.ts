import { base, keep, onDevice, recall, say } from './place.ts';
import { openDialog } from './sheet.ts';
import { fetchPage } from './swap.ts';

interface Compared {
  id: string;
  title: string;
}

const MOST = 4;
const chosen = (): Compared[] => recall<Compared[]>(onDevice, 'compare', []);

/** Puts a product into the comparison, or takes it out again. */
export function toggle(button: HTMLElement): void {
  const { compare: id = '', title = '' } = button.dataset;
  const now = chosen();
  if (now.some((each) => each.id === id)) return store(now.filter((each) => each.id !== id), `${title} is no longer compared.`);
  if (now.length >= MOST) return refuse(`Up to ${MOST} products can be compared. Take one out first.`);
  store([...now, { id, title }], `${title} is compared. ${now.length + 1} of ${MOST}.`);
}

function store(next: Compared[], sentence: string): void {
  keep(onDevice, 'compare', next);
  showCompared();
  say(sentence);
}

function refuse(sentence: string): void {
  say(sentence);
  const words = document.querySelector('.compare-bar p');
  if (words) words.textContent = sentence;
}

/** The bar at the foot of the page, and the state of every button on it. */
export function showCompared(): void {
  const now = chosen();
  for (const button of document.querySelectorAll<HTMLElement>('[data-compare]')) button.setAttribute('aria-pressed', String(now.some((each) => each.id === button.dataset['compare'])));
  document.querySelector('.compare-bar')?.remove();
  if (now.length === 0 || location.pathname === `${base()}/compare`) return;
  document.body.append(bar(now));
}

function bar(now: Compared[]): HTMLElement {
  const aside = document.createElement('aside');
  aside.className = 'compare-bar';
  aside.setAttribute('aria-label', 'Comparison');
  const words = document.createElement('p');
  words.textContent = now.map((each) => each.title).join(' · ');
  const link = document.createElement('a');
  link.className = 'button';
  link.href = addressOf(now);
  link.textContent = now.length === 1 ? 'Compare (1)' : `Compare (${now.length})`;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void openComparison(now);
  });
  const clear = document.createElement('button');
  clear.className = 'link';
  clear.textContent = 'Clear';
  clear.addEventListener('click', () => store([], 'Nothing is compared any more.'));
  aside.append(words, clear, link);
  return aside;
}

function addressOf(now: Compared[]): string {
  return `${base()}/compare?ids=${now.map((each) => each.id).join(',')}`;
}

async function openComparison(now: Compared[]): Promise<void> {
  const table = (await fetchPage(addressOf(now)))?.getElementById('compare-table');
  if (!table) return location.assign(addressOf(now));
  const dialog = openDialog('drawer-up', { id: 'compare-title', text: 'Compare' }, document.adoptNode(table));
  dialog.addEventListener('click', (event) => {
    const out = (event.target as Element).closest<HTMLElement>('[data-uncompare]');
    if (!out) return;
    event.preventDefault();
    const rest = chosen().filter((each) => each.id !== out.dataset['uncompare']);
    store(rest, 'Taken out of the comparison.');
    dialog.close();
    if (rest.length > 0) void openComparison(rest);
  });
}
