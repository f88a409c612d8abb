import type { Cart, CartLine, Picture } from './api.ts';
import type { Visit } from './visit/visit.ts';

/** A cart as the shopper reads it; the drawer and the page show the same words, and the browser formats nothing. */
export interface CartSummary {
  itemCount: number;
  subtotal: string;
  lines: LineSummary[];
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
  problem: string;
  /** Nothing can be bought while this line stands as it is. */
  blocked: boolean;
}

export function summarise(visit: Visit, cart: Cart): CartSummary {
  return {
    itemCount: cart.itemCount,
    subtotal: visit.money(cart.subtotal),
    lines: cart.lines.map((line) => summariseLine(visit, line)),
  };
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
    problem: line.problem?.sentence ?? '',
    blocked: !line.available,
  };
}

/** Importers call the only variant of a product "Default Title"; no shopper should read that. */
export function variantName(title: string | null | undefined): string {
  return !title || title.startsWith('Default') ? '' : title;
}
