import { refreshListings } from '#modules/discovery/index.ts';
import { defaultLocation } from '#modules/inventory/index.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { openDemoShop, makeDemoPerson } from './demo-person.ts';
import { AUSTRALIA } from './people.ts';

const NAME = 'Warehouse';
/** Products of the world, and how many of each variant lie there. */
export const PRODUCTS = 10_000;
const ON_HAND = 100_000;
/** Things of which there are few, for the crowd that wants one at the same moment: "Limited release 1" and so on, one variant each. */
export const LIMITED = { products: 12, each: 50 } as const;

// Twenty nouns and twenty-five makings: a word is found in 400 to 500 of the products.
const NOUNS = 'Lamp Chair Table Mug Bowl Vase Blanket Cushion Basket Clock Mirror Shelf Stool Candle Tray Jug Rug Bench Frame Teapot'.split(' ');
const MAKINGS = 'Oak Walnut Linen Wool Brass Copper Marble Cork Rattan Ceramic Glass Steel Velvet Cotton Bamboo Slate Clay Ash Leather Felt Concrete Silk Birch Jute Enamel'.split(' ');
const BRANDS = 'Ardent Birchmere Calloway Dunmore Elmstead Fairlight Greywell Hollis Ingleby Jarrow Kestrel Larkhill'.split(' ');
const COLOURS = ['Sand', 'Moss', 'Ink', 'Rust', 'Chalk', 'Plum', 'Sky', 'Amber'];
const SIZES = ['Small', 'Medium', 'Large'];

/** One shop with 10,000 products of three variants each, written by the database itself. */
export async function seedWarehouse(say: (line: string) => void): Promise<void> {
  const person = await makeDemoPerson();
  const theme = { accent: '#1f4b6e', font: 'sans' as const, headline: 'Ten thousand things', intro: 'A shop for measuring.' };
  const { ctx } = await openDemoShop(person, { name: NAME, currency: 'AUD', locale: 'en-AU', timeZone: 'Australia/Sydney', people: AUSTRALIA, theme });
  await ctx.transaction(async (tx) => {
    await writeShelves(tx);
    await writeProducts(tx);
    await writeVariants(tx);
    await writeLimited(tx);
    await fillShelves(tx, await defaultLocation(tx));
  });
  say(`  ${PRODUCTS.toLocaleString('en')} products written; making their listings …`);
  await listAll(ctx);
}

async function writeShelves(tx: Tx): Promise<void> {
  await tx.sql`insert into categories (id, slug, name, position, path)
    select id, lower(name), name, position, array[id] from (select new_id() as id, name, position from unnest(${NOUNS}::text[]) with ordinality as n(name, position)) c`;
  await tx.sql`insert into custom_field_definitions (key, says, type, unit, choices, filterable, position) values
    ('colour', 'Colour', 'choice', '', ${COLOURS}, true, 0), ('making', 'Material', 'choice', '', ${MAKINGS}, true, 1), ('height', 'Height', 'number', 'cm', '{}', true, 2)`;
}

async function writeProducts(tx: Tx): Promise<void> {
  await tx.sql`
    insert into products (slug, title, description_html, brand, product_type, status, live_since, tags, custom_fields, created_at, updated_at)
    select 'product-' || n, making || ' ' || lower(noun) || ' ' || n,
      '<p>A ' || lower(noun) || ' of ' || lower(making) || ', finished by hand in a small workshop and checked twice before it is packed.</p><p>Made by '
        || brand || ' in ' || lower(colour) || '. It ages well, and spare parts are kept for ten years.</p>',
      brand, noun, 'active', ${tx.now}::timestamptz - n * interval '40 minutes', array[lower(noun), lower(making)],
      jsonb_build_object('colour', colour, 'making', making, 'height', 5 + (n * 7) % 120), ${tx.now}::timestamptz - n * interval '40 minutes', ${tx.now}
    from (select n, (${NOUNS}::text[])[1 + n % ${NOUNS.length}::int] as noun, (${MAKINGS}::text[])[1 + (n / 20) % ${MAKINGS.length}::int] as making,
        (${BRANDS}::text[])[1 + (n * 5) % ${BRANDS.length}::int] as brand, (${COLOURS}::text[])[1 + (n / 3) % ${COLOURS.length}::int] as colour
      from generate_series(1, ${PRODUCTS}::int) n) p`;
  await tx.sql`insert into product_categories (product_id, category_id) select p.id, c.id from products p join categories c on c.name = p.product_type`;
  await tx.sql`insert into product_options (product_id, name, values, position) select id, 'Size', ${SIZES}, 0 from products`;
}

async function writeVariants(tx: Tx): Promise<void> {
  await tx.sql`
    insert into variants (product_id, sku, title, options, option_key, position, weight_grams)
    select p.id, upper(replace(p.slug, 'product-', 'w')) || left(size, 1), size, jsonb_build_object('Size', size), '[["Size","' || size || '"]]', place - 1, 300 * place
    from products p, unnest(${SIZES}::text[]) with ordinality as s(size, place)`;
  await tx.sql`
    insert into prices (variant_id, currency, amount, compare_at)
    select v.id, 'AUD', price, case when price % 7 = 0 then price + 1000 end
    from variants v, lateral (select (900 + abs(hashtext(v.product_id::text)) % 40000 + v.position * 500)::bigint as price) c`;
}

async function writeLimited(tx: Tx): Promise<void> {
  await tx.sql`
    with made as (
      insert into products (slug, title, status, live_since, product_type)
      select 'limited-release-' || n, 'Limited release ' || n, 'active', ${tx.now}::timestamptz - interval '3 years', 'Limited' from generate_series(1, ${LIMITED.products}::int) n returning id, slug
    ), variant as (
      insert into variants (product_id, sku, position, weight_grams) select id, upper(slug), 0, 200 from made returning id
    )
    insert into prices (variant_id, currency, amount) select id, 'AUD', 4900 from variant`;
}

async function fillShelves(tx: Tx, locationId: string): Promise<void> {
  await tx.sql`
    with stocked as (
      insert into stock_levels (variant_id, location_id, on_hand)
      select v.id, ${locationId}::uuid, case when p.product_type = 'Limited' then ${LIMITED.each}::int else ${ON_HAND}::int end from variants v join products p on p.id = v.product_id
      returning variant_id, location_id, on_hand
    )
    insert into stock_movements (variant_id, location_id, on_hand_change, reason, actor) select variant_id, location_id, on_hand, 'opening', 'demo' from stocked`;
}

async function listAll(ctx: Context): Promise<void> {
  const ids = await ctx.read((r) => r.sql<{ id: string }>`select id from products order by id`);
  for (let from = 0; from < ids.length; from += 1_000) await ctx.transaction((tx) => refreshListings(tx, ids.slice(from, from + 1_000).map((row) => row.id)));
}
