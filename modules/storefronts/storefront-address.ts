import { publicUrl } from '#modules/accounts/index.ts';
import { config } from '#platform/config.ts';
import type { Reader } from '#platform/tenancy/context.ts';

/** Where shoppers find a storefront, without a trailing slash, and its name; the workspace's oldest when none is named. For links in mails. */
export async function storefrontAddress(r: Reader, storefrontId: string | null): Promise<{ id: string; name: string; url: string } | null> {
  const [row] = await r.sql<{ id: string; name: string; slug: string; domain: string | null }>`
    select id, name, slug, domain from storefronts where active order by id = ${storefrontId}::uuid desc nulls last, created_at, id limit 1`;
  if (!row) return null;
  const { id, name, slug, domain } = row;
  // Without a public address this is somebody's own machine, where the domain does not lead to us.
  const url = domain && config().PUBLIC_URL ? `${new URL(publicUrl()).protocol}//${domain}` : `${publicUrl()}/shops/${slug}`;
  return { id, name, url };
}
