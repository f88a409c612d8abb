import { createPrivateKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { amountText, parseAmount } from '#platform/money.ts';
import { VendorDouble, type Answer, type Asked } from '#platform/testing/vendor-double.ts';
import { now } from '#platform/time.ts';
import { PartnersDouble } from './double-partners.ts';

/** PayPal as far as we use it, in memory, with its rules: nothing is taken without the payer's yes, one effect per request id. */
type Json = Record<string, unknown>;

interface Part extends Json {
  id: string;
  status: string;
  amount: { currency_code: string; value: string };
}

export interface Order extends Json {
  id: string;
  status: string;
  intent: string;
  key: string;
  amount: { currency_code: string; value: string };
  captures: Part[];
  authorizations: Part[];
  refunds: (Part & { capture: string })[];
  /** How the payer's money behaves once they have agreed. */
  behaves: 'well' | 'declines' | 'pending';
  /** The payer's consent is to be kept; once it is, its token. */
  keeps: boolean;
  /** Who is paid, where a partner acts for them, and what the partner keeps. */
  payee?: { merchant_id: string };
  fee?: Part['amount'] | undefined;
  token?: string;
  decidedAt?: number;
}

interface Setup extends Json {
  id: string;
  status: string;
  /** The token it became, once it was exchanged. */
  token?: string;
}

interface Dispute extends Json {
  dispute_id: string;
  status: string;
  dispute_life_cycle_stage: string;
  dispute_amount: Part['amount'];
  money_movements: Json[];
}

class Book {
  disputes = new Map<string, Dispute>();
  orders = new Map<string, Order>();
  keys = new Map<string, Answer>();
  /** Consents that were taken back. `later-declined` and `payer` in a name say what they do when they are charged again. */
  gone = new Set<string>();
  /** Consents that are asked for without a payment, and what became of them. */
  setups = new Map<string, Setup>();
  /** What moved on the account, oldest first. */
  lines: Json[] = [];
  hooks: Json[] = [];
}

const id = () => randomUUID().replaceAll('-', '').slice(0, 17).toUpperCase();
const refuse = (status: number, issue: string, description: string): Answer => ({ status, body: { name: status === 404 ? 'RESOURCE_NOT_FOUND' : 'UNPROCESSABLE_ENTITY', message: description, details: [{ issue, description }] } });
const feeIn = (asked: Json): Part['amount'] | undefined => (asked['payment_instruction'] as { platform_fees?: { amount: Part['amount'] }[] } | undefined)?.platform_fees?.[0]?.amount;
const cents = ({ value, currency_code: currency }: Part['amount']) => parseAmount(value, currency);

/** Each double signs with a certificate of its own. */
const CERTIFICATES = 'https://api.paypal.com/v1/notifications/certs/CERT-of';

export class PayPalDouble extends VendorDouble {
  private readonly books = new Map<string, Book>();
  readonly partners = new PartnersDouble();
  private readonly privateKey: KeyObject;
  private readonly publicKey: string;
  private readonly certificate = `${CERTIFICATES}-${randomUUID()}`;
  url = '';
  /** Consents are kept only a while after the money. */
  slowVault = false;
  /** Tokens that are not charged any more without the payer. */
  readonly asks = new Set<string>();
  /** It may answer fewer lines on a page than it was asked for. */
  mostLines = 500;
  /** More than that in one window is refused. */
  mostInWindow = 10_000;

  constructor() {
    super((asked) => this.answer(asked));
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.privateKey = createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    this.publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  }

  book(client: string): Book {
    if (!this.books.has(client)) this.books.set(client, new Book());
    return this.books.get(client)!;
  }

  orderOf(client: string, key: string): Order | undefined {
    return [...this.book(client).orders.values()].find((order) => order.key === key);
  }

  /** The payer agrees on PayPal's page. */
  approve(order: Order, behaves: Order['behaves'] = 'well', token = `vault-good-${id()}`): void {
    if (order.status !== 'PAYER_ACTION_REQUIRED') return;
    Object.assign(order, { status: 'APPROVED', behaves, ...(order.keeps && { token }) });
  }

  /** The payer agrees to be charged later, on PayPal's page. */
  agree(setup: Setup): void {
    if (setup.status === 'PAYER_ACTION_REQUIRED') setup.status = 'APPROVED';
  }

  private setups(book: Book, method: string, which: string | undefined): Answer {
    if (method !== 'POST') {
      const found = book.setups.get(which ?? '');
      return found ? { status: 200, body: found } : { status: 404, body: { name: 'RESOURCE_NOT_FOUND', message: 'The specified resource does not exist.' } };
    }
    const setup: Setup = { id: id(), status: 'PAYER_ACTION_REQUIRED' };
    setup['links'] = [{ rel: 'approve', href: `${this.url}/agreements/approve?approval_session_id=${setup.id}`, method: 'GET' }];
    book.setups.set(setup.id, setup);
    return { status: 201, body: setup };
  }

  /** An agreed setup token becomes one payment token. */
  private exchange({ setups }: Book, body: Json): Answer {
    const { id: which, type } = (body['payment_source'] as { token: { id: string; type: string } }).token;
    const setup = setups.get(which);
    if (type !== 'SETUP_TOKEN' || setup?.status !== 'APPROVED') return refuse(422, 'SETUP_TOKEN_NOT_APPROVED', 'The setup token was not approved.');
    Object.assign(setup, { status: 'VAULTED', token: `vault-set-${id()}` });
    return { status: 201, body: { id: setup.token, payment_source: { paypal: { usage_type: 'MERCHANT' } } } };
  }

  /** What was pending is decided. */
  decide(order: Order, well: 'COMPLETED' | 'DECLINED'): void {
    for (const part of [...order.captures, ...order.authorizations]) if (part.status === 'PENDING') part.status = part === order.authorizations[0] && well === 'COMPLETED' ? 'CREATED' : part === order.authorizations[0] ? 'DENIED' : well;
  }

  /** A buyer opens a dispute over a captured order. */
  dispute(client: string, order: Order, stage: 'INQUIRY' | 'CHARGEBACK' = 'CHARGEBACK'): Dispute {
    const dispute: Dispute = { dispute_id: `PP-D-${id()}`, create_time: now().toISOString(), update_time: now().toISOString(), disputed_transactions: [{ seller_transaction_id: order.captures[0]?.id, custom: order.key, invoice_number: order.key }],
      reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED', status: 'WAITING_FOR_SELLER_RESPONSE', dispute_amount: order.amount, dispute_life_cycle_stage: stage, money_movements: [], seller_response_due_date: new Date(now().getTime() + 10 * 86_400_000).toISOString() };
    if (stage === 'CHARGEBACK') this.moveMoney(dispute, 'DEBIT');
    this.book(client).disputes.set(dispute.dispute_id, dispute);
    return dispute;
  }

  private moveMoney(dispute: Dispute, type: 'DEBIT' | 'CREDIT'): void {
    dispute.money_movements.push({ affected_party: 'SELLER', amount: dispute.dispute_amount, type, reason: 'DISPUTE_SETTLEMENT', initiated_time: now().toISOString() });
  }

  decideDispute(dispute: Dispute, outcome: 'RESOLVED_SELLER_FAVOUR' | 'RESOLVED_BUYER_FAVOUR' | 'ACCEPTED'): void {
    Object.assign(dispute, { status: 'RESOLVED', dispute_outcome: { outcome_code: outcome } });
    const gone = dispute.money_movements.length > 0;
    if (outcome === 'RESOLVED_SELLER_FAVOUR' && gone) this.moveMoney(dispute, 'CREDIT');
    if (outcome !== 'RESOLVED_SELLER_FAVOUR' && !gone) this.moveMoney(dispute, 'DEBIT');
  }

  private disputes(book: Book, which: string, verb: string | undefined): Answer {
    const dispute = book.disputes.get(which);
    if (!dispute) return refuse(404, 'INVALID_RESOURCE_ID', 'Specified resource ID does not exist.');
    if (!verb) return { status: 200, body: dispute };
    if (dispute.status !== 'WAITING_FOR_SELLER_RESPONSE') return refuse(422, 'ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE', 'The requested action cannot be performed in the current state of the dispute.');
    if (verb === 'accept-claim') this.decideDispute(dispute, 'ACCEPTED');
    else dispute.status = 'UNDER_REVIEW';
    return { status: 200, body: { links: [] } };
  }

  event(webhookId: string, type: string, resource: Json, eventId = `WH-${id()}`, at = now()): Request {
    const body = JSON.stringify({ id: eventId, event_version: '1.0', event_type: type, resource });
    const time = `${at.toISOString().slice(0, 19)}Z`;
    const transmission = randomUUID();
    const signature = sign('sha256', Buffer.from(`${transmission}|${time}|${webhookId}|${crc32(Buffer.from(body))}`), this.privateKey).toString('base64');
    const headers = { 'content-type': 'application/json', 'paypal-transmission-id': transmission, 'paypal-transmission-time': time, 'paypal-transmission-sig': signature, 'paypal-cert-url': this.certificate, 'paypal-auth-algo': 'SHA256withRSA' };
    return new Request('http://localhost/', { method: 'POST', headers, body });
  }

  shown(order: Order): Json {
    const { captures, authorizations, refunds, key, amount, intent, status, payee } = order;
    const payments = { ...(captures.length > 0 && { captures }), ...(authorizations.length > 0 && { authorizations }), ...(refunds.length > 0 && { refunds: refunds.map(({ capture: _, ...refund }) => refund) }) };
    return { id: order.id, intent, status, purchase_units: [{ reference_id: 'default', custom_id: key, invoice_id: key, amount, ...(payee && { payee }), payments }], ...(order.token && order.status === 'COMPLETED' && { payment_source: { paypal: { attributes: { vault: this.slowVault ? { status: 'APPROVED' } : { id: order.token, status: 'VAULTED' } } } } }), links: [{ rel: 'payer-action', href: `${this.url}/checkoutnow?token=${order.id}` }, { rel: 'self', href: `${this.url}/v2/checkout/orders/${order.id}` }] };
  }

  private answer(asked: Asked): Answer {
    if (asked.path.includes('/certs/')) return { status: 200, body: this.publicKey };
    if (asked.path === '/v1/oauth2/token') return this.token(asked);
    const client = asked.headers['authorization']?.replace('Bearer of-', '') ?? '';
    if (!client || client.startsWith('Bearer')) return { status: 401, body: { name: 'AUTHENTICATION_FAILURE' } };
    const toPartner = this.partners.answer(client, asked, this.url);
    if (toPartner) return toPartner;
    const whose = this.partners.actsFor(client, asked);
    if (typeof whose !== 'string') return whose;
    const book = this.book(whose);
    const key = asked.method === 'POST' ? asked.headers['paypal-request-id'] : undefined;
    const before = key ? book.keys.get(asked.path + key) : undefined;
    if (before) return before;
    if (asked.path === '/v1/reporting/transactions') return this.report(book, asked.query);
    const answer = this.act(book, asked, (asked.body && !asked.headers['content-type']?.startsWith('multipart/') ? JSON.parse(asked.body) : {}) as Json);
    if (key && answer.status < 300) book.keys.set(asked.path + key, structuredClone(answer));
    return answer;
  }

  /** Something moves on the account; fees are negative, as PayPal has them. */
  move(client: string, { code, value, fee, at = new Date(now().getTime() - 2_000), currency = 'AUD', transaction = id(), status = 'S' }: { code: string; value: string; fee?: string; at?: Date; currency?: string; transaction?: string; status?: string }): Json {
    const info = { transaction_id: transaction, transaction_event_code: code, transaction_initiation_date: at.toISOString(), transaction_updated_date: at.toISOString(), transaction_amount: { currency_code: currency, value }, ...(fee && { fee_amount: { currency_code: currency, value: fee } }), transaction_status: status };
    const line = { transaction_info: info, payer_info: { payer_name: { alternate_full_name: 'Ana Buyer' } } };
    this.book(client).lines.push(line);
    return line;
  }

  private report({ lines }: Book, query: URLSearchParams): Answer {
    const [from, to] = [Date.parse(query.get('start_date')!), Date.parse(query.get('end_date')!)];
    if (!(to - from <= 31 * 86_400_000)) return refuse(400, 'INVALID_REQUEST', 'The date range is greater than 31 days.');
    const at = (line: Json) => Date.parse(String((line['transaction_info'] as Json)['transaction_initiation_date']));
    const found = lines.filter((line) => at(line) >= from && at(line) <= to);
    if (found.length > this.mostInWindow) return refuse(400, 'RESULTSET_TOO_LARGE', 'Result set size is greater than the maximum limit. Change the filter criteria and try again.');
    const size = Math.min(Number(query.get('page_size')), this.mostLines);
    const page = Number(query.get('page'));
    return { status: 200, body: { transaction_details: found.slice((page - 1) * size, page * size), page, total_items: found.length, total_pages: Math.ceil(found.length / size) } };
  }

  private token({ headers }: Asked): Answer {
    const [client = '', secret] = Buffer.from(headers['authorization']!.slice(6), 'base64').toString().split(':');
    return secret?.startsWith('right') ? { status: 200, body: { access_token: `of-${client}`, token_type: 'Bearer', expires_in: 32_400 } } : { status: 401, body: { error: 'invalid_client' } };
  }

  private act(book: Book, { method, path }: Asked, body: Json): Answer {
    const parts = path.split('/');
    if (path.startsWith('/v1/notifications/webhooks')) return this.hooks(book, { method, which: parts[4] }, body);
    if (path.startsWith('/v1/customer/disputes/')) return this.disputes(book, parts[4]!, parts[5]);
    if (path.startsWith('/v3/vault/setup-tokens')) return this.setups(book, method, parts[4]);
    if (path === '/v3/vault/payment-tokens') return this.exchange(book, body);
    if (path.startsWith('/v3/vault/payment-tokens/')) return this.consent(book, method, parts[4]!);
    if (path === '/v2/checkout/orders') return this.create(book, body);
    if (path.startsWith('/v2/checkout/orders/')) return this.orders(book, parts[4]!, parts[5]);
    if (path.startsWith('/v2/payments/authorizations/')) return this.promises(book, parts[4]!, parts[5]!, body);
    if (path.startsWith('/v2/payments/captures/')) return this.refund(book, parts[4]!, body);
    return refuse(404, 'INVALID_RESOURCE_ID', 'Specified resource ID does not exist.');
  }

  private hooks(book: Book, { method, which }: { method: string; which: string | undefined }, body: Json): Answer {
    const { hooks } = book;
    if (method === 'GET') return { status: 200, body: { webhooks: hooks } };
    if (method === 'DELETE') {
      book.hooks = hooks.filter((hook) => hook['id'] !== which);
      return { status: 204 };
    }
    if (hooks.some(({ url }) => url === body['url'])) return { status: 400, body: { name: 'WEBHOOK_URL_ALREADY_EXISTS', message: 'Webhook URL already exists.' } };
    const hook = { id: id(), ...body };
    hooks.push(hook);
    return { status: 201, body: hook };
  }

  private create(book: Book, body: Json): Answer {
    const [unit] = (body['purchase_units'] ?? []) as ({ custom_id: string; invoice_id: string; amount: Part['amount']; payee?: { merchant_id: string } } & Json)[];
    if (!unit) return { status: 400, body: { name: 'INVALID_REQUEST', message: 'Request is not well-formed.' } };
    if ([...book.orders.values()].some((order) => order.key === unit.invoice_id && order.status === 'COMPLETED')) return refuse(422, 'DUPLICATE_INVOICE_ID', 'Duplicate Invoice ID detected.');
    const paypal = (body['payment_source'] as Json)['paypal'] as Json;
    const vaulted = paypal['vault_id'] as string | undefined;
    if (vaulted && book.gone.has(vaulted)) return refuse(422, 'TOKEN_ID_NOT_FOUND', 'Specified token ID was not found.');
    if (vaulted && (vaulted.includes('payer') || this.asks.has(vaulted)) && paypal['stored_credential']) return refuse(422, 'PAYER_ACTION_REQUIRED', 'Payer needs to perform the following action before proceeding with payment.');
    if (vaulted?.includes('declined') && (paypal['stored_credential'] || !vaulted.includes('later'))) return refuse(422, 'INSTRUMENT_DECLINED', 'The instrument presented was either declined by the processor or bank, or it can’t be used for this payment.');
    const order: Order = { id: id(), status: 'PAYER_ACTION_REQUIRED', intent: String(body['intent']), key: unit.custom_id, amount: unit.amount, captures: [], authorizations: [], refunds: [], behaves: 'well', keeps: paypal['attributes'] !== undefined, ...(unit.payee && { payee: unit.payee }), fee: feeIn(unit) };
    book.orders.set(order.id, order);
    if (vaulted) this.take(order, vaulted.includes('late') ? 'pending' : 'well');
    return { status: 201, body: this.shown(order) };
  }

  private consent(book: Book, method: string, token: string): Answer {
    if (book.gone.has(token)) return { status: 404, body: { name: 'RESOURCE_NOT_FOUND', message: 'The specified resource does not exist.' } };
    if (method !== 'DELETE') return { status: 200, body: { id: token, payment_source: { paypal: { usage_type: 'MERCHANT' } } } };
    book.gone.add(token);
    return { status: 204 };
  }

  private take(order: Order, behaves: Order['behaves']): void {
    const part: Part = { id: id(), status: order.intent === 'CAPTURE' ? 'COMPLETED' : 'CREATED', amount: order.amount, custom_id: order.key, invoice_id: order.key, ...(order.payee && { payee: order.payee }), ...(order.fee && { fee: order.fee }) };
    if (behaves === 'pending') Object.assign(part, { status: 'PENDING' }, (order.decidedAt = now().getTime() + 10_000) && {});
    (order.intent === 'CAPTURE' ? order.captures : order.authorizations).push(part);
    order.status = 'COMPLETED';
  }

  private orders(book: Book, which: string, verb: string | undefined): Answer {
    const order = book.orders.get(which);
    if (!order) return refuse(404, 'INVALID_RESOURCE_ID', 'Specified resource ID does not exist.');
    if (order.decidedAt && order.decidedAt < now().getTime()) this.decide(order, 'COMPLETED');
    if (!verb) return { status: 200, body: this.shown(order) };
    if (order.status === 'COMPLETED') return refuse(422, verb === 'capture' ? 'ORDER_ALREADY_CAPTURED' : 'ORDER_ALREADY_AUTHORIZED', 'Order already captured.');
    if (order.status !== 'APPROVED') return refuse(422, 'ORDER_NOT_APPROVED', 'Payer has not yet approved the Order for payment.');
    if (order.behaves === 'declines') return { ...refuse(422, 'PAYEE_BLOCKED_TRANSACTION', 'The fraud settings of the seller do not allow this payment.') };
    this.take(order, order.behaves);
    return { status: 201, body: this.shown(order) };
  }

  private promises(book: Book, which: string, verb: string, body: Json): Answer {
    const order = [...book.orders.values()].find(({ authorizations }) => authorizations.some((each) => each.id === which));
    const promise = order?.authorizations[0];
    if (!order || !promise) return refuse(404, 'INVALID_RESOURCE_ID', 'Specified resource ID does not exist.');
    if (promise.status === 'VOIDED') return refuse(422, 'AUTHORIZATION_VOIDED', 'A voided authorization cannot be captured or reauthorized.');
    if (promise.status !== 'CREATED') return refuse(422, 'AUTHORIZATION_ALREADY_CAPTURED', 'Authorization has already been captured.');
    if (verb === 'void') {
      promise.status = 'VOIDED';
      return { status: 200, body: promise };
    }
    const amount = (body['amount'] ?? promise.amount) as Part['amount'];
    if (cents(amount) > cents(promise.amount)) return refuse(422, 'MAX_CAPTURE_AMOUNT_EXCEEDED', 'Capture amount specified exceeds allowable limit.');
    const capture: Part = { id: id(), status: 'COMPLETED', amount, custom_id: order.key, invoice_id: order.key, final_capture: true, ...(order.payee && { payee: order.payee }), fee: feeIn(body) };
    promise.status = 'CAPTURED';
    order.captures.push(capture);
    return { status: 201, body: capture };
  }

  private refund(book: Book, which: string, body: Json): Answer {
    const order = [...book.orders.values()].find(({ captures }) => captures.some((each) => each.id === which));
    const capture = order?.captures.find((each) => each.id === which);
    if (!order || !capture) return refuse(404, 'INVALID_RESOURCE_ID', 'Specified resource ID does not exist.');
    const gone = order.refunds.filter((each) => each.status !== 'FAILED').reduce((sum, each) => sum + cents(each.amount), 0);
    const amount = body['amount'] as Part['amount'];
    if (gone >= cents(capture.amount)) return refuse(422, 'CAPTURE_FULLY_REFUNDED', 'The capture has already been fully refunded.');
    if (cents(amount) > cents(capture.amount) - gone) return refuse(422, 'REFUND_AMOUNT_EXCEEDED', 'The refund amount must be less than or equal to the capture amount that has not yet been refunded.');
    const refund = { id: id(), status: 'COMPLETED', amount, custom_id: body['custom_id'], invoice_id: body['invoice_id'], capture: which, ...(order.payee && { payer: order.payee }), fee: feeIn(body) };
    order.refunds.push(refund);
    capture.status = gone + cents(amount) === cents(capture.amount) ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    return { status: 201, body: refund };
  }
}

export const aud = (amount: number) => ({ currency_code: 'AUD', value: amountText({ amount, currency: 'AUD' }) });
