/*
 * One picture at a time over the whole window. Arrows, swipes and buttons go on; plus, minus, the wheel, two fingers and a
 * double press enlarge; Escape closes, and the focus is where it was.
 */

const MOST = 5;
const STEP = 1.5;

interface View {
  scale: number;
  x: number;
  y: number;
}

export function openLightbox(links: HTMLAnchorElement[], at: number): void {
  const box = document.createElement('dialog');
  box.className = 'lightbox';
  box.setAttribute('aria-label', 'Enlarged pictures');
  box.innerHTML = FRAME;
  document.body.append(box);
  const parts = partsOf(box);
  let place = at;
  let view: View = { scale: 1, x: 0, y: 0 };
  const look = (next: View): void => { view = within(next, parts.image); parts.image.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`; box.classList.toggle('enlarged', view.scale > 1); };
  const show = (next: number): void => {
    place = (next + links.length) % links.length;
    const link = links[place]!;
    parts.image.src = link.dataset['large']!;
    parts.image.alt = link.querySelector('img')?.alt ?? '';
    parts.count.textContent = links.length > 1 ? `${place + 1} of ${links.length}` : '';
    look({ scale: 1, x: 0, y: 0 });
  };
  const zoom = (times: number): void => look({ ...view, scale: view.scale * times });
  const press: Record<string, () => void> = { close: () => box.close(), before: () => show(place - 1), next: () => show(place + 1), in: () => zoom(STEP), out: () => zoom(1 / STEP) };
  box.addEventListener('click', (event) => press[(event.target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'] ?? '']?.());
  box.addEventListener('keydown', (event) => { if (key(event.key, { view, look, zoom, show: (by) => show(place + by) })) event.preventDefault(); });
  box.addEventListener('close', () => { box.remove(); links[place]!.focus({ preventScroll: true }); });
  touch(parts.image, { now: () => view, look, swipe: (by) => links.length > 1 && show(place + by) });
  for (const button of parts.goOn) button.hidden = links.length < 2;
  show(at);
  box.showModal();
}

const icon = (path: string): string => `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="${path}"/></svg>`;
const FRAME = `<div class="lightbox-bar"><p role="status"></p>
<button type="button" data-do="out" aria-label="Smaller">${icon('M5 12h14')}</button><button type="button" data-do="in" aria-label="Larger">${icon('M5 12h14M12 5v14')}</button>
<button type="button" data-do="close" aria-label="Close" autofocus>${icon('m6 6 12 12M18 6 6 18')}</button></div>
<div class="lightbox-view"><img alt="" draggable="false"></div>
<button type="button" class="before" data-do="before" aria-label="Previous picture">${icon('m15 5-7 7 7 7')}</button><button type="button" class="next" data-do="next" aria-label="Next picture">${icon('m9 5 7 7-7 7')}</button>`;

function partsOf(box: HTMLElement): { image: HTMLImageElement; count: HTMLElement; goOn: HTMLElement[] } {
  return { image: box.querySelector('.lightbox-view img')!, count: box.querySelector('[role=status]')!, goOn: [...box.querySelectorAll<HTMLElement>('.before, .next')] };
}

/** Never smaller than the window, and never moved out of it. */
function within({ scale, x, y }: View, image: HTMLElement): View {
  const most = Math.min(MOST, Math.max(1, scale));
  const [roomX, roomY] = [((most - 1) * image.clientWidth) / 2, ((most - 1) * image.clientHeight) / 2];
  return { scale: most, x: Math.max(-roomX, Math.min(roomX, x)), y: Math.max(-roomY, Math.min(roomY, y)) };
}

interface Hands {
  view: View;
  look(next: View): void;
  zoom(times: number): void;
  show(by: number): void;
}

function key(name: string, { view, look, zoom, show }: Hands): boolean {
  const moves: Record<string, [number, number]> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const move = moves[name];
  if (move && view.scale > 1) look({ ...view, x: view.x + move[0] * 80, y: view.y + move[1] * 80 });
  else if (move) { if (move[0] === 0) return false; show(-move[0]); }
  else if (name === '+' || name === '=') zoom(STEP);
  else if (name === '-') zoom(1 / STEP);
  else if (name === '0') look({ scale: 1, x: 0, y: 0 });
  else return false;
  return true;
}

interface Touch {
  now(): View;
  look(next: View): void;
  swipe(by: number): void;
}

const FAR = 50;

function touch(image: HTMLImageElement, { now, look, swipe }: Touch): void {
  const fingers = new Map<number, { x: number; y: number }>();
  let began: { x: number; y: number; apart: number; view: View } | undefined;
  const begin = (): void => { const [a, b] = [...fingers.values()]; began = a && { x: a.x, y: a.y, apart: b ? Math.hypot(a.x - b.x, a.y - b.y) : 0, view: now() }; };
  image.addEventListener('pointerdown', (event) => { image.setPointerCapture(event.pointerId); fingers.set(event.pointerId, { x: event.clientX, y: event.clientY }); begin(); });
  image.addEventListener('pointermove', (event) => {
    if (!began || !fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const [a, b] = [...fingers.values()];
    if (a && b && began.apart > 0) look({ ...began.view, scale: (began.view.scale * Math.hypot(a.x - b.x, a.y - b.y)) / began.apart });
    else if (a && began.view.scale > 1) look({ ...began.view, x: began.view.x + a.x - began.x, y: began.view.y + a.y - began.y });
  });
  const end = (event: PointerEvent): void => {
    const alone = fingers.size === 1;
    fingers.delete(event.pointerId);
    const across = event.clientX - (began?.x ?? event.clientX);
    if (alone && began?.apart === 0 && now().scale === 1 && Math.abs(across) > FAR) swipe(across > 0 ? -1 : 1);
    begin();
  };
  image.addEventListener('pointerup', end);
  image.addEventListener('pointercancel', (event) => { fingers.delete(event.pointerId); begin(); });
  image.addEventListener('dblclick', () => look(now().scale > 1 ? { scale: 1, x: 0, y: 0 } : { scale: 2.5, x: 0, y: 0 }));
  image.addEventListener('wheel', (event) => { event.preventDefault(); look({ ...now(), scale: now().scale * (event.deltaY < 0 ? 1.15 : 1 / 1.15) }); }, { passive: false });
}
