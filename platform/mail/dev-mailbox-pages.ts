import { html, raw } from 'hono/html';

export interface MailSummary {
  id: string;
  recipient: string;
  subject: string;
  state: string;
  createdAt: Date;
  /** The workspace's name, or 'Account'. */
  place: string;
}

export interface MailView extends MailSummary {
  sender: string;
  html: string;
  text: string;
  lastError: string | null;
}

type Html = ReturnType<typeof html>;

const STYLE = raw(`<style>
:root { color-scheme: light dark; --line: light-dark(#d9dce3, #363b46); --quiet: light-dark(#566070, #a3acba); --link: light-dark(#1d4fbb, #93b4ff); }
* { box-sizing: border-box; }
html { background: light-dark(#fff, #15171b); color: light-dark(#1a1d23, #e8eaee); }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
h1 { font-size: 1.35rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
form { display: flex; gap: .5rem; margin-bottom: 1rem; }
input { flex: 1; min-width: 0; }
input, button { font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li a { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .75rem .25rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
li a:hover strong, li a:focus-visible strong { text-decoration: underline; }
li strong { display: block; }
li span { overflow-wrap: anywhere; min-width: 0; }
.quiet, dt { color: var(--quiet); font-size: .9rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 65vh; border: 1px solid var(--line); border-radius: .5rem; background: #fff; color-scheme: light; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
</style>`);

export function mailboxPage(mails: MailSummary[], search: string): Html {
  return document(
    'Development mailbox',
    html`<h1>Development mailbox</h1>
      <form action="/dev/mail" role="search">
        <input type="search" name="q" value="${search}" aria-label="Search mails" placeholder="Recipient, subject or text" />
        <button>Search</button>
      </form>
      ${mails.length === 0 ? emptySentence(search) : html`<ul>${mails.map(mailLine)}</ul>`}`,
  );
}

export function mailPage(mail: MailView): Html {
  return document(
    mail.subject,
    html`<p><a href="/dev/mail">All mails</a></p>
      <h1>${mail.subject}</h1>
      <dl>
        <dt>To</dt><dd>${mail.recipient}</dd>
        <dt>From</dt><dd>${mail.sender}</dd>
        <dt>When</dt><dd>${time(mail.createdAt)}</dd>
        <dt>Workspace</dt><dd>${mail.place}</dd>
        <dt>State</dt><dd>${mail.state}${mail.lastError ? html` (${mail.lastError})` : ''}</dd>
      </dl>
      <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mail/${mail.id}/html" title="The mail as HTML"></iframe>
      <details><summary>Plain text</summary><pre>${mail.text}</pre></details>`,
  );
}

function mailLine(mail: MailSummary): Html {
  return html`<li>
    <a href="/dev/mail/${mail.id}">
      <span><strong>${mail.subject}</strong>${mail.recipient}</span>
      <span class="quiet">${time(mail.createdAt)} · ${mail.place}</span>
    </a>
  </li>`;
}

function emptySentence(search: string): Html {
  return search === ''
    ? html`<p class="quiet">No mail yet. Whatever the program sends appears here.</p>`
    : html`<p class="quiet">No mail speaks of “${search}”. <a href="/dev/mail">Show all mails</a></p>`;
}

function time(at: Date): Html {
  const iso = at.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function document(title: string, main: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body><main>${main}</main></body>
    </html>`;
}
