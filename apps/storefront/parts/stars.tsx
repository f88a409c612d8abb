import type { JSX } from 'preact';
import type { Reviews } from '../api.ts';

type Summary = Reviews['summary'];

export function Stars({ of }: { of: number }): JSX.Element {
  const full = Math.round(of);
  return (
    <span class="stars" role="img" aria-label={`${starText(of)} of 5 stars`}>
      <span aria-hidden="true">{'★'.repeat(full)}<span class="unlit">{'★'.repeat(5 - full)}</span></span>
    </span>
  );
}

/** 4.37 is said as 4.4, 4.00 as 4. */
export function starText(average: number): string {
  return String(Math.round(average * 10) / 10);
}

export function reviewCount(count: number): string {
  return count === 1 ? '1 review' : `${count} reviews`;
}

export function RatingLink({ summary }: { summary: Summary }): JSX.Element | null {
  if (summary.count === 0) return null;
  return <p class="rating-line"><a href="#reviews"><Stars of={summary.average} /> {starText(summary.average)} <span class="quiet">({reviewCount(summary.count)})</span></a></p>;
}

/** The average, and how many gave how many stars. */
export function Distribution({ summary, href }: { summary: Summary; href?: (stars: number) => string }): JSX.Element {
  return (
    <div class="distribution">
      <p class="average"><strong>{starText(summary.average)}</strong><Stars of={summary.average} /><span class="quiet">{reviewCount(summary.count)}</span></p>
      <ul>
        {[5, 4, 3, 2, 1].map((stars) => {
          const n = summary.stars[stars - 1] ?? 0;
          const label = `${stars} ${stars === 1 ? 'star' : 'stars'}`;
          return (
            <li>
              {href && n > 0 ? <a href={href(stars)} rel="nofollow">{label}</a> : <span>{label}</span>}
              <meter min={0} max={Math.max(1, summary.count)} value={n} aria-label={`${label}: ${n}`} />
              <span class="quiet">{n}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
