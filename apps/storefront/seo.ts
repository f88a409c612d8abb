import type { Product, Reviews } from './api.ts';
import type { Visit } from './visit/visit.ts';
import { minorDigits } from '#platform/money.ts';
import type { Money } from '#platform/money.ts';

/** JSON that is safe between script tags: nothing in it can close the tag. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** schema.org Product with one offer per variant range; https://schema.org/Product */
export function productData(visit: Visit, product: Product): Record<string, unknown> {
  const prices = product.variants.map((each) => each.price.amount);
  const first = product.variants[0]?.price;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    sku: product.variants[0]?.sku ?? undefined,
    description: product.seo.description ?? plainText(product.descriptionHtml, 300),
    image: product.images.slice(0, 4).map((image) => absolute(visit, image.url)),
    brand: product.brand ? { '@type': 'Brand', name: product.brand } : undefined,
    url: visit.address(`/products/${product.slug}`),
    offers: first && {
      '@type': 'AggregateOffer',
      priceCurrency: first.currency,
      lowPrice: decimal({ ...first, amount: Math.min(...prices) }),
      highPrice: decimal({ ...first, amount: Math.max(...prices) }),
      offerCount: product.variants.length,
      availability: `https://schema.org/${product.variants.some((each) => each.available) ? 'InStock' : 'OutOfStock'}`,
    },
  };
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
