// What a browser's editing leaves behind, as the few tags a description is made of.
const RENAMED: Record<string, string> = { B: 'strong', I: 'em', DIV: 'p', H1: 'h2' };
const DROPPED = new Set(['STYLE', 'SCRIPT', 'META', 'TITLE', 'LINK']);
const KEPT: Record<string, readonly string[]> = { A: ['href', 'title'], IMG: ['src', 'alt', 'width', 'height'], TD: ['colspan', 'rowspan'], TH: ['colspan', 'rowspan', 'scope'], OL: ['start'] };

/** The HTML of an edited element without styles, classes and browser's own ways. */
export function tidyHtml(root: HTMLElement): string {
  const copy = root.cloneNode(true) as HTMLElement;
  for (const element of [...copy.querySelectorAll('*')]) tidy(element);
  for (const block of [...copy.querySelectorAll('p, h2, h3, li')]) if (!block.textContent?.trim() && !block.querySelector('img, br')) block.remove();
  const html = wrapped(copy).innerHTML.replaceAll('\u00a0', ' ').trim();
  return /^(<p>(<br>)?<\/p>)?$/.test(html) ? '' : html;
}

function tidy(element: Element): void {
  if (DROPPED.has(element.tagName)) return element.remove();
  // Spans and fonts carry only looks.
  if (element.tagName === 'SPAN' || element.tagName === 'FONT') return element.replaceWith(...element.childNodes);
  const kept = KEPT[element.tagName] ?? [];
  for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
  const name = RENAMED[element.tagName];
  if (!name) return;
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

// Text that stands by itself is a paragraph.
function wrapped(root: HTMLElement): HTMLElement {
  const inline = (node: Node) => node.nodeType === Node.TEXT_NODE || /^(STRONG|EM|A|BR|U|S|SUB|SUP|CODE|SMALL|MARK|IMG)$/.test((node as Element).tagName ?? '');
  let paragraph: HTMLElement | undefined;
  for (const node of [...root.childNodes]) {
    if (!inline(node)) paragraph = undefined;
    else if (paragraph) paragraph.append(node);
    else if (node.textContent?.trim() || (node as Element).tagName === 'IMG') {
      paragraph = document.createElement('p');
      node.replaceWith(paragraph);
      paragraph.append(node);
    }
  }
  return root;
}
