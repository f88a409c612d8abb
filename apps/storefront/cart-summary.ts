import type { Cart, CartLine, Picture, Problem } from './api.ts';
import type { Visit } from './visit/visit.ts';

/** A cart as the shopper reads it; the drawer and the page show the same words, and the browser formats nothing. */
export interface CartSummary {
  itemCount: number;
  subtotal: string;
  lines: LineSummary[];
  problems: string[];
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
}

export function summarise(visit: Visit, cart: Cart): CartSummary {
  return {
    itemCount: cart.itemCount,
    subtotal: visit.money(cart.subtotal),
    lines: cart.lines.map((line) => summariseLine(visit, line)),
    problems: cart.problems.filter((each) => typeof each === 'string' || !each.lineId).map(sentence),
  };
}

function summariseLine(visit: Visit, line: CartLine): LineSummary {
  return {
    id: line.id,
    variantId: line.variantId,
    href: visit.href(`/products/${line.slug}?variant=${line.variantId}`),
    title: line.title,
    variantTitle: variantName(line.variantTitle),
    image: line.image,
    quantity: line.quantity,
    unitPrice: visit.money(line.unitPrice),
    total: visit.money(line.total),
    problem: line.problem ? sentence(line.problem) : '',
  };
}

/** Importers call the only variant of a product "Default Title"; no shopper should read that. */
export function variantName(title: string | null | undefined): string {
  return !title || title.startsWith('Default') ? '' : title;
}

function sentence(problem: Problem | string): string {
  return typeof problem === 'string' ? problem : (problem.sentence ?? problem.message ?? 'Please check this line.');
}
