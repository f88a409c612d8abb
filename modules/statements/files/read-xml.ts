import { Refusal } from '#platform/refusal.ts';

/** An element without its namespace: its own text, its attributes, what is inside. */
export interface Xml {
  name: string;
  text: string;
  attributes: Readonly<Record<string, string>>;
  children: Xml[];
}

const DEEPEST = 60;
const MOST_ELEMENTS = 500_000;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// What lies between two elements: nothing else of XML is needed for statements.
// Bounded, so that a tag that never ends is given up soon.
const PIECE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/!?]{1,100})((?:[^<>"']|"[^"<]*"|'[^'<]*'){0,5000})>|([^<]+)|(<)/g;

const broken = (where: string) => new Refusal('unreadable_file', `This XML file cannot be read: ${where}.`);

/**
 * Reads XML as statements have it. A document type is refused with everything that comes with one: declared entities, which grow
 * without end or read other files, do not exist here. Line after line, in time that grows with the text alone.
 */
export function readXml(text: string): Xml {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) throw new Refusal('unreadable_file', 'This file brings definitions of its own (a DOCTYPE), which no bank statement needs. It was not read.');
  const top: Xml = { name: '', text: '', attributes: {}, children: [] };
  const open = [top];
  let elements = 0;
  for (const [whole, cdata, slash, name, rest = '', characters, stray] of text.matchAll(PIECE)) {
    const inside = open.at(-1)!;
    if (stray !== undefined) throw broken('it ends in the middle of a tag');
    if (cdata !== undefined) inside.text += cdata;
    else if (characters !== undefined) inside.text += decodedText(characters);
    else if (name !== undefined && slash) close(open, localName(name));
    else if (name !== undefined) {
      if (++elements > MOST_ELEMENTS) throw broken('it has too many elements');
      const element: Xml = { name: localName(name), text: '', attributes: attributesOf(rest), children: [] };
      inside.children.push(element);
      if (!whole.endsWith('/>')) open.push(element);
      if (open.length > DEEPEST) throw broken('its elements lie too deep');
    }
  }
  if (open.length > 1) throw broken(`<${open.at(-1)!.name}> is never closed`);
  if (top.children.length !== 1) throw broken('it has no single outermost element');
  return top.children[0]!;
}

function close(open: Xml[], name: string): void {
  const last = open.pop();
  if (last?.name !== name || open.length === 0) throw broken(`</${name}> closes what was not open`);
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).replace(/\/$/, '');

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [localName(name!), decodedText(double ?? single ?? '')]));
}

/** `&amp;` and the like, and characters by number; a name nobody has declared is refused. */
export function decodedText(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,20});/gi, (_, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? refuseEntity(name);
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function refuseEntity(name: string): never {
  throw broken(`it speaks of an entity "${name}", which is not declared`);
}

/** The first element at a path below. */
export function at(element: Xml | undefined, ...path: string[]): Xml | undefined {
  return path.reduce<Xml | undefined>((inside, name) => inside?.children.find((child) => child.name === name), element);
}

export function all(element: Xml | undefined, name: string): Xml[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function textAt(element: Xml | undefined, ...path: string[]): string {
  return at(element, ...path)?.text.trim() ?? '';
}
