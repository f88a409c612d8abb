import { expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { setLog } from '#platform/log.ts';
import { logToTheSuite } from '#platform/testing/quiet-log.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { AUD, type Lab } from './conformance-lab.ts';
import { carryOutPayment, forgetMethod, keepMethod, type Payment } from './index.ts';

// A way to pay that was kept is charged again while no shopper is there.

export function chargesAgain(lab: Lab): void {
  const { again, takes } = lab.examined;
  const received = takes === 'now' ? 'captured' : 'authorized';
  const taken = async (payment: Payment) => (await lab.sumAt(lab.chargeKey(payment), 'captured')) + (await lab.sumAt(lab.chargeKey(payment), 'authorized'));

  test.runIf(again)('a way to pay that was kept is charged again without the shopper, once for each key however often it is asked', async () => {
    expect(lab.provider.chargesAgain).toBeTruthy();
    const methodId = await lab.keep(again!.good);
    const asked = await lab.askAgain(methodId);
    await Promise.all([1, 2, 3].map(() => carryOutPayment(lab.shop.ctx, asked.id)));
    await lab.settle();
    expect(await lab.standing(asked)).toMatchObject({ state: received });
    expect(await carryOutPayment(lab.shop.ctx, asked.id)).toMatchObject({ state: received });
    expect(await taken(asked)).toBe(1_900);
    const next = await lab.again(methodId);
    expect([next.state, await taken(next), await taken(asked)]).toEqual([received, 1_900, 1_900]);
  });

  test.runIf(again?.declined)('declined when it is charged again: it says why, nothing was taken, and it stays kept', async () => {
    const methodId = await lab.keep(again!.declined!);
    for (let tries = 0; tries < 2; tries++) {
      const payment = await lab.again(methodId);
      expect(payment).toMatchObject({ state: 'declined', captured: AUD(0) });
      expect(payment.sentence).not.toBe('');
      expect(await taken(payment)).toBe(0);
    }
  });

  test.runIf(again?.asks)('where the bank wants the shopper, nothing hangs: the payment is declined and asks them to come back', async () => {
    const payment = await lab.again(await lab.keep(again!.asks!));
    expect(payment).toMatchObject({ state: 'declined', captured: AUD(0), sentence: expect.stringMatching(/come back and pay/) as string });
    expect(await taken(payment)).toBe(0);
  });

  test.runIf(again?.losesAnswer)('the answer to a charge without the shopper is lost: it is found, and charged once', async () => {
    const methodId = await lab.keep(again!.losesAnswer!);
    const payment = await lab.again(methodId);
    expect(payment.state).toBe('unknown');
    await lab.settle();
    expect(await lab.standing(payment)).toMatchObject({ state: 'captured', captured: AUD(1_900) });
    expect(await taken(payment)).toBe(1_900);
  });
}

export function lettingGo(lab: Lab): void {
  const { again } = lab.examined;
  test.runIf(again)('let go of, it is not charged any more, here or at the provider; letting go twice is the same', async () => {
    const methodId = await lab.keep(again!.good);
    const token = await tokenOf(lab, methodId);
    await Promise.all([forgetMethod(lab.shop.ctx, methodId), forgetMethod(lab.shop.ctx, methodId)]);
    await forgetMethod(lab.shop.ctx, methodId);
    const payment = await lab.again(methodId);
    expect(payment).toMatchObject({ state: 'declined', captured: AUD(0), sentence: expect.stringMatching(/come back and pay/) as string });
    expect(await lab.provider.lookup(lab.shop.ctx, lab.chargeKey(payment))).toBeUndefined();
    if (!lab.provider.forget) return;
    await lab.provider.forget(lab.shop.ctx, token);
    const key = newId();
    const charge = lab.provider.authorize(lab.shop.ctx, { key, amount: AUD(500), source: { token, brand: null, last4: null }, capture: 'now', usage: 'again' });
    await expect(charge).rejects.toMatchObject({ name: 'Refusal', sentence: expect.stringMatching(/come back and pay/) as string });
    expect(await lab.sumAt(key, 'captured')).toBe(0);
  });

  test.runIf(again)('what is not kept yet cannot be charged again; where nothing is paid now, a provider that keeps by paying alone keeps nothing', async () => {
    const keep = (amount: number) => lab.shop.ctx.transaction((tx) => keepMethod(tx, { orderId: newId(), choice: again!.good, due: AUD(amount) }));
    if (lab.provider.chargesAgain === 'own-token') return void expect(await keep(0)).toMatchObject({ waiting: false });
    if (lab.provider.keepsAlone) expect(await keep(0)).toMatchObject({ waiting: true });
    else await expect(keep(0)).rejects.toMatchObject({ code: 'nothing_to_pay' });
    expect(await lab.again((await keep(500)).id)).toMatchObject({ state: 'declined', sentence: expect.stringMatching(/come back and pay/) as string });
  });

  test.runIf(again)('what it is charged with stands in no table in the clear, and in no line of the log', async () => {
    let logged = '';
    setLog({ level: 'debug', write: (line) => (logged += line) });
    const methodId = await lab.keep(again!.asks ?? again!.good);
    const token = await tokenOf(lab, methodId);
    await lab.again(methodId);
    setLog({ write: (line) => void process.stdout.write(line) });
    logToTheSuite();
    for (const part of token.split('/').filter(Boolean)) {
      for (const table of ['payments', 'payment_facts', 'payment_steps', 'payment_methods', 'payment_remote_charges', 'outbox', 'audit_entries']) {
        const rows = await lab.shop.ctx.read((r) => r.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`));
        expect(rows.filter(({ row }) => row.includes(part)), table).toEqual([]);
      }
      expect(logged).not.toContain(part);
    }
  });
}

async function tokenOf(lab: Lab, methodId: string): Promise<string> {
  const [row] = await lab.shop.ctx.read((r) => r.sql<{ sealed: string }>`select token_sealed as sealed from payment_methods where id = ${methodId}`);
  return (await vault().open(lab.shop.ctx, row!.sealed, { purpose: 'payments.kept-method' })).reveal();
}
