import type { JSX } from 'preact';
import type { DeliveryMethod } from '../api.ts';
import { homeCountry } from '../checkout-form.ts';
import { daysIn } from '../visit/delivery.ts';
import type { Visit } from '../visit/visit.ts';
import { VanIcon } from './icons.tsx';

/** What the shop's own shipping table promises, and nothing where it promises nothing. */
export function DeliveryPromise({ visit, methods }: { visit: Visit; methods: DeliveryMethod[] }): JSX.Element | null {
  if (methods.length === 0) return null;
  const country = new Intl.DisplayNames(visit.shop.locale, { type: 'region' }).of(homeCountry(visit.shop.locale));
  const free = methods.filter((method) => method.freeOver !== null).map((method) => method.freeOver!).toSorted((a, b) => a.amount - b.amount)[0];
  return (
    <div class="delivery">
      <VanIcon />
      <div>
        <p>Delivery to {country}</p>
        <ul class="quiet">
          {methods.slice(0, 3).map((method) => (
            <li>{[method.name, daysIn(method)].filter(Boolean).join(', ')}: {method.from.amount === 0 ? 'free' : visit.money(method.from)}</li>
          ))}
          {free && <li>Free from {visit.money(free)}</li>}
        </ul>
      </div>
    </div>
  );
}
