import type { JSX } from 'preact';
import type { ReturnSummary } from '../api.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import { moment } from '../parts/moment.ts';
import { STAGES } from '../parts/returns.tsx';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  returns: ReturnSummary[];
  /** The return before which older ones begin. */
  older: string | null;
}

/** Everything a customer sends back, or wanted to. */
export function AccountReturnsPage({ visit, returns, older }: Props): JSX.Element {
  return (
    <AccountFrame visit={visit} title="Returns">
      {returns.length === 0
        ? <p class="empty">You have not returned anything. Ask for a return on the page of <a href={visit.href('/account')}>your order</a>.</p>
        : <ul class="order-list">{returns.map((back) => <li><ReturnRow visit={visit} back={back} /></li>)}</ul>}
      {older && <p><a class="button quiet-button" href={visit.href(`/account/returns?before=${older}`)}>Older returns</a></p>}
    </AccountFrame>
  );
}

function ReturnRow({ visit, back }: { visit: Visit; back: ReturnSummary }): JSX.Element {
  return (
    <a class="panel order-row" href={visit.href(`/orders/${back.orderId}#${back.id}`)}>
      <span><strong>{back.name}</strong><span class="quiet">{moment(back.at, visit.shop)}</span></span>
      <span>{back.what}</span>
      <span class={`return-stage ${back.stage}`}>{STAGES[back.stage]}</span>
    </a>
  );
}
