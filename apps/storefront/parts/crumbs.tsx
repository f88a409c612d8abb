import type { JSX } from 'preact';
import type { Crumb } from '../seo.ts';
import type { Visit } from '../visit/visit.ts';

/** The way back up. The page itself is its heading, so it is not repeated here. */
export function Crumbs({ visit, crumbs }: { visit: Visit; crumbs: Crumb[] }): JSX.Element {
  return (
    <nav class="crumbs" aria-label="Breadcrumb">
      <ol>
        <li><a href={visit.href('/')}>Home</a></li>
        {crumbs.map((each) => <li><a href={visit.href(each.path)}>{each.name}</a></li>)}
      </ol>
    </nav>
  );
}
