import type { JSX } from 'preact';
import type { OrderLine } from '../api.ts';
import { variantName } from '../cart-summary.ts';
import type { Visit } from '../visit/visit.ts';
import { Picture } from './picture.tsx';

export function OrderLines({ visit, lines }: { visit: Visit; lines: OrderLine[] }): JSX.Element {
  return (
    <ul class="order-lines">
      {lines.map((line) => (
        <li>
          <Picture of={line.image ?? null} alt="" sizes="56px" />
          <span>
            {line.title}
            <span class="quiet">{[variantName(line.variantTitle), `${line.quantity} × ${visit.money(line.unitPrice)}`].filter(Boolean).join(' · ')}</span>
          </span>
          <span class="line-price">{line.discount.amount > 0 && <s><span class="hush">instead of </span>{visit.money(line.total)}</s>}<strong>{visit.money({ ...line.total, amount: line.total.amount - line.discount.amount })}</strong></span>
        </li>
      ))}
    </ul>
  );
}
