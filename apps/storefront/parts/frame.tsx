import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Category } from '../api.ts';
import { SearchBox } from '../islands/search-box.tsx';
import type { Visit } from '../visit/visit.ts';
import { BagIcon, HeartIcon, MenuIcon, PersonIcon } from './icons.tsx';
import { Island } from './island.tsx';

interface Props {
  visit: Visit;
  categories: Category[];
}

export function Header({ visit, categories }: Props): JSX.Element {
  const typed = visit.url.searchParams.get('q') ?? '';
  return (
    <header class="top">
      <div class="wrap bar">
        <Kept visit={visit} categories={categories} as="header-links" of={HeaderLinks} />
        <Island name="search-box" of={SearchBox} props={{ action: visit.href('/search'), typed }} />
        <a class="tool" href={visit.href('/wishlist')}><HeartIcon /><span class="hush">Wishlist</span></a>
        <a class="tool" href={visit.href('/account')}><PersonIcon /><span class="hush">{visit.signedIn ? 'Your account' : 'Sign in'}</span></a>
        <CartLink visit={visit} />
      </div>
    </header>
  );
}

function HeaderLinks({ visit, categories }: Props): JSX.Element {
  const top = topLevel(categories);
  return (
    <>
      <details class="menu">
        <summary aria-label="Menu"><MenuIcon /></summary>
        <nav aria-label="Menu"><CategoryLinks visit={visit} categories={top} /></nav>
      </details>
      <a class="brand" href={visit.href('/')}><Brand visit={visit} /></a>
      <nav class="shelves" aria-label="Categories"><CategoryLinks visit={visit} categories={top.slice(0, 6)} /></nav>
    </>
  );
}

const kept = new WeakMap<Category[], Map<string, string>>();

/** A part of the frame that is the same on most pages: rendered once for as long as the categories are kept. */
function Kept({ visit, categories, as, of: Part }: Props & { as: string; of: (props: Props) => JSX.Element }): JSX.Element {
  const place = /^\/(products$|categories\/)/.test(visit.path) ? visit.path : '';
  const key = `${as} ${visit.basePath} ${visit.signedIn} ${place}`;
  let parts = kept.get(categories);
  if (!parts) kept.set(categories, (parts = new Map<string, string>()));
  let html = parts.get(key);
  if (html === undefined) parts.set(key, (html = renderToString(<Part visit={visit} categories={categories} />)));
  return <div class={as} dangerouslySetInnerHTML={{ __html: html }} />;
}

function Brand({ visit }: { visit: Visit }): JSX.Element {
  const logo = visit.shop.theme?.logoUrl;
  return logo ? <img src={logo} alt={visit.shop.name} height={32} /> : <>{visit.shop.name}</>;
}

function CartLink({ visit }: { visit: Visit }): JSX.Element {
  const count = visit.cartCount;
  return (
    <a class="tool" href={visit.href('/cart')} id="cart-link">
      <BagIcon />
      <span class="hush">Cart, items: </span>
      <span class={count ? 'count' : 'count none'} id="cart-count">{count}</span>
    </a>
  );
}

function CategoryLinks({ visit, categories }: Props): JSX.Element {
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

export function Footer({ visit, categories }: Props): JSX.Element {
  return (
    <footer class="bottom">
      <Kept visit={visit} categories={categories} as="wrap" of={FooterColumns} />
    </footer>
  );
}

function FooterColumns({ visit, categories }: Props): JSX.Element {
  return (
    <div class="columns">
      <div>
        <p class="brand">{visit.shop.name}</p>
        <p class="quiet">{visit.shop.theme?.headline}</p>
      </div>
      <nav aria-label="Shop"><h2>Shop</h2><CategoryLinks visit={visit} categories={topLevel(categories).slice(0, 6)} /></nav>
      <nav aria-label="Help">
        <h2>Help</h2>
        <ul>
          <li><a href={visit.href('/search')}>Search</a></li>
          <li><a href={visit.href('/cart')}>Your cart</a></li>
          <li><a href={visit.href('/wishlist')}>Wishlist</a></li>
          <li><a href={visit.href('/account')}>{visit.signedIn ? 'Your account' : 'Sign in'}</a></li>
        </ul>
      </nav>
    </div>
  );
}

export function topLevel(categories: Category[]): Category[] {
  return categories.filter((each) => each.parentId === null && each.productCount > 0);
}
