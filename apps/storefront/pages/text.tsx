import type { JSX } from 'preact';
import { Crumbs } from '../parts/crumbs.tsx';
import type { Visit } from '../visit/visit.ts';

/** A text page of the shop: delivery, returns, privacy. Its HTML was cleaned before it was stored. */
export function TextPage({ visit, title, html }: { visit: Visit; title: string; html: string }): JSX.Element {
  return (
    <article class="wrap text-page">
      <Crumbs visit={visit} crumbs={[]} />
      <h1>{title}</h1>
      {html ? <div class="prose" dangerouslySetInnerHTML={{ __html: html }} /> : <p class="quiet">This page has not been written yet.</p>}
    </article>
  );
}
