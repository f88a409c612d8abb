import type { Reader, Tx } from '#platform/tenancy/context.ts';

/** How shoppers rate a product: the average in hundredths of a star (437 = 4.37 stars) over so many published ratings. */
export interface Rating {
  average: number;
  count: number;
}

type Source = (r: Reader, productIds: readonly string[]) => Promise<(Rating & { productId: string })[]>;

const sources: Source[] = [];

/** Tells discovery who knows the ratings of products: asked whenever a listing is made anew. Products without ratings are left out. */
export function followRatings(source: Source): void {
  sources.push(source);
}

/** What the sources know of these products; null without a source: then listings keep what was recorded. */
export async function ratingsOf(r: Reader, productIds: readonly string[]): Promise<(Rating & { productId: string })[] | null> {
  if (sources.length === 0) return null;
  return (await Promise.all(sources.map((source) => source(r, productIds)))).flat();
}

/** Writes a product's rating into its listings, in the transaction that changed it. A count of 0 takes the rating away. */
export async function recordRating(tx: Tx, productId: string, { average, count }: Rating): Promise<void> {
  const shown = count > 0 ? Math.max(0, Math.min(500, Math.round(average))) : null;
  await tx.sql`
    update listings set rating_average = ${shown}::int, rating_count = ${Math.max(0, count)}::int, facets = regexp_replace(facets, 'Z[0-9a-z]{4}$', '') || rating_code(${shown}::int)
    where product_id = ${productId} and (rating_average is distinct from ${shown}::int or rating_count <> ${Math.max(0, count)}::int)`;
}
