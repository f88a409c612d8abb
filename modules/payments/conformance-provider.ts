import { expect, test } from 'vitest';
import { type Lab } from './conformance-lab.ts';

// The provider, asked directly.

export function chargesAndCaptures(lab: Lab): void {
  test('asked twice with one key, it charges once and answers the same', async () => {
    const [first, second] = await Promise.all([lab.charge('twice'), lab.charge('twice')]);
    expect(second).toEqual(first);
    expect(await lab.charge('twice')).toEqual(first);
    expect(await lab.sumAt('twice', lab.examined.onPage ? 'captured' : 'authorized')).toBe(1_000);
  });

  test.skipIf(lab.examined.onPage)('a promise is captured in part, and only once', async () => {
    await lab.charge('part');
    const ask = lab.step('part', 600);
    const facts = await lab.provider.capture(lab.shop.ctx, ask);
    expect(facts).toMatchObject([{ kind: 'captured', amount: 600, key: ask.key }]);
    expect(await lab.provider.capture(lab.shop.ctx, ask)).toEqual(facts);
    await expect(lab.provider.capture(lab.shop.ctx, lab.step('part', 300))).rejects.toMatchObject({ name: 'Refusal' });
    expect(await lab.sumAt('part', 'captured')).toBe(600);
  });

  test.skipIf(lab.examined.onPage)('a promise is given up, and then nothing can be captured', async () => {
    await lab.charge('given-up');
    expect(await lab.provider.void(lab.shop.ctx, lab.step('given-up', 0))).toMatchObject([{ kind: 'voided' }]);
    await expect(lab.provider.capture(lab.shop.ctx, lab.step('given-up', 1_000))).rejects.toMatchObject({ name: 'Refusal' });
  });
}

export function refundsAndStrangers(lab: Lab): void {
  test('refunds in parts, each key once, never more than was paid', async () => {
    await lab.paid('paid');
    const part = lab.step('paid', 400);
    const facts = await lab.provider.refund(lab.shop.ctx, part);
    expect(await lab.provider.refund(lab.shop.ctx, part)).toEqual(facts);
    await expect(lab.provider.refund(lab.shop.ctx, lab.step('paid', 601))).rejects.toMatchObject({ name: 'Refusal' });
    await lab.provider.refund(lab.shop.ctx, lab.step('paid', 600));
    await expect(lab.provider.refund(lab.shop.ctx, lab.step('paid', 1))).rejects.toMatchObject({ name: 'Refusal' });
    expect(await lab.sumAt('paid', 'refunded')).toBe(1_000);
  });

  test('two refunds at once of more than is there: one is refused', async () => {
    await lab.paid('race');
    const both = await Promise.allSettled([lab.provider.refund(lab.shop.ctx, lab.step('race', 700)), lab.provider.refund(lab.shop.ctx, lab.step('race', 700))]);
    expect(both.map((b) => b.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await lab.sumAt('race', 'refunded')).toBe(700);
  });

  test('a key it never heard of is unknown to it', async () => {
    expect(await lab.provider.lookup(lab.shop.ctx, 'nobody')).toBeUndefined();
  });

  test("another workspace's charge does not exist for it", async () => {
    await lab.charge('mine');
    const other = await lab.another();
    expect(await lab.provider.lookup(other.ctx, 'mine')).toBeUndefined();
    await expect(lab.provider.refund(other.ctx, lab.step('mine', 1))).rejects.toMatchObject({ name: 'Refusal' });
  });
}
