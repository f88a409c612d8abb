import type { JSX } from 'preact';
import type { GalleryPhoto, OwnReview, Product, ReviewQuery, Reviews, ReviewStanding } from '../api.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import { PhotoStrip, ReviewList } from '../parts/reviews.tsx';
import { Distribution, Stars } from '../parts/stars.tsx';
import type { Visit } from '../visit/visit.ts';

export type ReviewsAsked = Pick<ReviewQuery, 'sort' | 'stars' | 'verified' | 'media'> & { offset: number };

const SORTS = { helpful: 'Most helpful', newest: 'Newest', highest: 'Best first', lowest: 'Worst first' } as const;
export const REVIEWS_A_PAGE = 10;

interface Props {
  visit: Visit;
  product: Product;
  asked: ReviewsAsked;
  found: Reviews;
  photos: GalleryPhoto[];
}

/** All reviews of a product, to sort and to filter. */
export function ReviewsPage({ visit, product, asked, found, photos }: Props): JSX.Element {
  const base = visit.href(`/products/${product.slug}/reviews`);
  const next = asked.offset + REVIEWS_A_PAGE;
  return (
    <div class="wrap">
      <p class="brand-line"><a href={visit.href(`/products/${product.slug}`)}>{product.title}</a></p>
      <div class="row apart"><h1>Reviews</h1><a class="button" href={`${base}/new`}>Write a review</a></div>
      <div class="voice-columns">
        <Distribution summary={found.summary} href={(stars) => `${base}?stars=${stars}`} />
        <div>
          <PhotoStrip photos={photos} href={base} />
          <Choices base={base} asked={asked} />
          {found.data.length === 0 ? <p class="empty">{found.summary.count === 0 ? 'Nobody has reviewed this yet.' : 'No review is like that.'} {found.summary.count > 0 && <a href={base}>Show all</a>}</p> : <ReviewList visit={visit} product={product} reviews={found.data} />}
          <p class="row">
            {asked.offset > 0 && <a class="button quiet-button" href={base + searchOf(asked, { offset: Math.max(0, asked.offset - REVIEWS_A_PAGE) })}>Before</a>}
            {next < found.total && <a class="button quiet-button" href={base + searchOf(asked, { offset: next })}>More reviews</a>}
          </p>
        </div>
      </div>
    </div>
  );
}

function Choices({ base, asked }: { base: string; asked: ReviewsAsked }): JSX.Element {
  const sort = asked.sort ?? 'helpful';
  const chip = (says: string, change: Partial<ReviewsAsked>, on: boolean): JSX.Element => <li><a class="chip" rel="nofollow" aria-current={on ? 'true' : undefined} href={base + searchOf(asked, { offset: 0, ...change })}>{says}</a></li>;
  return (
    <>
      <ul class="chips active" aria-label="Order">{Object.entries(SORTS).map(([key, says]) => chip(says, { sort: key as ReviewsAsked['sort'] & string }, sort === key))}</ul>
      <ul class="chips active" aria-label="Filter">
        {chip('With photos', { media: asked.media ? undefined : '1' } as Partial<ReviewsAsked>, asked.media === '1')}
        {chip('Verified purchases', { verified: asked.verified ? undefined : '1' } as Partial<ReviewsAsked>, asked.verified === '1')}
        {asked.stars && chip(`${asked.stars} stars only: show all`, { stars: undefined } as Partial<ReviewsAsked>, true)}
      </ul>
    </>
  );
}

function searchOf(asked: ReviewsAsked, change: Partial<ReviewsAsked>): string {
  const { sort, stars, verified, media, offset } = { ...asked, ...change };
  const params = new URLSearchParams({ ...(sort && sort !== 'helpful' && { sort }), ...(stars && { stars }), ...(verified && { verified }), ...(media && { media }), ...(offset ? { offset: String(offset) } : {}) });
  return params.size > 0 ? `?${params}` : '';
}

interface FormProps {
  visit: Visit;
  product: Product;
  standing: ReviewStanding;
  typed: Record<string, string>;
  refusal: string;
  sized: 'sized' | 'not sized';
}

export function ReviewFormPage({ visit, product, standing, typed, refusal, sized }: FormProps): JSX.Element {
  return (
    <div class="wrap narrow">
      <p class="brand-line"><a href={visit.href(`/products/${product.slug}`)}>{product.title}</a></p>
      <h1>{standing.own ? 'Change your review' : 'Write a review'}</h1>
      {standing.why === 'sign_in' && <p>Please <a href={`${visit.href('/account/sign-in')}?to=${encodeURIComponent(`/products/${product.slug}/reviews/new`)}`}>sign in</a>, or use the link from the mail of your order.</p>}
      {standing.why === 'not_bought' && <p>Only customers who bought this product here can review it.</p>}
      {standing.may && <Form visit={visit} product={product} standing={standing} typed={typed} refusal={refusal} sized={sized} />}
    </div>
  );
}

function Form({ visit, product, standing, typed, refusal, sized }: FormProps): JSX.Element {
  const { own } = standing;
  const stars = typed['stars'] ?? (own ? String(own.stars) : '');
  return (
    <form class="stack review-form" method="post" enctype="multipart/form-data" action={visit.href(`/products/${product.slug}/reviews`)}>
      {refusal && <p class="note bad" role="alert">{refusal}</p>}
      {own?.state === 'refused' && <p class="note">This review is not public: {own.refusal}</p>}
      <Proof visit={visit} own={own} />
      <fieldset>
        <legend>How do you like it?</legend>
        <div class="star-choice">
          {[5, 4, 3, 2, 1].map((each) => <label><input type="radio" name="stars" value={each} required checked={stars === String(each)} /><Stars of={each} /></label>)}
        </div>
      </fieldset>
      <div class="field wide"><label for="title">In one line <span class="quiet">(optional)</span></label><input id="title" name="title" maxLength={120} value={typed['title'] ?? own?.title} /></div>
      <div class="field wide"><label for="text">What should others know? <span class="quiet">(optional)</span></label><textarea id="text" name="text" rows={6} maxLength={5000}>{typed['text'] ?? own?.text}</textarea></div>
      {sized === 'sized' && <FitChoice chosen={typed['fit'] ?? own?.fit ?? ''} />}
      <div class="field wide"><label for="author">Your name, as others read it</label><input id="author" name="author" maxLength={60} autocomplete="name" value={typed['author'] ?? standing.author} /></div>
      <Files own={own} />
      {standing.verified && <p class="quiet">You bought this here, so your review carries the badge “Verified purchase”.</p>}
      <button class="button wide">{own ? 'Save the review' : 'Send the review'}</button>
    </form>
  );
}

// Guests prove who they are by the link of their order; it travels with the form.
function Proof({ visit, own }: { visit: Visit; own: OwnReview | null }): JSX.Element {
  const { searchParams } = visit.url;
  return (
    <>
      {own && <input type="hidden" name="review" value={own.id} />}
      {searchParams.get('order') && <input type="hidden" name="order" value={searchParams.get('order')!} />}
      {searchParams.get('token') && <input type="hidden" name="token" value={searchParams.get('token')!} />}
    </>
  );
}

function FitChoice({ chosen }: { chosen: string }): JSX.Element {
  const choices = { small: 'Small', true: 'As expected', large: 'Large' };
  return (
    <fieldset>
      <legend>How did it fit? <span class="quiet">(optional)</span></legend>
      <div class="fit-choice">{Object.entries(choices).map(([value, says]) => <label><input type="radio" name="fit" value={value} checked={chosen === value} />{says}</label>)}</div>
    </fieldset>
  );
}

function Files({ own }: { own: OwnReview | null }): JSX.Element {
  return (
    <>
      {own && own.media.length > 0 && (
        <fieldset>
          <legend>Photos and video</legend>
          {own.media.map((each, i) => <label class="row"><input type="checkbox" name="keep" value={each.id} checked />Keep {each.kind === 'photo' ? `photo ${i + 1}` : 'the video'}</label>)}
        </fieldset>
      )}
      <div class="field wide"><label for="photos">Photos <span class="quiet">(up to 6, 8 MiB each)</span></label><input id="photos" name="photos" type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif" multiple /></div>
      <div class="field wide"><label for="video">Video <span class="quiet">(one, MP4 or WebM, 25 MiB)</span></label><input id="video" name="video" type="file" accept="video/mp4,video/webm" /></div>
    </>
  );
}

const STATES = { waiting: 'The shop reads it before others do.', published: 'Everybody reads it.', refused: 'It is not public' };

export function MyReviewsPage({ visit, reviews }: { visit: Visit; reviews: OwnReview[] }): JSX.Element {
  return (
    <AccountFrame visit={visit} title="Your reviews">
      {reviews.length === 0 && <p class="empty">You have not reviewed anything yet.</p>}
      <ul class="reviews">
        {reviews.map((each) => (
          <li>
            <p class="row"><Stars of={each.stars} /><a href={visit.href(`/products/${each.slug}`)}>{each.product}</a></p>
            {(each.title || each.text) && <p class="said">{[each.title, each.text].filter(Boolean).join('\n')}</p>}
            <p class="quiet">{each.state === 'refused' && each.refusal ? `It is not public: ${each.refusal}` : STATES[each.state]}</p>
            <div class="row">
              <a href={visit.href(`/products/${each.slug}/reviews/new`)}>Change</a>
              <form method="post" action={visit.href(`/reviews/${each.id}/removal`)}><button class="link" aria-label={`Delete the review of ${each.product}`}>Delete</button></form>
            </div>
          </li>
        ))}
      </ul>
    </AccountFrame>
  );
}
