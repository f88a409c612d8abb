import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMoney } from '#platform/money.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { cancelOrder, editOrder, orderView, refundOrder } from '#modules/orders/index.ts';
import { ANA, buy, openShop, pay, readyToPay, type Shop } from '#modules/orders/testing.ts';
import { invoiceList, issueInvoiceOf, printPapers, setSeller, shopperInvoice } from './index.ts';
import { textOfPdf } from './testing.ts';
import { printable } from './printable.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

const mugs = () => openShop(house, { mug: { price: 1_500, stock: 20 }, bowl: { price: 2_000, stock: 20 } });
const print = async (shop: Shop, kind: 'invoice' | 'credit-note' | 'packing-slip', ...orderIds: string[]) => {
  const paper = await printPapers.call(shop.ctx, { kind, orderIds });
  return { ...paper, text: textOfPdf(Buffer.from(paper.pdf, 'base64')) };
};

test('an invoice says who sells, who buys, what, for how much and with which tax: to the cent what the order says', async () => {
  const shop = await mugs();
  await setSeller.call(shop.ctx, { company: 'Mug Makers Pty Ltd', address: '5 Kiln Lane\nHobart TAS 7000', taxNumber: 'ABN 12 345', footer: 'Thank you.' });
  const { order } = await buy(shop, { mug: 2, bowl: 1 });
  const seen = await orderView.call(shop.ctx, { id: order.id });
  const { text, documents } = await print(shop, 'invoice', order.id);
  expect(documents).toMatchObject([{ name: 'INV-1001', orderId: order.id }]);
  for (const words of ['Mug Makers Pty Ltd', '5 Kiln Lane', 'Tax number ABN 12 345', 'Invoice INV-1001', 'Order #1001', 'Ana Ng', '1 High Street', 'Page 1 of 1', 'mug (MUG)']) expect(text).toContain(words);
  for (const sum of [seen.subtotal, seen.shipping, seen.total, ...seen.taxParts.map((part) => part.amount), ...seen.lines.flatMap((line) => [line.unitPrice, line.total, line.tax])]) expect(text).toContain(formatMoney(sum, 'en-AU'));
});

test('printed again it is the same document, also by two at once; numbers have no gaps', async () => {
  const shop = await mugs();
  const ids: string[] = [];
  for (let i = 0; i < 4; i++) ids.push((await buy(shop, { mug: 1 })).order.id);
  await Promise.all(ids.flatMap((id) => [issueInvoiceOf.call(shop.ctx, { id }), issueInvoiceOf.call(shop.ctx, { id })]));
  await expect(issueInvoiceOf.call(shop.ctx, { id: shop.variant.mug! })).rejects.toMatchObject({ code: 'not_found' });
  const { data } = await invoiceList.call(shop.ctx, { sort: 'number' });
  expect(data.map(({ number }) => number)).toEqual([1_001, 1_002, 1_003, 1_004]);
  expect(new Set(data.map(({ orderId }) => orderId))).toEqual(new Set(ids));
  expect((await print(shop, 'invoice', ...ids)).text.split('\f').filter((page) => page.includes('Invoice INV-'))).toHaveLength(4);
});

describe('an issued invoice never changes', () => {
  test('an edit takes it back by a credit note and issues a new one', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 1 });
    await print(shop, 'invoice', order.id);
    await editOrder.call(shop.ctx, { id: order.id, add: [{ variantId: shop.variant.bowl!, quantity: 1 }] });
    const { text } = await print(shop, 'invoice', order.id);
    expect(text).toContain('Invoice INV-1002');
    expect(text).toContain('bowl');
    const notes = await print(shop, 'credit-note', order.id);
    expect(notes.text).toContain('Credit note CN-1001');
    expect(notes.text).toContain('Corrects INV-1001');
  });

  test('each refund has its credit note over just its amount, once', async () => {
    const shop = await mugs();
    const { order } = await buy(shop, { mug: 3 });
    await refundOrder.call(shop.ctx, { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 1 }], reason: 'A chip.' });
    await refundOrder.call(shop.ctx, { id: order.id, amount: 123 });
    const { text, documents } = await print(shop, 'credit-note', order.id);
    expect(documents.map(({ name }) => name)).toEqual(['CN-1001', 'CN-1002']);
    for (const words of ['Corrects INV-1001', 'A chip.', '$15.00', '$1.23']) expect(text).toContain(words);
    expect((await print(shop, 'credit-note', order.id)).documents).toHaveLength(2);
  });

  test('a cancelled order gives its whole invoice back, and without one there is nothing to invoice', async () => {
    const shop = await mugs();
    const [one, two] = [(await buy(shop, { mug: 1 })).order, (await buy(shop, { mug: 1 })).order];
    await print(shop, 'invoice', one.id);
    for (const { id } of [one, two]) await cancelOrder.call(shop.ctx, { id });
    expect((await print(shop, 'credit-note', one.id)).text).toContain('The order was cancelled.');
    await expect(print(shop, 'invoice', two.id)).rejects.toMatchObject({ code: 'order_cancelled' });
    await expect(print(shop, 'credit-note', two.id)).rejects.toMatchObject({ code: 'nothing_credited' });
  });
});

test('packing slips of several orders: what to pack, no prices', async () => {
  const shop = await mugs();
  const ids = [(await buy(shop, { mug: 2 })).order.id, (await buy(shop, { bowl: 1 })).order.id];
  const { text } = await print(shop, 'packing-slip', ...ids);
  for (const words of ['Packing slip #1001', 'Packing slip #1002', 'BOWL', 'Ana Ng']) expect(text).toContain(words);
  expect(text).not.toContain('$');
});

test('the customer gets it with the signed link of the order, and nobody without', async () => {
  const shop = await mugs();
  const { order, orderLink } = await buy(shop, { mug: 1 });
  const token = new URL(orderLink, 'http://shop').searchParams.get('token')!;
  const { pdf } = await shopperInvoice.call(shop.shopper(), { id: order.id, token });
  expect(textOfPdf(Buffer.from(pdf, 'base64'))).toContain('Invoice INV-1001');
  for (const wrong of [undefined, 'wrong']) await expect(shopperInvoice.call(shop.shopper(), { id: order.id, ...(wrong && { token: wrong }) })).rejects.toMatchObject({ code: 'not_found' });
});

test('names in other scripts are written with letters the page can show, never as broken signs', async () => {
  const shop = await mugs();
  const shopper = shop.shopper();
  const checkout = await readyToPay(shop, { mug: 1 }, shopper, { ...ANA, shippingAddress: { ...ANA.shippingAddress, name: 'Łukasz Żółć', line1: 'Улица Ленина 5', city: '東京' } });
  const { order } = await pay(shopper, checkout);
  const { text } = await print(shop, 'invoice', order.id);
  for (const words of ['Lukasz Zólc', 'Ulitsa Lenina 5', '[?] TAS 7000']) expect(text).toContain(words);
});

test.each([
  ['Zoë Müller – 5 €', 'Zoë Müller – 5 €'],
  ['Ελένη', 'Eleni'],
  ['Щука', 'Shchuka'],
  ['Nguyễn', 'Nguyen'],
  ['−5 ₹', '-5 INR '],
  ['مرحبا', '[?]'],
  ['ok 👍🏽', 'ok [?]'],
])('%s is printed as %s', (text, expected) => {
  expect(printable(text)).toBe(expected);
});
