import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { STOREFRONT_COLUMNS, type StorefrontRow } from './storefront-view.ts';

/** The storefront of that id in this workspace, or `not_found`. */
export async function storefrontRow(r: Reader, id: string): Promise<StorefrontRow> {
  const [row] = await r.query<StorefrontRow>(`select ${STOREFRONT_COLUMNS} from storefronts where id = $1`, [id]);
  if (!row) throw notFound('The storefront');
  return row;
}

/** As storefrontRow, and held until the transaction ends. */
export async function lockedStorefront(tx: Tx, id: string): Promise<StorefrontRow> {
  const [row] = await tx.query<StorefrontRow>(`select ${STOREFRONT_COLUMNS} from storefronts where id = $1 for update`, [id]);
  if (!row) throw notFound('The storefront');
  return row;
}

/** Runs a write; a domain that somebody on this installation already has becomes a refusal that does not say whose it is. */
export async function refusingATakenDomain<T>(domain: string | null, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== '23505' || !constraint?.includes('domain')) throw error;
    throw new Refusal('domain_taken', `The domain ${domain} is already in use. Choose another, or ask us when it is yours.`, { domain });
  }
}
