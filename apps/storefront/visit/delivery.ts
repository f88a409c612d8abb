import type { DeliveryMethod } from '../api.ts';
import { homeCountry } from '../checkout-form.ts';
import { orNull } from './refused.ts';
import type { Visit } from './visit.ts';

const FRESH_MS = 60_000;
const kept = new Map<string, { until: number; methods: Promise<DeliveryMethod[]> }>();

/** How the shop sends things at home, asked at most once a minute per storefront. A shop that may not say shows nothing. */
export function deliveryAtHome(visit: Visit): Promise<DeliveryMethod[]> {
  const key = `${visit.shop.workspaceId}:${visit.shop.id}`;
  const found = kept.get(key);
  if (found && found.until > Date.now()) return found.methods;
  if (kept.size > 1000) kept.clear();
  const asked = visit.ask('storefront.delivery.estimate', { country: homeCountry(visit.shop.locale), currency: visit.shop.currency });
  const methods = orNull(asked).then((answer) => answer?.methods ?? []);
  kept.set(key, { until: Date.now() + FRESH_MS, methods });
  methods.catch(() => kept.delete(key));
  return methods;
}

/** "2–6 days", or nothing where the shop has not said. */
export function daysIn({ minDays, maxDays }: Pick<DeliveryMethod, 'minDays' | 'maxDays'>): string {
  if (minDays === null && maxDays === null) return '';
  const [from, to] = [minDays ?? maxDays!, maxDays ?? minDays!];
  return from === to ? `${to} ${to === 1 ? 'day' : 'days'}` : `${from}–${to} days`;
}
