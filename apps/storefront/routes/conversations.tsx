import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { Refusal } from '#platform/refusal.ts';
import type { Conversation, Customer, Order } from '../api.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { AccountMessagePage, AccountMessagesPage } from '../pages/account-messages.tsx';
import { tokenOf } from '../pages/order.tsx';
import { Thread, type Unsent } from '../parts/conversation.tsx';
import { formWithFiles } from '../visit/forms.ts';
import { page } from '../visit/page.tsx';
import { orNull, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { showOrder, tokenIn, withOrder } from './orders.tsx';
import { errorsOf, signedIn } from './signed-in.ts';

/** Writing to the shop: about an order on its page, about anything in the account. */
export function conversationRoutes(app: Hono<ShopEnv>): void {
  app.post('/orders/:id/messages', withOrder(writeAboutOrder));
  app.get('/orders/:id/messages/news', newsOfOrder);
  app.get('/account/messages', signedIn((c) => showConversations(c)));
  app.post('/account/messages', signedIn(start));
  app.get('/account/messages/:id', signedIn(withConversation(showConversation)));
  app.post('/account/messages/:id', signedIn(withConversation(write)));
  app.get('/account/messages/:id/news', signedIn(withConversation((c, conversation) => news(c, conversation))));
}

async function writeAboutOrder(c: ShopRequest, order: Order): Promise<Response> {
  const { visit } = c.var;
  const sent = await sendForm(c, ({ text = '' }, pictures, once) => visit.tell('storefront.conversations.write-about-order', { id: order.id, ...tokenIn(c), text, pictures }, once));
  if ('thrown' in sent) return showOrder(c, order.id, unsentBecause(sent));
  const token = tokenOf(visit);
  return c.redirect(`${visit.href(`/orders/${order.id}`)}${token}${token ? '&' : '?'}done=message#messages`, 303);
}

interface SentPicture {
  name: string;
  data: string;
}

/** What was typed, and why it was not taken. */
interface Refused {
  typed: Typed;
  thrown: unknown;
}

async function sendForm<A>(c: ShopRequest, tell: (typed: Typed, pictures: SentPicture[], once: { idempotencyKey: string }) => Promise<A>): Promise<{ done: A } | Refused> {
  let typed: Typed = {};
  try {
    const form = await formWithFiles(c, MOST_BYTES);
    typed = textsOf(form);
    const chosen = form.getAll('pictures').filter((each): each is File => typeof each !== 'string' && each.size > 0);
    refuseTooMuch(chosen);
    return { done: await tell(typed, await Promise.all(chosen.map(inBase64)), { idempotencyKey: keyOf(c, typed, chosen) }) };
  } catch (thrown) {
    return { typed, thrown };
  }
}

// Browsers send each end of a line as two signs.
function textsOf(form: FormData): Typed {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n').slice(0, 20_000)]] : [])));
}

// The name of the form and what was written make the key: the same message sent twice is one, another one from a page that was gone back
// to is another.
function keyOf(c: ShopRequest, typed: Typed, chosen: readonly File[]): string {
  return createHash('sha256').update(JSON.stringify([c.req.path, typed['form'], typed['subject'], typed['text'], ...chosen.map(({ name, size }) => [name, size])])).digest('base64url');
}

const MOST_BYTES = 24 * 1024 * 1024;
const MOST_PICTURES = 4;
const PICTURE_BYTES = 8_000_000;

function refuseTooMuch(chosen: readonly File[]): void {
  const refuse = (sentence: string) => new Refusal('invalid', sentence, { fields: { pictures: 'are too many or too large' } });
  if (chosen.length > MOST_PICTURES) throw refuse('Choose at most four pictures.');
  if (chosen.some(({ size }) => size > PICTURE_BYTES)) throw refuse('A picture may have at most 8 MB.');
}

async function inBase64(file: File): Promise<SentPicture> {
  return { name: file.name || 'picture', data: Buffer.from(await file.arrayBuffer()).toString('base64') };
}

function unsentBecause({ typed, thrown }: Refused): { message: Unsent; status: number } {
  const { code, details, sentence } = refusalOf(thrown);
  const { errors, status } = errorsOf(thrown);
  // What is wrong with a picture says which one; a form that is too large was not read at all.
  const isPicture = code === 'too_large' || 'pictures' in ((details?.['fields'] ?? {}) as object);
  return { message: { text: typed['text'] ?? '', wrong: isPicture ? sentence : (errors['text'] ?? errors['form'] ?? sentence), about: isPicture ? 'pictures' : 'text' }, status };
}

interface Said {
  typed: Typed;
  errors: FieldErrors;
  status: number;
}

async function showConversations(c: ShopRequest, { typed, errors, status }: Said = { typed: {}, errors: {}, status: 200 }): Promise<Response> {
  const { visit } = c.var;
  const before = visit.url.searchParams.get('before');
  const [{ data, nextCursor }, { count }] = await Promise.all([visit.ask('storefront.conversations.list', isId(before) ? { cursor: before } : {}), visit.ask('storefront.conversations.unread', {})]);
  return page(c, { title: `Messages · ${visit.shop.name}` }, <AccountMessagesPage visit={visit} conversations={data} older={nextCursor} unread={count} typed={typed} errors={errors} />, status);
}

function isId(text: string | null): text is string {
  return text !== null && /^[\da-f-]{36}$/.test(text);
}

async function start(c: ShopRequest, _customer: Customer): Promise<Response> {
  const { visit } = c.var;
  const sent = await sendForm(c, ({ subject = '', text = '' }, pictures, once) => visit.tell('storefront.conversations.start', { subject, text, pictures }, once));
  if ('done' in sent) return c.redirect(visit.href(`/account/messages/${sent.done.id}`), 303);
  const { message, status } = unsentBecause(sent);
  return showConversations(c, { typed: sent.typed, errors: message.about === 'pictures' ? { pictures: message.wrong } : errorsOf(sent.thrown).errors, status });
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
  const sent = await sendForm(c, ({ text = '' }, pictures, once) => visit.tell('storefront.conversations.write', { id: conversation.id, text, pictures }, once));
  return 'thrown' in sent ? conversationPage(c, conversation, unsentBecause(sent)) : c.redirect(visit.href(`/account/messages/${conversation.id}`), 303);
}

function conversationPage(c: ShopRequest, conversation: Conversation, { message, status = 200 }: { message?: Unsent; status?: number } = {}): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `${conversation.subject} · ${visit.shop.name}` }, <AccountMessagePage visit={visit} conversation={conversation} unsent={message} />, status);
}

async function newsOfOrder(c: ShopRequest): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const found = await orNull(c.var.visit.ask('storefront.conversations.of-order', { id, ...tokenIn(c) }));
  return found ? news(c, found.conversation, tokenIn(c)) : (c.notFound() as Promise<Response>);
}

// Only the messages, and nothing at all while there is nothing new: this is asked again and again. Whoever is shown it has read it.
async function news(c: ShopRequest, conversation: Conversation | null, token: { token?: string } = {}): Promise<Response> {
  const { visit } = c.var;
  c.header('cache-control', 'private, no-store');
  const last = conversation?.messages.at(-1)?.id ?? '';
  if (!conversation || last === visit.url.searchParams.get('last')) return c.body(null, 204);
  if (conversation.unread) await visit.tell('storefront.conversations.mark-read', { id: conversation.id, ...token });
  return c.html(renderToString(<Thread visit={visit} conversation={conversation} />));
}
