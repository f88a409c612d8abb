import * as z from 'zod';
import { Currency, Locale } from '#modules/accounts/index.ts';
import { requireFlag } from '#modules/tiers/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { StorefrontWithKey, withoutKey } from './create-storefront.ts';
import { ownDomain, readDomain } from './domain.ts';
import { storefrontChanged } from './events.ts';
import { newKey, openKey } from './internal/key-vault.ts';
import { lockedStorefront, refusingATakenDomain, storefrontRow } from './stored-storefront.ts';
import { Permission, shown, StorefrontView, type StorefrontRow } from './storefront-view.ts';
import { requireReadable } from './theme-contrast.ts';
import { Theme } from './theme.ts';

const Which = z.object({ id: z.uuid() });

export const updateStorefront = operation({
  name: 'storefronts.update',
  route: 'PATCH /storefronts/:id',
  says: 'Change a storefront',
  needs: 'storefronts:write',
  input: Which.extend({
    name: z.string().trim().min(1).max(80).optional(),
    domain: z.string().max(253).nullable().optional().meta({ description: 'null takes the domain away' }),
    permissions: z.array(Permission).optional(),
    active: z.boolean().optional(),
    needsSecret: z.boolean().optional().meta({ description: 'true: the key works only together with the secret' }),
    theme: Theme.optional(),
    currency: Currency.optional(),
    locale: Locale.optional(),
  }),
  output: StorefrontView,
  async run(tx, { id, domain: typed, ...changes }) {
    const before = await lockedStorefront(tx, id);
    if (changes.theme) requireReadable(changes.theme);
    if (typed) await requireFlag(tx, ownDomain);
    const domain = typed === undefined ? before.domain : typed && readDomain(typed);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const after: StorefrontRow = { ...before, ...given, domain: domain || null };
    if (after.needsSecret && !after.secretPrefix) throw new Refusal('conflict', 'Make a secret first, then ask for it.');
    await refusingATakenDomain(after.domain, () => save(tx, after));
    told(tx, shown(before), shown(after));
    return shown(after);
  },
});

async function save(tx: Tx, s: StorefrontRow): Promise<void> {
  await tx.sql`update storefronts set name = ${s.name}, domain = ${s.domain}, needs_secret = ${s.needsSecret}, permissions = ${s.permissions}, active = ${s.active},
    theme = ${JSON.stringify(s.theme)}::jsonb, currency = ${s.currency}, locale = ${s.locale}, updated_at = ${tx.now} where id = ${s.id}`;
}

function told(tx: Tx, before: StorefrontView, after: StorefrontView): void {
  tx.changed({ record: 'storefront', id: before.id, before, after });
  tx.tell(storefrontChanged, { storefrontId: before.id });
}

/** Replaces the key. The old one stops with the commit. */
export const regenerateStorefrontKey = operation({
  name: 'storefronts.regenerate-key',
  route: 'POST /storefronts/:id/key',
  says: 'Replace the key of a storefront',
  needs: 'storefronts:write',
  input: Which,
  output: StorefrontWithKey,
  async run(tx, { id }) {
    const before = await lockedStorefront(tx, id);
    const { prefix, hash, sealed } = await newKey(tx);
    await tx.sql`update storefronts set key_prefix = ${prefix}, key_hash = ${hash}, key_sealed = ${sealed}, updated_at = ${tx.now} where id = ${id}`;
    const after = { ...before, keyPrefix: prefix, keySealed: sealed };
    told(tx, shown(before), shown(after));
    return withoutKey(after);
  },
  afterCommit: async (ctx, answer) => ({ ...answer, key: await ctx.read(async (r) => openKey(r, (await storefrontRow(r, answer.id)).keySealed)) }),
});

/** Shows the key again. A verb rather than a view, so that the audit says who looked. */
export const revealStorefrontKey = operation({
  name: 'storefronts.reveal-key',
  route: 'POST /storefronts/:id/key-views',
  says: 'Show the key of a storefront',
  needs: 'storefronts:write',
  input: Which,
  output: Which.extend({ key: z.string() }),
  run: async (tx, { id }) => ({ id: (await storefrontRow(tx, id)).id, key: '' }),
  afterCommit: async (ctx, { id }) => ({ id, key: await ctx.read(async (r) => openKey(r, (await storefrontRow(r, id)).keySealed)) }),
});

export const deleteStorefront = operation({
  name: 'storefronts.delete',
  route: 'DELETE /storefronts/:id',
  says: 'Delete a storefront',
  needs: 'storefronts:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const before = await lockedStorefront(tx, id);
    await refusingAUsedStorefront(before.name, () => tx.sql`delete from storefronts where id = ${id}`);
    tx.changed({ record: 'storefront', id, before: shown(before) });
    tx.tell(storefrontChanged, { storefrontId: id });
    return { id };
  },
});

async function refusingAUsedStorefront(name: string, remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!['23503', '23001'].includes((error as { code?: string }).code ?? '')) throw error;
    throw new Refusal('conflict', `"${name}" has orders or carts that belong to it. Switch it off instead of deleting it.`);
  }
}
