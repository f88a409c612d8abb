import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#modules/accounts/index.ts';
import { signUp } from '#modules/accounts/testing.ts';
import { ANA, pay, readyToPay, type Shop } from '#modules/orders/testing.ts';
import { raiseWaiting, setTaskRoute, taskList } from '#modules/tasks/index.ts';
import { newId } from '#platform/ids.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { HOUR, travel } from '#platform/time.ts';
import { whereFound } from '#platform/testing/where-found.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

/** Shoppers and the shop write to each other, over HTTP, as any frontend and any program of the merchant does. */
let server: TestServer;
let shop: TestShop;
let merchant: string;

beforeAll(async () => {
  server = await startServer();
  ({ shop, merchant } = await openTalkingShop());
  const olive = (await (await signUp('Olive')).session())!.user;
  await shop.ctx.transaction((tx) => tx.sql`insert into members (user_id, name, email, role) values (${olive.id}, 'Olive', ${olive.email}, 'owner')`);
}, 60_000);
afterAll(() => server?.stop());

async function openTalkingShop(): Promise<{ shop: TestShop; merchant: string }> {
  const opened = await openShop(server.house, { things: [{ title: 'Blue mug', price: 1_850, stock: 50 }] });
  return { shop: opened, merchant: await tokenWith(opened, ['conversations:read', 'conversations:write', 'customers:read', 'customers:write']) };
}

async function tokenWith(of: TestShop, scopes: string[]): Promise<string> {
  const system = openContext({ workspaceId: of.workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  return (await createToken.call(system, { name: 'Help desk', scopes })).token!;
}

interface Talk {
  id: string;
  unread: boolean;
  earlier: string;
  messages: { text: string; pictures: { name: string; url: string; width: number }[] }[];
}

/** Everything the answers of this test may carry. */
interface Answer {
  status: number;
  body: Talk & { token: string; customer: { id: string }; data: object[]; nextCursor: string; conversation: Talk; conversations: { pictures: { data: string }[] }[]; orderIds: string[] };
}

async function send(url: string, headers: Record<string, string>, body?: object, method = body ? 'POST' : 'GET'): Promise<Answer> {
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

const asMerchant = (path: string, body?: object, token = merchant) => send(`${server.url}/api/admin${path}`, { authorization: `Bearer ${token}` }, body);
const asShopper = (path: string, body?: object, { session, key }: { session?: string; key?: string } = {}) =>
  send(`${server.url}/api/storefront${path}`, { 'x-storefront-key': shop.key, ...(session && { authorization: `Bearer ${session}` }), ...(key && { 'idempotency-key': key }) }, body);

let number = 0;

async function register(name: string): Promise<{ id: string; email: string; session: string }> {
  const email = `talker-${++number}@example.test`;
  const { body } = await asShopper('/customers', { email, name, password: 'a long enough password' });
  return { id: body.customer.id, email, session: body.token };
}

async function order(of = shop, customerId?: string, email = `guest-${++number}@example.test`): Promise<{ id: string; number: number; token: string; email: string }> {
  const who = { ...of, variant: { mug: of.variants['Blue mug']! } } as unknown as Shop;
  const placed = await pay(of.storefront(customerId), await readyToPay(who, { mug: 1 }, of.storefront(customerId), { ...ANA, email }));
  return { id: placed.order.id, number: placed.order.number, token: new URL(placed.orderLink, server.url).searchParams.get('token')!, email };
}

const mailsTo = (email: string) => shop.ctx.read((r) => r.sql<{ subject: string; text: string; html: string }>`select subject, text, html from mail_messages where recipient = ${email} and once like 'conversation-message:%' order by created_at`);
const EVIL = '<script>alert("x")</script> & <img src=x onerror=alert(1)>';

describe('a guest with the link of an order', () => {
  test('writes, the shop is told by the bell and answers, the guest gets one mail with the way back and writes again', async () => {
    const { id, number: name, token, email } = await order();
    expect(await asShopper(`/orders/${id}/conversation?token=${token}`)).toMatchObject({ status: 200, body: { conversation: null } });
    const key = newId();
    const first = await asShopper(`/orders/${id}/conversation/messages`, { token, text: 'When does it come?' }, { key });
    expect(await asShopper(`/orders/${id}/conversation/messages`, { token, text: 'When does it come?' }, { key })).toEqual(first);
    const { data } = (await asMerchant('/conversations?filter[unanswered]=yes&filter[unread]=yes&q=' + name)).body;
    expect(data).toMatchObject([{ id: first.body.id, order: name, orderId: id, name: 'Ana Ng', email, lastMessage: 'When does it come?', state: 'open' }]);
    await expect.poll(async () => (await shop.ctx.read((r) => r.sql<{ title: string }>`select title from notifications where link = ${`/conversations/${first.body.id}`}`)).map((row) => row.title), { timeout: 10_000 }).toEqual([`Ana Ng wrote: Order #${name}`]);

    expect((await asMerchant(`/conversations/${first.body.id}/messages`, { text: 'On Thursday.\nHave a nice day' })).status).toBe(201);
    expect((await asMerchant(`/conversations/${first.body.id}`)).body).toMatchObject({ unread: false, readByShopper: false, messages: [{ side: 'shopper', author: 'Ana Ng' }, { side: 'shop', author: 'Help desk' }] });
    await expect.poll(async () => (await mailsTo(email)).length, { timeout: 10_000 }).toBe(1);
    const [mail] = await mailsTo(email);
    expect(mail!.subject).toBe(`A message about your order #${name}`);
    expect(mail!.text).toContain('On Thursday.');
    expect(mail!.text).toContain(`/orders/${id}?token=${token}#messages`);

    const { conversation } = (await asShopper(`/orders/${id}/conversation?token=${token}`)).body;
    expect(conversation).toMatchObject({ unread: true, subject: `Order #${name}`, messages: [{ side: 'shopper', text: 'When does it come?' }, { side: 'shop', text: 'On Thursday.\nHave a nice day' }] });
    expect(JSON.stringify(conversation)).not.toContain('Help desk');
    expect((await asShopper(`/conversations/${conversation.id}/reading`, { token })).status).toBe(201);
    expect((await asMerchant(`/orders/${id}/conversation`)).body.conversation).toMatchObject({ id: conversation.id, readByShopper: true });
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test('many first messages at once are one conversation; closed, it opens again when somebody writes', async () => {
    const { id, token } = await order();
    const written = await Promise.all([1, 2, 3, 4].map((i) => asShopper(`/orders/${id}/conversation/messages`, { token, text: `Message ${i}` })));
    const [conversation, ...others] = new Set(written.map((each) => each.body.id));
    expect(others).toEqual([]);
    expect((await asMerchant(`/conversations/${conversation}/closing`, {})).body).toMatchObject({ state: 'closed' });
    expect((await asMerchant(`/conversations/${conversation}`)).body).toMatchObject({ state: 'closed', unread: true });
    await asMerchant(`/conversations/${conversation}/reading`, {});
    expect((await asMerchant(`/conversations/${conversation}`)).body.unread).toBe(false);
    await asShopper(`/orders/${id}/conversation/messages`, { token, text: 'One more thing' });
    expect((await asMerchant(`/conversations/${conversation}?limit=2`)).body).toMatchObject({ state: 'open', unread: true, messages: [{}, { text: 'One more thing' }] });
    const { earlier } = (await asMerchant(`/conversations/${conversation}?limit=2`)).body;
    const before = (await asMerchant(`/conversations/${conversation}?limit=2&before=${earlier}`)).body;
    expect(before.messages).toHaveLength(2);
    expect(before.messages.at(-1)!.text).not.toBe('One more thing');
  });

  test('hears nothing of other orders, and a stranger nothing of theirs', async () => {
    const [mine, theirs] = [await order(), await order()];
    const { body } = await asShopper(`/orders/${theirs.id}/conversation/messages`, { token: theirs.token, text: 'A secret' });
    for (const token of [undefined, mine.token, 'nonsense']) {
      expect((await asShopper(`/orders/${theirs.id}/conversation?token=${token ?? ''}`)).body, String(token)).toMatchObject({ status: 404, code: 'not_found' });
      expect((await asShopper(`/orders/${theirs.id}/conversation/messages`, { token, text: 'Hello' })).status, String(token)).toBe(404);
      expect((await asShopper(`/conversations/${body.id}/reading`, { token })).status, String(token)).toBe(404);
    }
    expect((await asShopper(`/conversations/${body.id}`)).status).toBe(404);
    expect((await asMerchant(`/orders/${theirs.id}/conversation`)).body.conversation.messages).toHaveLength(1);
  });

  test('says nothing, too much, or a script: refused, refused, and harmless', async () => {
    const { id, token, email } = await order();
    const say = (text: string) => asShopper(`/orders/${id}/conversation/messages`, { token, text });
    for (const text of ['', '   \n ', 'x'.repeat(5_001)]) expect((await say(text)).body).toMatchObject({ status: 400, code: 'invalid', fields: { text: expect.any(String) } });
    const { body } = await say(EVIL);
    await asMerchant(`/conversations/${body.id}/messages`, { text: `You wrote ${EVIL}` });
    expect((await asShopper(`/orders/${id}/conversation?token=${token}`)).body.conversation.messages[0]!.text).toBe(EVIL);
    await expect.poll(async () => (await mailsTo(email)).length, { timeout: 10_000 }).toBe(1);
    expect((await mailsTo(email))[0]!.html).not.toContain('<img src=x');
  });

  test('writes without end and is slowed down', async () => {
    const { id, token } = await order();
    const answers: number[] = [];
    for (let i = 0; i < 21; i++) answers.push((await asShopper(`/orders/${id}/conversation/messages`, { token, text: `Hello ${i}` })).status);
    expect(answers.filter((status) => status === 201)).toHaveLength(20);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('pictures', () => {
  const png = async (width = 60) => (await sharp({ create: { width, height: 40, channels: 3, background: '#88aacc' } }).png().toBuffer()).toString('base64');

  test('go along from both sides, are private, and open to the two alone', async () => {
    const { id, token } = await order();
    const sent = { token, text: 'It came like this.', pictures: [{ name: '../crack.png', data: await png(2_000) }, { name: 'box.png', data: await png() }] };
    const { status, body } = await asShopper(`/orders/${id}/conversation/messages`, sent);
    expect(status).toBe(201);
    await asMerchant(`/conversations/${body.id}/messages`, { text: 'This is how it should look.', pictures: [{ name: 'right.png', data: await png() }] });
    const mine = (await asShopper(`/orders/${id}/conversation?token=${token}`)).body.conversation;
    const theirs = (await asMerchant(`/conversations/${body.id}`)).body;
    expect(mine.messages.map(({ pictures }) => pictures.map(({ name, width }) => [name, width]))).toEqual([[['crack.webp', 1_280], ['box.webp', 60]], [['right.webp', 60]]]);
    expect(theirs.messages[0]!.pictures).toHaveLength(2);
    for (const { url } of [...mine.messages[0]!.pictures, ...theirs.messages[1]!.pictures]) {
      const answer = await fetch(server.url + url);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'image/webp', 'private, no-store']);
      const bare = url.replace('/files/signed/', '/files/').replace(/\?.*/, '');
      expect((await fetch(server.url + bare)).status).toBe(404);
      expect((await fetch(server.url + url.replace(/signature=.{4}/, 'signature=AAAA'))).status).toBe(403);
    }
    const other = await openTalkingShop();
    expect((await asMerchant(`/conversations/${body.id}`, undefined, other.merchant)).status).toBe(404);
  });

  test('five, none that can be read, or one without words: refused, and nothing is kept', async () => {
    const { id, token } = await order();
    const files = async () => (await shop.ctx.read((r) => r.sql`select id from files`)).length;
    const before = await files();
    const send = (pictures: object[], text = 'Look') => asShopper(`/orders/${id}/conversation/messages`, { token, text, pictures });
    const one = { name: 'a.png', data: await png() };
    expect((await send([one, one, one, one, one])).body).toMatchObject({ code: 'invalid', fields: { pictures: expect.any(String) } });
    for (const bytes of ['<svg onload=alert(1)>', 'GIF89a nothing more', '']) expect((await send([one, { name: 'x.png', data: Buffer.from(bytes).toString('base64') }])).status, bytes).toBe(400);
    expect((await send([one], ' ')).body).toMatchObject({ code: 'invalid', fields: { text: expect.any(String) } });
    expect(await files()).toBe(before);
    expect((await asShopper(`/orders/${id}/conversation?token=${token}`)).body.conversation).toBeNull();
  });

  test('are in what a customer takes home, and go with who is erased', async () => {
    const { id, email, session } = await register('Cleo Lens');
    const { body } = await asShopper('/conversations', { subject: 'A photo', text: 'Is this yours?', pictures: [{ name: 'mug.png', data: await png() }] }, { session });
    const { url } = (await asMerchant(`/conversations/${body.id}`)).body.messages[0]!.pictures[0]!;
    const taken = (await asShopper('/customers/me/data', undefined, { session })).body;
    expect(Buffer.from(taken.conversations[0]!.pictures[0]!.data, 'base64').toString('latin1', 8, 12)).toBe('WEBP');
    expect((await asMerchant(`/customers/${id}/erasure`, { email })).body).toEqual({ erased: true });
    expect((await fetch(server.url + url)).status).toBe(404);
    expect(await shop.ctx.read((r) => r.sql`select id from files where name = 'mug.webp'`)).toEqual([]);
  });
});

test('who waits for too long becomes a task, until somebody answers; asked again, there is something to do again', async () => {
  const { id, token, number: name } = await order();
  const say = async (text: string) => (await asShopper(`/orders/${id}/conversation/messages`, { token, text })).body.id;
  const conversation = await say('Hello?');
  const tasks = async () => (await taskList.call(shop.ctx, { filter: { aboutId: conversation } })).data.map((row) => [row.title, row.state]);
  const later = async (hours: number) => {
    const back = travel(hours * HOUR);
    await Promise.all([raiseWaiting.run(shop.ctx), raiseWaiting.run(shop.ctx)]);
    back();
  };
  await later(3);
  expect(await tasks()).toEqual([]);
  await setTaskRoute.call(shop.ctx, { kind: 'unanswered', waitHours: 2, dueHours: 8 });
  await later(3);
  expect(await tasks()).toEqual([[`Answer Ana Ng about order #${name}`, 'open']]);
  await asMerchant(`/conversations/${conversation}/messages`, { text: 'Hello!' });
  await expect.poll(tasks, { timeout: 10_000 }).toEqual([[`Answer Ana Ng about order #${name}`, 'done']]);
  await say('Still there?');
  await later(3);
  expect((await tasks()).map(([, state]) => state).toSorted()).toEqual(['done', 'open']);
  await asMerchant(`/conversations/${conversation}/closing`, {});
  await expect.poll(async () => (await tasks()).map(([, state]) => state), { timeout: 10_000 }).toEqual(['done', 'done']);
});

describe('a customer', () => {
  test('writes from the account, reads what was written about their orders there, and nothing of others', async () => {
    const [ana, ben] = [await register('Ana Ng'), await register('Ben Okafor')];
    const bought = await order(shop, ana.id, ana.email);
    const { session } = ana;
    expect((await asShopper('/conversations', { subject: 'Hello', text: 'Anybody there?' })).status).toBe(401);
    expect((await asShopper('/conversations', { subject: ' ', text: 'Hi' }, { session })).body).toMatchObject({ code: 'invalid', fields: { subject: expect.any(String) } });
    const { id } = (await asShopper('/conversations', { subject: 'A mug with my name', text: 'Do you write on mugs?' }, { session })).body;
    await asShopper(`/orders/${bought.id}/conversation/messages`, { text: 'And on this one?' }, { session });
    await asMerchant(`/conversations/${id}/messages`, { text: 'We do.' });
    const mine = (await asShopper('/conversations', undefined, { session })).body;
    expect(mine).toMatchObject({ nextCursor: null, data: [{ subject: 'A mug with my name', unread: true, lastSide: 'shop', excerpt: 'We do.' }, { subject: `Order #${bought.number}`, orderId: bought.id, unread: false }] });
    const page = (await asShopper('/conversations?limit=1', undefined, { session })).body;
    expect((await asShopper(`/conversations?limit=1&cursor=${page.nextCursor}`, undefined, { session })).body.data).toEqual([mine.data[1]]);
    await expect.poll(async () => (await mailsTo(ana.email)).map((mail) => mail.text).join(), { timeout: 10_000 }).toContain(`/account/messages/${id}`);
    await asMerchant(`/orders/${bought.id}/conversation/messages`, { text: 'There as well.' });
    expect((await asShopper('/customers/me/unread-conversations', undefined, { session })).body).toEqual({ count: 2, orderIds: [bought.id] });
    await asShopper(`/conversations/${id}/reading`, {}, { session });
    expect((await asShopper('/customers/me/unread-conversations', undefined, { session })).body).toEqual({ count: 1, orderIds: [bought.id] });
    expect((await asShopper('/customers/me/unread-conversations', undefined, { session: ben.session })).body).toEqual({ count: 0, orderIds: [] });
    expect((await asShopper('/customers/me/unread-conversations')).status).toBe(401);
    expect((await asMerchant('/conversations?filter[seen]=yes&q=with my name')).body.data).toMatchObject([{ id }]);
    expect((await asShopper(`/conversations/${id}/messages`, { text: 'Lovely.' }, { session })).status).toBe(201);
    for (const [path, body] of [[`/conversations/${id}`], [`/conversations/${id}/messages`, { text: 'Hi' }], [`/conversations/${id}/reading`, {}], [`/orders/${bought.id}/conversation`]] as const)
      expect((await asShopper(path, body, { session: ben.session })).status, path).toBe(404);
    expect((await asShopper('/conversations', undefined, { session: ben.session })).body.data).toEqual([]);
  });

  test('who is erased has said nothing; before, it is in what they take home', async () => {
    const said = 'My sister in Nether Wallop would like the blue one for her wedding.';
    const answered = 'Then we put a ribbon from Upper Slaughter around it, as every year.';
    const bea = await register('Beatrix Quill-Featherstone');
    const { id } = (await asShopper('/conversations', { subject: 'For Beatrix Quill-Featherstone', text: said }, { session: bea.session })).body;
    await asMerchant(`/conversations/${id}/messages`, { text: answered });
    await expect.poll(async () => (await mailsTo(bea.email)).length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => whereFound(shop, [said]), { timeout: 10_000 }).toContain('notifications');
    expect(await whereFound(shop, [said, answered])).toEqual(expect.arrayContaining(['audit_entries', 'conversation_messages', 'mail_messages']));
    const taken = (await asShopper('/customers/me/data', undefined, { session: bea.session })).body;
    expect(taken.conversations).toMatchObject([{ subject: 'For Beatrix Quill-Featherstone', by: 'shopper', text: said }, { by: 'shop', text: answered }]);
    expect(JSON.stringify((await asMerchant(`/customers/${bea.id}/timeline`)).body)).toContain(`/conversations/${id}`);
    expect((await asMerchant(`/customers/${bea.id}/erasure`, { email: bea.email })).body).toEqual({ erased: true });
    expect(await whereFound(shop, [said, answered, bea.email, 'Quill-Featherstone'])).toEqual([]);
    expect((await asMerchant(`/conversations/${id}`)).status).toBe(404);
  });
});

test('prepared answers are kept by name, each once, for those who may write', async () => {
  const put = (body: object, token = merchant) => send(`${server.url}/api/admin/prepared-answers`, { authorization: `Bearer ${token}` }, body, 'PUT');
  const list = async () => (await asMerchant('/prepared-answers')).body.data;
  expect((await put({ name: 'Parcels', text: '  ' })).body).toMatchObject({ code: 'invalid', fields: { text: expect.any(String) } });
  await Promise.all([1, 2, 3].map(() => put({ name: 'Parcels', text: 'They leave at noon.' })));
  const { body } = await put({ name: 'Parcels', text: 'Dear {name}, they leave at noon.' });
  expect(await list()).toMatchObject([{ id: body.id, name: 'Parcels', text: 'Dear {name}, they leave at noon.' }]);
  expect((await put({ name: 'Parcels', text: 'Never.' }, await tokenWith(shop, ['conversations:read']))).status).toBe(403);
  const other = await openTalkingShop();
  expect((await asMerchant('/prepared-answers', undefined, other.merchant)).body.data).toEqual([]);
  expect((await send(`${server.url}/api/admin/prepared-answers/${body.id}`, { authorization: `Bearer ${other.merchant}` }, undefined, 'DELETE')).status).toBe(404);
  expect((await send(`${server.url}/api/admin/prepared-answers/${body.id}`, { authorization: `Bearer ${merchant}` }, undefined, 'DELETE')).status).toBe(200);
  expect(await list()).toEqual([]);
});

test('the shop begins about an order; not without an address, not about another shop’s, and nobody without the permission', async () => {
  const { id, email } = await order();
  const { body } = await asMerchant(`/orders/${id}/conversation/messages`, { text: 'The blue one is sold out. Would green do?' });
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 10_000 }).toBe(1);
  const other = await openTalkingShop();
  for (const [path, said] of [[`/orders/${id}/conversation/messages`, { text: 'Hi' }], [`/conversations/${body.id}`], [`/conversations/${body.id}/messages`, { text: 'Hi' }], [`/conversations/${body.id}/closing`, {}]] as const)
    expect((await asMerchant(path, said, other.merchant)).status, path).toBe(404);
  const reader = await tokenWith(shop, ['conversations:read']);
  expect((await asMerchant(`/conversations/${body.id}`, undefined, reader)).status).toBe(200);
  expect((await asMerchant(`/conversations/${body.id}/messages`, { text: 'Hi' }, reader)).body).toMatchObject({ code: 'forbidden', needs: 'conversations:write' });
  await shop.ctx.transaction((tx) => tx.sql`update orders set email = '' where id = ${id}`);
  expect((await asMerchant(`/orders/${id}/conversation/messages`, { text: 'Hi' })).body).toMatchObject({ code: 'no_address' });
});
