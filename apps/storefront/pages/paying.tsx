import type { JSX } from 'preact';
import type { PlacedOrder } from '../api.ts';
import type { Visit } from '../visit/visit.ts';

/** Between the shop and the provider's page, where `pays` is paid, or null and only the way to pay is kept: the browser goes on by itself, the link is for those that do not. */
export function LeavingPage({ about, pays, continueAt }: { about: string; pays: string | null; continueAt: string }): JSX.Element {
  return (
    <div class="wrap slim">
      <p class="brand-line">{about}</p>
      <h1>{pays === null ? 'On to your way to pay' : 'On to the payment'}</h1>
      <p>{pays === null ? 'You say on a secure page of the payment provider how you want to pay, and come back here afterwards. Nothing is charged now.' : `You pay ${pays} on a secure page of the payment provider and come back here afterwards.`}</p>
      <p><a class="button big" href={continueAt} rel="noreferrer">Go to the payment page</a></p>
    </div>
  );
}

/** Back from the provider's page, and the money is not there yet. */
export function WaitingPage({ visit, placed, orderPath }: { visit: Visit; placed: PlacedOrder; orderPath: string }): JSX.Element {
  const { continueAt } = placed.payment;
  return (
    <div class="wrap slim">
      <p class="brand-line">Order #{placed.order.number}</p>
      <h1>{continueAt ? (placed.payment.keepsOnly ? 'One step is missing' : 'Your payment is not finished yet') : 'Your payment is on its way'}</h1>
      <p role="status" class="note">{continueAt ? 'Nothing was charged so far, and we keep your things for you a while.' : 'The bank has not confirmed it yet. We write to you as soon as it does; you need not do anything.'}</p>
      {continueAt && <p><a class="button big" href={continueAt} rel="noreferrer">{placed.payment.keepsOnly ? 'Go on' : 'Go on paying'}</a></p>}
      <p><a href={visit.href(visit.path) + visit.url.search}>Look again</a> · <a href={visit.href(orderPath)}>The page of your order</a></p>
    </div>
  );
}
