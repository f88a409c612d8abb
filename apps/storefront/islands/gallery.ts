import type { openLightbox } from './lightbox.ts';

/* The strip works without this. Here the small pictures follow it, pictures are enlarged in place, and what moves is woken. */

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const precise = matchMedia('(hover: hover) and (pointer: fine)');

export function startGallery(gallery: HTMLElement): void {
  const strip = gallery.querySelector<HTMLElement>('.strip');
  if (!strip) return;
  followStrip(gallery, strip);
  const links = [...gallery.querySelectorAll<HTMLAnchorElement>('a.enlarge')];
  for (const [i, link] of links.entries()) {
    link.addEventListener('click', (event) => enlarge(event, links, i));
    if (precise.matches) magnify(link);
  }
  for (const stage of gallery.querySelectorAll<HTMLElement>('[data-spin]')) void import('./spin.ts').then((spin) => spin.startSpin(stage));
  for (const stage of gallery.querySelectorAll<HTMLElement>('[data-model]')) stage.querySelector('a')?.addEventListener('click', (event) => startModel(event, stage));
}

/** Marks the small picture of what is in view, and lets a press on one move the strip and not the page. */
function followStrip(gallery: HTMLElement, strip: HTMLElement): void {
  const thumbs = [...gallery.querySelectorAll<HTMLAnchorElement>('.thumbs a')];
  const frames = [...strip.children] as HTMLElement[];
  const seen = new IntersectionObserver((entries) => {
    const shown = entries.find((entry) => entry.isIntersecting);
    if (!shown) return;
    for (const [i, thumb] of thumbs.entries()) {
      if (frames[i] === shown.target) thumb.setAttribute('aria-current', 'true');
      else thumb.removeAttribute('aria-current');
    }
  }, { root: strip, threshold: 0.6 });
  for (const frame of frames) seen.observe(frame);
  for (const [i, thumb] of thumbs.entries()) {
    thumb.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      strip.scrollTo({ left: frames[i]!.offsetLeft - strip.offsetLeft, behavior: calm.matches ? 'auto' : 'smooth' });
    });
  }
}

function enlarge(event: MouseEvent, links: HTMLAnchorElement[], at: number): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  void import('./lightbox.ts').then((box: { openLightbox: typeof openLightbox }) => box.openLightbox(links, at));
}

/** Twice as large under the pointer; the larger file comes with the first look. */
function magnify(link: HTMLAnchorElement): void {
  const image = link.querySelector('img');
  if (!image) return;
  link.addEventListener('pointerenter', () => image.setAttribute('sizes', '1280px'), { once: true });
  link.addEventListener('pointermove', (event) => {
    const box = link.getBoundingClientRect();
    image.style.transformOrigin = `${((event.clientX - box.left) / box.width) * 100}% ${((event.clientY - box.top) / box.height) * 100}%`;
    image.style.transform = 'scale(2)';
  });
  link.addEventListener('pointerleave', () => { image.style.transform = ''; });
}

function startModel(event: MouseEvent, stage: HTMLElement): void {
  event.preventDefault();
  const start = event.currentTarget as HTMLAnchorElement;
  start.setAttribute('aria-busy', 'true');
  void import('./model-viewer.ts').then((viewer) => viewer.showModel(stage)).finally(() => start.removeAttribute('aria-busy'));
}
