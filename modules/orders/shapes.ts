import type { DiscountClass } from '#modules/discounts/index.ts';

/** Shapes kept in jsonb columns of this module. */
export interface TaxPart {
  name: string;
  /** A percentage in digits. */
  rate: string;
  amount: number;
}

export interface DraftLine {
  variantId: string;
  quantity: number;
  /** A price agreed by hand, minor units; without it the shop's price holds. */
  unitPrice?: number | undefined;
}

/** Units of a line whose price was given up. `amount` in minor units, its tax in it. */
export interface CreditLine {
  lineId: string;
  title: string;
  quantity: number;
  amount: number;
  tax: number;
}

/** What a customer wants instead of what they send back, at a price agreed when the exchange was made. */
export interface ExchangeLine {
  variantId: string;
  title: string;
  quantity: number;
  unitPrice: number;
}

/** What happens to a parcel after it has left. */
export const PARCEL_STEPS = ['out_for_delivery', 'delivered'] as const;
export type ParcelStep = (typeof PARCEL_STEPS)[number];

export interface ReturnPhoto {
  id: string;
  name: string;
}

export interface Taken {
  variantId: string;
  locationId: string;
  quantity: number;
}

/** What hangs on an entry of the timeline. */
export interface EntryDetails {
  mentions?: { id: string; name: string }[];
  files?: { id: string; name: string; bytes: number; contentType: string }[];
}

/** A discount an order was placed with. `amount` in minor units; for free delivery what the delivery would have cost. */
export interface GivenDiscount {
  id: string;
  title: string;
  code: string | null;
  class: DiscountClass;
  amount: number;
}

/** A part of a bundle: so many pieces of another variant in each. */
export interface LineComponent {
  variantId: string;
  quantity: number;
}
