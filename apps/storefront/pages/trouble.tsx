import type { JSX } from 'preact';
import type { Visit } from '../visit/visit.ts';

export function MissingPage({ visit }: { visit: Visit }): JSX.Element {
  return (
    <div class="wrap slim trouble">
      <h1>This page is not here</h1>
      <p>The link may be old, or the product may have left the shop. Searching for it often helps.</p>
      <p class="row"><a class="button" href={visit.href('/search')}>Search the shop</a> <a href={visit.href('/')}>Go to the start page</a></p>
    </div>
  );
}

export function RefusedPage({ visit, says }: { visit: Visit; says: string }): JSX.Element {
  return (
    <div class="wrap slim trouble">
      <h1>That did not work</h1>
      <p>{says}</p>
      <p class="row"><a class="button" href={visit.href('/')}>Go to the start page</a></p>
    </div>
  );
}

export function BrokenPage({ visit, requestId }: { visit: Visit; requestId: string }): JSX.Element {
  return (
    <div class="wrap slim trouble">
      <h1>Something broke on our side</h1>
      <p>Nothing was charged by this page. Please try again in a moment.</p>
      <p class="quiet">If it happens again, tell us this number: {requestId}</p>
      <p class="row"><a class="button" href={visit.href('/')}>Go to the start page</a></p>
    </div>
  );
}

interface NoteProps {
  visit: Visit;
  title: string;
  says: string;
  /** The word on a button that posts to `action`; without it the page leads on to the shop. */
  press?: string;
  action?: string;
}

export function NotePage({ visit, title, says, press, action }: NoteProps): JSX.Element {
  return (
    <div class="wrap slim trouble">
      <h1>{title}</h1>
      <p>{says}</p>
      {press && action
        ? <form method="post" action={visit.href(action)}><button class="button">{press}</button></form>
        : <p><a class="button" href={visit.href('/')}>Go to the start page</a></p>}
    </div>
  );
}
