import type { JSX } from 'preact';
import type { Wishlist, WishlistItem } from '../api.ts';
import { Picture } from '../parts/picture.tsx';
import type { Visit } from '../visit/visit.ts';

export function WishlistPage({ visit, list, watched }: { visit: Visit; list: Wishlist | null; watched: ReadonlySet<string | null> }): JSX.Element {
  const items = list?.items ?? [];
  return (
    <div class="wrap slim">
      <h1>Wishlist</h1>
      {items.length === 0 && <p class="empty">Nothing is on it yet. Press a heart, and the product waits here. <a href={visit.href('/products')}>See what there is</a></p>}
      {items.length > 0 && !visit.signedIn && <p class="quiet">It is kept on this device. <a href={`${visit.href('/account/sign-in')}?to=${encodeURIComponent('/wishlist')}`}>Sign in</a> to have it everywhere, and to hear when something gets cheaper.</p>}
      <ul class="wishes">{items.map((item) => <li><Wish visit={visit} item={item} /><OwnDoings visit={visit} item={item} watched={watched.has(item.productId) ? 'watched' : 'not watched'} /></li>)}</ul>
      {list && items.length > 0 && <Sharing visit={visit} list={list} />}
    </div>
  );
}

function Wish({ visit, item }: { visit: Visit; item: WishlistItem }): JSX.Element {
  const { price, priceThen } = item;
  const cheaper = price && priceThen && price.currency === priceThen.currency && price.amount < priceThen.amount;
  return (
    <>
      <Picture of={item.image} alt="" sizes="88px" />
      <div class="wish-words">
        {price ? <a href={visit.href(`/products/${item.slug}`)}>{item.title}</a> : <strong>{item.title}</strong>}
        <span>{price ? visit.money(price) : <span class="quiet">Not for sale at the moment</span>}{cheaper && <span class="verified">{visit.money({ ...price, amount: priceThen.amount - price.amount })} less than when you saved it</span>}</span>
        {price && !item.available && <span class="quiet">Sold out</span>}
      </div>
    </>
  );
}

function OwnDoings({ visit, item, watched }: { visit: Visit; item: WishlistItem; watched: 'watched' | 'not watched' }): JSX.Element {
  return (
    <div class="row wish-does">
      {visit.signedIn && item.price && (watched === 'watched' ? <span class="quiet">We tell you when it gets cheaper</span> : (
        <form method="post" action={visit.href(`/products/${item.slug}/price-alert`)}>
          <input type="hidden" name="productId" value={item.productId} />
          <button class="link" aria-label={`Tell me when ${item.title} gets cheaper`}>Tell me when it gets cheaper</button>
        </form>
      ))}
      <button class="link" form="wish" name="remove" value={item.productId} aria-label={`Remove ${item.title} from the wishlist`}>Remove</button>
    </div>
  );
}

function Sharing({ visit, list }: { visit: Visit; list: Wishlist }): JSX.Element {
  if (!list.shareToken) return <form class="share-list" method="post" action={visit.href('/wishlist/share')}><button class="button quiet-button">Share this list</button></form>;
  return (
    <section class="panel share-list" aria-labelledby="share">
      <h2 id="share">Shared</h2>
      <div class="field wide"><label for="share-link">Whoever has this link sees the list, but cannot change it.</label><input id="share-link" readOnly value={visit.address(`/wishlist/shared/${list.shareToken}`)} /></div>
      <form method="post" action={visit.href('/wishlist/unshare')}><button class="link">Take the link back</button></form>
    </section>
  );
}

export function SharedWishlistPage({ visit, by, items }: { visit: Visit; by: string; items: WishlistItem[] }): JSX.Element {
  return (
    <div class="wrap slim">
      <h1>{by ? `The wishlist of ${by}` : 'A wishlist'}</h1>
      {items.length === 0 && <p class="empty">Nothing is on it at the moment.</p>}
      <ul class="wishes">{items.map((item) => <li><Wish visit={visit} item={item} /></li>)}</ul>
    </div>
  );
}
