import { brandOf, type Brand } from '#platform/mail/brand.ts';
import { letter } from '#platform/mail/letter.ts';
import { sendMail, type Mail } from '#platform/mail/send-mail.ts';
import { formatMoney } from '#platform/money.ts';
import { reaction } from '#platform/events/reaction.ts';
import { now } from '#platform/time.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { senderOf } from '#modules/orders/index.ts';
import { cartAbandoned } from './events.ts';
import { linkPath } from './link.ts';
import { readSettings } from './settings.ts';
import type { LeftLine } from './tables.ts';

interface Left {
  id: string;
  email: string;
  storefrontId: string | null;
  currency: string;
  value: number;
  lines: LeftLine[];
}

// Asked once more when the mail is written: an order, a touched cart or a no may have come in between.
async function stillLeft(r: Reader, id: string): Promise<Left | undefined> {
  const [row] = await r.sql<Left>`
    select a.id, a.email, a.storefront_id as "storefrontId", a.currency, a.value, a.lines from abandoned_carts a join carts c on c.id = a.cart_id and c.state = 'open'
    where a.id = ${id} and a.order_id is null and c.updated_at <= a.left_at
      and not exists (select 1 from recovery_opt_outs o where o.email = a.email)
      and not exists (select 1 from orders o where o.cancelled_at is null and lower(o.email) = a.email and o.placed_at >= a.left_at - interval '1 minute')`;
  return row;
}

/** One mail per left cart, with a link that brings it back on any device, and one that ends the reminders. */
export const remind = reaction({
  name: 'recovery.remind',
  on: cartAbandoned,
  async run(ctx, { abandonedId }) {
    const settings = await ctx.read(readSettings);
    const left = settings.enabled ? await ctx.read((r) => stillLeft(r, abandonedId)) : undefined;
    if (!left) return;
    const sender = await senderOf(ctx, left.storefrontId);
    const brand: Brand = { ...(await ctx.read(brandOf)), name: sender.shop };
    const links = { back: sender.url + linkPath('restore', ctx.workspaceId, left.id), no: sender.url + linkPath('unsubscribe', ctx.workspaceId, left.id) };
    await sendMail(ctx, reminder(left, { brand, locale: sender.locale, code: settings.code, ...links }), { once: `abandoned:${left.id}`, about: left.id });
    await ctx.transaction((tx) => tx.sql`update abandoned_carts set mailed_at = coalesce(mailed_at, ${now()}) where id = ${left.id}`);
  },
});

interface Around {
  brand: Brand;
  locale: string;
  code: string;
  back: string;
  no: string;
}

function reminder(left: Left, { brand, locale, code, back, no }: Around): Mail {
  const subject = `You left something at ${brand.name}`;
  const gift = code ? [`With the code ${code} it costs less; the link below has it entered already.`] : [];
  const written = letter({
    brand,
    subject,
    title: 'Your cart is still here',
    paragraphs: ['You put a few things into your cart and did not finish. One press brings it back, on this or any other device.', ...gift],
    rows: [...left.lines.slice(0, 10).map(({ title, quantity }) => [`${quantity} × ${title}`, ''] as const), ['Together', formatMoney({ amount: left.value, currency: left.currency }, locale)]],
    button: { says: 'Back to my cart', url: back },
    otherwise: 'Prices and stock are those of today; nothing is kept aside for you. This is the only mail about this cart.',
    foot: { says: brand.name, links: [{ says: 'No more reminders', url: no }] },
  });
  return { to: left.email, ...written, headers: { 'List-Unsubscribe': `<${no}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } };
}
