/** Reads what spreadsheets put on the clipboard: tabs between cells, line ends between rows, quotes around cells that hold either. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  const trimmed = text.replace(/(\r\n|\n|\r)$/, '');
  while (pattern.lastIndex <= trimmed.length) {
    const found = pattern.exec(trimmed);
    if (!found) return [[trimmed]];
    rows.at(-1)!.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'));
    if (found[3] === '') break;
    if (found[3] !== '\t') rows.push([]);
  }
  return rows;
}

/** Writes cells as spreadsheets read them from the clipboard. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(cell: string): string {
  return /^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
