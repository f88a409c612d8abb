import type { Cart, CartLine, Picture } from './api.ts';
import { moment } from './parts/moment.ts';
import type { Visit } from './visit/visit.ts';

/** A cart as the shopper reads it; the drawer and the page show the same words, and the browser formats nothing. */
export interface CartSummary {
  itemCount: number;
  subtotal: string;
  /** What is left after discounts; delivery and tax come later. */
  total: string;
  discounts: { title: string; amount: string; endsAt: string | null; ends: string }[];
  codes: { code: string; applied: boolean; sentence: string }[];
  delivery: DeliveryOffer | null;
  lines: LineSummary[];
}

/** How far the cart is from free delivery, for a bar. */
export interface DeliveryOffer {
  reached: boolean;
  says: string;
  now: number;
  of: number;
}

export interface LineSummary {
  id: string;
  variantId: string;
  href: string;
  title: string;
  variantTitle: string;
  image: Picture | null;
  quantity: number;
  unitPrice: string;
  total: string;
  /** What the line costs with its discounts; empty where there are none. */
  reduced: string;
  /** The subscription it begins; empty when it is bought once. */
  plan: string;
  problem: string;
  /** Nothing can be bought while this line stands as it is. */
  blocked: boolean;
}

export function summarise(visit: Visit, cart: Cart): CartSummary {
  return {
    itemCount: cart.itemCount,
    subtotal: visit.money(cart.subtotal),
    total: visit.money(cart.total),
    discounts: cart.discounts.map((each) => ({ title: each.title, amount: each.class === 'shipping' ? '' : visit.money(each.amount), endsAt: each.endsAt, ends: each.endsAt ? moment(each.endsAt, visit.shop) : '' })),
    codes: cart.codes,
    delivery: deliveryOffer(visit, cart.freeDelivery),
    lines: cart.lines.map((line) => summariseLine(visit, line)),
  };
}

function deliveryOffer(visit: Visit, offer: Cart['freeDelivery']): DeliveryOffer | null {
  if (!offer) return null;
  const says = offer.reached ? 'Your delivery is free.' : `${visit.money(offer.missing)} more and your delivery is free.`;
  return { reached: offer.reached, says, now: offer.from.amount - offer.missing.amount, of: offer.from.amount };
}

function summariseLine(visit: Visit, line: CartLine): LineSummary {
  return {
    id: line.id,
    variantId: line.variantId,
    href: line.slug ? visit.href(`/products/${line.slug}?variant=${line.variantId}`) : '',
    title: line.title,
    variantTitle: variantName(line.variantTitle),
    image: line.image,
    quantity: line.quantity,
    unitPrice: visit.money(line.unitPrice),
    total: visit.money(line.total),
    reduced: line.discount.amount > 0 ? visit.money({ amount: line.total.amount - line.discount.amount, currency: line.total.currency }) : '',
    plan: planSays(visit, line.plan),
    problem: line.problem?.sentence ?? '',
    blocked: !line.available,
  };
}

/** "Every month, $18.00 each", with what is free at first. */
export function planSays(visit: Visit, plan: CartLine['plan']): string {
  if (!plan) return '';
  const trial = plan.trialDays > 0 ? `, ${plan.trialDays} days free` : '';
  return `${plan.says.charAt(0).toUpperCase()}${plan.says.slice(1)}, ${visit.money(plan.renewalPrice)} each${trial}`;
}

/** Importers call the only variant of a product "Default Title"; no shopper should read that. */
export function variantName(title: string | null | undefined): string {
  return !title || title.startsWith('Default') ? '' : title;
}
