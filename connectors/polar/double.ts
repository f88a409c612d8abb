import { createHash, createHmac, randomUUID } from 'node:crypto';
import { fromForm } from '#platform/testing/contract.ts';
import { VendorDouble, type Answer, type Asked } from '#platform/testing/vendor-double.ts';
import { HOUR, now } from '#platform/time.ts';
import { PolarSubscriptions, type PolarProduct } from './double-subscriptions.ts';

/** Polar as far as we use it, in memory: one organization for each access. It knows no idempotency keys, and takes taxes out of prices. */
type Json = Record<string, unknown>;

export interface PolarCheckout {
  id: string;
  status: 'open' | 'expired' | 'confirmed' | 'succeeded' | 'failed';
  url: string;
  amount: number;
  metadata: Record<string, string>;
  /** Milliseconds since 1970. */
  expires: number;
  /** Of a product that is paid again and again. */
  recurring?: { product: PolarProduct; trialDays: number; externalId: string | null };
}

interface PolarOrder {
  id: string;
  checkout_id: string;
  paid: boolean;
  total_amount: number;
  net_amount: number;
  tax_amount: number;
}

interface PolarRefund {
  id: string;
  order_id: string;
  status: string;
  amount: number;
  tax_amount: number;
  metadata: Record<string, string>;
}

class Book {
  checkouts: PolarCheckout[] = [];
  orders: PolarOrder[] = [];
  refunds: PolarRefund[] = [];
  products: Json[] = [];
  hooks: Json[] = [];
  subscriptions = new PolarSubscriptions((id) => this.products.find((product) => product['id'] === id) as PolarProduct | undefined);
}

interface Consent {
  challenge: string;
  redirect: string;
  book: string;
}

const refuse = (status: number, error: string, detail: unknown): Answer => ({ status, body: { error, detail } });
const list = (items: readonly unknown[]): Answer => ({ status: 200, body: { items, pagination: { total_count: items.length, max_page: 1 } } });

export class PolarDouble extends VendorDouble {
  private readonly books = new Map<string, Book>();
  private readonly codes = new Map<string, Consent>();
  /** Access and refresh tokens that were given out by signing in, and whose they are. */
  readonly tokens = new Map<string, string>();
  readonly revoked: string[] = [];
  /** Looked at before each answer. */
  watch: () => Promise<void> = () => Promise.resolve();
  url = '';

  constructor() {
    super(async (asked) => {
      await this.watch();
      return this.answer(asked);
    });
  }

  book(name: string): Book {
    if (!this.books.has(name)) this.books.set(name, new Book());
    return this.books.get(name)!;
  }

  /** The shopper pays on the page, at once or in a way that takes a while. */
  pay(name: string, checkout: PolarCheckout, how: 'at once' | 'slowly' = 'at once'): void {
    if (checkout.status !== 'open' || checkout.expires < now().getTime()) return;
    if (how === 'slowly') checkout.status = 'confirmed';
    else this.succeed(name, checkout);
  }

  /** What was on its way is decided. */
  decide(name: string, checkout: PolarCheckout, well: 'succeeded' | 'failed'): void {
    if (checkout.status !== 'confirmed') return;
    if (well === 'succeeded') this.succeed(name, checkout);
    else checkout.status = 'failed';
  }

  private succeed(name: string, checkout: PolarCheckout): void {
    checkout.status = 'succeeded';
    if (checkout.recurring) return void this.book(name).subscriptions.begin({ ...checkout.recurring, metadata: checkout.metadata });
    const tax = Math.round(checkout.amount / 11);
    this.book(name).orders.push({ id: randomUUID(), checkout_id: checkout.id, paid: true, total_amount: checkout.amount, net_amount: checkout.amount - tax, tax_amount: tax });
  }

  /** A signed message, as Polar sends it: its secret's characters are the key themselves. */
  event(secret: string, type: string, data: object, id = `msg_${randomUUID()}`): Request {
    const body = JSON.stringify({ type, timestamp: now().toISOString(), data });
    const seconds = String(Math.floor(now().getTime() / 1_000));
    const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
    return new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` } });
  }

  /** Somebody consents on the page of this address; answers the code that goes back. */
  consent(address: string, book: string): string {
    const asked = new URL(address).searchParams;
    const code = `code-${randomUUID()}`;
    this.codes.set(code, { challenge: asked.get('code_challenge')!, redirect: asked.get('redirect_uri')!, book });
    return code;
  }

  private answer(asked: Asked): Answer {
    if (asked.path.startsWith('/v1/oauth2/')) return this.signIn(asked.path, fromForm(asked.body) as Record<string, string>);
    const access = asked.headers['authorization']?.replace('Bearer ', '') ?? '';
    const name = access.startsWith('polar_oat_') ? access : access.startsWith('polar_at_') ? this.tokens.get(access) : undefined;
    if (name === undefined || name.endsWith('_wrong')) return { status: 401, body: { error: 'invalid_token', error_description: 'The access token provided is expired, revoked, malformed, or invalid.' } };
    return this.act(name, asked, (asked.body ? JSON.parse(asked.body) : {}) as Json);
  }

  private signIn(path: string, { grant_type: grant, code = '', code_verifier: verifier = '', redirect_uri: redirect, refresh_token: refresh = '', token = '', client_secret: secret }: Record<string, string>): Answer {
    if (secret !== 'right') return { status: 401, body: { error: 'invalid_client' } };
    if (path.endsWith('/revoke')) {
      this.tokens.delete(token);
      this.revoked.push(token);
      return { status: 200, body: {} };
    }
    const consent = this.codes.get(code);
    this.codes.delete(code);
    const book = grant === 'refresh_token' ? this.tokens.get(refresh) : consent && consent.redirect === redirect && createHash('sha256').update(verifier).digest('base64url') === consent.challenge ? consent.book : undefined;
    if (book === undefined) return { status: 400, body: { error: 'invalid_grant', error_description: 'The grant is not valid.' } };
    // A refresh token is good for one time.
    this.tokens.delete(refresh);
    const [access, next] = [`polar_at_${randomUUID()}`, `polar_rt_${randomUUID()}`];
    this.tokens.set(access, book).set(next, book);
    return { status: 200, body: { access_token: access, refresh_token: next, token_type: 'Bearer', expires_in: HOUR / 1_000, scope: 'openid', id_token: null } };
  }

  private act(name: string, { method, path, query }: Asked, body: Json): Answer {
    const book = this.book(name);
    const [, , noun, which = ''] = path.split('/');
    if (noun === 'organizations') return list([{ id: '1dbfc517-0bbf-4301-9ba8-555ca42b9737', name: 'Corner Shop' }]);
    if (noun === 'products') return method === 'POST' ? kept(book.products, body) : list(book.products.filter((product) => query.get('is_recurring') === null || String(product['is_recurring'] ?? false) === query.get('is_recurring')));
    if (noun === 'subscriptions') return this.subscriptions(book, { method, path, query }, body);
    if (noun === 'customer-sessions') return { status: 201, body: { customer_portal_url: `${this.url}/portal/${String(body['customer_id'])}`, token: 'polar_cst_1' } };
    if (noun === 'webhooks' && method === 'PATCH') return this.rehook(book, path.split('/')[4]!, body);
    if (noun === 'webhooks') return method === 'DELETE' ? this.unhook(book, path.split('/')[4]!) : kept(book.hooks, { ...body, secret: 'polar_whs_made_by_the_double' });
    if (noun === 'checkouts') return method === 'POST' ? this.openPage(book, body) : this.checkout(book, which);
    if (noun === 'orders') return list(book.orders.filter((order) => order.checkout_id === query.get('checkout_id')).map((order) => this.shown(book, order)));
    if (noun === 'refunds') return method === 'POST' ? this.refund(book, body) : list(book.refunds.filter((refund) => refund.order_id === query.get('order_id')));
    return refuse(404, 'ResourceNotFound', 'Not found');
  }

  private subscriptions({ subscriptions }: Book, { method, path, query }: Pick<Asked, 'method' | 'path' | 'query'>, body: Json): Answer {
    const id = path.split('/')[3] ?? '';
    if (method === 'PATCH') return subscriptions.patch(id, body);
    const found = subscriptions.all.find((each) => each.id === id);
    if (id !== '') return found ? { status: 200, body: found } : refuse(404, 'ResourceNotFound', 'Not found');
    const workspace = query.get('metadata[workspace_id]');
    return list(workspace === null ? subscriptions.all : subscriptions.of(workspace));
  }

  private rehook(book: Book, id: string, body: Json): Answer {
    const hook = book.hooks.find((each) => each['id'] === id);
    if (hook) Object.assign(hook, body);
    return hook ? { status: 200, body: hook } : refuse(404, 'ResourceNotFound', 'Not found');
  }

  private unhook(book: Book, id: string): Answer {
    book.hooks = book.hooks.filter((hook) => hook['id'] !== id);
    return { status: 204 };
  }

  private openPage(book: Book, body: Json): Answer {
    const [product] = body['products'] as string[];
    const recurring = book.products.find(({ id, is_recurring: again }) => id === product && again === true) as PolarProduct | undefined;
    if (recurring) return this.openRecurring(book, recurring, body);
    const [price] = ((body['prices'] as Record<string, { price_amount: number }[]>)[product!] ?? []);
    if (!price || !book.products.some(({ id }) => id === product)) return refuse(422, 'RequestValidationError', [{ loc: ['body', 'products'], msg: 'Product does not exist.', type: 'value_error' }]);
    const id = randomUUID();
    const checkout: PolarCheckout = { id, status: 'open', url: `${this.url}/checkout/${id}`, amount: price.price_amount, metadata: body['metadata'] as Record<string, string>, expires: now().getTime() + HOUR };
    book.checkouts.push(checkout);
    return { status: 201, body: checkout };
  }

  private openRecurring(book: Book, product: PolarProduct, body: Json): Answer {
    const [id, trialDays] = [randomUUID(), Number(body['trial_interval_count'] ?? 0)];
    const checkout: PolarCheckout = {
      ...{ id, status: 'open', url: `${this.url}/checkout/${id}`, amount: product.prices[0]!.price_amount, metadata: body['metadata'] as Record<string, string>, expires: now().getTime() + HOUR },
      recurring: { product, trialDays, externalId: (body['external_customer_id'] as string | undefined) ?? null },
    };
    book.checkouts.push(checkout);
    return { status: 201, body: checkout };
  }

  private checkout(book: Book, id: string): Answer {
    const found = book.checkouts.find((each) => each.id === id);
    if (found?.status === 'open' && found.expires < now().getTime()) found.status = 'expired';
    return found ? { status: 200, body: found } : refuse(404, 'ResourceNotFound', 'Not found');
  }

  private shown(book: Book, order: PolarOrder): Json {
    const gone = book.refunds.filter((refund) => refund.order_id === order.id && refund.status === 'succeeded');
    const [refunded, tax] = [gone.reduce((sum, { amount }) => sum + amount, 0), gone.reduce((sum, each) => sum + each.tax_amount, 0)];
    return { ...order, status: 'paid', currency: 'aud', refunded_amount: refunded, refunded_tax_amount: tax, refundable_amount: order.net_amount - refunded, refundable_tax_amount: order.tax_amount - tax };
  }

  private refund(book: Book, body: Json): Answer {
    const order = book.orders.find(({ id }) => id === body['order_id']);
    if (!order) return refuse(422, 'RequestValidationError', [{ loc: ['body', 'order_id'], msg: 'Order not found', type: 'value_error' }]);
    const { refundable_amount: left, refundable_tax_amount: taxLeft } = this.shown(book, order) as { refundable_amount: number; refundable_tax_amount: number };
    const amount = Number(body['amount']);
    if (left === 0) return refuse(403, 'RefundedAlready', 'Order is already fully refunded.');
    if (amount > left) return refuse(422, 'RefundAmountTooHigh', 'Refund amount exceeds remaining order balance.');
    // The last refund takes what is left of the tax.
    const tax = amount === left ? taxLeft : Math.min(taxLeft, Math.round((amount * order.tax_amount) / order.net_amount));
    const refund = { id: randomUUID(), order_id: order.id, status: 'succeeded', amount, tax_amount: tax, metadata: (body['metadata'] ?? {}) as Record<string, string> };
    book.refunds.push(refund);
    return { status: 201, body: refund };
  }
}

function kept(into: Json[], body: Json): Answer {
  const made = { ...body, id: randomUUID() };
  into.push(made);
  return { status: 201, body: made };
}
