import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { Conversation, Customer, Order } from '../api.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { AccountMessagePage, AccountMessagesPage } from '../pages/account-messages.tsx';
import { tokenOf } from '../pages/order.tsx';
import { page } from '../visit/page.tsx';
import { orNull, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { showOrder, tokenIn, withOrder } from './orders.tsx';
import { errorsOf, signedIn } from './signed-in.ts';

/** Writing to the shop: about an order on its page, about anything in the account. */
export function conversationRoutes(app: Hono<ShopEnv>): void {
  app.post('/orders/:id/messages', withOrder(writeAboutOrder));
  app.get('/account/messages', signedIn((c) => showConversations(c)));
  app.post('/account/messages', signedIn(start));
  app.get('/account/messages/:id', signedIn(withConversation(showConversation)));
  app.post('/account/messages/:id', signedIn(withConversation(write)));
}

async function writeAboutOrder(c: ShopRequest, order: Order): Promise<Response> {
  const { visit } = c.var;
  const { text = '', once } = await readMessage(c);
  try {
    await visit.tell('storefront.conversations.write-about-order', { id: order.id, ...tokenIn(c), text }, { idempotencyKey: once });
  } catch (thrown) {
    const { wrong, status } = wrongWith(thrown);
    return showOrder(c, order.id, { status, message: { text, wrong } });
  }
  const token = tokenOf(visit);
  return c.redirect(`${visit.href(`/orders/${order.id}`)}${token}${token ? '&' : '?'}done=message#messages`, 303);
}

// Browsers send each end of a line as two signs. The name of the form and what was written make the key: the same message sent
// twice is one, another one from a page that was gone back to is another.
async function readMessage(c: ShopRequest): Promise<Typed & { once: string }> {
  const typed: Typed = {};
  for (const [name, value] of (await c.req.formData()).entries()) if (typeof value === 'string') typed[name] = value.replaceAll('\r\n', '\n').slice(0, 20_000);
  return { ...typed, once: createHash('sha256').update(JSON.stringify([c.req.path, typed['form'], typed['subject'], typed['text']])).digest('base64url') };
}

function wrongWith(thrown: unknown): { wrong: string; status: number } {
  const { errors, status } = errorsOf(thrown);
  return { wrong: errors['text'] ?? errors['form'] ?? refusalOf(thrown).sentence, status };
}

interface Said {
  typed: Typed;
  errors: FieldErrors;
  status: number;
}

async function showConversations(c: ShopRequest, { typed, errors, status }: Said = { typed: {}, errors: {}, status: 200 }): Promise<Response> {
  const { visit } = c.var;
  const before = visit.url.searchParams.get('before');
  const { data, nextCursor } = await visit.ask('storefront.conversations.list', isId(before) ? { cursor: before } : {});
  return page(c, { title: `Messages · ${visit.shop.name}` }, <AccountMessagesPage visit={visit} conversations={data} older={nextCursor} typed={typed} errors={errors} />, status);
}

function isId(text: string | null): text is string {
  return text !== null && /^[\da-f-]{36}$/.test(text);
}

async function start(c: ShopRequest, _customer: Customer): Promise<Response> {
  const { visit } = c.var;
  const { once, ...typed } = await readMessage(c);
  try {
    const { id } = await visit.tell('storefront.conversations.start', { subject: typed['subject'] ?? '', text: typed['text'] ?? '' }, { idempotencyKey: once });
    return c.redirect(visit.href(`/account/messages/${id}`), 303);
  } catch (thrown) {
    return showConversations(c, { typed, ...errorsOf(thrown) });
  }
}

type Page = (c: ShopRequest, conversation: Conversation) => Promise<Response>;

function withConversation(show: Page): (c: ShopRequest) => Promise<Response> {
  return async (c) => {
    const { visit } = c.var;
    const before = visit.url.searchParams.get('before');
    const conversation = await orNull(visit.ask('storefront.conversations.get', { id: c.req.param('id') ?? '', ...(isId(before) && { before }) }));
    return conversation ? show(c, conversation) : (c.notFound() as Promise<Response>);
  };
}

// Whoever looks at it has read it.
async function showConversation(c: ShopRequest, conversation: Conversation): Promise<Response> {
  if (conversation.unread) await c.var.visit.tell('storefront.conversations.mark-read', { id: conversation.id });
  return conversationPage(c, conversation);
}

async function write(c: ShopRequest, conversation: Conversation): Promise<Response> {
  const { visit } = c.var;
  const { text = '', once } = await readMessage(c);
  try {
    await visit.tell('storefront.conversations.write', { id: conversation.id, text }, { idempotencyKey: once });
  } catch (thrown) {
    const { wrong, status } = wrongWith(thrown);
    return conversationPage(c, conversation, { unsent: { text, wrong }, status });
  }
  return c.redirect(visit.href(`/account/messages/${conversation.id}`), 303);
}

function conversationPage(c: ShopRequest, conversation: Conversation, { unsent, status = 200 }: { unsent?: { text: string; wrong: string }; status?: number } = {}): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `${conversation.subject} · ${visit.shop.name}` }, <AccountMessagePage visit={visit} conversation={conversation} unsent={unsent} />, status);
}
