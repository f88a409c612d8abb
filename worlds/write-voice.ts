import { countRating, signature } from '#modules/reviews/index.ts';
import { files } from '#platform/files/configured-files.ts';
import { newId } from '#platform/ids.ts';
import { DAY, HOUR } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { Voices } from './corner-shop/voices.ts';
import type { PlannedOrder, WorldCustomer } from './plan-orders.ts';
import type { Random } from './random.ts';
import { writeRows, type Row } from './write.ts';

interface Given {
  voices: Voices;
  orders: readonly PlannedOrder[];
  customers: readonly WorldCustomer[];
  storefrontId: string;
  currency: string;
  /** A picture of each product. */
  photos: ReadonlyMap<string, Buffer>;
}

/** What customers said, asked and wished for, and what the shop promised them. */
export async function writeVoice(tx: Tx, random: Random, given: Given): Promise<void> {
  await writeReviews(tx, random.part('reviews'), given);
  await writeQuestions(tx, random.part('questions'), given);
  await writeSizes(tx, given.voices);
  await writeWishes(tx, random.part('wishes'), given);
  await writeWarranties(tx, given.voices);
}

type Stars = 5 | 4 | 3 | 2 | 1;
const LIKED: readonly (readonly [Stars, number])[] = [[5, 58], [4, 24], [3, 9], [2, 4], [1, 3]];
const SHARE = 0.22;

// Only who bought and kept it, two weeks after it left the house; once for each thing.
async function writeReviews(tx: Tx, random: Random, { voices, orders, photos }: Given): Promise<void> {
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const order of orders.filter((each) => each.sentAt && !each.cancelledAt && ['paid', 'partially_refunded'].includes(each.ending.payment))) {
    for (const { of } of order.lines) {
      const key = `${of.productId} ${order.customer.id}`;
      const at = new Date(order.sentAt!.getTime() + random.whole(5, 16) * DAY);
      if (!random.chance(SHARE) || seen.has(key) || at >= tx.now) continue;
      seen.add(key);
      rows.push(reviewRow(random, voices, { order, of, at, now: tx.now }));
    }
  }
  await writeRows(tx, 'reviews', rows);
  await writeVotes(tx, random, rows, orders);
  await addPhotos(tx, rows.filter((row) => row['state'] === 'published' && (row['stars'] as number) >= 4).slice(-PHOTOS), photos);
  for (const productId of new Set(rows.map((row) => row['product_id'] as string))) await countRating(tx, productId);
}

function reviewRow(random: Random, voices: Voices, given: { order: PlannedOrder; of: PlannedOrder['lines'][number]['of']; at: Date; now: Date }): Row {
  const { order, of, at, now } = given;
  const [stars] = random.weighted(LIKED, ([, weight]) => weight);
  const [title, text] = random.pick(voices.reviews[stars]);
  // What came in over the last days waits for the merchant.
  const state = now.getTime() - at.getTime() < 5 * DAY ? 'waiting' : 'published';
  const reply = state === 'published' && (stars <= 3 ? random.chance(0.7) : random.chance(0.1)) ? voices.replies[stars >= 4 ? 0 : stars === 3 ? 1 : 2]! : '';
  return {
    id: newId(), product_id: of.productId, customer_id: order.customer.id, author: signature(order.customer.name), stars, title, text,
    fit: voices.sizes && random.chance(0.4) ? random.weighted(['true', 'small', 'large'] as const, (fit) => (fit === 'true' ? 8 : 1)) : null,
    bought: of.variantTitle, verified: true, state, refusal: '', reply, replied_at: reply ? new Date(at.getTime() + 30 * HOUR) : null,
    helpful: 0, unhelpful: 0, photos: 0, videos: 0, published_at: state === 'published' ? new Date(at.getTime() + 20 * HOUR) : null, created_at: at,
  };
}

async function writeVotes(tx: Tx, random: Random, rows: readonly Row[], orders: readonly PlannedOrder[]): Promise<void> {
  const people = [...new Set(orders.map((order) => order.customer.id))];
  const votes = rows.filter((row) => row['state'] === 'published' && random.chance(0.35)).flatMap((row) =>
    random.some(people.filter((id) => id !== row['customer_id']), random.whole(1, 6)).map((customerId) => ({ id: newId(), review_id: row['id'], customer_id: customerId, helpful: random.chance(0.85) })));
  await writeRows(tx, 'review_votes', votes);
  await tx.sql`update reviews r set helpful = v.yes, unhelpful = v.no from (
    select review_id, count(*) filter (where helpful) as yes, count(*) filter (where not helpful) as no from review_votes group by 1) v where v.review_id = r.id`;
}

const PHOTOS = 14;

async function addPhotos(tx: Tx, rows: readonly Row[], photos: Given['photos']): Promise<void> {
  for (const row of rows) {
    const body = photos.get(row['product_id'] as string);
    if (!body) continue;
    const file = await files().save(tx, { name: 'photo.webp', body, visibility: 'public' });
    await tx.sql`insert into review_media (customer_id, review_id, file_id, kind, created_at) values (${row['customer_id']}, ${row['id']}, ${file.id}, 'photo', ${row['created_at']})`;
    await tx.sql`update reviews set photos = 1 where id = ${row['id']}`;
  }
}

async function writeQuestions(tx: Tx, random: Random, { voices, orders, customers, storefrontId }: Given): Promise<void> {
  const [questions, answers]: [Row[], Row[]] = [[], []];
  const shop = (await tx.sql<{ name: string }>`select name from workspaces`)[0]!.name;
  const ask = (of: PlannedOrder['lines'][number]['of'], text: string, given: { at: Date; state: string }) => {
    const who = random.pick(customers);
    const id = newId();
    questions.push({ id, product_id: of.productId, storefront_id: storefrontId, customer_id: who.id, author: signature(who.name), email: who.email, text, state: given.state, refusal: '', votes: 0, answers: 0, created_at: given.at });
    return id;
  };
  for (const order of random.some(orders.filter((each) => each.sentAt), 36)) {
    const { asks, answers: says, buyer } = random.pick(voices.questions);
    const at = new Date(order.placedAt.getTime() - random.whole(1, 4) * DAY);
    const id = ask(order.lines[0]!.of, asks, { at, state: 'published' });
    answers.push({ id: newId(), question_id: id, customer_id: null, author: shop, text: says, state: 'published', verified: false, votes: 0, created_at: new Date(at.getTime() + 9 * HOUR) });
    if (buyer && ['paid', 'partially_refunded'].includes(order.ending.payment)) answers.push({ id: newId(), question_id: id, customer_id: order.customer.id, author: signature(order.customer.name), text: buyer, state: 'published', verified: true, votes: 0, created_at: new Date(order.placedAt.getTime() + 12 * DAY) });
  }
  for (const [i, text] of voices.waiting.entries()) ask(random.pick(orders).lines[0]!.of, text, { at: new Date(tx.now.getTime() - (i + 1) * 7 * HOUR), state: 'waiting' });
  await writeRows(tx, 'questions', questions);
  await writeRows(tx, 'question_answers', answers.filter((answer) => (answer['created_at'] as Date) < tx.now));
  await tx.sql`update questions q set answers = (select count(*) from question_answers a where a.question_id = q.id)`;
}

async function writeSizes(tx: Tx, { sizes }: Voices): Promise<void> {
  if (!sizes) return;
  const [key, says] = sizes.measure;
  const [category] = await tx.sql<{ id: string }>`select id from categories where slug = ${sizes.category}`;
  if (!category) return;
  const id = newId();
  await writeRows(tx, 'size_guides', [{ id, name: sizes.name, note: sizes.note, unit: 'cm', measures: [{ key, says }], sizes: sizes.rows.map(([size, from, to]) => ({ size, ranges: { [key]: { from, to } } })), updated_at: tx.now }]);
  await tx.sql`insert into size_guide_uses (guide_id, category_id) values (${id}, ${category.id})`;
}

async function writeWishes(tx: Tx, random: Random, { orders, customers, storefrontId, currency }: Given): Promise<void> {
  const things = orders.flatMap((order) => order.lines.map((line) => line.of));
  const lists = random.some(customers, Math.ceil(customers.length / 6)).map((customer) => ({ id: newId(), storefront_id: storefrontId, customer_id: customer.id, share_token: null, created_at: tx.now, updated_at: tx.now }));
  await writeRows(tx, 'wishlists', lists);
  const items = lists.flatMap((list) => [...new Map(random.some(things, random.whole(1, 5)).map((of) => [of.productId, of])).values()].map((of) => ({ id: newId(), wishlist_id: list.id, product_id: of.productId, price_then: of.price, currency, added_at: new Date(tx.now.getTime() - random.whole(1, 90) * DAY) })));
  await writeRows(tx, 'wishlist_items', items);
  await writeAlerts(tx, random, { customers, storefrontId, currency });
}

// Who waits for what is sold out today.
async function writeAlerts(tx: Tx, random: Random, { customers, storefrontId, currency }: Pick<Given, 'customers' | 'storefrontId' | 'currency'>): Promise<void> {
  const out = await tx.sql<{ variantId: string; productId: string; says: string }>`
    select v.id as "variantId", p.id as "productId", case when v.title = '' then p.title else p.title || ', ' || v.title end as says
    from stock_levels s join variants v on v.id = s.variant_id join products p on p.id = v.product_id where s.available = 0 order by v.id limit 8`;
  const rows = out.flatMap(({ variantId, productId, says }) => random.some(customers, random.whole(1, 4)).map((customer) => ({
    id: newId(), kind: 'restock', state: 'waiting', storefront_id: storefrontId, customer_id: customer.id, email: customer.email, says, product_id: productId, variant_id: variantId,
    currency, seen: [], mails: 0, created_at: new Date(tx.now.getTime() - random.whole(1, 20) * DAY),
  })));
  await writeRows(tx, 'alerts', rows);
}

async function writeWarranties(tx: Tx, { warranties }: Voices): Promise<void> {
  for (const { category, months, terms } of warranties)
    await tx.sql`insert into warranty_rules (product_id, months, terms) select distinct pc.product_id, ${months}::int, ${terms} from product_categories pc join categories c on c.id = pc.category_id
      where c.slug = ${category} on conflict (workspace_id, product_id) do nothing`;
}
