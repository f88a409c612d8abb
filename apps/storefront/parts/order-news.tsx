import type { JSX } from 'preact';
import type { Visit } from '../visit/visit.ts';
import { BellIcon } from './icons.tsx';

/** Offers to tell this browser when the order moves. Shown by the script, where the browser can take such messages. */
export function OrderNews({ visit, orderId }: { visit: Visit; orderId: string }): JSX.Element {
  const action = visit.href(`/orders/${orderId}/devices`) + visit.url.search;
  return (
    <div class="panel order-news" data-order-news={action} data-key={visit.href('/push-key')} hidden>
      <p><BellIcon /><span><strong>Shall we tell you when it is on its way?</strong><span class="quiet">A message on this device, about this order only.</span></span></p>
      <button type="button" class="button quiet-button">Tell me</button>
      <p class="quiet" role="status" />
    </div>
  );
}
