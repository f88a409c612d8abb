import type { JSX } from 'preact';
import type { DeliveryMethod, Product, ProductOffer, ProductPlan, Variant } from '../api.ts';
import { variantName } from '../cart-summary.ts';
import { BuyBox } from '../islands/buy-box.tsx';
import type { BuyBoxProps, Choice, PlanOffer } from '../islands/buy-box.tsx';
import { Crumbs } from '../parts/crumbs.tsx';
import { DeliveryPromise } from '../parts/delivery.tsx';
import { Gallery } from '../parts/gallery.tsx';
import { Heart } from '../parts/heart.tsx';
import { CompareIcon, ShareIcon } from '../parts/icons.tsx';
import { moment } from '../parts/moment.ts';
import { Island } from '../parts/island.tsx';
import { QuestionSection } from '../parts/questions.tsx';
import { ReviewSection } from '../parts/reviews.tsx';
import { FitLine } from '../parts/sizing.tsx';
import { RatingLink } from '../parts/stars.tsx';
import type { Voice } from '../voice.ts';
import type { Crumb } from '../seo.ts';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  product: Product;
  chosen: Variant | undefined;
  refusal: string;
  offers?: ProductOffer[];
  plans?: ProductPlan[];
  /** The categories above it, top first. */
  crumbs: Crumb[];
  /** How the shop sends things at home. */
  delivery?: DeliveryMethod[];
  /** What customers say; the page stands without it. */
  voice?: Voice | undefined;
}

export function ProductPage({ visit, product, chosen, refusal, crumbs, offers = [], plans = [], delivery = [], voice }: Props): JSX.Element {
  return (
    <article class="wrap" data-product={product.id}>
      <Crumbs visit={visit} crumbs={crumbs} />
      <div class="product">
        <Gallery product={product} />
        <div class="product-side">
          {product.brand && <p class="brand-line">{product.brand}</p>}
          <h1>{product.title}</h1>
          {voice && <RatingLink summary={voice.reviews.summary} />}
          <Offers visit={visit} offers={offers} />
          <Island name="buy-box" of={BuyBox} props={{ ...buyBox(visit, product, chosen, refusal), plans: plans.map((plan) => planOffer(visit, plan)) }} />
          {voice && <FitLine visit={visit} product={product} sizing={voice.sizing} />}
          <Contents visit={visit} variant={chosen} />
          <DeliveryPromise visit={visit} methods={delivery} />
          <Beside visit={visit} product={product} warranty={voice?.warranty} />
          <Facts product={product} locale={visit.shop.locale} />
          {product.descriptionHtml && <div class="prose" dangerouslySetInnerHTML={{ __html: product.descriptionHtml }} />}
        </div>
      </div>
      {voice && <ReviewSection visit={visit} product={product} reviews={voice.reviews} photos={voice.photos} />}
      {voice && <QuestionSection visit={visit} product={product} questions={voice.questions} />}
      <p class="more-like" id="goes-with" data-late={visit.href(`/products/${product.slug}/goes-with`)}><a href={visit.href(`/products/${product.slug}/goes-with`)}>What goes with this</a></p>
    </article>
  );
}

/** Offers that hold by themselves, with the time they really end, where they do. */
function Offers({ visit, offers }: { visit: Visit; offers: ProductOffer[] }): JSX.Element {
  return (
    <>
      {offers.map((offer) => (
        <p class="offer-note">
          <strong>{offer.title}</strong> <span>{offer.sentence}</span>
          {offer.endsAt && <time class="until" dateTime={offer.endsAt} data-until={offer.endsAt}>until {moment(offer.endsAt, visit.shop)}</time>}
        </p>
      ))}
    </>
  );
}

/** What can be done beside buying, and what is promised. */
function Beside({ visit, product, warranty }: { visit: Visit; product: Product; warranty: Voice['warranty'] | undefined }): JSX.Element {
  const price = visit.signedIn ? (
    <form method="post" action={visit.href(`/products/${product.slug}/price-alert`)}><input type="hidden" name="productId" value={product.id} /><button class="link">Tell me when it gets cheaper</button></form>
  ) : null;
  return (
    <>
      <div class="row beside">
        <Heart visit={visit} product={product} as="words" />
        {price}
        <button type="button" class="link scripted" data-compare={product.id} data-title={product.title} aria-pressed="false"><CompareIcon /><span>Compare</span></button>
        <button type="button" class="link share scripted"><ShareIcon /><span>Share</span></button>
      </div>
      {visit.url.searchParams.has('told') && <p class="note good" role="status">We write to you as soon as there is news.</p>}
      {warranty?.months ? <p class="quiet">{warrantyWords(warranty.months)} warranty.{warranty.terms && ` ${warranty.terms}`}</p> : null}
    </>
  );
}

/** What one finds in the box. */
function Contents({ visit, variant }: { visit: Visit; variant: Variant | undefined }): JSX.Element | null {
  if (!variant?.contents) return null;
  return (
    <section class="contents" aria-labelledby="contents">
      <h2 id="contents">What is inside</h2>
      <ul>
        {variant.contents.map((part) => <li>{part.quantity} × <a href={visit.href(`/products/${part.slug}?variant=${part.variantId}`)}>{part.title}</a>{variantName(part.variantTitle) && `, ${variantName(part.variantTitle)}`}</li>)}
      </ul>
    </section>
  );
}

export function warrantyWords(months: number): string {
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? '1 year' : `${months / 12} years`;
}

function Facts({ product, locale }: { product: Product; locale: string }): JSX.Element | null {
  if (product.customFields.length === 0) return null;
  return (
    <dl class="facts">
      {product.customFields.map((field) => (
        <div><dt>{field.says}</dt><dd>{fieldText(field.value, locale)}{field.unit && ` ${field.unit}`}</dd></div>
      ))}
    </dl>
  );
}

/** A custom field's value in words: yes and no, lists with commas, numbers as the shop's language writes them. */
export function fieldText(value: unknown, locale: string): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (Array.isArray(value)) return value.map((each) => fieldText(each, locale)).join(', ');
  return value == null ? '–' : String(value);
}

function buyBox(visit: Visit, product: Product, chosen: Variant | undefined, refusal: string): Omit<BuyBoxProps, 'plans'> {
  const options = product.options.filter((option) => option.values.length > 1 || product.options.length > 1);
  return {
    slug: product.slug,
    options: options.filter((option) => option.name !== 'Title'),
    choices: product.variants.map((each) => choiceOf(visit, each, options)),
    chosen: chosen?.id ?? '',
    productHref: visit.href(`/products/${product.slug}`),
    addHref: visit.href('/cart/lines'),
    waitHref: visit.href(`/products/${product.slug}/restock-alert`),
    knowsEmail: visit.signedIn,
    refusal,
  };
}

function planOffer(visit: Visit, { planId, says, trialDays, minCycles, prices }: ProductPlan): PlanOffer {
  const note = [trialDays > 0 && `The first ${trialDays} days are free.`, minCycles > 1 && `At least ${minCycles} deliveries.`].filter(Boolean).join(' ');
  const words = `${says.charAt(0).toUpperCase()}${says.slice(1)}`;
  return { id: planId, says: words, note, prices: Object.fromEntries(prices.map(({ variantId, price }) => [variantId, visit.money(price)])) };
}

function choiceOf(visit: Visit, variant: Variant, options: Product['options']): Choice {
  const reduced = variant.compareAt !== null && variant.compareAt.amount > variant.price.amount;
  return {
    id: variant.id,
    sku: variant.sku ?? '',
    values: options.map((option) => variant.options[option.name] ?? ''),
    price: visit.money(variant.price),
    was: reduced ? visit.money(variant.compareAt!) : '',
    available: variant.available,
    stockSays: stockSentence(variant),
    imageUrl: variant.imageUrl ?? '',
  };
}

/** True urgency only: a number is said when it is real and the shop itself calls it few. */
export function stockSentence({ available, stock, low }: Pick<Variant, 'available' | 'stock' | 'low'>): string {
  if (!available) return 'Sold out at the moment';
  return low && stock !== null && stock > 0 ? `Only ${stock} left` : 'In stock, ready to send';
}
