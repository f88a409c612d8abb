import { allocate, money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { variantsForSale, type SellableVariant } from '#modules/catalog/index.ts';
import { shippingMethodsFor, type ShippingOffer } from '#modules/shipping/index.ts';
import { taxFor, type TaxAnswer } from '#modules/tax/index.ts';
import type { Address } from './address.ts';
import { remembered } from './remembered.ts';
import { totalOf, type Totals } from './totals.ts';

/** What somebody wants to buy. `unitPrice` is a price agreed by hand (drafts). */
export interface Wish {
  variantId: string;
  quantity: number;
  unitPrice?: number | undefined;
}

export interface QuoteFor {
  currency: string;
  lines: readonly Wish[];
  address: Pick<Address, 'country' | 'region'> | null;
  shippingMethodId: string | null;
  /** Agreed by hand (drafts): a price instead of the method's, and money off the lines. */
  shippingPrice?: number | null;
  discount?: number;
}

export interface QuotedLine {
  variant: SellableVariant;
  quantity: number;
  unitPrice: number;
  total: number;
  tax: number;
}

/** What it costs now, to the cent. Nothing is stored or held. */
export interface Quote extends Totals {
  currency: string;
  lines: QuotedLine[];
  taxParts: TaxAnswer['parts'];
  methods: ShippingOffer[];
  /** The chosen method if it is offered there, else the cheapest; null where nothing is sent or no address is known. */
  method: ShippingOffer | null;
  needsShipping: boolean;
}

/** Prices, shipping and tax of today: one statement, at most four when the settings are not remembered. Refuses what is not for sale. */
export async function quote(r: Reader, wanted: QuoteFor): Promise<Quote> {
  const priced = await priceLines(r, wanted);
  const subtotal = priced.reduce((sum, line) => sum + line.total, 0);
  const discount = Math.min(wanted.discount ?? 0, subtotal);
  const needsShipping = priced.some((line) => line.variant.requiresShipping);
  const methods = await methodsFor(r, wanted, priced, subtotal - discount);
  const method = methods.find((each) => each.id === wanted.shippingMethodId) ?? cheapest(methods);
  const shipping = wanted.shippingPrice ?? method?.price ?? 0;
  const tax = await taxOn(r, wanted, priced, { discount, shipping });
  const sums = totalOf({ subtotal, discount, shipping, tax: tax.total, taxInclusive: tax.inclusive });
  const lines = priced.map((line, i) => ({ ...line, tax: tax.lines[i] ?? 0 }));
  return { ...sums, currency: wanted.currency, lines, taxParts: tax.parts, methods, method, needsShipping };
}

async function priceLines(r: Reader, wanted: QuoteFor): Promise<QuotedLine[]> {
  const forSale = await variantsForSale(r, wanted.lines.map((line) => line.variantId), wanted.currency);
  const gone = wanted.lines.filter((line) => !forSale.has(line.variantId));
  if (gone.length > 0)
    throw new Refusal('not_for_sale', 'Something in the cart is no longer for sale. Please take it out.', {
      lines: gone.map(({ variantId }) => ({ variantId })),
    });
  return wanted.lines.map(({ variantId, quantity, unitPrice }) => {
    const variant = forSale.get(variantId)!;
    const price = unitPrice ?? variant.unitPrice;
    return { variant, quantity, unitPrice: price, total: price * quantity, tax: 0 };
  });
}

async function methodsFor(r: Reader, wanted: QuoteFor, lines: QuotedLine[], subtotal: number): Promise<ShippingOffer[]> {
  const sent = lines.filter((line) => line.variant.requiresShipping);
  if (!wanted.address || sent.length === 0) return [];
  const weightGrams = sent.reduce((sum, line) => sum + line.variant.weightGrams * line.quantity, 0);
  return shippingMethodsFor(remembered(r), { country: wanted.address.country, region: wanted.address.region, weightGrams, subtotal, currency: wanted.currency });
}

function cheapest(methods: ShippingOffer[]): ShippingOffer | null {
  return methods.reduce<ShippingOffer | null>((best, each) => (best && best.price <= each.price ? best : each), null);
}

const UNTAXED: TaxAnswer = { lines: [], shipping: 0, total: 0, inclusive: true, parts: [] };

// A discount lowers what is taxed, each line by its share.
async function taxOn(r: Reader, wanted: QuoteFor, lines: QuotedLine[], sums: { discount: number; shipping: number }): Promise<TaxAnswer> {
  if (!wanted.address) return UNTAXED;
  const off = allocate(sums.discount, lines.map((line) => line.total));
  return taxFor(remembered(r), {
    country: wanted.address.country,
    region: wanted.address.region ?? '',
    lines: lines.map(({ total, variant }, i) => ({ amount: total - off[i]!, taxable: variant.taxable, taxCode: variant.taxCode })),
    shipping: sums.shipping,
    pricesIncludeTax: (await workspaceSettings(remembered(r))).pricesIncludeTax,
  });
}

/** What a quote asks of the stock. Uncounted variants may be among it; the stock room leaves them alone. */
export function wishesOf(lines: readonly QuotedLine[]): { variantId: string; quantity: number }[] {
  return lines.map(({ variant, quantity }) => ({ variantId: variant.variantId, quantity }));
}

/** A quote's totals as answers carry them. */
export function sumsOf(q: Quote) {
  return {
    subtotal: money(q.subtotal, q.currency),
    discount: money(q.discount, q.currency),
    tax: money(q.tax, q.currency),
    taxIncluded: q.taxInclusive,
    total: money(q.total, q.currency),
  };
}
