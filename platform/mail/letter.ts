import type { Brand } from './brand.ts';

/** A mail in words; `letter` gives it its one look. */
export interface Letter {
  brand: Brand;
  subject: string;
  title: string;
  paragraphs: readonly string[];
  /** Amounts, facts: what it says, and the value at the end of the line. */
  rows?: readonly (readonly [string, string])[];
  /** Several matters, each with its own link. */
  lines?: readonly { title: string; body: string; url: string }[];
  afterLines?: string;
  button?: { says: string; url: string };
  /** Below the button, quieter. */
  otherwise?: string;
  foot?: { says: string; links?: readonly { says: string; url: string }[] };
}

/** The mail as HTML and as text, the same in both. Tables and inline styles, because mail programs know little else. */
export function letter(words: Letter): { subject: string; html: string; text: string } {
  return { subject: words.subject, html: asHtml(words), text: asText(words) };
}

function asText({ title, paragraphs, rows = [], lines = [], afterLines, button, otherwise, foot, brand }: Letter): string {
  const parts = [
    title,
    ...paragraphs,
    rows.map(([says, value]) => (value ? `${says}: ${value}` : says)).join('\n'),
    ...lines.map((line) => [line.title, line.body, line.url].filter(Boolean).join('\n')),
    afterLines,
    button && `${button.says}: ${button.url}`,
    otherwise,
    `-- \n${[brand.name, foot?.says, ...(foot?.links ?? []).map((link) => `${link.says}: ${link.url}`)].filter(Boolean).join('\n')}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const FONT = `-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const INK = '#1a1d23';
const QUIET = '#5b6472';

function asHtml(words: Letter): string {
  const { brand, title, paragraphs, rows = [], lines = [], afterLines, button, otherwise } = words;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(words.subject)}</title>
<style>@media (prefers-color-scheme: dark) { .page { background: #15171b !important } .card { background: #1e2127 !important; border-color: #343943 !important } .ink, .ink a { color: #e8eaee !important } .quiet, .quiet a { color: #a3acba !important } .line { border-color: #343943 !important } }</style></head>
<body class="page" style="margin:0;padding:0;background:#f4f5f7">
<div style="display:none;max-height:0;overflow:hidden">${escaped(paragraphs[0] ?? lines[0]?.title ?? title)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f7"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;font:16px/1.55 ${FONT}">
<tr><td class="ink" style="padding:0 8px 16px;color:${INK};font-weight:600;font-size:17px">${mark(brand)}</td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #e3e6eb;border-radius:14px;padding:32px 28px">
<h1 class="ink" style="margin:0 0 12px;color:${INK};font-size:21px;line-height:1.3;font-weight:650">${escaped(title)}</h1>
${paragraphs.map((text) => `<p class="ink" style="margin:0 0 14px;color:${INK}">${escaped(text)}</p>`).join('\n')}
${rows.length > 0 ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 14px">${rows.map(rowOf).join('')}</table>` : ''}
${lines.length > 0 ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:4px 0 14px">${lines.map(lineOf).join('')}</table>` : ''}
${afterLines ? `<p class="quiet" style="margin:0 0 14px;color:${QUIET}">${escaped(afterLines)}</p>` : ''}
${button ? buttonOf(button, brand) : ''}
${otherwise ? `<p class="quiet" style="margin:18px 0 0;color:${QUIET};font-size:14px">${escaped(otherwise)}</p>` : ''}
</td></tr>
<tr><td class="quiet" style="padding:18px 8px 0;color:${QUIET};font-size:13px">${footOf(words)}</td></tr>
</table></td></tr></table></body></html>`;
}

function mark({ name, logoUrl }: Brand): string {
  return logoUrl ? `<img src="${escaped(logoUrl)}" alt="${escaped(name)}" height="36" style="display:block;height:36px;max-width:220px;border:0">` : escaped(name);
}

function rowOf([says, value]: readonly [string, string]): string {
  return `<tr><td class="ink line" style="padding:8px 12px 8px 0;color:${INK};border-bottom:1px solid #e9ebef">${escaped(says)}</td><td class="ink line" align="right" style="padding:8px 0;color:${INK};border-bottom:1px solid #e9ebef;white-space:nowrap">${escaped(value)}</td></tr>`;
}

function lineOf({ title, body, url }: { title: string; body: string; url: string }): string {
  const more = body ? `<br><span class="quiet" style="color:${QUIET};font-size:14px">${escaped(body)}</span>` : '';
  return `<tr><td class="ink line" style="padding:10px 0;border-bottom:1px solid #e9ebef"><a href="${escaped(url)}" style="color:${INK};font-weight:600;text-decoration:none">${escaped(title)}</a>${more}</td></tr>`;
}

function buttonOf({ says, url }: { says: string; url: string }, { colour, onColour }: Brand): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0 4px"><tr><td style="border-radius:9px;background:${colour}"><a href="${escaped(url)}" style="display:inline-block;padding:12px 22px;color:${onColour};font-weight:600;text-decoration:none">${escaped(says)}</a></td></tr></table>`;
}

function footOf({ brand, foot }: Letter): string {
  const links = (foot?.links ?? []).map((link) => `<a href="${escaped(link.url)}" style="color:${QUIET}">${escaped(link.says)}</a>`);
  return [foot ? escaped(foot.says) : escaped(brand.name), links.join(' · ')].filter(Boolean).join('<br>');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
