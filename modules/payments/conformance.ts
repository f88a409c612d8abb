import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { MINUTE, travel } from '#platform/time.ts';
import { carryOutPayment, paymentProviders, paymentsFor, receivePaymentWebhook, requestPayment, resolveOpenSteps, refundPayment, capturePayment, voidPayment, type Payment, type PaymentChoice, type ProviderFact } from './index.ts';

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
  /** Sends all webhooks that are due now. */
  deliverWebhooks?(workspace: TestWorkspace): Promise<void>;
  /** A webhook request as the provider would send it. */
  webhook?(workspace: TestWorkspace, chargeKey: string, facts: ProviderFact[]): Request;
}
import { pauseFollowers } from './record-facts.ts';

const AUD = (amount: number) => ({ amount, currency: 'AUD' });

/** The contract of every payment provider, told as what happens in a shop. Run it in the connector's own test file. */
export function conformance(examined: Examined): void {
  const { provider: id, choices } = examined;
  const { good, declined, losesAnswer, answersLate, sendsTwice } = choices;
  const provider = paymentProviders.get(id);
  let house: TestHouse;
  let shop: TestWorkspace;
  let bringBack: () => void;
  beforeAll(async () => {
    bringBack = pauseFollowers();
    house = await openTestDatabase();
    shop = await house.newWorkspace();
  });
  afterAll(async () => {
    bringBack();
    await house.close();
  });

  const charge = (key: string, capture: 'now' | 'later', amount = 1_000) => provider.authorize(shop.ctx, { key, amount: AUD(amount), source: provider.source(good), capture });
  const request = (choice: PaymentChoice, capture: 'now' | 'later' = 'now'): Promise<Payment> =>
    shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: AUD(2_500), choice, capture }));
  const pay = async (choice: PaymentChoice, capture: 'now' | 'later' = 'now') => carryOutPayment(shop.ctx, (await request(choice, capture)).id);
  const standing = async ({ orderId }: Payment) => (await shop.ctx.read((r) => paymentsFor(r, orderId)))[0]!;
  const captured = async (): Promise<Payment> => {
    const payment = await pay(good);
    return payment.state === 'captured' ? payment : (await capturePayment.call(shop.ctx, { id: payment.id })).payment;
  };
  const step = (chargeKey: string, amount: number) => ({ key: newId(), chargeKey, amount: AUD(amount) });
  const sumAt = async (key: string, kind: ProviderFact['kind']) => ((await provider.lookup(shop.ctx, key)) ?? []).filter((f) => f.kind === kind).reduce((sum, f) => sum + f.amount, 0);
  const chargeKey = (payment: Payment) => `charge-${payment.id}`;

  describe(`payment provider ${id}: asked directly`, () => {
    test('asked twice with one key, it charges once and answers the same', async () => {
      const [first, second] = await Promise.all([charge('twice', 'later'), charge('twice', 'later')]);
      expect(second).toEqual(first);
      expect(await charge('twice', 'later')).toEqual(first);
      expect(await sumAt('twice', 'authorized')).toBe(1_000);
    });

    test('a promise is captured in part, and only once', async () => {
      await charge('part', 'later');
      const ask = step('part', 600);
      const facts = await provider.capture(shop.ctx, ask);
      expect(facts).toMatchObject([{ kind: 'captured', amount: 600, key: ask.key }]);
      expect(await provider.capture(shop.ctx, ask)).toEqual(facts);
      await expect(provider.capture(shop.ctx, step('part', 300))).rejects.toMatchObject({ name: 'Refusal' });
      expect(await sumAt('part', 'captured')).toBe(600);
    });

    test('a promise is given up, and then nothing can be captured', async () => {
      await charge('given-up', 'later');
      expect(await provider.void(shop.ctx, step('given-up', 0))).toMatchObject([{ kind: 'voided' }]);
      await expect(provider.capture(shop.ctx, step('given-up', 1_000))).rejects.toMatchObject({ name: 'Refusal' });
    });

    test('refunds in parts, each key once, never more than was paid', async () => {
      await charge('paid', 'later');
      await provider.capture(shop.ctx, step('paid', 1_000));
      const part = step('paid', 400);
      const facts = await provider.refund(shop.ctx, part);
      expect(await provider.refund(shop.ctx, part)).toEqual(facts);
      await expect(provider.refund(shop.ctx, step('paid', 601))).rejects.toMatchObject({ name: 'Refusal' });
      await provider.refund(shop.ctx, step('paid', 600));
      await expect(provider.refund(shop.ctx, step('paid', 1))).rejects.toMatchObject({ name: 'Refusal' });
      expect(await sumAt('paid', 'refunded')).toBe(1_000);
    });

    test('two refunds at once of more than is there: one is refused', async () => {
      await charge('race', 'later');
      await provider.capture(shop.ctx, step('race', 1_000));
      const both = await Promise.allSettled([provider.refund(shop.ctx, step('race', 700)), provider.refund(shop.ctx, step('race', 700))]);
      expect(both.map((b) => b.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await sumAt('race', 'refunded')).toBe(700);
    });

    test('a key it never heard of is unknown to it', async () => {
      expect(await provider.lookup(shop.ctx, 'nobody')).toBeUndefined();
    });

    test("another workspace's charge does not exist for it", async () => {
      await charge('mine', 'later');
      const other = await house.newWorkspace();
      expect(await provider.lookup(other.ctx, 'mine')).toBeUndefined();
      await expect(provider.refund(other.ctx, step('mine', 1))).rejects.toMatchObject({ name: 'Refusal' });
    });
  });

  describe(`payment provider ${id}: in a shop`, () => {
    test('a good payment is received, and carrying it out again charges nothing more', async () => {
      const payment = await pay(good);
      expect(payment.state).toBe(examined.takes === 'now' ? 'captured' : 'authorized');
      expect(await Promise.all([carryOutPayment(shop.ctx, payment.id), carryOutPayment(shop.ctx, payment.id)])).toEqual([payment, payment]);
      expect((await sumAt(chargeKey(payment), 'captured')) + (await sumAt(chargeKey(payment), 'authorized'))).toBe(2_500);
    });

    test('captured in part, then nothing more', async () => {
      const payment = await pay(good, 'later');
      const done = await capturePayment.call(shop.ctx, { id: payment.id, amount: 2_000 });
      expect(done.payment).toMatchObject({ state: 'captured', captured: AUD(2_000) });
      await expect(capturePayment.call(shop.ctx, { id: payment.id, amount: 500 })).rejects.toMatchObject({ code: 'wrong_state' });
    });

    test('given up before it was captured', async () => {
      const payment = await pay(good, 'later');
      expect((await voidPayment.call(shop.ctx, { id: payment.id })).payment.state).toBe('voided');
      await expect(capturePayment.call(shop.ctx, { id: payment.id })).rejects.toMatchObject({ code: 'wrong_state' });
    });

    test('refunded in parts; too much is refused, and a repeated request with the same key refunds once', async () => {
      const payment = await captured();
      const ask = () => refundPayment.call(shop.ctx, { id: payment.id, amount: 1_000 }, { idempotencyKey: `refund-${payment.id}` });
      const [first, again] = [await ask(), await ask()];
      expect(again.step).toEqual(first.step);
      expect(await standing(payment)).toMatchObject({ state: 'partially_refunded', refunded: AUD(1_000) });
      await expect(refundPayment.call(shop.ctx, { id: payment.id, amount: 1_501 })).rejects.toMatchObject({ code: 'refund_too_large', details: { left: 1_500 } });
      await refundPayment.call(shop.ctx, { id: payment.id });
      expect(await standing(payment)).toMatchObject({ state: 'refunded', refunded: AUD(2_500) });
      await expect(refundPayment.call(shop.ctx, { id: payment.id })).rejects.toMatchObject({ code: 'nothing_to_refund' });
    });

    test('two clerks refund everything at the same moment: the money goes back once', async () => {
      const payment = await captured();
      const both = await Promise.allSettled([refundPayment.call(shop.ctx, { id: payment.id }), refundPayment.call(shop.ctx, { id: payment.id })]);
      expect(both.filter((b) => b.status === 'fulfilled')).toHaveLength(1);
      expect(await sumAt(chargeKey(payment), 'refunded')).toBe(2_500);
    });

    test.runIf(declined)('a declined payment says why, and nothing was taken', async () => {
      const payment = await pay(declined!);
      expect(payment).toMatchObject({ state: 'declined', captured: AUD(0) });
      expect(payment.sentence).not.toBe('');
      expect(await sumAt(chargeKey(payment), 'captured')).toBe(0);
    });

    test.runIf(losesAnswer)('a lost answer leaves the payment unknown, until a look at the provider tells; it is charged once', async () => {
      const payment = await pay(losesAnswer!);
      expect(payment.state).toBe('unknown');
      expect((await carryOutPayment(shop.ctx, payment.id)).state).toBe('unknown');
      const back = travel(MINUTE);
      await resolveOpenSteps.run(shop.ctx);
      back();
      expect(await standing(payment)).toMatchObject({ state: 'captured', captured: AUD(2_500) });
      expect(await sumAt(chargeKey(payment), 'captured')).toBe(2_500);
    });

    test.runIf(answersLate)('a late answer by webhook is what counts', async () => {
      const payment = await pay(answersLate!);
      expect(payment.state).toBe('requested');
      const back = travel(MINUTE);
      await examined.deliverWebhooks!(shop);
      back();
      expect(await standing(payment)).toMatchObject({ state: 'captured', captured: AUD(2_500) });
    });

    test.runIf(answersLate)('a late answer whose webhook never comes is found by asking', async () => {
      const payment = await pay(answersLate!);
      const back = travel(MINUTE);
      await resolveOpenSteps.run(shop.ctx);
      back();
      expect((await standing(payment)).state).toBe('captured');
    });

    test.runIf(sendsTwice)('a webhook sent twice counts once', async () => {
      const payment = await pay(sendsTwice!);
      const back = travel(MINUTE);
      await examined.deliverWebhooks!(shop);
      back();
      expect(await standing(payment)).toMatchObject({ state: 'captured', captured: AUD(2_500) });
    });

    test.runIf(examined.webhook)('webhooks in any order, before the answer and together with it, end in the same state', async () => {
      const payment = await request(good);
      const facts: ProviderFact[] = [
        { kind: 'captured', reference: 'cap_1', amount: 2_500 },
        { kind: 'refunded', reference: 'ref_1', amount: 500 },
        { kind: 'pending', reference: 'ch_1', amount: 0 },
        { kind: 'declined', reference: 'dec_1', amount: 0, sentence: 'First try' },
      ];
      const send = (fact: ProviderFact) => receivePaymentWebhook(id, shop.workspaceId, examined.webhook!(shop, chargeKey(payment), [fact]));
      await Promise.all([...facts.toReversed(), ...facts].map(send));
      expect(await standing(payment)).toMatchObject({ state: 'partially_refunded', captured: AUD(2_500), refunded: AUD(500) });
    });

    test.runIf(examined.webhook)('a webhook with a wrong signature, or for another workspace, changes nothing', async () => {
      const payment = await request(good);
      const fact: ProviderFact = { kind: 'captured', reference: 'cap_1', amount: 2_500 };
      const other = await house.newWorkspace();
      const forged = examined.webhook!(shop, chargeKey(payment), [fact]);
      const altered = new Request(forged.url, { method: 'POST', headers: forged.headers, body: (await forged.text()).replace('2500', '1') });
      await expect(receivePaymentWebhook(id, shop.workspaceId, altered)).rejects.toMatchObject({ code: 'unauthenticated' });
      const elsewhere = examined.webhook!(other, chargeKey(payment), [fact]);
      await expect(receivePaymentWebhook(id, other.workspaceId, elsewhere.clone())).rejects.toMatchObject({ code: 'not_found' });
      await expect(receivePaymentWebhook(id, shop.workspaceId, elsewhere)).rejects.toMatchObject({ code: 'unauthenticated' });
      expect((await standing(payment)).state).toBe('requested');
    });
  });
}
