import { expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { HOUR, travel } from '#platform/time.ts';
import { AUD, type Lab } from './conformance-lab.ts';
import { carryOutPayment, forgetMethod, hearOfCharge, hearOfGone, lookAtPayment, resolveOpenSteps, type Payment } from './index.ts';

// A way to pay is kept while nothing is paid.

export function keepsAlone(lab: Lab): void {
  const { alone } = lab.examined;
  const nothingTaken = async (payment: Payment) => {
    for (const kind of ['captured', 'authorized'] as const) expect(await lab.sumAt(lab.chargeKey(payment), kind)).toBe(0);
  };

  test('whoever says that it keeps a way to pay without a payment is examined in it', () => {
    expect(Boolean(lab.provider.keepsAlone)).toBe(alone !== undefined);
  });

  test.runIf(alone)('asked for nothing and twice with one key, it keeps once, takes nothing and answers the same', async () => {
    const key = newId();
    const ask = { key, amount: AUD(0), source: lab.provider.source(alone!.good), capture: 'now' as const, usage: 'keep' as const };
    const [first, second] = await Promise.all([lab.provider.authorize(lab.shop.ctx, ask), lab.provider.authorize(lab.shop.ctx, ask)]);
    expect(first).toMatchObject([{ kind: 'kept', amount: 0 }]);
    expect([second, await lab.provider.authorize(lab.shop.ctx, ask), await lab.provider.lookup(lab.shop.ctx, key)]).toEqual([first, first, first]);
    expect(first[0]!.kept !== undefined).toBe(lab.provider.chargesAgain === 'by-paying');
  });

  test.runIf(alone)('kept without a payment, it is charged later without the shopper', async () => {
    const { methodId, payment } = await lab.keepAlone(alone!.good);
    expect(payment).toMatchObject({ state: 'kept', amount: AUD(0), captured: AUD(0) });
    await nothingTaken(payment);
    expect(await carryOutPayment(lab.shop.ctx, payment.id)).toEqual(payment);
    expect(await lab.again(methodId)).toMatchObject({ state: lab.examined.takes === 'now' ? 'captured' : 'authorized', sentence: '' });
  });

  test.runIf(alone?.declined)('what cannot be kept says why, and nothing can be charged to it', async () => {
    const { methodId, payment } = await lab.keepAlone(alone!.declined!);
    expect(payment.state).toBe('declined');
    expect(payment.sentence).not.toBe('');
    expect((await lab.again(methodId)).state).toBe('declined');
  });

  test.runIf(alone?.losesAnswer)('the answer to keeping is lost: it is found by asking', async () => {
    const { methodId, payment } = await lab.keepAlone(alone!.losesAnswer!);
    expect(payment.state).toBe('unknown');
    await lab.settle();
    expect(await lab.standing(payment)).toMatchObject({ state: 'kept' });
    expect(await lab.provider.lookup(lab.shop.ctx, lab.chargeKey(payment))).toHaveLength(1);
    await forgetMethod(lab.shop.ctx, methodId);
  });
}

export function keptOnItsPage(lab: Lab): void {
  const { alone } = lab.examined;
  const page = alone?.page;

  test.runIf(page)('on its page: before the shopper agrees nothing is kept; then message, return and schedule together keep it once', async () => {
    const { methodId, asked } = await lab.askToKeep(page!.choice);
    const payment = await carryOutPayment(lab.shop.ctx, asked.id);
    const key = lab.chargeKey(payment);
    expect(payment).toMatchObject({ state: 'requested', continueAt: expect.stringMatching(/^http/) as string });
    expect(await lookAtPayment(lab.shop.ctx, payment.id)).toMatchObject({ state: 'requested' });
    expect((await lab.again(methodId)).state).toBe('declined');
    page!.agrees(lab.shop, key);
    const told = () => hearOfCharge(lab.shop.ctx, lab.examined.provider, key);
    await Promise.all([told(), lookAtPayment(lab.shop.ctx, payment.id), told(), lab.settle()]);
    await told();
    expect(await lab.standing(payment)).toMatchObject({ state: 'kept', captured: AUD(0) });
    const facts = await lab.shop.ctx.read((r) => r.sql<{ kind: string; n: number }>`select kind, count(*)::int as n from payment_facts where payment_id = ${payment.id} and kind = 'kept' group by kind`);
    expect(facts).toEqual([{ kind: 'kept', n: 1 }]);
    expect((await lab.again(methodId)).state).toBe('captured');
    await forgetMethod(lab.shop.ctx, methodId);
  });

  test.runIf(page)('its page is left: that is said, and whoever agrees too late is charged nothing', async () => {
    const { methodId, payment } = await lab.keepAlone(page!.choice);
    const back = travel(1.5 * HOUR);
    await resolveOpenSteps.run(lab.shop.ctx).finally(back);
    expect(await lab.standing(payment)).toMatchObject({ state: 'declined', sentence: expect.stringMatching(/left/) as string });
    page!.agrees(lab.shop, lab.chargeKey(payment));
    await hearOfCharge(lab.shop.ctx, lab.examined.provider, lab.chargeKey(payment));
    expect(await lab.standing(payment)).toMatchObject({ state: 'declined' });
    expect((await lab.again(methodId)).state).toBe('declined');
  });

  test.runIf(alone?.takeBack)('a message that it was taken back is believed once the provider says so too, and told once; nothing is asked of it then', async () => {
    const { methodId } = await lab.keepAlone(alone!.good);
    const gone = () => lab.shop.ctx.read((r) => r.sql<{ n: number }>`select count(*)::int as n from outbox where event = 'payment-method.gone' and data ->> 'methodId' = ${methodId}`);
    const told = (name: string) => hearOfGone(lab.shop.ctx, lab.examined.provider, name);
    expect(await told('nobody-knows-this')).toBe('ignored');
    const [mark] = await lab.shop.ctx.read((r) => r.sql<{ mark: string }>`select mark from payment_methods where id = ${methodId}`);
    expect(mark!.mark).toHaveLength(43);
    // Kept before there were marks.
    await lab.shop.ctx.transaction((tx) => tx.sql`update payment_methods set mark = null`);
    const names = alone!.takeBack!(lab.shop);
    for (const name of names) await Promise.all([told(name), told(name)]);
    expect(await gone()).toEqual([{ n: 1 }]);
    expect(await lab.again(methodId)).toMatchObject({ state: 'declined', sentence: expect.stringMatching(/come back and pay/) as string });
    const other = await lab.another();
    expect(await hearOfGone(other.ctx, lab.examined.provider, names[0]!)).toBe('ignored');
  });
}
