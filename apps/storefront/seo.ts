import type { DeliveryMethod, Product, Reviews, Variant } from './api.ts';
import { homeCountry } from './checkout-form.ts';
import type { Visit } from './visit/visit.ts';
import { minorDigits } from '#platform/money.ts';
import type { Money } from '#platform/money.ts';

/** JSON that is safe between script tags: nothing in it can close the tag. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const MOST_OFFERS = 100;

/** schema.org Product with one offer a variant, and their range where there are several; https://schema.org/Product */
export function productData(visit: Visit, product: Product, delivery: DeliveryMethod[] = []): Record<string, unknown> {
  const offers = product.variants.slice(0, MOST_OFFERS).map((variant) => offerOf(visit, product, variant, delivery));
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    sku: product.variants[0]?.sku || undefined,
    description: product.seo.description || plainText(product.descriptionHtml, 300) || product.title,
    image: product.images.slice(0, 4).map((image) => absolute(visit, image.url)),
    brand: product.brand ? { '@type': 'Brand', name: product.brand } : undefined,
    url: visit.address(`/products/${product.slug}`),
    subjectOf: product.moving.filter((each) => each.kind === 'model').map((each) => ({ '@type': '3DModel', encoding: { '@type': 'MediaObject', contentUrl: absolute(visit, each.url), encodingFormat: 'model/gltf-binary' } })),
    offers: offers.length > 1 ? rangeOf(product, offers) : offers[0],
  };
}

function rangeOf({ variants }: Product, offers: object[]): Record<string, unknown> {
  const prices = variants.map((each) => each.price.amount);
  const first = variants[0]!.price;
  return {
    '@type': 'AggregateOffer',
    priceCurrency: first.currency,
    lowPrice: decimal({ ...first, amount: Math.min(...prices) }),
    highPrice: decimal({ ...first, amount: Math.max(...prices) }),
    offerCount: variants.length,
    availability: availability(variants),
    offers,
  };
}

function offerOf(visit: Visit, product: Product, variant: Variant, delivery: DeliveryMethod[]): Record<string, unknown> {
  return {
    '@type': 'Offer',
    name: variant.title || undefined,
    sku: variant.sku || undefined,
    url: `${visit.address(`/products/${product.slug}`)}?variant=${variant.id}`,
    price: decimal(variant.price),
    priceCurrency: variant.price.currency,
    availability: availability([variant]),
    itemCondition: 'https://schema.org/NewCondition',
    seller: { '@type': 'Organization', name: visit.shop.name },
    shippingDetails: delivery.length > 0 ? delivery.map((method) => shippingOf(visit, method)) : undefined,
  };
}

function shippingOf(visit: Visit, { from, minDays, maxDays }: DeliveryMethod): Record<string, unknown> {
  return {
    '@type': 'OfferShippingDetails',
    shippingRate: { '@type': 'MonetaryAmount', value: decimal(from), currency: from.currency },
    shippingDestination: { '@type': 'DefinedRegion', addressCountry: homeCountry(visit.shop.locale) },
    deliveryTime: maxDays === null ? undefined : { '@type': 'ShippingDeliveryTime', transitTime: { '@type': 'QuantitativeValue', minValue: minDays ?? 0, maxValue: maxDays, unitCode: 'DAY' } },
  };
}

function availability(variants: readonly Variant[]): string {
  return `https://schema.org/${variants.some((each) => each.available) ? 'InStock' : 'OutOfStock'}`;
}

/** schema.org AggregateRating with a few reviews; nothing while nobody has written one. https://schema.org/AggregateRating */
export function ratingData({ summary, data }: Reviews): Record<string, unknown> {
  if (summary.count === 0) return {};
  return {
    aggregateRating: { '@type': 'AggregateRating', ratingValue: summary.average, reviewCount: summary.count, bestRating: 5, worstRating: 1 },
    review: data.slice(0, 3).map((each) => ({
      '@type': 'Review',
      author: { '@type': 'Person', name: each.author },
      datePublished: each.at.slice(0, 10),
      reviewRating: { '@type': 'Rating', ratingValue: each.stars, bestRating: 5, worstRating: 1 },
      ...(each.title && { name: each.title }),
      ...(each.text && { reviewBody: each.text }),
    })),
  };
}

export interface Crumb {
  name: string;
  path: string;
}

/** schema.org BreadcrumbList; https://schema.org/BreadcrumbList */
export function breadcrumbData(visit: Visit, crumbs: Crumb[]): Record<string, unknown> {
  const itemListElement = crumbs.map((crumb, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name: crumb.name,
    item: visit.address(crumb.path),
  }));
  return { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement };
}

export function absolute(visit: Visit, url: string): string {
  return url.startsWith('/') ? visit.origin + url : url;
}

/** The words of a description, for search results and social cards. Dots, not an ellipsis: one wide character makes the whole page slower to write. */
export function plainText(html: string, length: number): string {
  const text = html.slice(0, length * 8).replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
  return text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length))} ...`;
}

function decimal(value: Money): string {
  const digits = minorDigits(value.currency);
  return (value.amount / 10 ** digits).toFixed(digits);
}
