import { recordRating } from '#modules/discovery/index.ts';
import type { Tx } from '#platform/tenancy/context.ts';

export interface Rating {
  /** 0 while there is no review. */
  average: number;
  count: number;
}

/**
 * Counts a product's published reviews again. The row is locked before they are counted, so two reviews published at once both
 * end up in the sums.
 */
export async function countRating(tx: Tx, productId: string): Promise<Rating> {
  await tx.sql`insert into product_ratings (product_id) values (${productId}) on conflict (workspace_id, product_id) do nothing`;
  await tx.sql`select 1 from product_ratings where product_id = ${productId} for update`;
  const [row] = await tx.sql<{ count: number; sum: number }>`
    update product_ratings set (count, sum, one, two, three, four, five, fit_small, fit_true, fit_large) = (
      select count(*), coalesce(sum(stars), 0), count(*) filter (where stars = 1), count(*) filter (where stars = 2), count(*) filter (where stars = 3),
        count(*) filter (where stars = 4), count(*) filter (where stars = 5), count(*) filter (where fit = 'small'), count(*) filter (where fit = 'true'), count(*) filter (where fit = 'large')
      from reviews where product_id = ${productId} and state = 'published')
    where product_id = ${productId} returning count, sum`;
  await recordRating(tx, productId, inHundredths(row!));
  return ratingOf(row!);
}

/** As discovery sorts and filters by it. */
export function inHundredths({ count, sum }: { count: number; sum: number }): Rating {
  return { count, average: count === 0 ? 0 : Math.round((sum * 100) / count) };
}

/** One decimal more than is shown, so that sorting is fair and the screen may round. */
export function ratingOf({ count, sum }: { count: number; sum: number }): Rating {
  return { count, average: count === 0 ? 0 : Math.round((sum / count) * 100) / 100 };
}
