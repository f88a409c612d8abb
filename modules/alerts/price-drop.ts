export interface Watch {
  /** The price when they signed up. */
  first: number;
  /** The low price they were last told of. */
  told: number | null;
}

export interface Verdict {
  /** A mail is due. */
  rings: boolean;
  told: number | null;
}

/**
 * A true drop is below the price at signing up. It is told once; a lower price is a new drop, and so is the same low price after it
 * had risen to where it began. Amounts in minor units; null: not for sale at the moment, which is no drop.
 */
export function judgePrice({ first, told }: Watch, price: number | null): Verdict {
  if (price === null) return { rings: false, told };
  if (price >= first) return { rings: false, told: null };
  if (told !== null && price >= told) return { rings: false, told };
  return { rings: true, told: price };
}
