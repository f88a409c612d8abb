import type { JSX } from 'preact';
import type { GalleryPhoto, Product, Review, Reviews } from '../api.ts';
import type { Visit } from '../visit/visit.ts';
import { sized } from './picture.tsx';
import { Distribution, reviewCount, Stars } from './stars.tsx';

interface Props {
  visit: Visit;
  product: Pick<Product, 'id' | 'slug' | 'title'>;
  reviews: Reviews;
  photos: GalleryPhoto[];
}

/** The reviews on the page of a product: what they add up to, photos of customers, and the most helpful of them. */
export function ReviewSection({ visit, product, reviews, photos }: Props): JSX.Element {
  const base = visit.href(`/products/${product.slug}/reviews`);
  const { count } = reviews.summary;
  return (
    <section class="voice" id="reviews" aria-labelledby="reviews-title">
      <div class="row apart">
        <h2 id="reviews-title">Reviews</h2>
        <a class="button quiet-button" href={`${base}/new`}>Write a review</a>
      </div>
      {count === 0
        ? <p class="quiet">Nobody has reviewed this yet. Be the first.</p>
        : (
          <div class="voice-columns">
            <Distribution summary={reviews.summary} href={(stars) => `${base}?stars=${stars}`} />
            <div>
              <PhotoStrip photos={photos} href={base} />
              <ReviewList visit={visit} product={product} reviews={reviews.data} />
              {count > reviews.data.length && <p><a href={base}>All {reviewCount(count)}</a></p>}
            </div>
          </div>
        )}
    </section>
  );
}

export function PhotoStrip({ photos, href }: { photos: GalleryPhoto[]; href: string }): JSX.Element | null {
  const pictures = photos.filter((each) => each.kind === 'photo');
  if (pictures.length === 0) return null;
  return (
    <ul class="photo-strip" aria-label="Photos of customers">
      {pictures.map((each) => (
        <li><a href={`${href}#review-${each.reviewId}`}><img src={sized(each.url, 320)} alt={`By ${each.author}`} width={96} height={96} loading="lazy" decoding="async" /></a></li>
      ))}
    </ul>
  );
}

export function ReviewList({ visit, product, reviews }: { visit: Visit; product: Props['product']; reviews: Review[] }): JSX.Element {
  return <ul class="reviews">{reviews.map((each) => <li id={`review-${each.id}`}><OneReview visit={visit} product={product} review={each} /></li>)}</ul>;
}

const FITS: Record<string, string> = { small: 'Runs small', true: 'True to size', large: 'Runs large' };

function OneReview({ visit, product, review }: { visit: Visit; product: Props['product']; review: Review }): JSX.Element {
  const facts = [review.bought, review.fit && FITS[review.fit]].filter(Boolean).join(' · ');
  return (
    <article>
      <p class="row"><Stars of={review.stars} />{review.title && <strong>{review.title}</strong>}</p>
      <p class="quiet">
        {review.author}, <time datetime={review.at}>{dayOf(review.at, visit)}</time>
        {review.verified && <span class="verified">Verified purchase</span>}
      </p>
      {facts && <p class="quiet">{facts}</p>}
      {review.text && <p class="said">{review.text}</p>}
      <Media review={review} />
      {review.reply && <blockquote class="reply"><p class="quiet">{visit.shop.name} answers</p><p class="said">{review.reply}</p></blockquote>}
      <Votes visit={visit} product={product} review={review} />
    </article>
  );
}

function Media({ review }: { review: Review }): JSX.Element | null {
  if (review.media.length === 0) return null;
  return (
    <ul class="photo-strip">
      {review.media.map((each, i) => (
        <li>
          {each.kind === 'photo'
            ? <a href={sized(each.url, 1280)}><img src={sized(each.url, 320)} alt={`By ${review.author}, ${i + 1}`} width={96} height={96} loading="lazy" decoding="async" /></a>
            // oxlint-disable-next-line jsx-a11y/media-has-caption -- customers send no captions with their videos
            : <video src={each.url} controls preload="none" width={240} aria-label={`Video by ${review.author}`} />}
        </li>
      ))}
    </ul>
  );
}

function Votes({ visit, product, review }: { visit: Visit; product: Props['product']; review: Review }): JSX.Element {
  return (
    <form class="row votes" method="post" action={visit.href(`/reviews/${review.id}/votes`)}>
      <input type="hidden" name="slug" value={product.slug} />
      <span class="quiet">Was this helpful?</span>
      <button class="link" name="vote" value="helpful" aria-label={`Yes, the review by ${review.author} was helpful`}>Yes{review.helpful > 0 && ` (${review.helpful})`}</button>
      <button class="link" name="vote" value="unhelpful" aria-label={`No, the review by ${review.author} was not helpful`}>No{review.unhelpful > 0 && ` (${review.unhelpful})`}</button>
    </form>
  );
}

export function dayOf(at: string, visit: Visit): string {
  return new Date(at).toLocaleDateString(visit.shop.locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: visit.shop.timeZone ?? 'UTC' });
}
