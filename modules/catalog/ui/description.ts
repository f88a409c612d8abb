// Plain paragraphs are edited as plain text; anything richer is edited as the HTML it is, so that nothing gets lost.
const onlyParagraphs = /^(\s*<p>(?:[^<]|<br\s*\/?>)*<\/p>)*\s*$/;

/** Is the stored description more than paragraphs? */
export function isRich(html: string): boolean {
  return !onlyParagraphs.test(html) && /<[a-z]/i.test(html);
}

/** The description as the editor shows it. */
export function textOf(html: string): string {
  if (isRich(html) || !html.includes('<')) return html;
  const text = html.replaceAll(/<br\s*\/?>/g, '\n').replaceAll(/<\/p>\s*<p>/g, '\n\n').replaceAll(/<\/?p>/g, '').trim();
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');
}

/** What the editor shows as the HTML to store. */
export function htmlOf(text: string): string {
  if (!text.trim()) return '';
  if (/<\/?(p|ul|ol|li|h[1-6]|strong|em|a|div|span|table|br|img|b|i)\b/i.test(text)) return text;
  const safe = text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe.split(/\n{2,}/).map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join('\n');
}
