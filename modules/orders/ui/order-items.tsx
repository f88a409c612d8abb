import { ImageOff } from 'lucide-react';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import { countOf, toSend, type Order, type OrderLine } from './order-shape.ts';

/** What was bought, as it was then. */
export function ItemsCard({ order }: { order: Order }) {
  return (
    <Card title="Items" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {order.lines.map((line) => <Line key={line.id} line={line} taxIncluded={order.taxIncluded} />)}
      </ul>
    </Card>
  );
}

function Line({ line, taxIncluded }: { line: OrderLine; taxIncluded: boolean }) {
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <Picture line={line} />
      <div className="min-w-0 flex-1">
        <Link to={`/products/${line.productId}`} className="font-medium hover:underline">{line.title}</Link>
        <p className="text-[13px] text-ink-3">{[line.variantTitle, line.sku].filter(Boolean).join(' · ')}</p>
        <p className="text-[13px] text-ink-2">{whereAbouts(line)}</p>
      </div>
      <div className="text-right">
        <p className="font-medium"><Money value={line.total} /></p>
        <p className="figures text-[13px] whitespace-nowrap text-ink-3">{line.quantity} × <Money value={line.unitPrice} /></p>
        {line.discount.amount > 0 && <p className="text-[13px] whitespace-nowrap text-good">− <Money value={line.discount} /></p>}
        {line.tax.amount > 0 && <p className="text-[13px] whitespace-nowrap text-ink-3">{taxIncluded ? 'incl. tax' : '+ tax'} <Money value={line.tax} /></p>}
      </div>
    </li>
  );
}

/** "2 of 3 shipped, 1 on its way back, 1 taken off." Nothing while everything still waits. */
function whereAbouts(line: OrderLine): string {
  const sent = line.fulfilled === 0 ? '' : toSend(line) === 0 && line.removed === 0 ? 'Shipped' : `${line.fulfilled} of ${line.quantity} shipped`;
  return [sent, line.expected > 0 && `${line.expected} on the way back`, line.returned > 0 && `${line.returned} returned`, line.removed > 0 && `${countOf(line.removed)} taken off`, line.credited > 0 && `${line.credited} refunded`].filter(Boolean).join(', ');
}

function Picture({ line }: { line: OrderLine }) {
  if (line.image) return <img src={line.image.url} alt="" loading="lazy" width={44} height={44} className="size-11 shrink-0 rounded-lg border border-line bg-sunken object-cover" />;
  return <span className="grid size-11 shrink-0 place-items-center rounded-lg border border-line bg-sunken text-ink-3"><ImageOff aria-hidden className="size-4" /></span>;
}
