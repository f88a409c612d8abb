import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { storefrontChanged } from './events.ts';
import { lockedStorefront, storefrontRow } from './stored-storefront.ts';
import { requireReadable } from './theme-contrast.ts';
import { previewToken } from './theme-preview.ts';
import { Theme } from './theme.ts';

const Which = z.object({ id: z.uuid() });

export const ThemeState = z.object({
  id: z.uuid(),
  published: Theme,
  draft: Theme.nullable().meta({ description: 'what publishing would make of it; null when nothing is being changed' }),
  previewPath: z.string().meta({ description: 'below the installation: the shop as the draft makes it, for half a day' }),
});

/** The look of a storefront: as shoppers see it, and as it is being changed. */
export const storefrontTheme = view({
  name: 'storefronts.theme',
  route: 'GET /storefronts/:id/theme',
  says: 'The look of a storefront',
  needs: 'storefronts:read',
  input: Which,
  output: ThemeState,
  read: async (r, { id }) => stateOf(r, id),
});

async function stateOf(r: Reader, id: string): Promise<z.infer<typeof ThemeState>> {
  const { slug, theme } = await storefrontRow(r, id);
  return { id, published: theme, draft: await draftOf(r, id), previewPath: `/shops/${slug}/preview/${previewToken({ id, workspaceId: r.workspaceId })}` };
}

async function draftOf(r: Reader, id: string): Promise<Theme | null> {
  const [row] = await r.sql<{ draft: Theme | null }>`select theme_draft as draft from storefronts where id = ${id}`;
  return row?.draft ?? null;
}

/** Keeps a look in the making; shoppers see nothing of it. Refused while some people could not read it. */
export const saveThemeDraft = operation({
  name: 'storefronts.save-theme',
  route: 'PUT /storefronts/:id/theme-draft',
  says: 'Save a new look of a storefront as a draft',
  needs: 'storefronts:write',
  audit: 'none',
  input: Which.extend({ theme: Theme }),
  output: ThemeState,
  async run(tx, { id, theme }) {
    await lockedStorefront(tx, id);
    requireReadable(theme);
    requireOneOfEach(theme);
    await tx.sql`update storefronts set theme_draft = ${JSON.stringify(theme)}::jsonb where id = ${id}`;
    return stateOf(tx, id);
  },
});

function requireOneOfEach({ sections = [] }: Theme): void {
  if (new Set(sections.map((each) => each.id)).size < sections.length) throw new Refusal('invalid', 'Two sections of the home page have the same id.');
}

/** Shows the draft to shoppers. */
export const publishTheme = operation({
  name: 'storefronts.publish-theme',
  route: 'POST /storefronts/:id/theme-publication',
  says: 'Publish the new look of a storefront',
  needs: 'storefronts:write',
  input: Which,
  output: ThemeState,
  async run(tx, { id }) {
    const before = await lockedStorefront(tx, id);
    const draft = await draftOf(tx, id);
    if (!draft) throw new Refusal('conflict', 'Nothing was changed since the look was last published.');
    requireReadable(draft);
    await writeTheme(tx, id, draft);
    tx.changed({ record: 'storefront', id, before: { theme: before.theme }, after: { theme: draft } });
    tx.tell(storefrontChanged, { storefrontId: id });
    return stateOf(tx, id);
  },
});

async function writeTheme(tx: Tx, id: string, theme: Theme): Promise<void> {
  await tx.sql`update storefronts set theme = ${JSON.stringify(theme)}::jsonb, theme_draft = null, updated_at = ${tx.now} where id = ${id}`;
}

export const discardThemeDraft = operation({
  name: 'storefronts.discard-theme',
  route: 'DELETE /storefronts/:id/theme-draft',
  says: 'Throw away the new look of a storefront',
  needs: 'storefronts:write',
  audit: 'none',
  input: Which,
  output: ThemeState,
  async run(tx, { id }) {
    await lockedStorefront(tx, id);
    await tx.sql`update storefronts set theme_draft = null where id = ${id}`;
    return stateOf(tx, id);
  },
});
