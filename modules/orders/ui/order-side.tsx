import type { ReactNode } from 'react';
import { Card, Facts } from '#ui/card.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Badge, inWords } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import type { Address, Order } from './order-shape.ts';

/** Who bought, where it goes, what they wrote. */
export function OrderSide({ order, onEdit }: { order: Order; onEdit: (() => void) | undefined }) {
  return (
    <>
      <Card title="Customer" actions={onEdit && <Button size="small" kind="quiet" onClick={onEdit}>Edit details</Button>}>
        <p className="font-medium">{order.customerId ? <TextLink to={`/customers/${order.customerId}`}>{order.customerName || order.email}</TextLink> : order.customerName || 'Guest'}</p>
        <p className="mt-1"><a href={`mailto:${order.email}`} className="text-ink-2 hover:underline">{order.email}</a></p>
        {order.shippingAddress?.phone && <p className="text-ink-2">{order.shippingAddress.phone}</p>}
      </Card>
      <Card title="Delivery">{order.shippingAddress ? <PostalAddress address={order.shippingAddress} /> : <Quiet>Nothing to send.</Quiet>}</Card>
      {order.billingAddress && !sameAddress(order) && <Card title="Billing"><PostalAddress address={order.billingAddress} /></Card>}
      <Card title="Note">{order.note ? <p className="whitespace-pre-line">{order.note}</p> : <Quiet>None.</Quiet>}</Card>
      {order.tags.length > 0 && <Card title="Tags"><ul className="flex flex-wrap gap-1.5">{order.tags.map((tag) => <li key={tag} className="min-w-0"><Badge>{tag}</Badge></li>)}</ul></Card>}
      <Card title="About">
        <Facts facts={[['Came in by', inWords(order.source)], ...(order.cancelReason ? [['Cancelled because', order.cancelReason] as const] : []), ['Customer’s page', <a key="link" href={order.orderLink} target="_blank" rel="noreferrer" className="font-medium text-accent-text hover:underline">Open</a>]]} />
      </Card>
    </>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <p className="text-ink-3">{children}</p>;
}

function sameAddress({ shippingAddress, billingAddress }: Order): boolean {
  return JSON.stringify(shippingAddress) === JSON.stringify(billingAddress);
}

export function PostalAddress({ address }: { address: Address }) {
  const { locale } = useLocale();
  const country = new Intl.DisplayNames([locale], { type: 'region' }).of(address.country) ?? address.country;
  const town = [address.city, address.region, address.postalCode].filter(Boolean).join(' ');
  const lines = [...new Set([address.name, address.company, address.line1, address.line2, town, country].filter(Boolean))];
  return <address className="not-italic">{lines.map((line) => <span key={line} className="block">{line}</span>)}</address>;
}
