import { createHmac, randomUUID } from 'node:crypto';
import { now } from '#platform/time.ts';
import { VendorDouble, type Answer, type Asked } from '#platform/testing/vendor-double.ts';

/** A BTCPay server as far as we use it, in memory; one store for each name. It knows no idempotency keys. */
export interface Invoice {
  id: string;
  store: string;
  status: 'New' | 'Processing' | 'Settled' | 'Expired' | 'Invalid';
  amount: string;
  metadata: { orderId: string };
  /** Milliseconds since 1970. */
  expires: number;
}

export class BtcPayDouble extends VendorDouble {
  readonly invoices: Invoice[] = [];
  url = '';

  constructor() {
    super((asked) => this.answer(asked));
  }

  of(store: string): Invoice[] {
    return this.invoices.filter((invoice) => invoice.store === store);
  }

  delivery(secret: string, invoice: Invoice, type = 'InvoiceSettled'): Request {
    const body = JSON.stringify({ deliveryId: randomUUID(), originalDeliveryId: randomUUID(), isRedelivery: false, type, invoiceId: invoice.id, storeId: invoice.store, metadata: invoice.metadata });
    return new Request('http://localhost/', { method: 'POST', body, headers: { 'btcpay-sig': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` } });
  }

  private answer({ method, path, query, headers, body }: Asked): Answer {
    if (headers['authorization'] !== 'token right') return { status: 401, body: { message: 'Authentication is required' } };
    const [, , , noun, which = '', part] = path.split('/');
    if (noun === 'webhooks') return { status: 200 };
    if (part === undefined) return { status: 200, body: { id: which, name: 'Coin shop' } };
    if (part === 'webhooks') return { status: 200, body: { id: 'hook', secret: 'made-by-the-double', ...(JSON.parse(body) as object) } };
    if (method === 'GET') return { status: 200, body: this.of(which).filter(({ metadata }) => metadata.orderId === query.get('orderId')).map((invoice) => this.shown(invoice)) };
    const { amount, metadata, checkout } = JSON.parse(body) as Pick<Invoice, 'amount' | 'metadata'> & { checkout: { expirationMinutes: number } };
    const invoice: Invoice = { id: randomUUID().replaceAll('-', '').slice(0, 22), store: which, status: 'New', amount, metadata, expires: now().getTime() + checkout.expirationMinutes * 60_000 };
    this.invoices.push(invoice);
    return { status: 200, body: this.shown(invoice) };
  }

  private shown(kept: Invoice): object {
    if (kept.status === 'New' && kept.expires < now().getTime()) kept.status = 'Expired';
    const { store, expires: _, ...invoice } = kept;
    return { ...invoice, storeId: store, checkoutLink: `${this.url}/i/${invoice.id}` };
  }
}
