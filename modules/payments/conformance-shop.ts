import { expect, test } from 'vitest';
import { MINUTE, travel } from '#platform/time.ts';
import { AUD, type Lab } from './conformance-lab.ts';
import { capturePayment, carryOutPayment, receivePaymentWebhook, refundPayment, resolveOpenSteps, voidPayment, type ProviderFact } from './index.ts';

// The provider at work in a shop.

export function paysAndRefunds(lab: Lab): void {
  const { choices } = lab.examined;
  test('a good payment is received, and carrying it out again charges nothing more', async () => {
    const payment = await lab.pay(choices.good);
    expect(payment.state).toBe(lab.examined.takes === 'now' ? 'captured' : 'authorized');
    expect(await Promise.all([carryOutPayment(lab.shop.ctx, payment.id), carryOutPayment(lab.shop.ctx, payment.id)])).toEqual([payment, payment]);
    expect((await lab.sumAt(lab.chargeKey(payment), 'captured')) + (await lab.sumAt(lab.chargeKey(payment), 'authorized'))).toBe(2_500);
  });

  test.skipIf(lab.examined.onPage)('captured in part, then nothing more', async () => {
    const payment = await lab.pay(choices.good, 'later');
    const done = await capturePayment.call(lab.shop.ctx, { id: payment.id, amount: 2_000 });
    expect(done.payment).toMatchObject({ state: 'captured', captured: AUD(2_000) });
    await expect(capturePayment.call(lab.shop.ctx, { id: payment.id, amount: 500 })).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test.skipIf(lab.examined.onPage)('given up before it was captured', async () => {
    const payment = await lab.pay(choices.good, 'later');
    expect((await voidPayment.call(lab.shop.ctx, { id: payment.id })).payment.state).toBe('voided');
    await expect(capturePayment.call(lab.shop.ctx, { id: payment.id })).rejects.toMatchObject({ code: 'wrong_state' });
  });

  test('refunded in parts; too much is refused, and a repeated request with the same key refunds once', async () => {
    const payment = await lab.captured();
    const ask = () => refundPayment.call(lab.shop.ctx, { id: payment.id, amount: 1_000 }, { idempotencyKey: `refund-${payment.id}` });
    const [first, again] = [await ask(), await ask()];
    expect(again.step).toEqual(first.step);
    expect(await lab.standing(payment)).toMatchObject({ state: 'partially_refunded', refunded: AUD(1_000) });
    await expect(refundPayment.call(lab.shop.ctx, { id: payment.id, amount: 1_501 })).rejects.toMatchObject({ code: 'refund_too_large', details: { left: 1_500 } });
    await refundPayment.call(lab.shop.ctx, { id: payment.id });
    expect(await lab.standing(payment)).toMatchObject({ state: 'refunded', refunded: AUD(2_500) });
    await expect(refundPayment.call(lab.shop.ctx, { id: payment.id })).rejects.toMatchObject({ code: 'nothing_to_refund' });
  });

  test('two clerks refund everything at the same moment: the money goes back once', async () => {
    const payment = await lab.captured();
    const both = await Promise.allSettled([refundPayment.call(lab.shop.ctx, { id: payment.id }), refundPayment.call(lab.shop.ctx, { id: payment.id })]);
    expect(both.filter((b) => b.status === 'fulfilled')).toHaveLength(1);
    expect(both.find((b) => b.status === 'rejected')?.reason).toMatchObject({ code: 'nothing_to_refund' });
    expect(await lab.sumAt(lab.chargeKey(payment), 'refunded')).toBe(2_500);
  });
}

export function badAnswers(lab: Lab): void {
  const { choices } = lab.examined;
  test.runIf(choices.declined)('a declined payment says why, and nothing was taken', async () => {
    const payment = await lab.pay(choices.declined!);
    expect(payment).toMatchObject({ state: 'declined', captured: AUD(0) });
    expect(payment.sentence).not.toBe('');
    expect(await lab.sumAt(lab.chargeKey(payment), 'captured')).toBe(0);
  });

  test.runIf(choices.losesAnswer)('a lost answer leaves the payment unknown, until a look at the provider tells; it is charged once', async () => {
    const payment = await lab.pay(choices.losesAnswer!);
    expect(payment.state).toBe('unknown');
    expect((await carryOutPayment(lab.shop.ctx, payment.id)).state).toBe('unknown');
    const back = travel(MINUTE);
    await resolveOpenSteps.run(lab.shop.ctx);
    back();
    expect(await lab.standing(payment)).toMatchObject({ state: 'captured', captured: AUD(2_500) });
    expect(await lab.sumAt(lab.chargeKey(payment), 'captured')).toBe(2_500);
  });

  test.runIf(choices.answersLate)('a late answer by webhook is what counts', async () => {
    const payment = await lab.pay(choices.answersLate!);
    expect(payment.state).toBe('requested');
    const back = travel(MINUTE);
    await lab.examined.deliverWebhooks!(lab.shop);
    back();
    expect(await lab.standing(payment)).toMatchObject({ state: 'captured', captured: AUD(2_500) });
  });

  test.runIf(choices.answersLate)('a late answer whose webhook never comes is found by asking', async () => {
    const payment = await lab.pay(choices.answersLate!);
    const back = travel(MINUTE);
    await resolveOpenSteps.run(lab.shop.ctx);
    back();
    expect((await lab.standing(payment)).state).toBe('captured');
  });

  test.runIf(choices.sendsTwice)('a webhook sent twice counts once', async () => {
    const payment = await lab.pay(choices.sendsTwice!);
    const back = travel(MINUTE);
    await lab.examined.deliverWebhooks!(lab.shop);
    back();
    expect(await lab.standing(payment)).toMatchObject({ state: 'captured', captured: AUD(2_500) });
  });
}

export function webhooks(lab: Lab): void {
  const { choices } = lab.examined;
  test.runIf(lab.examined.webhook)('webhooks in any order, before the answer and together with it, end in the same state', async () => {
    const payment = await lab.request(choices.good);
    const facts: ProviderFact[] = [
      { kind: 'captured', reference: 'cap_1', amount: 2_500 },
      { kind: 'refunded', reference: 'ref_1', amount: 500 },
      { kind: 'pending', reference: 'ch_1', amount: 0 },
      { kind: 'declined', reference: 'dec_1', amount: 0, sentence: 'First try' },
    ];
    const send = async (fact: ProviderFact) => receivePaymentWebhook(lab.examined.provider, lab.shop.workspaceId, await lab.examined.webhook!(lab.shop, lab.chargeKey(payment), [fact]));
    await Promise.all([...facts.toReversed(), ...facts].map(send));
    expect(await lab.standing(payment)).toMatchObject({ state: 'partially_refunded', captured: AUD(2_500), refunded: AUD(500) });
  });

  test.runIf(lab.examined.webhook)('a webhook with a wrong signature, or for another workspace, changes nothing', async () => {
    const payment = await lab.request(choices.good);
    const fact: ProviderFact = { kind: 'captured', reference: 'cap_1', amount: 2_500 };
    const other = await lab.another();
    const forged = await lab.examined.webhook!(lab.shop, lab.chargeKey(payment), [fact]);
    const altered = new Request(forged.url, { method: 'POST', headers: forged.headers, body: (await forged.text()).replace('2500', '1') });
    await expect(receivePaymentWebhook(lab.examined.provider, lab.shop.workspaceId, altered)).rejects.toMatchObject({ code: 'unauthenticated' });
    const elsewhere = await lab.examined.webhook!(other, lab.chargeKey(payment), [fact]);
    await expect(receivePaymentWebhook(lab.examined.provider, other.workspaceId, elsewhere.clone())).rejects.toMatchObject({ code: 'not_found' });
    await expect(receivePaymentWebhook(lab.examined.provider, lab.shop.workspaceId, elsewhere)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await lab.standing(payment)).state).toBe('requested');
  });
}
