/** "Café Zoë & Sons" -> "cafe-zoe-sons"; never empty, at most 48 characters. */
export function slugOf(name: string, otherwise: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 48).replaceAll(/^-+|-+$/g, '');
  return slug || otherwise;
}

/** The slug itself, then with 2, 3, 4, then with a random end: what to try until one is free. */
export function* slugsToTry(slug: string): Generator<string> {
  yield slug;
  for (let n = 2; n <= 4; n++) yield `${slug}-${n}`;
  for (;;) yield `${slug}-${crypto.randomUUID().slice(0, 8)}`;
}
