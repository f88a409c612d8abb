import { storefrontAddress } from '#modules/storefronts/index.ts';
import { reaction } from '#platform/events/reaction.ts';
import { brandOf } from '#platform/mail/brand.ts';
import { letter, type Letter } from '#platform/mail/letter.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { formatMoney, type Money } from '#platform/money.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import { alertAsked, alertRang } from './events.ts';
import { firstLook } from './look.ts';
import type { SavedQuery } from './tables.ts';
import { stopLink } from './unsubscribe.ts';

interface Alert {
  id: string;
  email: string;
  says: string;
  slug: string | null;
  variantId: string | null;
  query: SavedQuery | null;
  storefrontId: string;
  locale: string;
}

interface Rang {
  alertId: string;
  kind: 'restock' | 'price' | 'search';
  price?: Money | undefined;
  before?: Money | undefined;
  matches?: { alertId: string; productIds: string[] }[] | undefined;
}

type Words = Pick<Letter, 'subject' | 'title' | 'paragraphs' | 'lines' | 'button'>;

// A customer's mail goes to the address they have today. What was ended meanwhile is not sent any more.
async function alertOf(r: Reader, id: string): Promise<Alert | undefined> {
  const [row] = await r.sql<Alert>`
    select a.id, coalesce(c.email, a.email) as email, a.says, p.slug, a.variant_id as "variantId", a.query, a.storefront_id as "storefrontId", s.locale
    from alerts a left join customers c on c.id = a.customer_id left join products p on p.id = a.product_id join storefronts s on s.id = a.storefront_id
    where a.id = ${id} and a.state <> 'ended'`;
  return row;
}

export const mailTheAlert = reaction({
  name: 'alerts.mail',
  on: alertRang,
  async run(ctx, rang: Rang, told) {
    const alert = await ctx.read((r) => alertOf(r, rang.alertId));
    const shop = alert && (await ctx.read((r) => storefrontAddress(r, alert.storefrontId)));
    if (!alert || !shop) return;
    const words = rang.kind === 'search' ? await newMatches(ctx, rang, alert, shop.url) : ofProduct(rang, alert, shop.url);
    if (!words) return;
    const stop = stopLink(ctx.workspaceId, alert.id);
    const brand = { ...(await ctx.read(brandOf)), name: shop.name };
    const foot = { says: `You asked ${shop.name} for this mail.`, links: [{ says: 'Stop these mails', url: stop }] };
    const headers = { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
    await sendMail(ctx, { to: alert.email, ...letter({ ...words, brand, foot }), headers }, { once: `alert:${told.id}`, about: alert.id });
    await ctx.transaction((tx) => tx.sql`update alerts set mails = (select count(*) from mail_messages where about = ${alert.id}) where id = ${alert.id}`);
  },
});

function ofProduct({ kind, price, before }: Rang, { says, slug, variantId, locale }: Alert, shop: string): Words {
  const url = `${shop}/products/${slug}${variantId ? `?variant=${variantId}` : ''}`;
  const button = { says: 'Go to the product', url };
  if (kind === 'restock') return { subject: `Back in stock: ${says}`, title: `${says} is back`, paragraphs: ['You asked us to tell you. We tell people in the order in which they signed up; first come, first served.'], button };
  const [now, then] = [formatMoney(price!, locale), formatMoney(before!, locale)];
  return { subject: `${says} is now ${now}`, title: `${says} got cheaper`, paragraphs: [`It costs ${now} now. When you signed up it was ${then}.`], button };
}

async function newMatches(ctx: Context, { matches = [] }: Rang, alert: Alert, shop: string): Promise<Words | undefined> {
  const searches = (await Promise.all(matches.map((each) => ctx.read((r) => alertOf(r, each.alertId))))).filter((each) => each !== undefined);
  const wanted = new Set(searches.map((each) => each.id));
  const ids = [...new Set(matches.filter((each) => wanted.has(each.alertId)).flatMap((each) => each.productIds))];
  const found = await ctx.read((r) => r.sql<{ title: string; slug: string }>`select p.title, p.slug from unnest(${ids}::uuid[]) with ordinality as x(id, place) join products p on p.id = x.id and p.live_since is not null order by x.place limit 20`);
  if (found.length === 0) return undefined;
  return {
    subject: found.length === 1 ? `New: ${found[0]!.title}` : `${found.length} new finds for you`,
    title: found.length === 1 ? 'Something new for your search' : 'New for your searches',
    paragraphs: [`Your ${searches.length === 1 ? 'search' : 'searches'}: ${searches.map((each) => each.says).join('; ')}`],
    lines: found.map(({ title, slug }) => ({ title, body: '', url: `${shop}/products/${slug}` })),
    button: { says: 'See all matches', url: shop + searchPath(alert.query ?? {}) },
  };
}

/** The page of the shop that shows the search. */
export function searchPath({ q, category, filter = {} }: SavedQuery): string {
  const params = new URLSearchParams({ ...(q && { q }), ...Object.fromEntries(Object.entries(filter).map(([key, value]) => [`filter[${key}]`, value])) });
  const place = q ? '/search' : category ? `/categories/${category}` : '/products';
  return params.size > 0 ? `${place}?${params}` : place;
}

export const rememberFirstMatches = reaction({
  name: 'alerts.first-look',
  on: alertAsked,
  run: async (ctx, { alertId, kind }) => void (kind === 'search' && (await firstLook(ctx, alertId))),
});
