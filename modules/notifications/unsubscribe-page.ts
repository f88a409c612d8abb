import { html, raw } from 'hono/html';

type State = { state: 'wrong link' } | { state: 'asks' | 'done'; what: string | undefined };

const STYLE = raw(`<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem; box-sizing: border-box; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#f5f6f8, #15171b); color: light-dark(#1a1d23, #e8eaee); }
main { max-width: 26rem; padding: 2rem; border-radius: 1rem; background: light-dark(#fff, #1e2127); border: 1px solid light-dark(#e1e4ea, #343943); }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
p { margin: 0 0 1.25rem; }
form { display: grid; gap: .5rem; }
button { font: inherit; font-weight: 500; padding: .625rem 1rem; border-radius: .5rem; border: 1px solid light-dark(#c4c9d3, #4b5160); background: transparent; color: inherit; cursor: pointer; }
button:first-child { background: #3d43c9; border-color: #3d43c9; color: #fff; }
</style>`);

export async function unsubscribePage(page: State, status: number): Promise<Response> {
  const body = await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>Mails from Quickdash</title>${STYLE}</head><body><main>${inside(page)}</main></body></html>`;
  return new Response(String(body), { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'` } });
}

function inside(page: State) {
  if (page.state === 'wrong link') return html`<h1>This link does not work</h1><p>It was cut off or changed. You can choose your mails in the dashboard, under Notifications.</p>`;
  const what = page.what === undefined ? 'any notifications' : `“${page.what}”`;
  if (page.state === 'done') return html`<h1>Done</h1><p>You get no more mails about ${what}. They still appear in the dashboard, where you can change your mind.</p>`;
  return html`<h1>No more of these mails?</h1><p>You will get no more mails about ${what}.</p>
    <form method="post"><button>Stop these mails</button>${page.what === undefined ? '' : html`<button name="what" value="all">Stop all notification mails</button>`}</form>`;
}
