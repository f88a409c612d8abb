import type { CustomerEntry, CustomerPart } from '#modules/customers/index.ts';
import { countRating } from './rating.ts';

/** What reviews keep of a customer. Where both reviewed one product or voted for one review, what stays is the one that stays. */
export const reviewsOfCustomer: CustomerPart = {
  async move(tx, { from, into }) {
    const dropped = await tx.sql<{ productId: string }>`
      delete from reviews a using reviews b where a.customer_id = ${from} and b.customer_id = ${into} and a.product_id = b.product_id returning a.product_id as "productId"`;
    await tx.sql`update reviews set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`update review_media set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`delete from review_votes a using review_votes b where a.customer_id = ${from} and b.customer_id = ${into} and a.review_id = b.review_id`;
    await tx.sql`update review_votes set customer_id = ${into} where customer_id = ${from}`;
    await tx.sql`update reviews r set helpful = v.yes, unhelpful = v.no from (
      select review_id, count(*) filter (where helpful) as yes, count(*) filter (where not helpful) as no from review_votes group by review_id) v
      where v.review_id = r.id and (r.helpful, r.unhelpful) is distinct from (v.yes, v.no)`;
    for (const { productId } of dropped) await countRating(tx, productId);
  },
  tell: (r, { id }, most) => r.sql<CustomerEntry>`
    select v.id::text, v.created_at as at, 'review' as kind, 'Reviewed ' || p.title || ': ' || v.stars || ' of 5 stars.' as says, '' as "byName", '/reviews/' || v.id as "to"
    from reviews v join products p on p.id = v.product_id where v.customer_id = ${id} order by v.created_at desc limit ${most}`,
  write: (r, { id }) => r.sql`
    select p.title as product, v.stars, v.title, v.text, v.author, v.fit, v.state, v.reply, v.created_at as "at"
    from reviews v join products p on p.id = v.product_id where v.customer_id = ${id} order by v.created_at`,
};
