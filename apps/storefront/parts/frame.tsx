import type { JSX } from 'preact';
import type { Category } from '../api.ts';
import { SearchBox } from '../islands/search-box.tsx';
import type { Visit } from '../visit/visit.ts';
import { BagIcon, MenuIcon, PersonIcon } from './icons.tsx';
import { Island } from './island.tsx';

interface Props {
  visit: Visit;
  categories: Category[];
}

export function Header({ visit, categories }: Props): JSX.Element {
  const top = topLevel(categories);
  const typed = visit.url.searchParams.get('q') ?? '';
  return (
    <header class="top">
      <div class="wrap bar">
        <details class="menu">
          <summary aria-label="Menu"><MenuIcon /></summary>
          <nav aria-label="Menu"><CategoryLinks visit={visit} categories={top} /></nav>
        </details>
        <a class="brand" href={visit.href('/')}><Brand visit={visit} /></a>
        <nav class="shelves" aria-label="Categories"><CategoryLinks visit={visit} categories={top.slice(0, 6)} /></nav>
        <Island name="search-box" of={SearchBox} props={{ action: visit.href('/search'), typed }} />
        <a class="tool" href={visit.href('/account')}><PersonIcon /><span class="hush">{visit.signedIn ? 'Your account' : 'Sign in'}</span></a>
        <CartLink visit={visit} />
      </div>
    </header>
  );
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
  const here = visit.url.pathname;
  const link = (path: string, name: string): JSX.Element => (
    <li><a href={visit.href(path)} aria-current={here === visit.href(path) ? 'page' : undefined}>{name}</a></li>
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
      <div class="wrap columns">
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
            <li><a href={visit.href('/account')}>{visit.signedIn ? 'Your account' : 'Sign in'}</a></li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

export function topLevel(categories: Category[]): Category[] {
  return categories.filter((each) => each.parentId === null && each.productCount > 0);
}
