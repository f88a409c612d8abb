import type { JSX } from 'preact';
import type { Product, Variant } from '../api.ts';
import { BuyBox } from '../islands/buy-box.tsx';
import type { BuyBoxProps, Choice } from '../islands/buy-box.tsx';
import { Crumbs } from '../parts/crumbs.tsx';
import { Gallery } from '../parts/gallery.tsx';
import { Heart } from '../parts/heart.tsx';
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
  /** The categories above it, top first. */
  crumbs: Crumb[];
  /** What customers say; the page stands without it. */
  voice?: Voice | undefined;
}

export function ProductPage({ visit, product, chosen, refusal, crumbs, voice }: Props): JSX.Element {
  return (
    <article class="wrap">
      <Crumbs visit={visit} crumbs={crumbs} />
      <div class="product">
        <Gallery images={product.images} title={product.title} />
        <div class="product-side">
          {product.brand && <p class="brand-line">{product.brand}</p>}
          <h1>{product.title}</h1>
          {voice && <RatingLink summary={voice.reviews.summary} />}
          <Island name="buy-box" of={BuyBox} props={buyBox(visit, product, chosen, refusal)} />
          {voice && <FitLine visit={visit} product={product} sizing={voice.sizing} />}
          <Beside visit={visit} product={product} warranty={voice?.warranty} />
          <Facts product={product} locale={visit.shop.locale} />
          {product.descriptionHtml && <div class="prose" dangerouslySetInnerHTML={{ __html: product.descriptionHtml }} />}
        </div>
      </div>
      {voice && <ReviewSection visit={visit} product={product} reviews={voice.reviews} photos={voice.photos} />}
      {voice && <QuestionSection visit={visit} product={product} questions={voice.questions} />}
    </article>
  );
}

/** What can be done beside buying, and what is promised. */
function Beside({ visit, product, warranty }: { visit: Visit; product: Product; warranty: Voice['warranty'] | undefined }): JSX.Element {
  const price = visit.signedIn ? (
    <form method="post" action={visit.href(`/products/${product.slug}/price-alert`)}><input type="hidden" name="productId" value={product.id} /><button class="link">Tell me when it gets cheaper</button></form>
  ) : null;
  return (
    <>
      <div class="row beside"><Heart visit={visit} product={product} as="words" />{price}</div>
      {visit.url.searchParams.has('told') && <p class="note good" role="status">We write to you as soon as there is news.</p>}
      {warranty?.months ? <p class="quiet">{warrantyWords(warranty.months)} warranty.{warranty.terms && ` ${warranty.terms}`}</p> : null}
    </>
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

function buyBox(visit: Visit, product: Product, chosen: Variant | undefined, refusal: string): BuyBoxProps {
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

const SCARCE = 5;

/** True urgency only: a number is said when it is small and real. */
export function stockSentence({ available, stock }: Pick<Variant, 'available' | 'stock'>): string {
  if (!available) return 'Sold out at the moment';
  return stock !== null && stock > 0 && stock <= SCARCE ? `Only ${stock} left` : 'In stock, ready to send';
}
