import { schedule } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { lockProducts } from '#modules/catalog/index.ts';
import { refreshListings } from './refresh-listings.ts';

/**
 * How many listings each word stands in, counted anew when products have changed since the last time. New words are known at once,
 * with a count of one (refresh-listings.ts); words no listing has any more are forgotten here. When the workspace speaks another
 * language than before, its words are stemmed anew and its listings wait to be made again.
 */
export async function learnWords(ctx: Context): Promise<void> {
  await ctx.transaction(async (tx) => {
    const [change] = await tx.sql<{ latest: Date | null; through: Date | null; before: string | null; language: string }>`
      select (select max(updated_at) from products) as latest, c.through, c.language as before, search_language(current_workspace())::text as language
      from (select 1) one left join listing_word_counts c on true`;
    const another = change!.before !== null && change!.before !== change!.language;
    if (!change?.latest || (!another && change.through && change.through >= change.latest)) return;
    if (another) await tx.sql`update listings set form = 0`;
    await tx.sql`
      with counted as (
        select w as word, count(distinct t.product_id)::int as n from listing_texts t, regexp_split_to_table(t.words, ' ') w where length(w) between 2 and 40 group by 1
      ), gone as (
        delete from listing_words old where not exists (select 1 from counted c where c.word = old.word)
      )
      insert into listing_words (word, stem, listings) select word, word_stem(${change.language}::regconfig, word), n from counted order by word
      on conflict (workspace_id, word) do update set listings = excluded.listings, stem = excluded.stem
      where (listing_words.listings, listing_words.stem) is distinct from (excluded.listings, excluded.stem)`;
    await tx.sql`insert into listing_word_counts (through, language) values (${change.latest}, ${change.language})
      on conflict (workspace_id) do update set through = excluded.through, language = excluded.language`;
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
