import { publicUrl } from '#modules/accounts/index.ts';
import { storefrontAddress } from '#modules/storefronts/index.ts';
import { reaction } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import { brandOf } from '#platform/mail/brand.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { Refusal } from '#platform/refusal.ts';
import { DAY, HOUR, later } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { customerLinkAsked } from './events.ts';
import { hashOf, linkToken } from './internal/link-token.ts';
import { linkMail } from './link-mail.ts';

type Purpose = 'password' | 'confirm';
const LASTS = { password: HOUR, confirm: 7 * DAY };

/** Has a link mailed to the customer of that address; does nothing, and looks the same, when there is none. */
export async function askForLink(tx: Tx, email: string, purpose: Purpose): Promise<void> {
  const id = newId();
  const [row] = await tx.sql<{ customer_id: string }>`
    insert into customer_links (id, customer_id, purpose, token_hash, expires_at)
    select ${id}, id, ${purpose}, ${hashOf(linkToken(tx.workspaceId, id))}, ${later(tx.now, LASTS[purpose])} from customers where email = ${email}
    returning customer_id`;
  const storefrontId = tx.actor.kind === 'storefront' ? tx.actor.storefrontId : null;
  if (row) tx.tell(customerLinkAsked, { customerId: row.customer_id, linkId: id, purpose, storefrontId });
}

/** Takes a link's token and says whose it was; it works once, and only for what it was made for. */
export async function useLink(tx: Tx, token: string, purpose: Purpose): Promise<string> {
  const [row] = await tx.sql<{ customer_id: string }>`
    update customer_links set used_at = ${tx.now}
    where token_hash = ${hashOf(token)} and purpose = ${purpose} and used_at is null and expires_at > ${tx.now} returning customer_id`;
  if (!row) throw new Refusal('link_expired', 'This link has been used or is too old. Please ask for a new one.');
  return row.customer_id;
}

export const mailTheLink = reaction({
  name: 'customers.link-mail',
  on: customerLinkAsked,
  async run(ctx: Context, { customerId, linkId, purpose, storefrontId }) {
    const [customer] = await ctx.read((r) => r.sql<{ email: string; name: string }>`select email, name from customers where id = ${customerId}`);
    if (!customer) return;
    const shop = await ctx.read((r) => storefrontAddress(r, storefrontId));
    const brand = await ctx.read(brandOf);
    const base = shop?.url ?? publicUrl();
    const path = purpose === 'password' ? '/account/password' : '/account/confirm';
    const link = `${base}${path}?token=${linkToken(ctx.workspaceId, linkId)}`;
    await sendMail(ctx, linkMail(purpose, { ...customer, shop: shop?.name ?? 'our shop', link, brand }), { once: `customer-link:${linkId}` });
  },
});
