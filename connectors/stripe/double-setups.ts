import { randomUUID } from 'node:crypto';
import type { Answer, Asked } from '#platform/testing/vendor-double.ts';
import type { Session, StripeDouble } from './double.ts';

type Json = Record<string, unknown>;

interface Setup extends Json {
  id: string;
  status: string;
  metadata: Record<string, string>;
  customer: string | null;
  payment_method: string | null;
}

const refuse = (status: number, error: Json): Answer => ({ status, body: { error: { type: 'invalid_request_error', ...error } } });

/** The part of the double that keeps cards without a payment: `asks_now` in a card's name makes its bank ask, `declined` refuses it. */
export class SetupDesk {
  private readonly all = new Map<string, Map<string, Setup>>();
  private readonly double: StripeDouble;

  constructor(double: StripeDouble) {
    this.double = double;
  }

  of(account: string): Map<string, Setup> {
    if (!this.all.has(account)) this.all.set(account, new Map());
    return this.all.get(account)!;
  }

  /** The shopper gives a card on a page that only keeps it. */
  keepOnPage(account: string, session: Session, card = 'pm_card_visa'): Setup {
    const setup = this.begin(account, { ...session.setupData, customer: this.double.newCustomer(account, {}).id });
    Object.assign(session, { status: 'complete', setup_intent: setup.id, customer: setup.customer });
    this.succeed(account, setup, card);
    return setup;
  }

  succeed(account: string, setup: Setup, card: string): void {
    Object.assign(setup, { status: 'succeeded', next_action: null, payment_method: this.double.newMethod(account, String(setup.customer), card).id });
  }

  answer(account: string, { method }: Asked, [which, verb, params]: [string, string, Json]): Answer {
    if (method === 'POST' && !which) return this.confirm(account, params);
    const setup = this.of(account).get(which);
    if (!setup) return refuse(404, { code: 'resource_missing', message: `No such setupintent: '${which}'` });
    if (verb === 'cancel' && setup.status === 'succeeded') return refuse(400, { code: 'setup_intent_unexpected_state', message: 'You cannot cancel this SetupIntent because it has a status of succeeded.' });
    if (verb === 'cancel') setup.status = 'canceled';
    return this.shown(account, setup, params);
  }

  private shown(account: string, setup: Setup, { expand }: Json): Answer {
    const card = this.double.book(account).methods.get(setup.payment_method ?? '');
    return { status: 200, body: { ...setup, ...(card && expand !== undefined && { payment_method: { ...card, card: { brand: 'visa', last4: '4242' } } }) } };
  }

  private begin(account: string, params: Json): Setup {
    const setup: Setup = { id: `seti_${randomUUID().replaceAll('-', '').slice(0, 24)}`, object: 'setup_intent', status: 'requires_payment_method', usage: 'off_session', payment_method_types: ['card'], metadata: (params['metadata'] ?? {}) as Record<string, string>, customer: (params['customer'] ?? null) as string | null, payment_method: null };
    this.of(account).set(setup.id, setup);
    return setup;
  }

  private confirm(account: string, params: Json): Answer {
    const card = String(params['payment_method']);
    if (!this.double.book(account).customers.has(String(params['customer']))) return refuse(400, { code: 'resource_missing', param: 'customer', message: 'No such customer.' });
    const setup = this.begin(account, params);
    if (/(?<!later_)declined/.test(card)) return declined(setup);
    if (card.includes('asks_now')) Object.assign(setup, { status: 'requires_action', next_action: { type: 'redirect_to_url', redirect_to_url: { url: `${this.double.url}/3ds/${setup.id}` } } });
    else this.succeed(account, setup, card);
    return this.shown(account, setup, params);
  }
}

function declined(setup: Setup): Answer {
  const error = { code: 'card_declined', message: 'Your card was declined.' };
  setup['last_setup_error'] = error;
  return { status: 402, body: { error: { type: 'card_error', ...error, setup_intent: setup } } };
}
