const LONGEST = 120;

/** The address part made from a title: "Café Crème (250 g)" -> "cafe-creme-250-g". Letters of other scripts stay. */
export function slugOf(title: string): string {
  const folded = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll('ß', 'ss');
  const joined = folded.replaceAll(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return cut(joined) || 'item';
}

function cut(text: string): string {
  return [...text].slice(0, LONGEST).join('').replace(/-+$/, '');
}

/** The addresses to try when the first is taken: blue-mug, blue-mug-2 ... */
export function slugCandidates(slug: string, most = 30): string[] {
  return Array.from({ length: most }, (_, i) => (i === 0 ? slug : `${slug}-${i + 1}`));
}
