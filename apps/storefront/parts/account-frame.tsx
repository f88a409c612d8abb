import type { ComponentChildren, JSX } from 'preact';
import type { Visit } from '../visit/visit.ts';

const PLACES = [
  ['/account', 'Orders'],
  ['/account/returns', 'Returns'],
  ['/account/messages', 'Messages'],
  ['/wishlist', 'Wishlist'],
  ['/account/alerts', 'Alerts and saved searches'],
  ['/account/reviews', 'Your reviews'],
  ['/account/subscriptions', 'Subscriptions'],
  ['/account/details', 'Your details'],
  ['/account/addresses', 'Addresses'],
  ['/account/privacy', 'Privacy and sign-ins'],
] as const;

interface Props {
  visit: Visit;
  title: string;
  /** What has just been done, in words. */
  done?: string | undefined;
  /** What did not work. */
  wrong?: string | undefined;
  /** Conversations with something new, where the page knows. */
  unread?: number;
  children: ComponentChildren;
}

/** Every page of the account has the same way to the others. */
export function AccountFrame({ visit, title, done, wrong, unread = 0, children }: Props): JSX.Element {
  return (
    <div class="wrap account">
      <nav class="account-nav" aria-label="Account">
        <ul>
          {PLACES.map(([path, says]) => <li><a href={visit.href(path)} aria-current={isHere(visit, path) ? 'page' : undefined}>{says}{path === '/account/messages' && unread > 0 && <strong class="new">{unread} new</strong>}</a></li>)}
        </ul>
        <form method="post" action={visit.href('/account/sign-out')}><button class="link">Sign out</button></form>
      </nav>
      <div class="account-main">
        <h1>{title}</h1>
        {done && <p class="note good" role="status">{done}</p>}
        {wrong && <p class="note bad" role="alert">{wrong}</p>}
        {children}
      </div>
    </div>
  );
}

function isHere(visit: Visit, path: string): boolean {
  return path === '/account' ? visit.path === path : visit.path.startsWith(path);
}
