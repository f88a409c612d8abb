const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** "1.4 MB". */
export function bytesInWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  return `${power === 0 ? value : value.toLocaleString('en-AU', { maximumFractionDigits: 1 })} ${UNITS[power]}`;
}
