import { publicUrl } from '#modules/accounts/index.ts';
import type { Reader } from '#platform/tenancy/context.ts';

interface Named {
  slug: string;
  name: string;
}

export async function nameOf(r: Reader): Promise<Named> {
  const [workspace] = await r.sql<Named>`select slug, name from workspaces where id = ${r.workspaceId}`;
  return workspace!;
}

/** Where whoever went to a page of the seller comes back to. */
export function wayBack({ slug }: Pick<Named, 'slug'>): string {
  return `${publicUrl()}/admin/w/${slug}/settings/billing?from=seller`;
}
