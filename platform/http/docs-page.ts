import { livesOf } from '../events/event.ts';
import type { Operation } from '../operations/operation.ts';
import { surfaceRoot, type Surface } from '../operations/route.ts';
import type { View } from '../operations/view.ts';
import { registry } from '../registry.ts';
import { itemsOf, schemaOf } from './openapi.ts';
import { toolName } from './mcp.ts';

/** The API reference: every operation, view, event and capability of this installation, generated from the registry. */
export function docsPage(): string {
  const surfaces: Surface[] = ['storefront', 'admin'];
  return page(`
<header><h1>API reference</h1>
<p>Made from the running program: every line below is callable. Machine-readable:
<a href="/docs/storefront.json">storefront OpenAPI 3.1</a>, <a href="/docs/admin.json">admin OpenAPI 3.1</a>. AI clients: <code>POST /mcp</code> with a workspace token.</p>
<label class="find">Find <input type="search" id="find" placeholder="orders, refund, cart …" autocomplete="off"></label></header>
<nav aria-label="Sections">${surfaces.map((s) => `<a href="#${s}">${TITLES[s]}</a>`).join('')}<a href="#events">Events</a><a href="#permissions">Permissions</a></nav>
<main>${surfaces.map(section).join('')}${eventSection()}${capabilitySection()}</main>`);
}

const TITLES: Record<Surface, string> = { storefront: 'Storefront API', admin: 'Admin API' };
const AUTH: Record<Surface, string> = {
  storefront: 'Send your storefront key as <code>X-Storefront-Key</code>.',
  admin: 'Send a workspace token as <code>Authorization: Bearer qdt_…</code>.',
};

function section(surface: Surface): string {
  const items = itemsOf(surface).toSorted((a, b) => a.route.path.localeCompare(b.route.path));
  return `<section id="${surface}"><h2>${TITLES[surface]}</h2><p>${AUTH[surface]}</p>${items.map((item) => itemHtml(item, surface)).join('')}</section>`;
}

function itemHtml(item: Operation | View, surface: Surface): string {
  const path = `${surfaceRoot(surface)}${item.route.path}`;
  return `<details class="item" data-find="${escapeHtml(`${item.name} ${item.says} ${path}`.toLowerCase())}">
<summary><span class="method ${item.route.method.toLowerCase()}">${item.route.method}</span> <code>${escapeHtml(path)}</code> <span class="says">${escapeHtml(item.says)}</span></summary>
<dl><dt>Name</dt><dd><code>${item.name}</code> · AI tool <code>${toolName(item.name)}</code></dd><dt>Permission</dt><dd><code>${item.needs}</code></dd></dl>
<h4>Takes</h4><pre>${json(schemaOf(item.input, 'input'))}</pre><h4>Gives</h4><pre>${json(schemaOf(item.output, 'output'))}</pre>
<h4>Try it</h4>${tryForm(item, path, surface)}</details>`;
}

function tryForm(item: Operation | View, path: string, surface: Surface): string {
  const body = item.kind === 'operation' ? `<label>JSON body <textarea name="body" rows="3">{}</textarea></label>` : '';
  const key = surface === 'admin' ? 'Token' : 'Storefront key';
  return `<form class="try" data-method="${item.route.method}" data-surface="${surface}">
<label>Address <input name="path" value="${escapeHtml(path)}"></label><label>${key} <input name="key" autocomplete="off"></label>${body}
<button>Send</button><pre class="result" aria-live="polite" hidden></pre></form>`;
}

function eventSection(): string {
  const rows = registry.events().map((e) => `<tr><td><code>${e.name}</code></td><td>${escapeHtml(e.says)}</td><td>${livesOf(e).map(({ channel, as }) => `<code>private-${channel}@workspace</code> · <code>${as}</code>`).join('<br>')}</td></tr>`);
  return `<section id="events"><h2>Events</h2><div class="wide" tabindex="0" role="region" aria-label="Events"><table><thead><tr><th>Name</th><th>Meaning</th><th>Live channel</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function capabilitySection(): string {
  const rows = Object.entries(registry.capabilities()).map(([name, says]) => `<tr><td><code>${name}</code></td><td>${escapeHtml(says)}</td></tr>`);
  return `<section id="permissions"><h2>Permissions</h2><div class="wide" tabindex="0" role="region" aria-label="Permissions"><table><thead><tr><th>Name</th><th>Lets a person</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function json(value: unknown): string {
  return escapeHtml(JSON.stringify(value, null, 2));
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function page(content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Quickdash API reference</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/page.css"><script type="module" src="/docs/page.js"></script></head><body>${content}</body></html>`;
}

/** Style of the reference page. */
export const DOCS_CSS = `
:root{color-scheme:light dark;--text:light-dark(#1a1d23,#e8eaee);--soft:light-dark(#59606c,#a3abb8);--line:light-dark(#e2e5ea,#30353e);--card:light-dark(#f7f8fa,#1d2026);--accent:light-dark(#2f5bd7,#8fb0ff)}
*{box-sizing:border-box}body{margin:0 auto;max-width:64rem;padding:2rem 1rem 6rem;font:15px/1.55 system-ui,sans-serif;color:var(--text);background:light-dark(#fff,#15171b)}
a{color:var(--accent)}h1{margin:0 0 .25rem;font-size:1.75rem}h2{margin:2.5rem 0 .25rem}nav{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}code,pre{font:13px/1.5 ui-monospace,monospace}
.find input,.try input,.try textarea{width:100%;padding:.5rem .65rem;border:1px solid light-dark(#8a919d,#6b7380);border-radius:8px;background:transparent;color:inherit;font:inherit}
.item{border:1px solid var(--line);border-radius:10px;margin:.5rem 0;padding:.6rem .8rem}.item summary{cursor:pointer;overflow-wrap:anywhere}.item[open]{background:var(--card)}.says{color:var(--soft)}
.method{display:inline-block;min-width:4.2rem;font:600 12px/1.4 ui-monospace,monospace}.get{color:light-dark(#0b6b3a,#6fd59b)}.post{color:light-dark(#2f5bd7,#8fb0ff)}.put,.patch{color:light-dark(#8a5200,#f0b35c)}.delete{color:light-dark(#b3261e,#ff9a92)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.75rem 0}dt{color:var(--soft)}dd{margin:0}h4{margin:.75rem 0 .25rem}
pre{margin:0;padding:.75rem;max-height:22rem;overflow:auto;border-radius:8px;background:light-dark(#eef0f3,#101216)}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
.try{display:grid;gap:.6rem}.try button{justify-self:start;padding:.45rem 1.1rem;border:0;border-radius:8px;background:light-dark(#2f5bd7,#8fb0ff);color:light-dark(#fff,#10131a);font:600 14px system-ui;cursor:pointer}`;

/** Behaviour of the reference page: finding and trying. */
export const DOCS_JS = `
const find = document.getElementById('find');
find.addEventListener('input', () => { const words = find.value.toLowerCase().split(/\\s+/); for (const item of document.querySelectorAll('.item')) item.hidden = !words.every((w) => item.dataset.find.includes(w)); });
for (const form of document.querySelectorAll('.try')) form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { method, surface } = form.dataset, field = (n) => form.elements.namedItem(n)?.value;
  const headers = surface === 'admin' ? { authorization: 'Bearer ' + field('key') } : { 'x-storefront-key': field('key') };
  const result = form.querySelector('.result'); result.hidden = false; result.textContent = '…';
  try {
    const answer = await fetch(field('path'), { method, headers: { ...headers, 'content-type': 'application/json' }, ...(method === 'GET' ? {} : { body: field('body') }) });
    const text = await answer.text(); let shown = text; try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch {}
    result.textContent = answer.status + ' ' + answer.statusText + '\\n' + shown;
  } catch (error) { result.textContent = String(error); }
});
document.querySelectorAll('pre').forEach((pre) => { pre.tabIndex = 0; });`;
