import { fullName, type CustomerEntry, type CustomerPart, type ErasedCustomer } from '#modules/customers/index.ts';
import { files } from '#platform/files/configured-files.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { reviewChanged } from './events.ts';
import { takenDown } from './publish.ts';
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
  givesAway: async (r, { id }) => {
    const rows = await r.sql<{ id: string; signed: string }>`
      select id, case when title = '' then author else title || ' · ' || author end as signed from reviews where customer_id = ${id} union all select id, '' from review_media where customer_id = ${id}`;
    return { ids: rows.map((row) => row.id), words: rows.map((row) => fullName(row.signed)) };
  },
  erase: eraseReviews,
};

// What somebody wrote of a product is theirs: it goes with its pictures, and the product's rating is what the others say.
async function eraseReviews(tx: Tx, { id }: ErasedCustomer): Promise<void> {
  const media = await tx.sql<{ fileId: string }>`delete from review_media where customer_id = ${id} returning file_id as "fileId"`;
  for (const { fileId } of media) await files().remove(tx, fileId);
  const gone = await tx.sql<{ id: string; productId: string; state: string }>`delete from reviews where customer_id = ${id} returning id, product_id as "productId", state`;
  for (const review of gone.filter(({ state }) => state === 'published')) await takenDown(tx, review);
  const votes = await tx.sql<{ id: string }>`delete from review_votes where customer_id = ${id} returning review_id as id`;
  const counted = await tx.sql<{ id: string; productId: string }>`
    update reviews r set helpful = (select count(*) from review_votes v where v.review_id = r.id and v.helpful), unhelpful = (select count(*) from review_votes v where v.review_id = r.id and not v.helpful)
    where r.id = any(${votes.map((vote) => vote.id)}::uuid[]) returning r.id, r.product_id as "productId"`;
  for (const { id: reviewId, productId } of counted) tx.tell(reviewChanged, { reviewId, productId, change: 'vote' });
}
