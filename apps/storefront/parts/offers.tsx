import type { JSX } from 'preact';
import type { Suggestion } from '../api.ts';
import type { Visit } from '../visit/visit.ts';
import { Picture } from './picture.tsx';

interface Props {
  visit: Visit;
  offers: Suggestion[];
  /** The order beside which they stand, when it is not the cart. */
  order?: string;
}

/** What goes with what is in the cart or was just ordered. Each is a form: it works without scripts. */
export function Offers({ visit, offers, order }: Props): JSX.Element | null {
  if (offers.length === 0) return null;
  return (
    <section class="offers" aria-labelledby="offers">
      <h2 id="offers">{order ? 'Goes well with it' : 'Before you go'}</h2>
      <ul>
        {offers.map((offer) => (
          <li>
            <Picture of={offer.image} alt="" sizes="64px" />
            <span>
              <a href={visit.href(`/products/${offer.slug}?variant=${offer.variantId}`)}>{offer.product}</a>
              <span class="quiet">{offer.title}</span>
              <span class="quiet">{offer.was && <><s><span class="hush">instead of </span>{visit.money(offer.was)}</s> </>}<strong>{visit.money(offer.price)}</strong></span>
            </span>
            <form method="post" action={visit.href('/cart/offers')}>
              <input type="hidden" name="offerId" value={offer.offerId} />
              <input type="hidden" name="variantId" value={offer.variantId} />
              {order && <input type="hidden" name="order" value={order} />}
              <button class="button plain">Add<span class="hush"> {offer.product}</span></button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
