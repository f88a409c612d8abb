import { formatMoney, money } from '#platform/money.ts';
import type { AdminOrder } from '#modules/orders/index.ts';
import { addressLines, type DocumentText, type Seller } from './document.ts';
import { nameOf, type Issued } from './issue.ts';
import { Sheet, type Cell } from './pdf.ts';

const titles = { invoice: 'Invoice', credit_note: 'Credit note' } as const;

/** Issued documents as one PDF, each on a page of its own. */
export async function drawDocuments(issued: readonly Issued[]): Promise<Buffer> {
  const sheet = new Sheet(issued[0]!.document.seller.paper, issued.map(nameOf).join(', '));
  issued.forEach((each, i) => {
    if (i > 0) sheet.newPage();
    drawDocument(sheet, each);
  });
  return sheet.end(footOf(issued[0]!.document.seller));
}

function drawDocument(sheet: Sheet, issued: Issued): void {
  const text = issued.document;
  drawHead(sheet, text.seller, `${titles[issued.kind]} ${nameOf(issued)}`);
  const facts = [`Date ${dayOf(text.issuedAt, text)}`, `Order #${text.orderNumber} of ${dayOf(text.orderedAt, text)}`, text.corrects ? `Corrects ${text.corrects}` : '', text.reason ?? ''];
  sheet.beside([{ title: 'Billed to', lines: [...text.buyer, text.email].filter(Boolean) }, { title: 'Delivered to', lines: text.delivery.length > 0 ? text.delivery : ['Handed over'] }, { title: 'Details', lines: facts.filter(Boolean) }]);
  sheet.space(18);
  drawLines(sheet, text);
  drawSums(sheet, text, issued.kind);
  drawTaxes(sheet, text);
}

function drawHead(sheet: Sheet, seller: Seller, title: string): void {
  sheet.beside([{ lines: [seller.company, ...seller.address.split('\n')].filter(Boolean) }, { lines: [seller.email, seller.taxNumber && `Tax number ${seller.taxNumber}`].filter(Boolean) }]);
  sheet.space(22);
  sheet.heading(title);
  sheet.space(10);
}

function columnsOf(sheet: Sheet, cells: readonly [string, string, string, string, string], look: Pick<Cell, 'bold' | 'quiet'> = {}): void {
  const at = [0, 0.46, 0.56, 0.72, 0.84].map((part) => part * sheet.width);
  const right = { align: 'right' as const, ...look };
  const [title, quantity, price, tax, total] = cells;
  sheet.row([
    { text: title, x: at[0]!, width: at[1]! - 10, ...look },
    { text: quantity, x: at[1]!, width: at[2]! - at[1]!, ...right },
    { text: price, x: at[2]!, width: at[3]! - at[2]!, ...right },
    { text: tax, x: at[3]!, width: at[4]! - at[3]!, ...right },
    { text: total, x: at[4]!, width: sheet.width - at[4]!, ...right },
  ]);
}

function drawLines(sheet: Sheet, text: DocumentText): void {
  if (text.lines.length === 0) return;
  const show = shower(text);
  columnsOf(sheet, ['Item', 'Quantity', 'Price', text.taxIncluded ? 'Incl. tax' : 'Tax', 'Amount'], { quiet: true });
  sheet.rule();
  for (const line of text.lines)
    columnsOf(sheet, [line.sku ? `${line.title} (${line.sku})` : line.title, String(line.quantity), line.unitPrice === null ? '' : show(line.unitPrice), line.tax ? show(line.tax) : '', show(line.total)]);
  sheet.rule();
}

function drawSums(sheet: Sheet, text: DocumentText, kind: Issued['kind']): void {
  const show = shower(text);
  sheet.room((text.sums.length + 2) * 18);
  for (const [label, amount] of text.sums) drawSum(sheet, label, show(amount));
  drawSum(sheet, kind === 'invoice' ? 'Total' : 'Total credited', show(text.total), { bold: true });
}

function drawSum(sheet: Sheet, label: string, amount: string, look: Pick<Cell, 'bold'> = {}): void {
  const middle = sheet.width * 0.84;
  sheet.row([{ text: label, x: sheet.width * 0.4, width: middle - sheet.width * 0.4, align: 'right', ...look }, { text: amount, x: middle, width: sheet.width - middle, align: 'right', ...look }]);
}

function drawTaxes(sheet: Sheet, text: DocumentText): void {
  if (text.taxes.length === 0) return;
  const show = shower(text);
  sheet.space(10);
  sheet.room(24 + text.taxes.length * 18);
  for (const tax of text.taxes) drawSum(sheet, `${text.taxIncluded ? 'The total includes ' : ''}${[tax.name, tax.rate && `${tax.rate} %`].filter(Boolean).join(' ')}`, show(tax.amount));
}

/** What goes into the box: no prices. One PDF for many orders. */
export async function drawPackingSlips(orders: readonly AdminOrder[], around: { seller: Seller; locale: string; timeZone: string }): Promise<Buffer> {
  const sheet = new Sheet(around.seller.paper, orders.map(({ number }) => `Packing slip #${number}`).join(', '));
  orders.forEach((order, i) => {
    if (i > 0) sheet.newPage();
    drawSlip(sheet, order, around);
  });
  return sheet.end(footOf(around.seller));
}

function drawSlip(sheet: Sheet, order: AdminOrder, around: { seller: Seller; locale: string; timeZone: string }): void {
  drawHead(sheet, around.seller, `Packing slip #${order.number}`);
  const to = addressLines(order.shippingAddress, around.locale);
  sheet.beside([{ title: 'Send to', lines: to.length > 0 ? to : [order.customerName || 'Handed over'] }, { title: 'Details', lines: [`Ordered ${dayOf(order.placedAt, around)}`, order.shippingMethod].filter(Boolean) }]);
  sheet.space(18);
  slipRow(sheet, ['To pack', 'Item', 'SKU', 'Ordered'], { quiet: true });
  sheet.rule();
  for (const line of order.lines) slipRow(sheet, [String(line.quantity - line.fulfilled - line.removed), [line.title, line.variantTitle].filter(Boolean).join(', '), line.sku ?? '', String(line.quantity - line.removed)]);
  sheet.rule();
  if (order.note) sheet.paragraph(order.note);
}

function slipRow(sheet: Sheet, [pack, title, sku, ordered]: readonly [string, string, string, string], look: Pick<Cell, 'quiet'> = {}): void {
  const w = sheet.width;
  sheet.row([
    { text: pack, x: 0, width: w * 0.12, ...look, ...(!look.quiet && { bold: true as const }) },
    { text: title, x: w * 0.12, width: w * 0.5, ...look },
    { text: sku, x: w * 0.64, width: w * 0.22, ...look },
    { text: ordered, x: w * 0.86, width: w * 0.14, align: 'right', ...look },
  ]);
}

function footOf(seller: Seller): string {
  return [seller.company, seller.footer].filter(Boolean).join(' · ');
}

function shower({ currency, locale }: DocumentText): (amount: number) => string {
  return (amount) => formatMoney(money(amount, currency), locale);
}

function dayOf(at: string, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(at));
}
