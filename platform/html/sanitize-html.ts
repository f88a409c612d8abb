// What a text people write may contain. Everything else loses its tag and keeps its text; scripts, styles and the like lose both.
const ALLOWED: Record<string, readonly string[]> = {
  a: ['href', 'title', 'target', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'title'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start'],
  blockquote: ['cite'],
};
const PLAIN =
  'p br hr h1 h2 h3 h4 h5 h6 strong b em i u s sub sup small mark code pre span div ul li dl dt dd table thead tbody tfoot tr caption figure figcaption section article';
for (const tag of PLAIN.split(' ')) ALLOWED[tag] ??= [];
const VOID = new Set(['br', 'hr', 'img']);
const SWALLOWED = new Set(['script', 'style', 'iframe', 'object', 'embed', 'template', 'noscript', 'svg', 'math', 'title', 'textarea', 'select', 'xmp', 'noembed', 'noframes', 'plaintext']);
const ADDRESSES = new Set(['href', 'src', 'cite']);
const DEEPEST = 100;

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/y;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Keeps what a written text needs and nothing that runs: allow-listed tags and attributes, web addresses only, every tag
 * closed. Clean HTML comes out as it went in; cleaning twice is cleaning once.
 */
export function sanitizeHtml(html: string): string {
  return new Cleaner(html.replaceAll('\0', '')).clean();
}

class Cleaner {
  private readonly html: string;
  private readonly open: string[] = [];
  private out = '';
  private at = 0;

  constructor(html: string) {
    this.html = html;
  }

  clean(): string {
    while (this.at < this.html.length) {
      const next = this.html.indexOf('<', this.at);
      this.out += text(this.html.slice(this.at, next < 0 ? undefined : next));
      if (next < 0) break;
      this.at = next;
      this.markup();
    }
    for (const tag of this.open.toReversed()) this.out += `</${tag}>`;
    return this.out;
  }

  private markup(): void {
    if (this.html.startsWith('<!--', this.at)) return this.skipTo('-->');
    if (/^<[!?]/.test(this.html.slice(this.at, this.at + 2))) return this.skipTo('>');
    TAG.lastIndex = this.at;
    const found = TAG.exec(this.html);
    if (!found) return this.literal();
    this.at = TAG.lastIndex;
    const name = found[2]!.toLowerCase();
    if (SWALLOWED.has(name)) this.swallow(name, found[1] === '/' || found[3]!.endsWith('/'));
    else if (Object.hasOwn(ALLOWED, name)) this.keep(name, found[1] === '/', found[3]!);
  }

  private literal(): void {
    this.out += '&lt;';
    this.at += 1;
  }

  private skipTo(end: string): void {
    const found = this.html.indexOf(end, this.at);
    this.at = found < 0 ? this.html.length : found + end.length;
  }

  // The content of a script ends at its own closing tag, whatever stands between.
  private swallow(name: string, alone: boolean): void {
    if (alone) return;
    const rest = new RegExp(`</${name}[^>]*>`, 'gi');
    rest.lastIndex = this.at;
    this.at = rest.exec(this.html) ? rest.lastIndex : this.html.length;
  }

  private keep(name: string, closing: boolean, attributes: string): void {
    if (closing) return this.close(name);
    if (this.open.length >= DEEPEST && !VOID.has(name)) return;
    this.out += `<${name}${attributesOf(name, attributes)}>`;
    if (!VOID.has(name)) this.open.push(name);
  }

  private close(name: string): void {
    const from = this.open.lastIndexOf(name);
    if (from < 0) return;
    for (const tag of this.open.splice(from).toReversed()) this.out += `</${tag}>`;
  }
}

function text(raw: string): string {
  return raw.replaceAll('>', '&gt;');
}

function attributesOf(tag: string, raw: string): string {
  let out = '';
  const seen = new Set<string>();
  for (const [, given, double, single, bare] of raw.matchAll(ATTRIBUTE)) {
    const name = given!.toLowerCase();
    const value = double ?? single ?? bare ?? '';
    if (!ALLOWED[tag]!.includes(name) || seen.has(name) || (ADDRESSES.has(name) && !safeAddress(value))) continue;
    seen.add(name);
    out += ` ${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`;
  }
  return out;
}

// A browser drops control characters and decodes entities before it reads the scheme, so both are taken away first.
function safeAddress(value: string): boolean {
  const seen = decodeEntities(value).replaceAll(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200d\ufeff]/g, '');
  const scheme = /^([^/?#:]*):/.exec(seen);
  return !scheme || /^(https?|mailto|tel)$/i.test(scheme[1]!);
}

function decodeEntities(value: string): string {
  const numbers = value.replaceAll(/&#(x[0-9a-f]+|\d+);?/gi, (_, code: string) => {
    const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
  return numbers.replaceAll(/&(colon|tab|newline|amp);?/gi, (_, name: string) => ({ colon: ':', tab: '', newline: '', amp: '&' })[name.toLowerCase()]!);
}
