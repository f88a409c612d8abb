const PRELOAD = /<link rel="modulepreload" href="([^"]+)"[^>]*\/>/g;
const PROGRAM = /<script([^>]*) type="module" async="">([^]*?)<\/script>/;

// What is done until the program is there is noted for early-acts.ts. A page in a tab behind others is never painted, so its
// program begins at once.
const begin = (files: string[]) => `(() => {
  const early = window.early = { typed: new Map(), keys: [], pressed: null, stop: () => { for (const kind in notes) removeEventListener(kind, notes[kind], true); } };
  const type = ({ target }) => early.typed.set(target, target.type === 'checkbox' || target.type === 'radio' ? target.checked : target.value);
  const notes = {
    input: type,
    change: type,
    click: ({ target, ctrlKey, metaKey, shiftKey }) => { if (!ctrlKey && !metaKey && !shiftKey) early.pressed = target.closest('button, a[href]:not([target], [download])') ?? early.pressed; },
    keydown: (event) => { if (event.target === document.body) early.keys.push(event); },
  };
  for (const kind in notes) addEventListener(kind, notes[kind], true);
  const begin = () => {
    for (const href of ${JSON.stringify(files)}) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
    const waiting = document.querySelector('script[type="text/late"]');
    document.body.append(Object.assign(document.createElement('script'), { type: 'module', nonce: waiting.nonce, textContent: waiting.textContent }));
  };
  if (document.hidden) begin(); else requestAnimationFrame(() => setTimeout(begin));
})()`;

/**
 * The page comes whole as HTML; its program (up to 240 KiB) is asked for once that has been painted. Otherwise, on a slow line,
 * what can be read already waits for code.
 */
export function programAfterPaint(html: string): string {
  const files: string[] = [];
  const quiet = html.replace(PRELOAD, (_, href: string) => (files.push(href), ''));
  const waiting = quiet.replace(PROGRAM, (_, attributes: string, program: string) => `<script${attributes} type="text/late">${program}</script><script${attributes}>${begin(files)}</script>`);
  if (waiting === quiet) throw new Error('The page has no program of the form expected; React Router writes it in another way now.');
  return waiting;
}
