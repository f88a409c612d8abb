import type { JSX } from 'preact';
import type { FilledSection } from '../home-sections.ts';
import { HomeSection } from '../parts/sections.tsx';
import type { Visit } from '../visit/visit.ts';

export function HomePage({ visit, sections }: { visit: Visit; sections: FilledSection[] }): JSX.Element {
  const begins = sections[0]?.section.kind === 'hero';
  const sells = sections.some((each) => each.products.length > 0 || each.sales.length > 0);
  return (
    <div class="home">
      {!begins && <h1 class="hush">{visit.shop.name}</h1>}
      {sections.map((each, i) => <HomeSection visit={visit} filled={each} {...(i === 0 && { first: true as const })} />)}
      {!sells && <p class="wrap empty">The shelves are being filled. Please come back soon.</p>}
    </div>
  );
}
