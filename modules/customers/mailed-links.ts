import { publicUrl } from '#modules/accounts/index.ts';
import { shopBrand, storefrontAddress } from '#modules/storefronts/index.ts';
import { reaction } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { Refusal } from '#platform/refusal.ts';
import { DAY, HOUR, later } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { customerLinkAsked } from './events.ts';
import { hashOf, linkToken } from './internal/link-token.ts';
import { linkMail } from './link-mail.ts';
import type { LINK_PURPOSES } from './tables.ts';

export type LinkPurpose = (typeof LINK_PURPOSES)[number];
const LASTS: Record<LinkPurpose, number> = { password: HOUR, confirm: 7 * DAY, 'sign-in': HOUR / 4, email: DAY, erase: DAY };
const PATHS: Record<LinkPurpose, string> = { password: '/account/password', confirm: '/account/confirm', 'sign-in': '/account/link', email: '/account/email', erase: '/account/erase' };

/** Has a link mailed to the customer of that address; does nothing, and looks the same, when there is none. */
export async function askForLink(tx: Tx, email: string, purpose: LinkPurpose, newEmail: string | null = null): Promise<void> {
  const id = newId();
  const [row] = await tx.sql<{ customer_id: string }>`
    insert into customer_links (id, customer_id, purpose, new_email, token_hash, expires_at)
    select ${id}, id, ${purpose}, ${newEmail}, ${hashOf(linkToken(tx.workspaceId, id))}, ${later(tx.now, LASTS[purpose])} from customers where email = ${email}
    returning customer_id`;
  const storefrontId = tx.actor.kind === 'storefront' ? tx.actor.storefrontId : null;
  if (row) tx.tell(customerLinkAsked, { customerId: row.customer_id, linkId: id, purpose, storefrontId });
}

/** Takes a link's token and says whose it was; it works once, and only for what it was made for. */
export async function useLink(tx: Tx, token: string, purpose: LinkPurpose): Promise<string> {
  return (await takeLink(tx, token, purpose)).customer_id;
}

/** As `useLink`, with the address the link makes theirs. */
export async function takeLink(tx: Tx, token: string, purpose: LinkPurpose): Promise<{ customer_id: string; new_email: string | null }> {
  const [row] = await tx.sql<{ customer_id: string; new_email: string | null }>`
    update customer_links set used_at = ${tx.now}
    where token_hash = ${hashOf(token)} and purpose = ${purpose} and used_at is null and expires_at > ${tx.now} returning customer_id, new_email`;
  if (!row) throw new Refusal('link_expired', 'This link has been used or is too old. Please ask for a new one.');
  return row;
}

export const mailTheLink = reaction({
  name: 'customers.link-mail',
  on: customerLinkAsked,
  async run(ctx: Context, { customerId, linkId, purpose, storefrontId }) {
    const [customer] = await ctx.read((r) => r.sql<{ email: string; name: string }>`
      select coalesce(l.new_email, c.email) as email, c.name from customers c join customer_links l on l.id = ${linkId} and l.customer_id = c.id where c.id = ${customerId}`);
    if (!customer) return;
    const shop = await ctx.read((r) => storefrontAddress(r, storefrontId));
    const brand = await ctx.read((r) => shopBrand(r, storefrontId));
    const base = shop?.url ?? publicUrl();
    const link = `${base}${PATHS[purpose]}?token=${linkToken(ctx.workspaceId, linkId)}`;
    await sendMail(ctx, linkMail(purpose, { ...customer, shop: shop?.name ?? 'our shop', link, brand }), { once: `customer-link:${linkId}` });
  },
});
