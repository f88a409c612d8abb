import { schedule } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { lockProducts } from '#modules/catalog/index.ts';
import { refreshListings } from './refresh-listings.ts';

/**
 * How many listings each word stands in, counted anew when products have changed since the last time. New words are known at once,
 * with a count of one (refresh-listings.ts); words no listing has any more are forgotten here.
 */
export async function learnWords(ctx: Context): Promise<void> {
  await ctx.transaction(async (tx) => {
    const [change] = await tx.sql<{ latest: Date | null; through: Date | null }>`
      select (select max(updated_at) from products) as latest, (select through from listing_word_counts) as through`;
    if (!change?.latest || (change.through && change.through >= change.latest)) return;
    await tx.sql`
      with counted as (
        select w as word, count(distinct t.product_id)::int as n from listing_texts t, regexp_split_to_table(t.words, ' ') w where length(w) between 2 and 40 group by 1
      ), gone as (
        delete from listing_words old where not exists (select 1 from counted c where c.word = old.word)
      )
      insert into listing_words (word, stem, listings) select word, word_stem(word), n from counted order by word
      on conflict (workspace_id, word) do update set listings = excluded.listings where listing_words.listings <> excluded.listings`;
    await tx.sql`insert into listing_word_counts (through) values (${change.latest}) on conflict (workspace_id) do update set through = excluded.through`;
  });
}

export const countWords = schedule({ name: 'discovery.count-words', everySeconds: 900, run: learnWords });

const AT_ONCE = 200;

/** After an update of the program: listings written in a former form are made again, some at a time. */
export const remakeListings = schedule({
  name: 'discovery.remake-listings',
  everySeconds: 60,
  async run(ctx) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await ctx.read((r) => r.sql<{ id: string }>`
        select distinct product_id as id from listings where form <> 1 and product_id > ${after}::uuid order by 1 limit ${AT_ONCE}`);
      if (rows.length === 0) return;
      const ids = rows.map((row) => row.id);
      await ctx.transaction(async (tx) => {
        await lockProducts(tx, ids);
        await refreshListings(tx, ids);
      });
      after = ids.at(-1)!;
    }
  },
});
