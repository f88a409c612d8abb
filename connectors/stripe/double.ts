import { createHmac, randomUUID } from 'node:crypto';
import { fromForm } from '#platform/testing/contract.ts';
import { VendorDouble, type Answer, type Asked } from '#platform/testing/vendor-double.ts';
import { now } from '#platform/time.ts';
import { SetupDesk } from './double-setups.ts';

/** Stripe as far as we use it, in memory, with its rules: what may follow what, one effect per key, one account per secret key. */
type Json = Record<string, unknown>;

interface Intent extends Json {
  id: string;
  status: string;
  amount: number;
  amount_capturable: number;
  amount_received: number;
  capture_method: string;
  metadata: Record<string, string>;
  latest_charge: string | null;
}

interface Refund extends Json {
  id: string;
  status: string;
  amount: number;
  payment_intent: string;
}

export interface Session extends Json {
  id: string;
  status: string;
  payment_intent: string | null;
  intentData: Json;
  setupData: Json;
  amount: number;
}

interface Dispute extends Json {
  id: string;
  status: string;
  amount: number;
  currency: string;
  balance_transactions: Json[];
}

/** A card as it lies there, and what it does when it is charged again: at first what its name says (`later_declined`, `later_shopper`). */
interface Method extends Json {
  id: string;
  later: 'pays' | 'declines' | 'asks';
  customer: string | null;
}

class Book {
  customers = new Map<string, Json>();
  methods = new Map<string, Method>();
  intents = new Map<string, Intent>();
  refunds = new Map<string, Refund>();
  sessions = new Map<string, Session>();
  hooks = new Map<string, Json>();
  disputes = new Map<string, Dispute>();
  keys = new Map<string, { asked: string; answer: Answer }>();
  /** What moved on the account, oldest first. */
  lines: Json[] = [];
}

const id = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 24)}`;
const refuse = (status: number, error: Json): Answer => ({ status, body: { error: { type: 'invalid_request_error', ...error } } });

export class StripeDouble extends VendorDouble {
  readonly books = new Map<string, Book>();
  /** Cards that are kept without a payment. */
  readonly setups = new SetupDesk(this);
  url = '';
  /** It may answer fewer than it was asked for. */
  mostLines = 100;

  constructor() {
    super((asked) => this.answer(asked));
  }

  book(account: string): Book {
    if (!this.books.has(account)) this.books.set(account, new Book());
    return this.books.get(account)!;
  }

  /** The charge with this key, in whatever form it is there. */
  intentOf(account: string, chargeKey: string): Intent | undefined {
    return [...this.book(account).intents.values()].find(({ metadata }) => metadata['charge_key'] === chargeKey);
  }

  sessionOf(account: string, chargeKey: string): Session | undefined {
    return [...this.book(account).sessions.values()].find((session) => session['client_reference_id'] === chargeKey);
  }

  /** The shopper pays on the page; `slowly` with a way of paying that takes days. */
  payOnPage(account: string, session: Session, how: 'at once' | 'slowly' = 'at once', card = 'pm_card_visa'): Intent {
    const manual = session.intentData['capture_method'] === 'manual';
    const customer = session['customer_creation'] === 'always' ? this.newCustomer(account, {}).id : undefined;
    const intent = this.newIntent(account, { ...session.intentData, amount: session.amount, currency: session['currency'], customer });
    session.status = 'complete';
    session.payment_intent = intent.id;
    this.book(account).intents.set(intent.id, intent);
    this.keep(account, intent, card);
    if (how === 'slowly') intent.status = 'processing';
    else this.succeed(intent, manual ? 'requires_capture' : 'succeeded');
    return intent;
  }

  newCustomer(account: string, params: Json): Json & { id: string } {
    const customer = { id: id('cus'), object: 'customer', metadata: params['metadata'] ?? {} };
    this.book(account).customers.set(customer.id, customer);
    return customer;
  }

  /** A card that was to be kept is from then on one of its customer's. */
  private keep(account: string, intent: Intent, card: string): void {
    if (intent['setup_future_usage'] === 'off_session') intent['payment_method'] = this.newMethod(account, String(intent['customer']), card).id;
  }

  newMethod(account: string, customer: string, card: string): Method {
    const method: Method = { id: `${card.includes('later_') ? card : 'pm_kept'}_${randomUUID().slice(0, 8)}`, object: 'payment_method', type: 'card', customer, later: card.includes('later_declined') ? 'declines' : card.includes('later_shopper') ? 'asks' : 'pays' };
    this.book(account).methods.set(method.id, method);
    return method;
  }

  private customers({ customers, methods }: Book, account: string, { method }: Asked, [which, params]: [string, Json]): Answer {
    if (method === 'POST') return { status: 200, body: this.newCustomer(account, params) };
    if (!customers.delete(which)) return refuse(404, { code: 'resource_missing', message: `No such customer: '${which}'` });
    for (const card of methods.values()) if (card.customer === which) card.customer = null;
    return { status: 200, body: { id: which, object: 'customer', deleted: true } };
  }

  private methods({ methods }: Book, which: string, verb: string): Answer {
    const method = methods.get(which);
    if (!method) return refuse(404, { code: 'resource_missing', message: `No such PaymentMethod: '${which}'` });
    if (verb !== 'detach') return { status: 200, body: method };
    if (!method.customer) return refuse(400, { message: 'The payment method you provided is not attached to a customer so detachment is impossible.' });
    method.customer = null;
    return { status: 200, body: method };
  }

  /** What Stripe says before anything is charged: without a shopper only a customer's own card, and only if its bank agrees. */
  private refusal(account: string, params: Json, intent: Intent): Answer | undefined {
    const name = String(params['payment_method'] ?? '');
    const again = params['off_session'] === 'true';
    const kept = this.book(account).methods.get(name);
    if (again && !(kept && kept.customer === params['customer'])) return refuse(404, { code: 'resource_missing', param: 'payment_method', message: `No such PaymentMethod: '${name}'` });
    if (params['customer'] && !this.book(account).customers.has(String(params['customer']))) return refuse(400, { code: 'resource_missing', param: 'customer', message: `No such customer: '${String(params['customer'])}'` });
    this.book(account).intents.set(intent.id, intent);
    if (again && kept?.later === 'asks') return declined(intent, { code: 'authentication_required', decline_code: 'authentication_required', message: 'Your card was declined. This transaction requires authentication.' });
    if (again ? kept?.later === 'declines' : /(?<!later_)declined/.test(name)) return declined(intent, { code: 'card_declined', message: 'Your card was declined.' });
    return undefined;
  }

  /** What was processing is decided. */
  decide(intent: Intent, well: 'succeeded' | 'failed'): void {
    if (well === 'succeeded') return this.succeed(intent, intent.capture_method === 'manual' ? 'requires_capture' : 'succeeded');
    intent.status = 'requires_payment_method';
    intent['last_payment_error'] = { code: 'payment_intent_payment_attempt_failed', message: 'The bank said no in the end.' };
  }

  succeed(intent: Intent, status: 'succeeded' | 'requires_capture'): void {
    intent.status = status;
    intent.amount_capturable = status === 'succeeded' ? 0 : intent.amount;
    intent.amount_received = status === 'succeeded' ? intent.amount : 0;
    if (status === 'succeeded') intent.latest_charge = id('ch');
  }

  /** A buyer's bank objects to a payment; `warning_needs_response` when it only asks. */
  dispute(account: string, intent: Intent, { status = 'needs_response', reason = 'fraudulent' }: { status?: string; reason?: string } = {}): Dispute {
    const dispute: Dispute = { id: id('dp'), object: 'dispute', amount: intent.amount_received, currency: String(intent['currency']), charge: intent.latest_charge, payment_intent: intent.id, reason, status: 'warning_needs_response', balance_transactions: [],
      evidence: {}, evidence_details: { due_by: Math.floor(now().getTime() / 1_000) + 8 * 86_400, has_evidence: false, submission_count: 0 }, created: Math.floor(now().getTime() / 1_000), metadata: {} };
    this.book(account).disputes.set(dispute.id, dispute);
    this.decideDispute(dispute, status);
    return dispute;
  }

  /** Money follows the state, as it does at Stripe. */
  decideDispute(dispute: Dispute, status: string): void {
    dispute.status = status;
    const moved = dispute.balance_transactions;
    const move = (amount: number, fee: number) => moved.push({ id: id('txn'), object: 'balance_transaction', amount, fee, currency: dispute.currency });
    if (moved.length === 0 && ['needs_response', 'under_review', 'won', 'lost'].includes(status)) move(-dispute.amount, 1_500);
    if (status === 'won' && moved.length === 1) move(dispute.amount, 0);
  }

  private disputes(book: Book, { method }: Asked, [which, verb]: [string, string], params: Json): Answer {
    const dispute = book.disputes.get(which);
    if (!dispute) return refuse(404, { code: 'resource_missing', message: `No such dispute: '${which}'` });
    if (method === 'GET') return { status: 200, body: dispute };
    if (!['needs_response', 'warning_needs_response'].includes(dispute.status)) return refuse(400, { message: 'This dispute is already closed or under review.' });
    if (verb === 'close') this.decideDispute(dispute, 'lost');
    else {
      dispute['evidence'] = params['evidence'];
      if (params['submit'] === 'true') this.decideDispute(dispute, dispute.status === 'needs_response' ? 'under_review' : 'warning_under_review');
    }
    return { status: 200, body: dispute };
  }

  /** A signed event about an object, as Stripe sends it. */
  event(secret: string, type: string, object: Json, eventId = id('evt'), at = now()): Request {
    const body = JSON.stringify({ id: eventId, object: 'event', api_version: '2023-08-16', type, data: { object } });
    const seconds = Math.floor(at.getTime() / 1_000);
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return new Request('http://localhost/', { method: 'POST', headers: { 'content-type': 'application/json', 'stripe-signature': `t=${seconds},v1=${signature}` }, body });
  }

  /** The page of payment in a browser: /pay pays, /left leaves; both lead back to the shop. */
  private page({ path }: Asked): Answer {
    const [account, session] = [...this.books].flatMap(([name, book]) => [...book.sessions.values()].map((each) => [name, each] as const)).find(([, each]) => path.startsWith(new URL(String(each['url'])).pathname)) ?? [];
    if (!account || !session) return { status: 404 };
    if (path.endsWith('/done')) {
      if (session['mode'] === 'setup') this.setups.keepOnPage(account, session);
      else this.payOnPage(account, session);
      return { status: 303, headers: { location: String(session['success_url']) } };
    }
    const page = `<!doctype html><html lang="en"><title>Pay</title><h1>${session['mode'] === 'setup' ? 'Keep a card' : `Pay ${session.amount}`}</h1><a href="${path}/done">${session['mode'] === 'setup' ? 'Keep this card' : 'Pay now'}</a> <a href="${String(session['success_url'])}">Back to the shop</a>`;
    return { status: 200, body: page, headers: { 'content-type': 'text/html' } };
  }

  private answer(asked: Asked): Answer {
    if (asked.path.startsWith('/pay/')) return this.page(asked);
    const secret = asked.headers['authorization']?.replace('Bearer ', '') ?? '';
    if (!/^(sk|rk)_/.test(secret) || secret.endsWith('_wrong')) return refuse(401, { message: `Invalid API Key provided: ${secret.slice(0, 4)}****` });
    if (asked.path.startsWith('/oauth/')) return { status: 200, body: { stripe_user_id: 'acct_connected', scope: 'read_write' } };
    const account = asked.headers['stripe-account'] ?? secret;
    const body = { ...fromForm(asked.body), ...fromForm(asked.query.toString()) };
    const key = asked.method === 'POST' ? asked.headers['idempotency-key'] : undefined;
    const before = key ? this.book(account).keys.get(key) : undefined;
    if (before) return before.asked === asked.path + asked.body ? before.answer : refuse(400, { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.' });
    const answer = this.act(account, asked, body);
    // As Stripe does, a repetition gets the first answer, whatever became of the object since.
    if (key && answer.status < 500) this.book(account).keys.set(key, { asked: asked.path + asked.body, answer: structuredClone(answer) });
    return answer;
  }

  private act(account: string, asked: Asked, body: Json): Answer {
    const { method, path } = asked;
    const [, , noun = '', which = '', verb = ''] = path.split('/');
    const book = this.book(account);
    if (noun === 'account' || noun === 'accounts') return { status: 200, body: { id: which || `acct_${account.slice(-8)}`, object: 'account', settings: { dashboard: { display_name: 'Corner Shop' } } } };
    if (noun === 'webhook_endpoints') return this.hook(book, method, which, body);
    if (noun === 'checkout') return this.sessions(book, method, verb, body);
    if (noun === 'setup_intents') return this.setups.answer(account, asked, [which, verb, body]);
    if (noun === 'customers') return this.customers(book, account, asked, [which, body]);
    if (noun === 'payment_methods') return this.methods(book, which, verb);
    if (noun === 'files') return { status: 200, body: { id: id('file'), object: 'file', purpose: 'dispute_evidence' } };
    if (noun === 'disputes') return this.disputes(book, asked, [which, verb], body);
    if (noun === 'refunds') return method === 'POST' ? this.refund(book, body) : list([...book.refunds.values()].filter((refund) => refund.payment_intent === body['payment_intent']));
    if (noun === 'balance_transactions') return this.balance(book, body);
    if (noun !== 'payment_intents') return refuse(404, { message: 'Unrecognized request URL' });
    if (!which) return method === 'POST' ? this.confirm(account, body) : list([...book.intents.values()]);
    const intent = book.intents.get(which);
    if (!intent) return refuse(404, { code: 'resource_missing', message: `No such payment_intent: '${which}'` });
    if (verb === 'capture') return this.capture(intent, body);
    if (verb === 'cancel') return this.cancel(intent);
    if (intent.status === 'processing' && Number(intent['decidedAt'] ?? Infinity) < now().getTime()) this.decide(intent, 'succeeded');
    return { status: 200, body: withCharge(intent, body) };
  }

  /** Something moves on the account. Amounts in minor units, as Stripe counts them. */
  move(account: string, { type, amount, fee = 0, currency = 'aud', source = null }: { type: string; amount: number; fee?: number; currency?: string; source?: string | null }): Json {
    const seconds = Math.floor(now().getTime() / 1_000);
    const line = { id: id('txn'), object: 'balance_transaction', type, reporting_category: type, amount, fee, net: amount - fee, currency, source, description: null, exchange_rate: null, created: seconds, available_on: seconds + 172_800, status: 'pending' };
    this.book(account).lines.push(line);
    return line;
  }

  private balance({ lines }: Book, { limit = '10', starting_after: after }: Json): Answer {
    const newestFirst = lines.toReversed();
    const from = after === undefined ? 0 : newestFirst.findIndex((line) => line['id'] === after) + 1;
    if (after !== undefined && from === 0) return refuse(400, { code: 'resource_missing', message: `No such balance_transaction: '${String(after)}'` });
    const data = newestFirst.slice(from, from + Math.min(Number(limit), this.mostLines));
    return { status: 200, body: { object: 'list', data, has_more: from + data.length < newestFirst.length } };
  }

  private newIntent(account: string, params: Json): Intent {
    const intent = { id: id('pi'), object: 'payment_intent', status: 'requires_payment_method', currency: String(params['currency']), amount: Number(params['amount']), amount_capturable: 0, amount_received: 0,
      capture_method: String(params['capture_method'] ?? 'automatic'), metadata: (params['metadata'] ?? {}) as Record<string, string>, latest_charge: null, application_fee_amount: params['application_fee_amount'] ?? null, customer: params['customer'] ?? null, setup_future_usage: params['setup_future_usage'] ?? null, created: Math.floor(now().getTime() / 1_000) };
    return intent;
  }

  private confirm(account: string, params: Json): Answer {
    const intent = this.newIntent(account, params);
    const method = String(params['payment_method'] ?? '');
    const refused = this.refusal(account, params, intent);
    if (refused) return refused;
    this.keep(account, intent, method);
    // A bank's answer takes a while; after ten seconds it is there for whoever asks.
    if (method.includes('late_')) Object.assign(intent, { status: 'processing', decidedAt: now().getTime() + 10_000 });
    else this.succeed(intent, intent.capture_method === 'manual' ? 'requires_capture' : 'succeeded');
    return { status: 200, body: withCharge(intent, params) };
  }

  private capture(intent: Intent, params: Json): Answer {
    const amount = Number(params['amount_to_capture'] ?? intent.amount_capturable);
    if (intent.status !== 'requires_capture') return refuse(400, { code: 'payment_intent_unexpected_state', message: `This PaymentIntent could not be captured because it has a status of ${intent.status}.` });
    if (amount > intent.amount_capturable) return refuse(400, { code: 'amount_too_large', message: 'The requested capture amount is greater than the amount you can capture for this charge.' });
    intent.metadata = { ...intent.metadata, ...(params['metadata'] as Record<string, string>) };
    Object.assign(intent, { status: 'succeeded', amount_received: amount, amount_capturable: 0, latest_charge: id('ch') });
    return { status: 200, body: intent };
  }

  private cancel(intent: Intent): Answer {
    if (intent.status === 'succeeded' || intent.status === 'canceled') return refuse(400, { code: 'payment_intent_unexpected_state', message: `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.` });
    Object.assign(intent, { status: 'canceled', amount_capturable: 0, cancellation_reason: 'requested_by_customer' });
    return { status: 200, body: intent };
  }

  private refund(book: Book, params: Json): Answer {
    const intent = book.intents.get(String(params['payment_intent']));
    const amount = Number(params['amount']);
    if (!intent || intent.status !== 'succeeded') return refuse(400, { message: 'This PaymentIntent does not have a successful charge to refund.' });
    const gone = [...book.refunds.values()].filter((refund) => refund.payment_intent === intent.id && refund.status !== 'failed').reduce((sum, refund) => sum + refund.amount, 0);
    if (amount > intent.amount_received - gone) return refuse(400, { code: 'charge_already_refunded', message: 'Refund amount is greater than the unrefunded amount on the charge.' });
    const refund = { id: id('re'), object: 'refund', status: 'succeeded', amount, currency: String(intent['currency']), payment_intent: intent.id, metadata: params['metadata'] ?? {} };
    book.refunds.set(refund.id, refund);
    return { status: 200, body: refund };
  }

  private sessions(book: Book, method: string, which: string, params: Json): Answer {
    if (method === 'POST') return this.openSession(book, params);
    const session = book.sessions.get(which);
    if (session?.status === 'open' && Number(session['expires_at']) * 1_000 < now().getTime()) session.status = 'expired';
    return session ? { status: 200, body: session } : refuse(404, { code: 'resource_missing', message: `No such checkout session: ${which}` });
  }

  private openSession(book: Book, params: Json): Answer {
    if (Number(params['expires_at']) * 1_000 < now().getTime() + 30 * 60_000) return refuse(400, { message: 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.' });
    const setup = params['mode'] === 'setup';
    if (setup && params['line_items']) return refuse(400, { param: 'line_items', message: 'You can not pass `line_items` in `setup` mode.' });
    const [line] = (params['line_items'] ?? [{ price_data: { unit_amount: '0', currency: '' } }]) as { price_data: { unit_amount: string; currency: string } }[];
    const session = { mode: params['mode'], setup_intent: null, customer: null, setupData: (params['setup_intent_data'] ?? {}) as Json, id: id('cs_test'), object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null, url: `${this.url}/pay/${randomUUID()}`, client_reference_id: params['client_reference_id'], currency: line!.price_data.currency,
      metadata: params['metadata'], expires_at: Number(params['expires_at']), success_url: params['success_url'], customer_creation: params['customer_creation'] ?? null, intentData: (params['payment_intent_data'] ?? {}) as Json, amount: Number(line!.price_data.unit_amount) };
    book.sessions.set(session.id, session);
    return { status: 200, body: session };
  }

  private hook(book: Book, method: string, which: string, params: Json): Answer {
    if (method === 'DELETE') return book.hooks.delete(which) ? { status: 200, body: { id: which, deleted: true } } : refuse(404, { message: 'No such webhook endpoint' });
    const hook = { id: id('we'), object: 'webhook_endpoint', secret: 'whsec_made_by_the_double_itself', ...params };
    book.hooks.set(hook.id, hook);
    return { status: 200, body: hook };
  }
}

// As Stripe does, the charge itself instead of its id for whoever asks.
function withCharge(intent: Intent, { expand }: Json): Json {
  if (!intent.latest_charge || !Object.values((expand ?? {}) as Json).includes('latest_charge')) return intent;
  return { ...intent, latest_charge: { id: intent.latest_charge, object: 'charge', payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242', country: 'US', fingerprint: 'Xt5EWLLDS7FJjR1c' } } } };
}

function declined(intent: Intent, error: Json): Answer {
  intent['last_payment_error'] = error;
  return { status: 402, body: { error: { type: 'card_error', ...error, payment_intent: intent } } };
}

function list(data: readonly Json[]): Answer {
  return { status: 200, body: { object: 'list', data: data.toReversed(), has_more: false } };
}
