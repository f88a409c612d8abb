import { ImageOff } from 'lucide-react';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Link } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import type { Order, OrderLine } from './order-shape.ts';

/** What was bought, as it was then. */
export function ItemsCard({ order }: { order: Order }) {
  return (
    <Card title="Items" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {order.lines.map((line) => <Line key={line.id} line={line} />)}
      </ul>
    </Card>
  );
}

function Line({ line }: { line: OrderLine }) {
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <Picture line={line} />
      <div className="min-w-0 flex-1">
        <Link to={`/products/${line.productId}`} className="font-medium hover:underline">{line.title}</Link>
        <p className="text-[13px] text-ink-3">{[line.variantTitle, line.sku].filter(Boolean).join(' · ')}</p>
        {line.fulfilled > 0 && <p className="text-[13px] text-ink-2">{line.fulfilled === line.quantity ? 'Shipped' : `${line.fulfilled} of ${line.quantity} shipped`}{line.returned > 0 && `, ${line.returned} returned`}</p>}
      </div>
      <div className="text-right">
        <p className="font-medium"><Money value={line.total} /></p>
        <p className="figures text-[13px] whitespace-nowrap text-ink-3">{line.quantity} × <Money value={line.unitPrice} /></p>
      </div>
    </li>
  );
}

function Picture({ line }: { line: OrderLine }) {
  if (line.image) return <img src={line.image.url} alt="" loading="lazy" width={44} height={44} className="size-11 shrink-0 rounded-lg border border-line bg-sunken object-cover" />;
  return <span className="grid size-11 shrink-0 place-items-center rounded-lg border border-line bg-sunken text-ink-3"><ImageOff aria-hidden className="size-4" /></span>;
}

/** What has left the house. */
export function FulfilmentsCard({ order }: { order: Order }) {
  if (order.fulfilments.length === 0) return null;
  const titles = new Map(order.lines.map((line) => [line.id, line.title]));
  return (
    <Card title="Shipped">
      <ul className="flex flex-col gap-3">
        {order.fulfilments.map((parcel, i) => (
          <li key={parcel.id} className="flex flex-wrap justify-between gap-x-4 gap-y-1">
            <div className="min-w-0">
              <p className="font-medium">Parcel {i + 1}</p>
              <p className="text-[13px] text-ink-2">{parcel.lines.map((line) => `${line.quantity} × ${titles.get(line.lineId) ?? 'item'}`).join(', ')}</p>
            </div>
            <p className="text-right text-[13px] text-ink-2"><DateTime at={parcel.at} /><br />{[parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ') || 'No tracking number'}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
