import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFiles } from '#platform/files/files.ts';
import { useFiles } from '#platform/files/configured-files.ts';
import { LocalStore } from '#platform/files/local-store.ts';
import { startEngine } from '#platform/jobs/engine.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { DAY, MINUTE, travel } from '#platform/time.ts';
import { decideDispute, deliverWebhooks, openDispute } from '#connectors/test-payments/index.ts';
import { hearOfDispute, paymentList, paymentProviders, refundPayment } from '#modules/payments/index.ts';
import { fulfilOrder, orderView } from '#modules/orders/index.ts';
import { buy, contradictions, openShop, type Shop } from '#modules/orders/testing.ts';
import { textOfPdf } from '#modules/invoices/testing.ts';
import { answerConversation, writeAboutOrder } from '#modules/conversations/index.ts';
import { createPage } from '#modules/storefronts/index.ts';
import { dropTask, taskList } from '#modules/tasks/index.ts';
import { acceptDispute, disputeList, disputePack, disputeRuleList, disputeView, orderDisputes, saveDisputeRule, submitEvidence, warnOfDeadlines, writeEvidence } from './index.ts';

let house: TestHouse;
const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-disputes-'));
beforeAll(async () => {
  house = await openTestDatabase();
  useFiles(createFiles({ store: new LocalStore({ folder, secret: 'for files of a test only' }) }));
});
afterAll(async () => {
  useFiles(undefined);
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const DISPUTED = '4000000000000259';
const NOT_RECEIVED = '4000000000002685';
const INQUIRY = '4000000000001976';
const mugs = () => openShop(house, { mug: { price: 5_000, stock: 20 } });

/** A little later the provider's messages are here, and what they told is worked off. */
async function aWhileLater(shop: Shop): Promise<void> {
  const back = travel(MINUTE);
  const engine = await startEngine();
  try {
    await deliverWebhooks(shop.ctx);
    await engine.settle();
    await deliverWebhooks(shop.ctx);
    await engine.settle();
  } finally {
    await engine.stop();
    back();
  }
}

async function disputed(shop: Shop, card = DISPUTED) {
  const { order } = await buy(shop, { mug: 1 }, card);
  await aWhileLater(shop);
  const [dispute] = (await disputeList.call(shop.ctx, { filter: { orderId: order.id } })).data;
  return { order, dispute: dispute! };
}

const orderOf = (shop: Shop, id: string) => orderView.call(shop.ctx, { id });

describe('a payment is disputed', () => {
  test('the money is gone from the order at once, with what it cost; won with evidence it is back', async () => {
    const shop = await mugs();
    const { order, dispute } = await disputed(shop);
    expect(dispute).toMatchObject({ state: 'needs_response', reason: 'fraudulent', amount: { amount: order.total.amount }, withdrawn: { amount: order.total.amount }, fee: { amount: 2_500 } });
    const during = await orderOf(shop, order.id);
    expect(during).toMatchObject({ paymentState: 'charged_back', captured: order.total, disputed: order.total, refundable: { amount: 0 }, owed: { amount: 0 } });
    expect(during.statusSentence).toContain('Charged back by the bank.');
    expect(await contradictions(shop)).toEqual([]);
    await expect(refundPayment.call(shop.ctx, { id: during.payments[0]!.id })).rejects.toMatchObject({ code: 'nothing_to_refund' });
    await writeEvidence.call(shop.ctx, { id: dispute.id, fields: { note: 'This is winning evidence.' } });
    const { dispute: after } = await submitEvidence.call(shop.ctx, { id: dispute.id });
    expect(after).toMatchObject({ state: 'won', answerable: false, withdrawn: { amount: 0 } });
    await aWhileLater(shop);
    expect(await orderOf(shop, order.id)).toMatchObject({ paymentState: 'paid', disputed: { amount: 0 }, refundable: order.total });
    expect((await paymentList.call(shop.ctx, {})).data).toMatchObject([{ state: 'captured', disputed: { amount: 0 }, disputeFees: { amount: 2_500 } }]);
    expect(await contradictions(shop)).toEqual([]);
    expect((await orderOf(shop, order.id)).timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['payment.charged_back', 'dispute.opened', 'dispute.won']));
  });

  test('lost, the buyer keeps it, and nobody asks the customer for it again', async () => {
    const shop = await mugs();
    const { order, dispute } = await disputed(shop);
    await writeEvidence.call(shop.ctx, { id: dispute.id, fields: { note: 'losing' } });
    expect((await submitEvidence.call(shop.ctx, { id: dispute.id })).dispute.state).toBe('lost');
    expect(await orderOf(shop, order.id)).toMatchObject({ paymentState: 'charged_back', disputed: order.total, owed: { amount: 0 }, due: { amount: 0 } });
    await expect(submitEvidence.call(shop.ctx, { id: dispute.id })).rejects.toMatchObject({ code: 'dispute_closed' });
  });

  test('the shop may give in, once', async () => {
    const shop = await mugs();
    const { dispute } = await disputed(shop);
    expect((await acceptDispute.call(shop.ctx, { id: dispute.id })).dispute.state).toBe('accepted');
    await expect(acceptDispute.call(shop.ctx, { id: dispute.id })).rejects.toMatchObject({ code: 'dispute_closed' });
  });
});

describe('messages and people at once', () => {
  test('repeated, at once and after the decision: one dispute, one withdrawal, the decision stays', async () => {
    const shop = await mugs();
    const { order, dispute } = await disputed(shop);
    const hear = () => hearOfDispute(shop.ctx, 'test', dispute.reference);
    expect(await Promise.all([hear(), hear(), hear(), hear()])).toEqual(['done', 'done', 'done', 'done']);
    await decideDispute(shop.ctx, dispute.reference, 'won');
    await Promise.all([hear(), hear(), hear()]);
    await aWhileLater(shop);
    const { data } = await disputeList.call(shop.ctx, {});
    expect(data).toMatchObject([{ state: 'won', withdrawn: { amount: 0 } }]);
    const facts = await shop.ctx.read((r) => r.sql<{ kind: string }>`select kind from payment_facts where kind like 'dispute-%' order by kind`);
    expect(facts.map(({ kind }) => kind)).toEqual(['dispute-fee', 'dispute-reinstated', 'dispute-withdrawn']);
    expect((await disputeView.call(shop.ctx, { id: dispute.id })).timeline.map(({ kind }) => kind).toSorted()).toEqual(['opened', 'state.won']);
    expect((await orderOf(shop, order.id)).disputed.amount).toBe(0);
  });

  test('what was asked for earlier says less than what was asked for later', async () => {
    const shop = await mugs();
    const { dispute } = await disputed(shop);
    const provider = paymentProviders.get('test').disputes!;
    const { lookup } = provider;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    // The provider's first answer is on its way for a long time.
    provider.lookup = async (ctx, reference) => {
      provider.lookup = lookup;
      const early = await lookup(ctx, reference);
      await held;
      return early;
    };
    const slow = hearOfDispute(shop.ctx, 'test', dispute.reference);
    while (provider.lookup !== lookup) await new Promise((resolve) => setTimeout(resolve, 5));
    await decideDispute(shop.ctx, dispute.reference, 'lost');
    await hearOfDispute(shop.ctx, 'test', dispute.reference);
    goOn();
    expect(await slow).toBe('done');
    expect((await disputeView.call(shop.ctx, { id: dispute.id })).state).toBe('lost');
  });

  test('two people hand in at once: the bank gets one answer', async () => {
    const shop = await mugs();
    const { dispute } = await disputed(shop);
    const outcomes = await Promise.all([1, 2, 3].map(() => submitEvidence.call(shop.ctx, { id: dispute.id }).then(() => 'done', (error: { code: string }) => error.code)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.every((outcome) => ['done', 'conflict', 'dispute_closed'].includes(outcome))).toBe(true);
    const [book] = await shop.ctx.read((r) => r.sql<{ answers: { files: string[] }[] }>`select answers from test_provider_disputes`);
    expect(book!.answers).toMatchObject([{ files: ['dispute-order-1001.pdf'] }]);
    expect((await disputeView.call(shop.ctx, { id: dispute.id })).state).toBe('under_review');
  });

  test('a dispute of a charge we never made is nobody’s', async () => {
    const shop = await mugs();
    expect(await hearOfDispute(shop.ctx, 'test', 'dp_unknown')).toBe('ignored');
    expect(await hearOfDispute(shop.ctx, 'manual', 'dp_unknown')).toBe('ignored');
  });
});

test('the pack tells order, payment, parcel, mails, what both wrote, earlier orders and the refund page; what people wrote goes before what the order tells', async () => {
  const shop = await mugs();
  await createPage.call(shop.ctx, { id: shop.storefrontId, title: 'Refund policy', html: '<p>Thirty days, unworn.</p>' });
  await buy(shop, { mug: 2 });
  const { order, dispute } = await disputed(shop, NOT_RECEIVED);
  await fulfilOrder.call(shop.ctx, { id: order.id, carrier: 'Post', trackingNumber: 'TRACK-77' }).catch((error: { code: string }) => expect(error.code).toBe('order_held'));
  const seen = await disputeView.call(shop.ctx, { id: dispute.id });
  expect(seen.suggested).toMatchObject({ trackingNumber: 'TRACK-77', shippingCarrier: 'Post', customerName: 'Ana Ng', refundPolicy: 'Thirty days, unworn.' });
  await writeEvidence.call(shop.ctx, { id: dispute.id, fields: { note: 'Signed for at the door.' } });
  const token = new URL((await orderOf(shop, order.id)).orderLink, 'http://shop.invalid').searchParams.get('token')!;
  const picture = (await sharp({ create: { width: 60, height: 40, channels: 3, background: '#88aacc' } }).png().toBuffer()).toString('base64');
  const { id } = await writeAboutOrder.call(shop.shopper(), { id: order.id, token, pictures: [{ name: 'door.png', data: picture }], text: `It came yesterday, thank you. ${'A long story. '.repeat(300)}The end of it.` });
  await answerConversation.call(shop.ctx, { id, text: 'Glad to hear that.' });
  const { pdf } = await disputePack.call(shop.ctx, { id: dispute.id });
  expect(Buffer.from(pdf, 'base64').toString('latin1')).toContain('/Subtype /Image');
  const text = textOfPdf(Buffer.from(pdf, 'base64'));
  for (const words of ['Evidence: order #1002', 'TRACK-77', 'Thirty days, unworn.', 'Signed for at the door.', '#1001', '1 High Street', 'Mails to the customer', 'What customer and shop wrote to each other', 'Ana Ng (customer)', 'It came yesterday, thank you.', 'The end of it.', 'Glad to hear that.']) expect(text).toContain(words);
});

describe('deadlines', () => {
  test('people are told at three days and at one, each once', async () => {
    const shop = await mugs();
    await disputed(shop);
    const told = async (days: number) => {
      const back = travel(days * DAY);
      await warnOfDeadlines.run(shop.ctx);
      await warnOfDeadlines.run(shop.ctx);
      back();
      return (await shop.ctx.read((r) => r.sql<{ days: number }>`select (data ->> 'days')::int as days from outbox where event = 'dispute.due' order by id`)).map((each) => each.days);
    };
    expect(await told(5)).toEqual([]);
    expect(await told(7.5)).toEqual([3]);
    expect(await told(8)).toEqual([3]);
    expect(await told(9.5)).toEqual([3, 1]);
  });
});

describe('the answer as a task', () => {
  const tasksOf = async (shop: Shop, disputeId: string) => (await taskList.call(shop.ctx, { filter: { aboutId: disputeId } })).data;

  test('it is due at the bank’s deadline and moves with it; handed in, it is done by itself, and there was one of it', async () => {
    const shop = await mugs();
    const { dispute } = await disputed(shop);
    expect(await tasksOf(shop, dispute.id)).toMatchObject([{ title: 'Answer the dispute of order #1001', kind: 'dispute', state: 'open', dueAt: dispute.respondBy, aboutLink: `/disputes/${dispute.id}` }]);
    const moved = new Date(Date.parse(dispute.respondBy!) + 2 * DAY);
    await shop.ctx.transaction((tx) => tx.sql`update test_provider_disputes set respond_by = ${moved}`);
    await hearOfDispute(shop.ctx, 'test', dispute.reference);
    await aWhileLater(shop);
    expect(await tasksOf(shop, dispute.id)).toMatchObject([{ state: 'open', dueAt: moved.toISOString() }]);
    await submitEvidence.call(shop.ctx, { id: dispute.id });
    await aWhileLater(shop);
    expect(await tasksOf(shop, dispute.id)).toMatchObject([{ state: 'done', finishedBy: '' }]);
  });

  test('what people dropped stays dropped while they write, and is open again when an inquiry becomes a dispute', async () => {
    const shop = await mugs();
    const { dispute } = await disputed(shop, INQUIRY);
    const [task] = await tasksOf(shop, dispute.id);
    await dropTask.call(shop.ctx, { id: task!.id });
    await writeEvidence.call(shop.ctx, { id: dispute.id, fields: { note: 'It was sent.' } });
    await aWhileLater(shop);
    expect(await tasksOf(shop, dispute.id)).toMatchObject([{ state: 'dropped' }]);
    await decideDispute(shop.ctx, dispute.reference, 'needs_response');
    await aWhileLater(shop);
    expect(await tasksOf(shop, dispute.id)).toMatchObject([{ id: task!.id, state: 'open', finishedBy: '' }]);
  });
});

describe('money that goes back by rule', () => {
  const rule = { name: 'Small ones', upTo: { amount: 10_000, currency: 'AUD' }, reasons: [], onlyUnshipped: true };

  test('an inquiry is refunded before it becomes a dispute, once, and it says by which rule', async () => {
    const shop = await mugs();
    await saveDisputeRule.call(shop.ctx, rule);
    const { order, dispute } = await disputed(shop, INQUIRY);
    await aWhileLater(shop);
    expect(await orderOf(shop, order.id)).toMatchObject({ paymentState: 'refunded', refunded: order.total });
    await decideDispute(shop.ctx, dispute.reference, 'withdrawn');
    await aWhileLater(shop);
    const seen = await disputeView.call(shop.ctx, { id: dispute.id });
    expect(seen).toMatchObject({ state: 'refunded' });
    expect(seen.timeline.filter(({ kind }) => kind === 'rule')).toHaveLength(1);
    expect((await disputeRuleList.call(shop.ctx, {})).data).toMatchObject([{ name: 'Small ones', used: 1 }]);
    expect(await contradictions(shop)).toEqual([]);
  });

  test('more than the rule allows, another reason, or a dispute that is one already: people decide', async () => {
    const shop = await mugs();
    await saveDisputeRule.call(shop.ctx, { ...rule, upTo: { amount: 100, currency: 'AUD' } });
    await saveDisputeRule.call(shop.ctx, { ...rule, reasons: ['duplicate'] });
    const first = await disputed(shop, INQUIRY);
    expect((await orderOf(shop, first.order.id)).refunded.amount).toBe(0);
    await saveDisputeRule.call(shop.ctx, rule);
    const second = await disputed(shop, NOT_RECEIVED);
    expect(second.dispute.state).toBe('needs_response');
    await saveDisputeRule.call(shop.ctx, { ...rule, reasons: ['not_received'], acceptsDisputes: true });
    const third = await disputed(shop, NOT_RECEIVED);
    await aWhileLater(shop);
    expect((await disputeView.call(shop.ctx, { id: third.dispute.id })).state).toBe('accepted');
    expect(await orderDisputes.call(shop.ctx, { orderId: third.order.id })).toMatchObject({ data: [{ state: 'accepted' }] });
  });

  test('a rule gives back something', async () => {
    const shop = await mugs();
    await expect(saveDisputeRule.call(shop.ctx, { ...rule, upTo: { amount: 0, currency: 'AUD' } })).rejects.toMatchObject({ code: 'invalid' });
  });
});

test('the deadline of a part of the charge is the bank’s; what is left can be refunded', async () => {
  const shop = await mugs();
  const { order } = await buy(shop, { mug: 2 });
  const [{ key }] = (await shop.ctx.read((r) => r.sql<{ key: string }>`select key from payments`)) as [{ key: string }];
  await openDispute(shop.ctx, key, { amount: 4_000, reason: 'not_as_described' });
  await aWhileLater(shop);
  const seen = await orderOf(shop, order.id);
  expect(seen).toMatchObject({ disputed: { amount: 4_000 }, refundable: { amount: order.total.amount - 4_000 } });
  expect(registry.schedules().map(({ name }) => name)).toContain('disputes.deadlines');
});
