const PRELOAD = /<link rel="modulepreload" href="([^"]+)"[^>]*\/>/g;
const PROGRAM = /<script([^>]*) type="module" async="">([^]*?)<\/script>/;

// A page in a tab behind others is never painted, so it begins at once. Links and forms work by themselves; the last button
// pressed before the program is there is pressed again by it (entry.client.tsx).
const begin = (files: string[]) => `(() => {
  addEventListener('click', window.keepPress = ({ target }) => {
    const button = target.closest('button');
    if (button && !(button.form && button.type === 'submit')) window.earlyPress = button;
  }, true);
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
