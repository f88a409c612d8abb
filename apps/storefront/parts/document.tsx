import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Category, Picture as Source } from '../api.ts';
import { absolute, safeJson } from '../seo.ts';
import { themeSheet } from '../theme.ts';
import type { Visit } from '../visit/visit.ts';
import { escaped } from './escape.ts';
import { footerHtml, headerHtml, type Frame } from './frame.tsx';
import { sized, srcset } from './picture.tsx';

/** What the head of a page says about it. */
export interface PageHead {
  title: string;
  description?: string;
  /** Path of the one address this content should be found under; none for private pages. */
  canonical?: string;
  /** Of one visitor alone, yet may be kept on the device and read without a connection; public pages may anyway. */
  offline?: true;
  image?: Source | null;
  /** The picture the visitor waits for, fetched before the style sheet is read. */
  preload?: { image: Source; sizes: string };
  data?: Record<string, unknown>[];
  kind?: 'website' | 'product';
}

interface Props {
  visit: Visit;
  head: PageHead;
  categories: Category[];
  frame?: Frame;
  children: ComponentChildren;
}

/** A whole page. What is the same on every page of a shop is put together from ready text: that is most of it. */
export function Document({ visit, head, categories, frame = { categories, pages: [] }, children }: Props): JSX.Element {
  const { locale } = visit.shop;
  const main = renderToString(<main id="main" tabIndex={-1}>{children}</main>);
  return <html lang={locale} dir={direction(locale)} dangerouslySetInnerHTML={{ __html: `${headHtml(visit, head)}${bodyHtml(visit, frame, main)}` }} />;
}

function bodyHtml(visit: Visit, frame: Frame, main: string): string {
  const marks = `data-base="${escaped(visit.basePath)}" data-shop="${escaped(visit.shop.id.slice(-12))}"${visit.signedIn ? ' data-signed-in' : ''}${visit.preview ? ' data-preview' : ''}`;
  const drawer = `<div id="drawer" data-cart="${escaped(visit.href('/cart'))}" data-checkout="${escaped(visit.href('/checkout'))}"></div>`;
  const wish = `<form id="wish" method="post" action="${escaped(visit.href('/wishlist/items'))}"></form>`;
  return `<body ${marks}><a class="skip" href="#main">Skip to content</a>${headerHtml(visit, frame)}${main}${footerHtml(visit, frame)}${wish}${drawer}<p class="hush" role="status" id="says"></p></body>`;
}

const heads = new WeakMap<Visit['shop'], Map<string, string>>();

/** The part of the head that every page of a shop shares. */
function sharedHead(visit: Visit): string {
  let known = heads.get(visit.shop);
  if (!known) heads.set(visit.shop, (known = new Map<string, string>()));
  let html = known.get(visit.basePath);
  if (html === undefined) known.set(visit.basePath, (html = writeSharedHead(visit)));
  return html;
}

function writeSharedHead(visit: Visit): string {
  const { css, ground, nightGround } = themeSheet(visit.shop);
  const colour = (content: string, scheme: string): string => `<meta name="theme-color" content="${content}"${nightGround ? ` media="(prefers-color-scheme: ${scheme})"` : ''}>`;
  return (
    `<link rel="stylesheet" href="${visit.assets.css}"><style>${css}</style><script type="module" src="${visit.assets.script}"></script>` +
    `${colour(ground, 'light')}${nightGround ? colour(nightGround, 'dark') : ''}` +
    `<link rel="icon" type="image/svg+xml" href="${escaped(visit.href('/icon.svg'))}"><link rel="apple-touch-icon" href="${escaped(visit.href('/icon-192.png'))}">` +
    `<link rel="manifest" href="${escaped(visit.href('/manifest.webmanifest'))}">`
  );
}

function headHtml(visit: Visit, head: PageHead): string {
  const data = head.data?.map((each) => `<script type="application/ld+json">${safeJson(each)}</script>`).join('') ?? '';
  return (
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(head.title)}</title>` +
    `${head.preload ? preloadHtml(head.preload) : ''}${sharedHead(visit)}${findableHtml(visit, head)}${data}</head>`
  );
}

function preloadHtml({ image, sizes }: { image: Source; sizes: string }): string {
  const set = srcset(image);
  return `<link rel="preload" as="image" href="${escaped(sized(image.url, 640))}"${set ? ` imagesrcset="${escaped(set)}"` : ''} imagesizes="${escaped(sizes)}" fetchpriority="high">`;
}

function findableHtml(visit: Visit, head: PageHead): string {
  if (head.canonical === undefined || visit.preview) return '<meta name="robots" content="noindex">';
  const address = escaped(visit.address(head.canonical));
  const title = escaped(head.title);
  const description = escaped(head.description ?? '');
  return (
    `${description && `<meta name="description" content="${description}"><meta property="og:description" content="${description}">`}<link rel="canonical" href="${address}" />` +
    `<meta property="og:title" content="${title}"><meta property="og:type" content="${head.kind ?? 'website'}"><meta property="og:url" content="${address}">` +
    `<meta property="og:site_name" content="${escaped(visit.shop.name)}">` +
    (head.image ? `<meta property="og:image" content="${escaped(absolute(visit, sized(head.image.url, 1280)))}">` : '') +
    `<meta name="twitter:card" content="${head.image ? 'summary_large_image' : 'summary'}">`
  );
}

function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|yi|ps|dv)\b/.test(locale) ? 'rtl' : 'ltr';
}
