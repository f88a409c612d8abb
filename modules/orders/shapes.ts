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
