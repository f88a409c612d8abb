import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Category } from '../api.ts';
import { SearchBox } from '../islands/search-box.tsx';
import type { Visit } from '../visit/visit.ts';
import { escaped } from './escape.ts';
import { BagIcon, HeartIcon, MenuIcon, PersonIcon } from './icons.tsx';
import { Island } from './island.tsx';

/** What header and footer of every page of a shop are made of. */
export interface Frame {
  categories: Category[];
  /** Text pages: delivery, returns, privacy. */
  pages: { slug: string; title: string; inFooter: boolean }[];
}

interface Props {
  visit: Visit;
  frame: Frame;
}

export function headerHtml(visit: Visit, frame: Frame): string {
  const bar = visit.url.searchParams.get('q') ? renderToString(<Bar visit={visit} frame={frame} />) : kept(visit, frame, 'bar', Bar);
  const note = visit.shop.theme?.announcement;
  return `${note ? `<p class="announcement">${escaped(note)}</p>` : ''}<header class="top"><div class="wrap bar">${bar}${cartLinkHtml(visit)}</div></header>`;
}

export function footerHtml(visit: Visit, frame: Frame): string {
  return `<footer class="bottom"><div class="wrap">${kept(visit, frame, 'footer', FooterColumns)}</div></footer>`;
}

const texts = new WeakMap<Frame, Map<string, string>>();

/** A part of the frame that is the same on most pages: rendered once for as long as what it is made of is kept. */
function kept(visit: Visit, frame: Frame, as: string, Part: (props: Props) => JSX.Element): string {
  const place = /^\/(products$|categories\/|pages\/)/.test(visit.path) ? visit.path : '';
  const key = `${as} ${visit.basePath} ${visit.signedIn} ${place}`;
  let parts = texts.get(frame);
  if (!parts) texts.set(frame, (parts = new Map<string, string>()));
  let html = parts.get(key);
  if (html === undefined) parts.set(key, (html = renderToString(<Part visit={visit} frame={frame} />)));
  return html;
}

function Bar({ visit, frame }: Props): JSX.Element {
  const top = topLevel(frame.categories);
  return (
    <>
      <details class="menu">
        <summary aria-label="Menu"><MenuIcon /></summary>
        <nav aria-label="Menu"><CategoryLinks visit={visit} categories={top} /></nav>
      </details>
      <a class="brand" href={visit.href('/')}><Brand visit={visit} /></a>
      <nav class="shelves" aria-label="Categories"><CategoryLinks visit={visit} categories={top.slice(0, 6)} /></nav>
      <Island name="search-box" of={SearchBox} props={{ action: visit.href('/search'), typed: visit.url.searchParams.get('q') ?? '' }} />
      <a class="tool" href={visit.href('/wishlist')}><HeartIcon /><span class="hush">Wishlist</span></a>
      <a class="tool" href={visit.href('/account')}><PersonIcon /><span class="hush">{visit.signedIn ? 'Your account' : 'Sign in'}</span></a>
    </>
  );
}

function Brand({ visit }: { visit: Visit }): JSX.Element {
  const logo = visit.shop.theme?.logoUrl;
  return logo ? <img src={logo} alt={visit.shop.name} height={32} /> : <>{visit.shop.name}</>;
}

const BAG = renderToString(<BagIcon />);

function cartLinkHtml(visit: Visit): string {
  const count = visit.cartCount;
  return `<a class="tool" href="${escaped(visit.href('/cart'))}" id="cart-link">${BAG}<span class="hush">Cart, items: </span><span class="count${count ? '' : ' none'}" id="cart-count">${count}</span></a>`;
}

function CategoryLinks({ visit, categories }: { visit: Visit; categories: Category[] }): JSX.Element {
  const link = (path: string, name: string): JSX.Element => (
    <li><a href={visit.href(path)} aria-current={visit.path === path ? 'page' : undefined}>{name}</a></li>
  );
  return (
    <ul>
      {link('/products', 'Everything')}
      {categories.map((each) => link(`/categories/${each.slug}`, each.name))}
    </ul>
  );
}

function FooterColumns({ visit, frame }: Props): JSX.Element {
  const { headline, footerNote, footerLinks = [] } = visit.shop.theme ?? {};
  const pages = frame.pages.filter((each) => each.inFooter).map((each) => ({ label: each.title, link: `/pages/${each.slug}` }));
  const links = [...pages, ...footerLinks];
  return (
    <div class="columns">
      <div>
        <p class="brand">{visit.shop.name}</p>
        <p class="quiet">{footerNote ?? headline}</p>
      </div>
      <nav aria-label="Shop"><h2>Shop</h2><CategoryLinks visit={visit} categories={topLevel(frame.categories).slice(0, 6)} /></nav>
      <nav aria-label="Help">
        <h2>Help</h2>
        <ul>
          <li><a href={visit.href('/search')}>Search</a></li>
          <li><a href={visit.href('/cart')}>Your cart</a></li>
          <li><a href={visit.href('/wishlist')}>Wishlist</a></li>
          <li><a href={visit.href('/account')}>{visit.signedIn ? 'Your account' : 'Sign in'}</a></li>
        </ul>
      </nav>
      {links.length > 0 && <nav aria-label="About"><h2>About</h2><ul>{links.map((each) => <li><a href={inShop(visit, each.link)}>{each.label}</a></li>)}</ul></nav>}
    </div>
  );
}

/** A link a shopkeeper typed: a place in the shop stays in the shop, wherever it is served from. */
export function inShop(visit: Visit, link: string): string {
  return link.startsWith('/') ? visit.href(link) : link;
}

export function topLevel(categories: Category[]): Category[] {
  return categories.filter((each) => each.parentId === null && each.productCount > 0);
}
