import * as z from 'zod';
import { slugOf, slugsToTry, workspaceOpenings, workspaceSettings } from '#modules/accounts/index.ts';
import { requireFlag, requireRoom, usageMeters } from '#modules/tiers/index.ts';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { ownDomain, readDomain } from './domain.ts';
import { storefrontChanged } from './events.ts';
import { newKey, openKey, type NewKey } from './internal/key-vault.ts';
import { ALL_PERMISSIONS } from './permissions.ts';
import { refusingATakenDomain, storefrontRow } from './stored-storefront.ts';
import { Permission, shown, STOREFRONT_COLUMNS, StorefrontView, type StorefrontRow } from './storefront-view.ts';

usageMeters.provide('storefronts', { measure: async (r) => (await r.sql<{ n: number }>`select count(*)::int as n from storefronts`)[0]!.n });

const NewStorefront = z.object({
  name: z.string().trim().min(1).max(80),
  domain: z.string().max(253).optional().meta({ description: 'the host shoppers use, e.g. shop.example.com' }),
  permissions: z.array(Permission).optional().meta({ description: 'all, unless given' }),
});

export const StorefrontWithKey = StorefrontView.extend({ key: z.string().meta({ description: 'for the header X-Storefront-Key' }) });

/** Opens a shop front; the answer carries its key. */
export const createStorefront = operation({
  name: 'storefronts.create',
  route: 'POST /storefronts',
  says: 'Create a storefront',
  needs: 'storefronts:write',
  input: NewStorefront,
  output: StorefrontWithKey,
  run: async (tx, wish) => withoutKey(await insertStorefront(tx, wish)),
  // The key is not part of the stored answer: a repeated request opens it from the vault again.
  afterCommit: async (ctx, answer) => ({ ...answer, key: await ctx.read(async (r) => openKey(r, (await storefrontRow(r, answer.id)).keySealed)) }),
});

export function withoutKey(row: StorefrontRow): StorefrontView & { key: string } {
  return { ...shown(row), key: '' };
}

async function insertStorefront(tx: Tx, wish: z.output<typeof NewStorefront>, key?: NewKey): Promise<StorefrontRow> {
  await requireRoom(tx, 'storefronts');
  const settings = await workspaceSettings(tx);
  if (wish.domain) await requireFlag(tx, ownDomain);
  const domain = wish.domain ? readDomain(wish.domain) : null;
  const { prefix, hash, sealed } = key ?? (await newKey(tx));
  const values = [wish.name, domain, prefix, hash, sealed, wish.permissions ?? ALL_PERMISSIONS, settings.currency, settings.locale];
  const row = await refusingATakenDomain(domain, () => insertWithFreeSlug(tx, slugOf(wish.name, 'shop'), values));
  tx.changed({ record: 'storefront', id: row.id, after: { name: row.name, domain, permissions: row.permissions } });
  tx.tell(storefrontChanged, { storefrontId: row.id });
  return row;
}

async function insertWithFreeSlug(tx: Tx, slug: string, values: unknown[]): Promise<StorefrontRow> {
  for (const attempt of slugsToTry(slug)) {
    const [row] = await tx.query<StorefrontRow>(
      `insert into storefronts (name, domain, key_prefix, key_hash, key_sealed, permissions, currency, locale, slug)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (slug) do nothing returning ${STOREFRONT_COLUMNS}`,
      [...values, attempt],
    );
    if (row) return row;
  }
  throw new Error('unreachable: slugs to try never end');
}

workspaceOpenings.provide('storefronts', {
  async begin(tx, { storefront }) {
    if (!storefront) return {};
    const key = await newKey(tx);
    const { id, slug } = await insertStorefront(tx, storefront, key);
    return { storefront: { id, slug, key: key.key } };
  },
});
