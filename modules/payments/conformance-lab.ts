import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { capturePayment, carryOutPayment, keepMethod, lookAtPayment, paymentProviders, paymentsFor, requestAgain, requestKeeping, requestPayment, resolveOpenSteps, type Payment, type PaymentChoice, type PaymentProvider, type ProviderFact, type StepRequest } from './index.ts';

/** What a provider brings to be examined. Choices it cannot offer are left out, and the tests about them with it. */
export interface Examined {
  provider: string;
  /** `now` when it takes money at once, `later` when somebody says that it came. */
  takes: 'now' | 'later';
  choices: {
    good: PaymentChoice;
    declined?: PaymentChoice;
    /** Charges, but its answer is lost. */
    losesAnswer?: PaymentChoice;
    /** Decides later, by webhook. */
    answersLate?: PaymentChoice;
    /** Sends the same webhook twice. */
    sendsTwice?: PaymentChoice;
  };
  /** It can be charged again later without the shopper: ways to pay that are kept, and what they do when they are charged again. */
  again?: {
    good: PaymentChoice;
    declined?: PaymentChoice;
    /** Its bank wants the shopper. */
    asks?: PaymentChoice;
    /** Every charge with it goes through and its answer is lost. */
    losesAnswer?: PaymentChoice;
  };
  /** It keeps a way to pay without a payment, too. */
  alone?: {
    good: PaymentChoice;
    declined?: PaymentChoice;
    losesAnswer?: PaymentChoice;
    /** On its own page: what the shopper does there. */
    page?: { choice: PaymentChoice; agrees(workspace: TestWorkspace, key: string): void };
    /** The shopper takes back at the provider everything that was kept; answers what its messages call it. */
    takeBack?(workspace: TestWorkspace): string[];
  };
  /** It is paid on its own page only, at once: what the shopper does there. Tests about promises are left out. */
  onPage?(workspace: TestWorkspace, chargeKey: string): void | Promise<void>;
  /** Connects a workspace to the provider, where it has to be. */
  prepare?(workspace: TestWorkspace): Promise<void>;
  /** Sends all webhooks that are due now. */
  deliverWebhooks?(workspace: TestWorkspace): Promise<void>;
  /** A webhook request as the provider would send it. */
  webhook?(workspace: TestWorkspace, chargeKey: string, facts: ProviderFact[]): Request | Promise<Request>;
}

export const AUD = (amount: number) => ({ amount, currency: 'AUD' });

/** A first payment that keeps its way to pay, and one charged again with it while nobody is there; answers what was kept. */
export async function keepsAndPaysAgain(shop: TestWorkspace, choice: PaymentChoice, onPage?: (chargeKey: string) => unknown): Promise<string> {
  const { methodId, paymentId } = await shop.ctx.transaction((tx) => beginKeeping(tx, choice));
  await carryOutPayment(shop.ctx, paymentId);
  if (onPage) {
    await onPage(`charge-${paymentId}`);
    await lookAtPayment(shop.ctx, paymentId);
  }
  const again = await shop.ctx.transaction((tx) => requestAgain(tx, { orderId: newId(), amount: AUD(1_900), methodId }));
  const { state, sentence } = await carryOutPayment(shop.ctx, again.id);
  if (state !== 'captured') throw new Error(`charged again, it is ${state}: ${sentence}`);
  return methodId;
}

async function beginKeeping(tx: Tx, choice: PaymentChoice): Promise<{ methodId: string; paymentId: string }> {
  const ask = { orderId: newId(), choice };
  const method = await keepMethod(tx, { ...ask, due: AUD(2_500) });
  const payment = await requestPayment(tx, { ...ask, amount: AUD(2_500), keepAs: method.id });
  return { methodId: method.id, paymentId: payment.id };
}

/** A shop with the provider under examination, and the few things its tests do again and again. */
export class Lab {
  readonly examined: Examined;
  house!: TestHouse;
  shop!: TestWorkspace;

  constructor(examined: Examined) {
    this.examined = examined;
  }

  async open(): Promise<void> {
    this.house = await openTestDatabase();
    this.shop = await this.another();
  }

  async another(): Promise<TestWorkspace> {
    const workspace = await this.house.newWorkspace();
    await this.examined.prepare?.(workspace);
    return workspace;
  }

  get provider(): PaymentProvider {
    return paymentProviders.get(this.examined.provider);
  }

  /** Asks the provider itself for a charge of 10 dollars, promised where it can be. */
  async charge(key: string): Promise<ProviderFact[]> {
    const { onPage, choices: { good } } = this.examined;
    const facts = await this.provider.authorize(this.shop.ctx, { key, amount: AUD(1_000), source: this.provider.source(good), capture: onPage ? 'now' : 'later', ...(good.returnTo && { returnTo: good.returnTo }) });
    if (!onPage) return facts;
    await onPage(this.shop, key);
    return (await this.provider.lookup(this.shop.ctx, key))!;
  }

  /** The same, with the money received. */
  async paid(key: string): Promise<void> {
    await this.charge(key);
    if (!this.examined.onPage) await this.provider.capture(this.shop.ctx, this.step(key, 1_000));
  }

  step(chargeKey: string, amount: number): StepRequest {
    return { key: newId(), chargeKey, amount: AUD(amount) };
  }

  /** Writes down a payment of 25 dollars, as a checkout does. */
  request(choice: PaymentChoice, capture: 'now' | 'later' = 'now'): Promise<Payment> {
    return this.shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: AUD(2_500), choice, capture }));
  }

  async pay(choice: PaymentChoice, capture: 'now' | 'later' = 'now'): Promise<Payment> {
    const payment = await carryOutPayment(this.shop.ctx, (await this.request(choice, capture)).id);
    if (!this.examined.onPage) return payment;
    await this.examined.onPage(this.shop, this.chargeKey(payment));
    return lookAtPayment(this.shop.ctx, payment.id);
  }

  /** A first payment of 25 dollars that keeps its way to pay; answers which. */
  async keep(choice: PaymentChoice): Promise<string> {
    const { methodId, paymentId } = await this.shop.ctx.transaction((tx) => beginKeeping(tx, choice));
    await carryOutPayment(this.shop.ctx, paymentId);
    await this.settle();
    return methodId;
  }

  /** A way to pay is to be kept while nothing is paid, written down as a free trial does. */
  async askToKeep(choice: PaymentChoice): Promise<{ methodId: string; asked: Payment }> {
    const orderId = newId();
    return this.shop.ctx.transaction(async (tx) => {
      const { id: methodId } = await keepMethod(tx, { orderId, choice, due: AUD(0) });
      return { methodId, asked: await requestKeeping(tx, { forId: orderId, currency: 'AUD', choice, methodId }) };
    });
  }

  /** The same, carried out. */
  async keepAlone(choice: PaymentChoice): Promise<{ methodId: string; payment: Payment }> {
    const { methodId, asked } = await this.askToKeep(choice);
    return { methodId, payment: await carryOutPayment(this.shop.ctx, asked.id) };
  }

  /** A minute later nothing is unknown any more. */
  async settle(): Promise<void> {
    const back = travel(MINUTE);
    await resolveOpenSteps.run(this.shop.ctx).finally(back);
  }

  askAgain(methodId: string): Promise<Payment> {
    return this.shop.ctx.transaction((tx) => requestAgain(tx, { orderId: newId(), amount: AUD(1_900), methodId }));
  }

  /** 19 dollars, while no shopper is there. */
  async again(methodId: string): Promise<Payment> {
    return carryOutPayment(this.shop.ctx, (await this.askAgain(methodId)).id);
  }

  async captured(): Promise<Payment> {
    const payment = await this.pay(this.examined.choices.good);
    return payment.state === 'captured' ? payment : (await capturePayment.call(this.shop.ctx, { id: payment.id })).payment;
  }

  async standing({ orderId }: Payment): Promise<Payment> {
    return (await this.shop.ctx.read((r) => paymentsFor(r, orderId)))[0]!;
  }

  chargeKey(payment: Payment): string {
    return `charge-${payment.id}`;
  }

  /** What the provider's own facts of a charge add up to. */
  async sumAt(key: string, kind: ProviderFact['kind']): Promise<number> {
    const facts = (await this.provider.lookup(this.shop.ctx, key)) ?? [];
    return facts.reduce((sum, f) => (f.kind === kind ? sum + f.amount : sum), 0);
  }
}
