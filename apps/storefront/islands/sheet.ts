import { fetchPage } from './swap.ts';

const CLOSE = '<svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg>';

/** A dialog that is gone when it closes, with a head and a way out. */
export function openDialog(kind: string, title: { id: string; text?: string }, content: Node): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = kind;
  dialog.setAttribute('aria-labelledby', title.id);
  const close = document.createElement('button');
  close.className = 'tool close';
  close.setAttribute('aria-label', 'Close');
  close.innerHTML = CLOSE;
  close.addEventListener('click', () => dialog.close());
  if (title.text) {
    const head = document.createElement('div');
    head.className = 'drawer-head';
    const words = document.createElement('h2');
    words.id = title.id;
    words.textContent = title.text;
    head.append(words, close);
    dialog.append(head, content);
  } else dialog.append(content, close);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The small page that asks which variant, as a sheet over this page. Whatever goes wrong leads to the page itself. */
export async function openSheet(address: string): Promise<void> {
  const page = await fetchPage(address);
  const content = page?.getElementById('quick');
  if (!content) return location.assign(address);
  openDialog('sheet', { id: 'quick-title' }, document.adoptNode(content)).querySelector<HTMLInputElement>('input:checked')?.focus();
}
