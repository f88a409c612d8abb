import type { ComponentChildren, JSX } from 'preact';
import type { Category, Picture as Source } from '../api.ts';
import { absolute, safeJson } from '../seo.ts';
import { themeSheet } from '../theme.ts';
import type { Visit } from '../visit/visit.ts';
import { Footer, Header } from './frame.tsx';
import { sized, srcset } from './picture.tsx';

/** What the head of a page says about it. */
export interface PageHead {
  title: string;
  description?: string;
  /** Path of the one address this content should be found under; none for private pages. */
  canonical?: string;
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
  children: ComponentChildren;
}

export function Document({ visit, head, categories, children }: Props): JSX.Element {
  return (
    <html lang={visit.shop.locale} dir={direction(visit.shop.locale)}>
      <Head visit={visit} head={head} />
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <Header visit={visit} categories={categories} />
        <main id="main" tabIndex={-1}>{children}</main>
        <Footer visit={visit} categories={categories} />
        <form id="wish" method="post" action={visit.href('/wishlist/items')} />
        <div id="drawer" data-cart={visit.href('/cart')} data-checkout={visit.href('/checkout')} />
        <p class="hush" role="status" id="says" />
      </body>
    </html>
  );
}

function Head({ visit, head }: { visit: Visit; head: PageHead }): JSX.Element {
  const sheet = themeSheet(visit.shop);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      {head.preload && <Preload {...head.preload} />}
      <link rel="stylesheet" href={visit.assets.css} />
      <style dangerouslySetInnerHTML={{ __html: sheet.css }} />
      <script type="module" src={visit.assets.script} />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#141311" media="(prefers-color-scheme: dark)" />
      <link rel="icon" type="image/svg+xml" href={visit.href('/icon.svg')} />
      <Findable visit={visit} head={head} />
      {head.data?.map((each) => <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(each) }} />)}
    </head>
  );
}

function Preload({ image, sizes }: { image: Source; sizes: string }): JSX.Element {
  return <link rel="preload" as="image" href={sized(image.url, 640)} imageSrcSet={srcset(image)} {...({ imagesizes: sizes } as object)} fetchpriority="high" />;
}

function Findable({ visit, head }: { visit: Visit; head: PageHead }): JSX.Element {
  if (head.canonical === undefined) return <meta name="robots" content="noindex" />;
  const address = visit.address(head.canonical);
  return (
    <>
      {head.description && <meta name="description" content={head.description} />}
      <link rel="canonical" href={address} />
      <meta property="og:title" content={head.title} />
      {head.description && <meta property="og:description" content={head.description} />}
      <meta property="og:type" content={head.kind ?? 'website'} />
      <meta property="og:url" content={address} />
      <meta property="og:site_name" content={visit.shop.name} />
      {head.image && <meta property="og:image" content={absolute(visit, sized(head.image.url, 1280))} />}
      <meta name="twitter:card" content={head.image ? 'summary_large_image' : 'summary'} />
    </>
  );
}

function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|yi|ps|dv)\b/.test(locale) ? 'rtl' : 'ltr';
}
