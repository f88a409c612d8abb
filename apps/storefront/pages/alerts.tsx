import type { JSX } from 'preact';
import type { Alert } from '../api.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import type { Visit } from '../visit/visit.ts';

const KINDS: [Alert['kind'], string][] = [['search', 'Saved searches'], ['price', 'When it gets cheaper'], ['restock', 'When it is back in stock']];

/** Everything somebody has asked to be written about, each with a way to stop it. */
export function AlertsPage({ visit, alerts }: { visit: Visit; alerts: Alert[] }): JSX.Element {
  return (
    <AccountFrame visit={visit} title="Alerts and saved searches">
      {alerts.length === 0 && <p class="empty">You wait for nothing. Save a search, or ask a product’s page to tell you when it gets cheaper.</p>}
      {KINDS.map(([kind, title]) => {
        const own = alerts.filter((each) => each.kind === kind);
        return own.length === 0 ? null : (
          <section class="panel" aria-labelledby={`alerts-${kind}`}>
            <h2 id={`alerts-${kind}`}>{title}</h2>
            <ul>{own.map((each) => <li class="row apart"><span><a href={visit.href(each.path)}>{each.says}</a>{each.priceThen && <span class="quiet"> than {visit.money(each.priceThen)}</span>}</span><Stop visit={visit} alert={each} /></li>)}</ul>
          </section>
        );
      })}
    </AccountFrame>
  );
}

function Stop({ visit, alert }: { visit: Visit; alert: Alert }): JSX.Element {
  return <form method="post" action={visit.href(`/account/alerts/${alert.id}/end`)}><button class="link" aria-label={`Stop mails about ${alert.says}`}>Stop</button></form>;
}
