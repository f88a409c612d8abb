import { randomInt } from 'node:crypto';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { slugCandidates } from './slug.ts';
import type { ProductRow } from './product-rows.ts';

/**
 * Writes the product heads. A wanted slug that is taken gets the next free number; when a twin takes it at the same moment the
 * unique index decides and the loser tries the next one. Gives back the rows with the slugs they got.
 */
export async function insertProducts(tx: Tx, rows: ProductRow[], attempts = 5): Promise<ProductRow[]> {
  if (rows.length === 0) return [];
  if (attempts === 0) throw new Refusal('conflict', 'Many products with this title are being created at the same moment. Please try again.');
  // Twins race for the same next number; who lost twice takes a number nobody else will draw.
  const wanted = attempts > 3 ? rows : rows.map((r) => ({ ...r, slug: withLuck(r.slug) }));
  const chosen = await withFreeSlugs(tx, wanted);
  const stored = new Set((await insertHeads(tx, chosen)).map((r) => r.id));
  const rest = rows.filter((r) => !stored.has(r.id));
  return [...chosen.filter((r) => stored.has(r.id)), ...(await insertProducts(tx, rest, attempts - 1))];
}

async function withFreeSlugs(tx: Tx, rows: ProductRow[]): Promise<ProductRow[]> {
  const wanted = [...new Set(rows.flatMap((r) => slugCandidates(r.slug)))];
  const taken = new Set(
    (await tx.sql<{ slug: string }>`
      select slug from products where slug = any(${wanted}) union all select slug from product_former_slugs where slug = any(${wanted})`).map((r) => r.slug),
  );
  return rows.map((row) => {
    const slug = slugCandidates(row.slug).find((s) => !taken.has(s)) ?? withLuck(row.slug);
    taken.add(slug);
    return { ...row, slug };
  });
}

function withLuck(slug: string): string {
  return `${slug}-${randomInt(1_000, 1_000_000)}`;
}

function insertHeads(tx: Tx, rows: ProductRow[]): Promise<{ id: string }[]> {
  return tx.sql<{ id: string }>`
    insert into products (id, slug, title, description_html, brand, product_type, status, publish_at, unpublish_at, live_since, seo_title,
      seo_description, tags, custom_fields, carried)
    select id, slug, title, "descriptionHtml", brand, "productType", status, "publishAt", "unpublishAt",
      case when status = 'active' and coalesce("publishAt", ${tx.now}) <= ${tx.now} and coalesce("unpublishAt", 'infinity') > ${tx.now} then ${tx.now}::timestamptz end,
      "seoTitle", "seoDescription", tags, "customFields", carried
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, slug text, title text, "descriptionHtml" text, brand text,
      "productType" text, status text, "publishAt" timestamptz, "unpublishAt" timestamptz, "seoTitle" text, "seoDescription" text, tags text[], "customFields" jsonb, carried jsonb)
    order by slug
    on conflict (workspace_id, slug) do nothing returning id`;
}

/** Refuses a slug somebody asked for by name when another product has it. A former address of another product may be taken over. */
export async function requireFreeSlug(tx: Tx, slug: string, productId: string | null): Promise<void> {
  const [other] = await tx.sql<{ title: string }>`select title from products where slug = ${slug} and id is distinct from ${productId}::uuid`;
  if (other) throw new Refusal('conflict', `The address "${slug}" already belongs to "${other.title}".`, { fields: { slug: 'is already used' } });
  await tx.sql`delete from product_former_slugs where slug = ${slug}`;
}
