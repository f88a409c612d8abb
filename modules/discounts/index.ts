/**
 * Discounts: what makes an order cheaper than its price list. Words: discount (a code, or automatic), class (product, order, shipping),
 * terms (what it gives and asks for), use (an order that had it), standing (whether an entered code applies, and why not).
 * Invariants: what lines become cheaper sums exactly to the discounts applied; no line costs less than nothing; the order of lines
 * decides nothing; of the order's and the shipping class one discount wins, of the product class the best of each line; a limited
 * discount is used exactly as often as it may be, also by checkouts at the same moment; an order keeps what it was placed with.
 */
import { module } from '#platform/module.ts';
import { customerParts } from '#modules/customers/index.ts';
import { discountsOfCustomer } from './customer-part.ts';
import { discountChanged } from './events.ts';
import { productOffers } from './product-offers.ts';
import { discounts as discountTable, discountUses } from './tables.ts';
import { discountList, discountView } from './views.ts';
import { createDiscount, deleteDiscount, putDiscount, updateDiscount } from './write-discount.ts';

export const discounts = module({
  name: 'discounts',
  uses: ['accounts', 'customers'],
  tables: { discounts: discountTable, discountUses },
  operations: [createDiscount, updateDiscount, deleteDiscount],
  views: [discountList, discountView, productOffers],
  events: [discountChanged],
  capabilities: { 'discounts:read': 'See discounts', 'discounts:write': 'Make and change discounts' },
});

customerParts.add('discounts', discountsOfCustomer);

export { createDiscount, updateDiscount, deleteDiscount, putDiscount, discountList, discountView, productOffers, discountChanged };
export { discountsFor, type CodeStanding, type DiscountAnswer, type DiscountQuestion } from './discounts-for.ts';
export { forgetRules } from './rules.ts';
export { useDiscounts, releaseDiscounts } from './use-discounts.ts';
export { type Applied as AppliedDiscount } from './price-lines.ts';
export { Things as DiscountThings, Terms as DiscountTerms, Code as DiscountCode, normalCode, CLASSES as DISCOUNT_CLASSES, type DiscountClass } from './terms.ts';
