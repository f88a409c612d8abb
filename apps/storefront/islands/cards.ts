/** Presses on product cards: quick add, choosing a variant in a sheet, comparing. Each has a form or link behind it. */
export function startCards(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    // The cart's own page is made anew with what was added; the drawer would be the same cart twice.
    if (!form.matches('form[data-add]') || location.pathname.endsWith('/cart')) return;
    event.preventDefault();
    form.closest('dialog')?.close();
    void import('./drawer.tsx').then((drawer) => drawer.addToCart(form));
  });
  document.addEventListener('click', press);
  if (recallCompared()) void import('./compare.ts').then((compare) => compare.showCompared());
}

// Reading one short text is all that a page without a comparison pays for it.
function recallCompared(): boolean {
  try {
    return (localStorage.getItem(`qd-compare-${document.body.dataset['shop'] ?? ''}`) ?? '[]') !== '[]';
  } catch {
    return false;
  }
}

function press(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  const target = event.target as Element;
  const quick = target.closest<HTMLAnchorElement>('a[data-quick]');
  const compared = target.closest<HTMLElement>('[data-compare]');
  if (quick) {
    event.preventDefault();
    void import('./sheet.ts').then((sheet) => sheet.openSheet(quick.href));
  } else if (compared) {
    void import('./compare.ts').then((compare) => compare.toggle(compared));
  }
}
