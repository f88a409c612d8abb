import type { JSX } from 'preact';
import type { ProductCard } from '../api.ts';
import type { FilledSection, Sale } from '../home-sections.ts';
import type { Section } from '../shop.ts';
import type { Visit } from '../visit/visit.ts';
import { inShop } from './frame.tsx';
import { TickIcon } from './icons.tsx';
import { Picture } from './picture.tsx';
import { ProductGrid } from './product-card.tsx';

export const heroSizes = '(min-width: 900px) 420px, 56vw';
export const wideSizes = '100vw';
const TITLES: Partial<Record<Section['kind'], string>> = {
  categories: 'Shop by category', bestselling: 'Most loved', newest: 'Just in', hot: 'Hot right now', 'recently-sold': 'Just found a new home', 'recently-viewed': 'You looked at',
};
const MORE: Partial<Record<Section['kind'], string>> = { bestselling: '/products?sort=bestselling', newest: '/products?sort=newest' };

interface Props {
  visit: Visit;
  filled: FilledSection;
  /** The first section of the page: its picture is what a visitor waits for. */
  first?: true;
}

export function HomeSection({ visit, filled, first }: Props): JSX.Element {
  const { section, products, sales, categories } = filled;
  const title = section.title || TITLES[section.kind] || '';
  if (section.kind === 'hero') return <Hero visit={visit} section={section} shown={products} first={first} />;
  if (section.kind === 'categories') return <Shelves visit={visit} title={title} id={section.id} categories={categories} />;
  if (section.kind === 'text') return <TextSection visit={visit} section={section} />;
  if (section.kind === 'promises') return <Promises section={section} />;
  if (section.kind === 'recently-sold') return <Sales visit={visit} section={section} title={title} sales={sales} />;
  if (section.kind === 'recently-viewed' && products.length === 0) return <ViewedHere visit={visit} id={section.id} title={title} />;
  return <Row visit={visit} section={section} title={title || 'Chosen for you'} products={products} more={MORE[section.kind]} />;
}

interface HeroProps {
  visit: Visit;
  section: Section;
  shown: ProductCard[];
  first?: true | undefined;
}

function Hero({ visit, section, shown, first }: HeroProps): JSX.Element {
  const { headline, intro } = visit.shop.theme ?? {};
  const Title = first ? 'h1' : 'h2';
  const wide = section.imageUrl;
  return (
    <section class={wide ? 'hero hero-wide' : shown.length ? 'hero' : 'hero hero-bare'}>
      {wide && <Picture of={{ url: wide, alt: section.imageAlt ?? '', width: 1600, height: 900 }} alt="" sizes={wideSizes} comes={first ? 'first' : 'late'} class="hero-ground" />}
      <div class="wrap hero-in">
        <div class="hero-words">
          <Title>{section.title || headline || visit.shop.name}</Title>
          <p>{section.text || intro || 'Chosen with care, sent with care.'}</p>
          <p class="row">
            <a class="button" href={inShop(visit, section.link || '/products')}>{section.button || 'See everything'}</a>
            {!section.button && <a href={visit.href('/products?sort=newest')}>What is new</a>}
          </p>
        </div>
        {shown.length > 0 && (
          <div class="hero-pictures">
            {shown.map((each, i) => (
              <a href={visit.href(`/products/${each.slug}`)}><Picture of={each.image} alt={each.title} sizes={i ? '(min-width: 900px) 260px, 34vw' : heroSizes} comes={first ? 'first' : 'late'} /></a>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function Shelves({ visit, id, title, categories }: { visit: Visit; id: string; title: string; categories: FilledSection['categories'] }): JSX.Element {
  const pictured = categories.every((each) => each.imageUrl);
  return (
    <section class="wrap" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class={pictured ? 'tiles pictured' : 'tiles'}>
        {categories.slice(0, 8).map((each) => (
          <li>
            <a class="tile" href={visit.href(`/categories/${each.slug}`)}>
              {pictured && <Picture of={{ url: each.imageUrl!, alt: '', width: 640, height: 640 }} alt="" sizes="(min-width: 900px) 280px, 46vw" />}
              <span>{each.name}</span><span class="quiet">{each.productCount}<span class="hush"> products</span></span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Filled by the device itself, which alone knows what was looked at on it. */
function ViewedHere({ visit, id, title }: { visit: Visit; id: string; title: string }): JSX.Element {
  return (
    <section class="wrap" aria-labelledby={id} data-viewed hidden>
      <div class="row apart"><h2 id={id}>{title}</h2><ClearViewed visit={visit} /></div>
      <div data-fill="" />
    </section>
  );
}

function ClearViewed({ visit }: { visit: Visit }): JSX.Element {
  return <form method="post" action={visit.href('/recently-viewed/clear')} data-clear-viewed><button class="link">Clear this list</button></form>;
}

function Row({ visit, section, title, products, more }: { visit: Visit; section: Section; title: string; products: ProductCard[]; more: string | undefined }): JSX.Element {
  return (
    <section class="wrap" aria-labelledby={section.id}>
      <div class="row apart">
        <h2 id={section.id}>{title}</h2>
        {more && <a href={visit.href(more)}>See all<span class="hush">: {title}</span></a>}
        {section.kind === 'recently-viewed' && <ClearViewed visit={visit} />}
      </div>
      {section.text && <p class="quiet lead">{section.text}</p>}
      <ProductGrid visit={visit} products={products} id={`products-${section.id}`} />
    </section>
  );
}

function Sales({ visit, section, title, sales }: { visit: Visit; section: Section; title: string; sales: Sale[] }): JSX.Element {
  return (
    <section class="wrap" aria-labelledby={section.id}>
      <h2 id={section.id}>{title}</h2>
      <ul class="sales">
        {sales.map(({ product, country, at }) => (
          <li>
            <a class="sale" href={visit.href(`/products/${product.slug}`)}>
              <Picture of={product.image} alt="" sizes="72px" />
              <span><span class="card-title">{product.title}</span><span class="quiet">{whenAndWhere(visit, at, country)}</span></span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const HOUR = 3_600_000;

/** "today, to Australia": roughly when, and where to only as a country. */
function whenAndWhere(visit: Visit, at: string, country: string | null): string {
  const hours = Math.floor((Date.now() - Date.parse(at)) / HOUR);
  const when = hours < 2 ? 'within the hour' : hours < 24 ? `${hours} hours ago` : hours < 48 ? 'yesterday' : `${Math.floor(hours / 24)} days ago`;
  return country ? `${when}, to ${new Intl.DisplayNames(visit.shop.locale, { type: 'region' }).of(country)}` : when;
}

function TextSection({ visit, section }: { visit: Visit; section: Section }): JSX.Element {
  const { title, text, imageUrl, imageAlt, button, link } = section;
  return (
    <section class={`wrap words ${imageUrl ? (section.side === 'left' ? 'picture-left' : 'picture-right') : 'alone'}`} aria-labelledby={title ? section.id : undefined}>
      {imageUrl && <Picture of={{ url: imageUrl, alt: imageAlt ?? '', width: 1200, height: 900 }} alt={imageAlt ?? ''} sizes="(min-width: 860px) 560px, 100vw" />}
      <div>
        {title && <h2 id={section.id}>{title}</h2>}
        {(text ?? '').split(/\n{2,}/).filter(Boolean).map((part) => <p>{part}</p>)}
        {button && link && <p><a class="button" href={inShop(visit, link)}>{button}</a></p>}
      </div>
    </section>
  );
}

function Promises({ section }: { section: Section }): JSX.Element {
  return (
    <section class="wrap" aria-label={section.title || 'What you can rely on'}>
      {section.title && <h2>{section.title}</h2>}
      <ul class="promises">
        {(section.promises ?? []).map((each) => <li><TickIcon /><span><strong>{each.title}</strong>{each.text && <span class="quiet">{each.text}</span>}</span></li>)}
      </ul>
    </section>
  );
}
