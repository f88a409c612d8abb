import type { JSX } from 'preact';
import type { Customer, Session } from '../api.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import type { Visit } from '../visit/visit.ts';
import { EraseNote } from './account.tsx';
import { moment } from '../parts/moment.ts';

interface Props {
  visit: Visit;
  customer: Customer;
  sessions: Session[];
  done: string | undefined;
}

export function PrivacyPage({ visit, customer, sessions, done }: Props): JSX.Element {
  return (
    <AccountFrame visit={visit} title="Privacy and sign-ins" done={done}>
      <EraseNote visit={visit} customer={customer} />
      <Sessions visit={visit} sessions={sessions} />
      <section class="panel" aria-labelledby="take">
        <h2 id="take">Take your data with you</h2>
        <p>Everything we keep of you, as one file: your details and addresses, your orders, the mails we wrote.</p>
        <p><a class="button quiet-button" href={visit.href('/account/data.json')} download>Download my data</a></p>
      </section>
      <section class="panel" aria-labelledby="consent">
        <h2 id="consent">News and offers</h2>
        <form class="row" method="post" action={visit.href('/account/consent')}>
          <p>{customer.acceptsMarketing ? 'We may write to you about news and offers.' : 'We write to you about your orders only.'}</p>
          <input type="hidden" name="marketing" value={customer.acceptsMarketing ? 'no' : 'yes'} />
          <button class="button quiet-button">{customer.acceptsMarketing ? 'Stop writing to me' : 'Write to me about news'}</button>
        </form>
      </section>
      {!customer.eraseAt && <Erase visit={visit} customer={customer} />}
    </AccountFrame>
  );
}

function Sessions({ visit, sessions }: { visit: Visit; sessions: Session[] }): JSX.Element {
  return (
    <section class="panel" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul class="sessions">
        {sessions.map((session) => (
          <li class="row apart">
            <span>Since {moment(session.since, visit.shop)}</span>
            <form method="post" action={visit.href(`/account/sessions/${session.id}/end`)}><button class="link">Sign out<span class="hush"> the one since {moment(session.since, visit.shop)}</span></button></form>
          </li>
        ))}
      </ul>
      <form method="post" action={visit.href('/account/sessions/end')}><button class="button quiet-button">Sign out everywhere</button></form>
    </section>
  );
}

function Erase({ visit, customer }: { visit: Visit; customer: Customer }): JSX.Element {
  return (
    <section class="panel" aria-labelledby="erase">
      <h2 id="erase">Erase my data</h2>
      <p>We forget who you are: account, addresses, mails and messages go. What you bought stays in the books without your name, and invoices are kept for as long as the law says. You have two weeks to think better of it.</p>
      <details class="sure">
        <summary class="link">I want to be erased</summary>
        <form method="post" action={visit.href('/account/erasure')}>
          <p>We mail a link to {customer.email}. Only with it is anything erased.</p>
          <button class="button">Mail me the link</button>
        </form>
      </details>
    </section>
  );
}
