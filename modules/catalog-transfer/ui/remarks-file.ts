import type { Remark, Report } from './transfer-shape.ts';

/** Errors and warnings as a small CSV, to work through beside the product file. */
export function remarksFile({ errors, warnings }: Pick<Report, 'errors' | 'warnings'>): string {
  const rows = [...errors.map((each) => rowOf('Error', each)), ...warnings.map((each) => rowOf('Warning', each))];
  return [['Line', 'Kind', 'Product', 'Column', 'What is wrong'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function rowOf(kind: string, { line, handle, column = '', says }: Remark): string[] {
  return [String(line), kind, handle, column, says];
}

// A spreadsheet must not run what stood in somebody's file.
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Hands a text made here to the person as a file. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
