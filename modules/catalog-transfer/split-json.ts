import { StringDecoder } from 'node:string_decoder';
import { Buffer } from 'node:buffer';

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The text of one product and the line it begins on. */
export interface Piece {
  line: number;
  text: string;
}

/**
 * The products of a JSON file one by one: of an array however it is laid out, or one a line. In the second form a broken line
 * spoils only itself. Holds one product at a time.
 */
export async function* splitJson(bytes: Bytes): AsyncGenerator<Piece, void> {
  let splitter: Lines | Elements | undefined;
  for await (const text of textOf(bytes)) {
    splitter ??= beginning(text);
    if (splitter) yield* splitter.take(text);
  }
  if (splitter) yield* splitter.end();
}

function beginning(text: string): Lines | Elements | undefined {
  const first = text.trimStart()[0];
  if (first === undefined) return undefined;
  return first === '[' ? new Elements() : new Lines();
}

async function* textOf(bytes: Bytes): AsyncGenerator<string, void> {
  const decoder = new StringDecoder('utf8');
  let first = true;
  for await (const chunk of bytes) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text) yield first ? text.replace(/^\uFEFF/, '') : text;
    if (text) first = false;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

class Lines {
  private line = 1;
  private held = '';

  *take(text: string): Generator<Piece> {
    const lines = (this.held + text).split('\n');
    this.held = lines.pop()!;
    for (const each of lines) yield* this.one(each);
  }

  *end(): Generator<Piece> {
    yield* this.one(this.held);
  }

  private *one(text: string): Generator<Piece> {
    const line = this.line++;
    if (text.trim() !== '') yield { line, text };
  }
}

const MARK = /["\\{}[\],\n]/g;

/** Cuts an array at the commas between its elements, by walking from mark to mark. */
class Elements {
  private line = 1;
  private beginsOn = 1;
  private begun = false;
  private depth = 0;
  private quoted = false;
  private held = '';
  /** Place of a character that a backslash robs of its meaning. */
  private spared = -1;

  *take(text: string): Generator<Piece> {
    let from = 0;
    for (const { 0: mark, index } of text.matchAll(MARK)) {
      if (index === this.spared || !this.cuts(mark, index)) continue;
      this.held += text.slice(from, index);
      from = index + 1;
      yield* this.end();
    }
    this.held += text.slice(from);
    this.spared -= text.length;
  }

  *end(): Generator<Piece> {
    const [text, line] = [this.held.trim(), this.beginsOn];
    this.held = '';
    this.begun = false;
    this.beginsOn = this.line;
    if (text !== '') yield { line, text };
  }

  /** Whether an element ends here, or the array begins. */
  private cuts(mark: string, index: number): boolean {
    if (mark === '\n') this.nextLine();
    else if (mark === '\\') this.spared = index + 1;
    else if (mark === '"') this.quoted = !this.quoted;
    else if (!this.quoted) return this.turns(mark);
    return false;
  }

  private nextLine(): void {
    this.line += 1;
    if (!this.begun) this.beginsOn = this.line;
  }

  private turns(mark: string): boolean {
    if (mark === ',') return this.depth === 1;
    const opens = mark === '{' || mark === '[';
    this.depth += opens ? 1 : -1;
    this.begun ||= this.depth > 1;
    return this.depth === (opens ? 1 : 0);
  }
}
