import { sendAccountMail } from '#platform/mail/send-mail.ts';
import { publicUrl } from './public-url.ts';

/** A short letter of the installation itself: one matter, one button. */
export interface Letter {
  to: string;
  subject: string;
  says: string;
  button: { says: string; path: string };
  /** What to do when one did not ask for this. */
  otherwise: string;
  /** Sends at most once per key. */
  once: string;
}

export async function sendLetter(letter: Letter): Promise<void> {
  const link = publicUrl() + letter.button.path;
  const text = `${letter.says}\n\n${letter.button.says}: ${link}\n\n${letter.otherwise}\n`;
  await sendAccountMail({ to: letter.to, subject: letter.subject, text, html: html(letter, link) }, { once: letter.once });
}

function html(letter: Letter, link: string): string {
  const button = 'display:inline-block;padding:12px 20px;border-radius:8px;background:#111827;color:#ffffff;text-decoration:none';
  return `<div style="font:16px/1.5 system-ui,sans-serif;color:#111827;max-width:32rem">
<p>${escaped(letter.says)}</p>
<p><a href="${escaped(link)}" style="${button}">${escaped(letter.button.says)}</a></p>
<p style="color:#6b7280;font-size:14px">${escaped(letter.otherwise)}</p>
</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
