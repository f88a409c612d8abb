import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alertList } from '#modules/alerts/index.ts';
import { ANA, pay, readyToPay } from '#modules/orders/testing.ts';
import { answerConversation, orderConversation } from '#modules/conversations/index.ts';
import { answerAsShop, questionList } from '#modules/questions/index.ts';
import { approveReview, reviewList } from '#modules/reviews/index.ts';
import { createSizeGuide } from '#modules/sizing/index.ts';
import { issueCards, setWarranty } from '#modules/warranties/index.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';
import { buildPages } from './testing/visiting.ts';

/** The customers' voice on the pages of a shop, by links and plain forms, as a browser without scripts sends them. */
let server: TestServer;
let shop: TestShop;
let home: string;

beforeAll(async () => {
  await buildPages();
  server = await startServer();
  shop = await openShop(server.house, { things: [{ title: 'Blue mug', price: 1_850, stock: 20 }, { title: 'Sold out scarf', stock: 0 }] });
  home = `${server.url}/shops/${shop.storefrontSlug}`;
}, 120_000);
afterAll(() => server?.stop());

/** Somebody with a browser: keeps cookies, follows redirects, sends forms from the shop's own pages. */
function visitor() {
  const cookies = new Map<string, string>();
  const send = async (path: string, body?: FormData | Record<string, string>, headers: Record<string, string> = {}): Promise<{ status: number; html: string; url: string }> => {
    const form = body instanceof FormData ? body : body && new URLSearchParams(body);
    const answer = await fetch(path.startsWith('http') ? path : home + path, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin: server.url, referer: `${home}/products/blue-mug`, ...headers },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (/max-age=0/i.test(cookie)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const to = answer.headers.get('location');
    return to ? send(new URL(to, server.url).href) : { status: answer.status, html: await answer.text(), url: answer.url };
  };
  return send;
}

const EVIL = '<script>alert("x")</script>';

async function order(): Promise<{ id: string; token: string }> {
  const shopper = { ...shop, variant: { mug: shop.variants['Blue mug']! }, shopper: () => shop.storefront() };
  const { order: placed, orderLink } = await pay(shop.storefront(), await readyToPay(shopper as never, { mug: 1 }, shop.storefront(), ANA));
  return { id: placed.id, token: new URL(orderLink, server.url).searchParams.get('token')! };
}

test('a buyer reviews by the link of the order, with a photo; the shop approves; the page shows stars, photo and data for search engines', async () => {
  const visit = visitor();
  const { id, token } = await order();
  expect((await visit(`/orders/${id}?token=${token}`)).html).toContain('Review Blue mug');
  const form = await visit(`/products/blue-mug/reviews/new?order=${id}&token=${token}`);
  expect(form.html).toContain('Verified purchase');
  const body = new FormData();
  for (const [name, value] of Object.entries({ stars: '4', title: 'Good mug', text: EVIL, author: 'Ana', order: id, token })) body.set(name, value);
  body.set('photos', new Blob([await sharp({ create: { width: 60, height: 40, channels: 3, background: '#88aacc' } }).jpeg().toBuffer()], { type: 'image/jpeg' }), 'mug.jpg');
  expect((await visit('/products/blue-mug/reviews', body)).html).toContain('We read each review before it is public.');
  expect((await visit('/products/blue-mug')).html).toContain('Nobody has reviewed this yet.');
  const [review] = (await reviewList.call(shop.ctx, {})).data;
  await approveReview.call(shop.ctx, { id: review!.id });
  const { html } = await visit('/products/blue-mug');
  expect(html).toContain('4 of 5 stars');
  expect(html).toContain('"aggregateRating":{"@type":"AggregateRating","ratingValue":4,"reviewCount":1');
  expect(html).not.toContain(EVIL);
  const photo = /src="(\/files\/[^"]+photo\.webp)\?w=320"/.exec(html)![1]!;
  expect((await fetch(server.url + photo)).headers.get('content-type')).toBe('image/webp');
  expect((await visit('/products/blue-mug/reviews?stars=1&sort=nonsense&offset=-3')).html).toContain('No review is like that.');
});

test('a review without stars comes back with what was typed and the reason; a stranger is asked to sign in', async () => {
  const visit = visitor();
  const { id, token } = await order();
  const body = new FormData();
  for (const [name, value] of Object.entries({ title: 'Kept words', order: id, token })) body.set(name, value);
  const again = await visit('/products/blue-mug/reviews', body);
  expect(again.status).toBe(400);
  expect(again.html).toContain('Choose how many stars you give.');
  expect((await visitor()('/products/blue-mug/reviews/new')).html).toContain('Please <a href=');
  expect((await fetch(`${home}/products/blue-mug/questions`, { method: 'POST', body: 'text=hello', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' } })).status).toBe(403);
});

test('a guest asks on the page, the shop answers, everybody reads both', async () => {
  const visit = visitor();
  expect((await visit('/products/blue-mug/questions', { text: 'Does it keep warm?', name: 'Gus' })).html).toContain('Enter your email address');
  expect((await visit('/products/blue-mug/questions', { text: 'Does it keep warm?', name: 'Gus', email: 'gus@example.test' })).html).toContain('Thank you. We read your question');
  const [question] = (await questionList.call(shop.ctx, {})).data;
  await answerAsShop.call(shop.ctx, { id: question!.id, text: 'For an hour.' });
  const { html } = await visit('/products/blue-mug');
  expect(html).toContain('For an hour.');
  expect(html).not.toContain('gus@example.test');
});

test('a guest writes to the shop on the page of the order, twice the same form is one message, and reads the answer there; a customer in the account', async () => {
  const visit = visitor();
  const { id, token } = await order();
  const page = await visit(`/orders/${id}?token=${token}`);
  expect(page.html).toContain('Write to the shop');
  const form = /name="form" value="([^"]+)"/.exec(page.html)![1]!;
  expect((await visit(`/orders/${id}/messages?token=${token}`, { form, text: '' })).html).toMatch(/id="message-error">[^<]+</);
  for (let i = 0; i < 2; i++) await visit(`/orders/${id}/messages?token=${token}`, { form, text: `Hello\r\n${EVIL}` });
  const { conversation } = await orderConversation.call(shop.ctx, { id });
  expect(conversation!.messages.map((message) => message.text)).toEqual([`Hello\n${EVIL}`]);
  await answerConversation.call(shop.ctx, { id: conversation!.id, text: 'Good morning.' });
  const { html } = await visit(`/orders/${id}?token=${token}`);
  expect(html).toContain('Good morning.');
  expect(html).not.toContain(EVIL);
  const last = /data-last="([^"]+)"/.exec(html)![1]!;
  const newsFrom = (message: string) => visit(`/orders/${id}/messages/news?token=${token}&last=${message}`);
  expect(await newsFrom(last)).toMatchObject({ status: 204, html: '' });
  await answerConversation.call(shop.ctx, { id: conversation!.id, text: 'One more thing.' });
  expect((await newsFrom(last)).html).toMatch(/^<div id="thread"[^>]*>[\s\S]*One more thing\./);
  expect((await orderConversation.call(shop.ctx, { id })).conversation!.readByShopper).toBe(true);
  expect((await visitor()(`/orders/${id}/messages/news?last=`)).status).toBe(404);
  const withPicture = (bytes: Buffer | string) => {
    const body = new FormData();
    body.set('text', 'Like this');
    body.set('pictures', new Blob([bytes as never], { type: 'image/png' }), 'mine.png');
    return visit(`/orders/${id}/messages?token=${token}`, body);
  };
  expect((await withPicture('<svg/>')).html).toMatch(/id="pictures-error">[^<]*mine\.png[^<]*</);
  const shown = await withPicture(await sharp({ create: { width: 60, height: 40, channels: 3, background: '#88aacc' } }).png().toBuffer());
  const address = /<img src="(\/files\/signed\/[^"]+mine\.webp[^"]*)"/.exec(shown.html)![1]!;
  expect((await fetch(server.url + address.replaceAll('&amp;', '&'))).headers.get('content-type')).toBe('image/webp');
  expect((await visitor()(`/orders/${id}/messages`, { text: 'Let me in' })).status).toBe(404);
  await visit('/account/register', { name: 'Tia Ro', email: 'tia@example.test', password: 'a long enough password' });
  expect((await visit('/account/messages', { subject: '', text: 'Do you wrap presents?' })).html).toContain('Do you wrap presents?</textarea>');
  const begun = await visit('/account/messages', { subject: 'Presents', text: 'Do you wrap presents?' });
  expect(begun.html).toContain('<h1>Presents</h1>');
  expect((await visit(new URL(begun.url).pathname.slice(new URL(home).pathname.length), { text: 'In blue?' })).html).toContain('In blue?');
  expect((await visit('/account/messages')).html).toContain('You: In blue?');
  await answerConversation.call(shop.ctx, { id: new URL(begun.url).pathname.split('/').at(-1)!, text: 'In any colour.' });
  expect((await visit('/account')).html).toContain('Messages<strong class="new">1 new</strong>');
});

test('hearts fill a list on the device, which ends in the account after registering, can be shared and taken back', async () => {
  const visit = visitor();
  await visit('/wishlist/items', { add: shop.products['Blue mug']! });
  expect((await visit('/products')).html).toMatch(/class="heart"[^>]*name="remove"/);
  const answer = await visit('/wishlist/items', { add: shop.products['Sold out scarf']! }, { accept: 'application/json' });
  expect(JSON.parse(answer.html)).toEqual({ wished: true });
  const back = await visit('/account/register?to=/wishlist', { name: 'Ana Ng', email: 'wisher@example.test', password: 'a long enough password' });
  expect(back.html).toContain('<h1>Wishlist</h1>');
  expect(back.html).toContain('Sold out scarf');
  const shared = /value="([^"]+\/wishlist\/shared\/[^"]+)"/.exec((await visit('/wishlist/share', {})).html)![1]!;
  expect((await visitor()(shared)).html).toContain('The wishlist of Ana');
  await visit('/wishlist/unshare', {});
  expect((await visitor()(shared)).status).toBe(404);
  expect((await visit(`/products/blue-mug/price-alert`, { productId: shop.products['Blue mug']! })).html).toContain('We write to you as soon as there is news.');
  expect((await visit('/saved-searches', { q: 'mug' }, { referer: `${home}/search?q=mug` })).html).toContain('The search is saved.');
  expect((await visit('/account/alerts')).html).toContain('When it gets cheaper');
  expect((await visitor()('/account/sign-in?to=//evil.example', { email: 'wisher@example.test', password: 'a long enough password' })).url).toBe(`${home}/account`);
});

test('a sold-out thing takes an address, a bad one is refused on the page', async () => {
  const visit = visitor();
  const variantId = shop.variants['Sold out scarf']!;
  expect((await visit('/products/sold-out-scarf')).html).toContain('Shall we write to you when it is back?');
  expect((await visit('/products/sold-out-scarf/restock-alert', { variantId, email: 'nonsense' })).html).toContain('email');
  expect((await visit('/products/sold-out-scarf/restock-alert', { variantId, email: 'waits@example.test' })).html).toContain('We write to you as soon as there is news.');
  expect((await alertList.call(shop.ctx, { filter: { kind: 'restock' } })).data).toMatchObject([{ email: 'waits@example.test' }]);
});

test('measures give a size; a paid order shows its warranty card, whose page opens for anybody with the link', async () => {
  const visit = visitor();
  const productId = shop.products['Blue mug']!;
  await createSizeGuide.call(shop.ctx, { name: 'Mugs', measures: [{ key: 'hand', says: 'Hand' }], sizes: [{ size: 'M', ranges: { hand: { from: 80, to: 90 } } }, { size: 'L', ranges: { hand: { from: 91, to: 100 } } }], productIds: [productId] });
  expect((await visit('/products/blue-mug')).html).toContain('Find your size');
  expect((await visit('/products/blue-mug/size-guide?hand=9,5')).html).toContain('We recommend L.');
  await setWarranty.call(shop.ctx, { productId, months: 24 });
  const { id, token } = await order();
  await shop.ctx.transaction((tx) => issueCards.apply!(tx, { orderId: id } as never, {} as never));
  const link = /href="([^"]*\/warranty\/[^"]+)"/.exec((await visit(`/orders/${id}?token=${token}`)).html)![1]!;
  expect((await visitor()(server.url + link)).html).toMatch(/Warranty card.*Valid/s);
  expect((await visitor()(`${server.url + link}x`)).status).toBe(404);
});

test('the API takes the bytes of a photo from a buyer and from nobody else', async () => {
  const { id, token } = await order();
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#88aacc' } }).png().toBuffer();
  const send = (query: string, body: Buffer) => fetch(`${server.url}/api/storefront/review-media?${query}`, { method: 'POST', headers: { 'x-storefront-key': shop.key }, body: new Uint8Array(body) });
  expect(await (await send(`name=a.png&order=${id}&token=${token}`, bytes)).json()).toMatchObject({ kind: 'photo' });
  expect((await send('name=a.png', bytes)).status).toBe(401);
  expect((await send(`name=a.png&order=${id}&token=${token}`, Buffer.from('<svg/>'))).status).toBe(400);
  expect((await send(`name=a.png&order=${id}&token=${token}`, Buffer.concat([bytes, Buffer.alloc(8 * 1024 * 1024)]))).status).toBe(413);
});
