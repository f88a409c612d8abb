import type { JSX } from 'preact';
import { escapeValue } from '../listing-query.ts';
import type { Listing } from '../listing-query.ts';
import type { Visit } from '../visit/visit.ts';

/** A search or a filtered list can be saved; a mail tells of what is new, once a day at most. */
export function SaveSearch({ visit, asked, path }: { visit: Visit; asked: Listing; path: string }): JSX.Element | null {
  if (visit.url.searchParams.has('saved')) return <p class="note good" role="status">The search is saved. We write to you when there is something new, at most once a day. <a href={visit.href('/account/alerts')}>Your saved searches</a></p>;
  if (!asked.q && asked.filters.size === 0) return null;
  if (!visit.signedIn) return <p class="quiet">Hear of what is new here: <a href={`${visit.href('/account/sign-in')}?to=${encodeURIComponent(visit.path + visit.url.search)}`}>sign in to save this search</a>.</p>;
  const category = /^\/categories\/([\w-]+)$/.exec(path)?.[1];
  return (
    <form class="row save-search" method="post" action={visit.href('/saved-searches')}>
      {asked.q && <input type="hidden" name="q" value={asked.q} />}
      {category && <input type="hidden" name="category" value={category} />}
      {[...asked.filters].map(([key, values]) => <input type="hidden" name={`filter[${key}]`} value={values.map(escapeValue).join(',')} />)}
      <button class="button quiet-button">Save this search</button>
      <span class="quiet">We write to you when there is something new, at most once a day.</span>
    </form>
  );
}
