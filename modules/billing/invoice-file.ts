import * as z from 'zod';
import { sellerOf, Sheet } from '#modules/invoices/index.ts';
import { allTiers } from '#modules/tiers/index.ts';
import { formatMoney, money } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { sellerContext } from './seller.ts';

/** A paid invoice as it is printed and mailed. Amounts in minor units. */
export interface PaidInvoice {
  number: number;
  tier: string;
  interval: string;
  price: number;
  credit: number;
  amount: number;
  currency: string;
  periodStart: Date;
  periodEnd: Date;
  paidAt: Date;
  cardLast4: string | null;
  sellerId: string | null;
}

/** A paid invoice as a PDF: from the operator's workspace that sells, to this one. */
export const billingInvoiceFile = view({
  name: 'billing.invoice-file',
  route: 'GET /billing/invoices/:id/file',
  says: 'An invoice for the tier as a PDF',
  needs: 'billing:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ name: z.string(), pdf: z.string().meta({ description: 'the file, base64' }) }),
  async read(r, { id }) {
    const [invoice] = await r.sql<PaidInvoice>`
      select i.number, i.tier, i.interval, i.price, i.credit, i.amount, i.currency, i.period_start as "periodStart", i.period_end as "periodEnd", i.paid_at as "paidAt", i.card_last4 as "cardLast4",
        (select c.seller_id from billing_charges c where c.invoice_id = i.id and c.state = 'paid') as "sellerId"
      from billing_invoices i where i.id = ${id} and i.state = 'paid'`;
    if (!invoice) throw notFound('The invoice');
    return { name: `plan-invoice-${invoice.number}.pdf`, pdf: (await draw(r, invoice)).toString('base64') };
  },
});

async function draw(r: Reader, invoice: PaidInvoice): Promise<Buffer> {
  const { seller: buyer, locale, timeZone } = await sellerOf(r, null);
  // What nothing was charged for, credit paid; then nobody's account is known, and the buyer's own paper is used.
  const from = invoice.sellerId ? (await sellerContext(invoice.sellerId).read((q) => sellerOf(q, null))).seller : undefined;
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
  const sheet = new Sheet((from ?? buyer).paper, `Invoice ${invoice.number}`);
  sheet.heading(`Invoice ${invoice.number}`);
  sheet.space(6);
  sheet.beside([
    { title: 'From', lines: from ? [from.company, ...from.address.split('\n'), from.taxNumber, from.email].filter(Boolean) : ['The operator of this installation'] },
    { title: 'To', lines: [buyer.company, ...buyer.address.split('\n'), buyer.taxNumber].filter(Boolean) },
    { title: 'Paid', lines: [day(invoice.paidAt), ...(invoice.cardLast4 ? [`Card ending in ${invoice.cardLast4}`] : [])] },
  ]);
  sheet.space(18);
  await drawSums(sheet, invoice, { locale, day });
  return sheet.end([from?.company ?? '', from?.footer ?? ''].filter(Boolean).join('\n'));
}

async function drawSums(sheet: Sheet, invoice: PaidInvoice, { locale, day }: { locale: string; day(at: Date): string }): Promise<void> {
  const label = (await allTiers()).find(({ name }) => name === invoice.tier)?.label ?? invoice.tier;
  const line = (text: string, amount: number, bold?: true) =>
    sheet.row([{ text, x: 0, width: sheet.width * 0.72, ...(bold && { bold }) }, { text: formatMoney(money(amount, invoice.currency), locale), x: sheet.width * 0.74, width: sheet.width * 0.26, align: 'right', ...(bold && { bold }) }]);
  sheet.rule();
  line(`${label} by the ${invoice.interval}, ${day(invoice.periodStart)} to ${day(invoice.periodEnd)}`, invoice.price);
  if (invoice.credit > 0) line('Paid before and not used', -invoice.credit);
  sheet.rule();
  line('Charged', invoice.amount, true);
}
