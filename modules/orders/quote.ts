import { money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { piecesOf, variantsForSale } from '#modules/catalog/index.ts';
import { discountsFor, type CodeStanding, type DiscountAnswer } from '#modules/discounts/index.ts';
import { onTheirPlans, type PlannedVariant } from '#modules/plans/index.ts';
import { shippingMethodsFor, type ShippingOffer } from '#modules/shipping/index.ts';
import { taxFor, type TaxAnswer } from '#modules/tax/index.ts';
import type { Address } from './address.ts';
import { remembered } from './remembered.ts';
import type { GivenDiscount } from './shapes.ts';
import { spreadDiscount } from './spread-discount.ts';
import { totalOf, type Totals } from './totals.ts';

/** What somebody wants to buy. `unitPrice` is a price agreed by hand (drafts). */
export interface Wish {
  variantId: string;
  quantity: number;
  unitPrice?: number | undefined;
  /** The subscription plan it is bought on. */
  planId?: string | undefined;
}

export interface QuoteFor {
  currency: string;
  lines: readonly Wish[];
  address: Pick<Address, 'country' | 'region'> | null;
  shippingMethodId: string | null;
  /** Agreed by hand (drafts): a price instead of the method's, and money off the lines. */
  shippingPrice?: number | null;
  discount?: number;
  /** The shopper whose codes and offers count. Without one no discount of the shop applies (drafts). */
  shopper?: Shopper;
}

export interface Shopper {
  codes: readonly string[];
  customerId: string | null;
  email: string | null;
}

export interface QuotedLine {
  variant: PlannedVariant;
  quantity: number;
  unitPrice: number;
  total: number;
  discount: number;
  tax: number;
}

/** What it costs now, to the cent. Nothing is stored or held. */
export interface Quote extends Totals {
  currency: string;
  lines: QuotedLine[];
  taxParts: TaxAnswer['parts'];
  discounts: (GivenDiscount & { endsAt: Date | null })[];
  codes: CodeStanding[];
  methods: ShippingOffer[];
  /** The chosen method if it is offered there, else the cheapest; null where nothing is sent or no address is known. */
  method: ShippingOffer | null;
  needsShipping: boolean;
}

/** Prices, discounts, shipping and tax of today: one statement, more only for codes and while rules are not remembered. Refuses what is not for sale. */
export async function quote(r: Reader, wanted: QuoteFor): Promise<Quote> {
  const priced = await priceLines(r, wanted);
  const subtotal = priced.reduce((sum, line) => sum + line.total, 0);
  const offers = wanted.shopper ? await offersFor(r, wanted, priced) : NO_OFFERS;
  const lines = priced.map((line, i) => ({ ...line, discount: offers.lines[i] ?? 0 }));
  const discount = wanted.shopper ? lines.reduce((sum, line) => sum + line.discount, 0) : Math.min(wanted.discount ?? 0, subtotal);
  const needsShipping = lines.some((line) => line.variant.requiresShipping);
  const { methods, method, usual } = await deliveryOf(r, wanted, lines, { subtotal: subtotal - discount, offers });
  const shipping = wanted.shippingPrice ?? method?.price ?? 0;
  const tax = await taxOn(r, wanted, lines, { discount, shipping });
  const sums = totalOf({ subtotal, discount, shipping, tax: tax.total, taxInclusive: tax.inclusive });
  const taxed = lines.map((line, i) => ({ ...line, tax: tax.lines[i] ?? 0 }));
  const discounts = offers.applied.map((each) => (each.class === 'shipping' ? { ...each, amount: usual } : each));
  return { ...sums, currency: wanted.currency, lines: taxed, taxParts: tax.parts, discounts, codes: offers.codes, methods, method, needsShipping };
}

const NO_OFFERS: DiscountAnswer = { lines: [], applied: [], freeShipping: false, codes: [], delivery: null };

// What delivery would cost decides which of two offers that cannot be combined is the better one.
function offersFor(r: Reader, wanted: QuoteFor, lines: QuotedLine[]): Promise<DiscountAnswer> {
  const items = lines.map(({ variant, quantity, unitPrice }) => ({ key: variant.variantId, productId: variant.productId, quantity, unitPrice, discountable: variant.kind !== 'gift_card' }));
  const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
  const shipping = async () => chosen(await methodsFor(r, wanted, lines, subtotal), wanted)?.price ?? 0;
  return discountsFor(r, { currency: wanted.currency, items, ...wanted.shopper!, shipping });
}

interface Delivery {
  methods: ShippingOffer[];
  method: ShippingOffer | null;
  /** What the method costs where it is not free. */
  usual: number;
}

async function deliveryOf(r: Reader, wanted: QuoteFor, lines: QuotedLine[], { subtotal, offers }: { subtotal: number; offers: DiscountAnswer }): Promise<Delivery> {
  const offered = await methodsFor(r, wanted, lines, subtotal);
  const methods = offers.freeShipping ? offered.map((each) => ({ ...each, price: 0 })) : offered;
  const usual = chosen(offered, wanted);
  return { methods, method: methods.find((each) => each.id === usual?.id) ?? null, usual: usual?.price ?? 0 };
}

function chosen(methods: ShippingOffer[], wanted: QuoteFor): ShippingOffer | null {
  return methods.find((each) => each.id === wanted.shippingMethodId) ?? cheapest(methods);
}

async function priceLines(r: Reader, wanted: QuoteFor): Promise<QuotedLine[]> {
  const forSale = await onTheirPlans(r, await variantsForSale(r, wanted.lines.map((line) => line.variantId), wanted.currency), wanted.lines);
  const gone = wanted.lines.filter((line) => !forSale.has(line.variantId));
  if (gone.length > 0)
    throw new Refusal('not_for_sale', 'Something in the cart is no longer for sale. Please take it out.', {
      lines: gone.map(({ variantId }) => ({ variantId })),
    });
  return wanted.lines.map(({ variantId, quantity, unitPrice }) => {
    const variant = forSale.get(variantId)!;
    const price = unitPrice ?? variant.unitPrice;
    return { variant, quantity, unitPrice: price, total: price * quantity, discount: 0, tax: 0 };
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
  const off = spreadDiscount(sums.discount, lines);
  return taxFor(remembered(r), {
    country: wanted.address.country,
    region: wanted.address.region ?? '',
    lines: lines.map(({ total, variant }, i) => ({ amount: total - off[i]!, taxable: variant.taxable, taxCode: variant.taxCode })),
    shipping: sums.shipping,
    pricesIncludeTax: (await workspaceSettings(remembered(r))).pricesIncludeTax,
  });
}

/** Whether something in it is bought on a plan. */
export function beginsSubscription(q: Pick<Quote, 'lines'>): boolean {
  return q.lines.some(({ variant }) => variant.plan);
}

/** What a quote asks of the stock: of a bundle what is inside. Uncounted variants may be among it; the stock room leaves them alone. */
export function wishesOf(lines: readonly QuotedLine[]): { variantId: string; quantity: number }[] {
  return piecesOf(lines.map(({ variant: { variantId, components }, quantity }) => ({ variantId, components, quantity })));
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
