import { inflateSync } from 'node:zlib';

/** Test support: the words of a PDF made with built-in fonts, page by page, as a reader would copy them. */
export function textOfPdf(file: Buffer): string {
  const source = file.toString('latin1');
  const pages: string[] = [];
  for (const match of source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const text = wordsOf(unpacked(Buffer.from(match[1]!, 'latin1')));
    if (text) pages.push(text);
  }
  return pages.join('\f');
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}

// A line of text is one TJ of hexadecimal parts with kerning between them.
function wordsOf(content: string): string {
  const shown = content.matchAll(/\[([^\]]*)\]\s*TJ/g);
  return [...shown].map(([, parts]) => [...parts!.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => WIN_ANSI.decode(Buffer.from(hex!, 'hex'))).join('')).join('\n');
}

const WIN_ANSI = new TextDecoder('windows-1252');
