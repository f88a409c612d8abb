import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { storefrontChanged } from './events.ts';
import { keyHash, type FoundStorefront } from './find-storefront.ts';
import { newServerSecret, openServerSecret } from './internal/key-vault.ts';
import { lockedStorefront, storefrontRow } from './stored-storefront.ts';
import { shown, StorefrontView } from './storefront-view.ts';

/**
 * Makes the secret of the shop's own server, or replaces it: the old one stops with the commit. The answer is the only place
 * it is ever shown; a repeated Idempotency-Key opens it from the vault again.
 */
export const regenerateStorefrontSecret = operation({
  name: 'storefronts.regenerate-secret',
  route: 'POST /storefronts/:id/secret',
  says: 'Make or replace the secret of a storefront',
  needs: 'storefronts:write',
  input: z.object({ id: z.uuid() }),
  output: StorefrontView.extend({ secret: z.string().meta({ description: 'for the header X-Storefront-Secret, from a server only; shown this once' }) }),
  async run(tx, { id }) {
    const before = await lockedStorefront(tx, id);
    const { prefix, hash, sealed } = await newServerSecret(tx);
    await tx.sql`update storefronts set secret_prefix = ${prefix}, secret_hash = ${hash}, secret_sealed = ${sealed}, updated_at = ${tx.now} where id = ${id}`;
    const after = { ...shown(before), secretPrefix: prefix };
    tx.changed({ record: 'storefront', id, before: shown(before), after });
    tx.tell(storefrontChanged, { storefrontId: id });
    return { ...after, secret: '' };
  },
  async afterCommit(ctx, answer) {
    return { ...answer, secret: await ctx.read(async (r) => openServerSecret(r, (await storefrontRow(r, answer.id)).secretSealed!)) };
  },
});

/** Refuses a wrong secret, and none where the storefront asks for it: then a key found in a page is of no use to anybody. */
export function requireServerSecret({ needsSecret, secretHash }: FoundStorefront, sent: string | null): void {
  if (sent === null && !needsSecret) return;
  if (sent === null) throw new Refusal('unauthenticated', 'This storefront asks for its secret as well: send it from your server in the header X-Storefront-Secret.');
  if (!secretHash || !timingSafeEqual(Buffer.from(keyHash(sent)), Buffer.from(secretHash))) throw new Refusal('unauthenticated', 'This storefront secret is not known or no longer valid.');
}
