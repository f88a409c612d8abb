/** One line of a price table: up to and including this much (grams or minor units) it costs so much; null = any amount. */
export interface Step {
  upTo: number | null;
  price: number;
}

export interface Method {
  kind: 'flat' | 'by_weight' | 'by_price';
  price: number;
  steps: readonly Step[];
  freeOver: number | null;
}

export interface Parcel {
  weightGrams: number;
  /** Minor units, in the method's currency. */
  subtotal: number;
}

/** What a method costs for a parcel in minor units; undefined when its table does not reach that far. Pure. */
export function shippingPrice(method: Method, { weightGrams, subtotal }: Parcel): number | undefined {
  const price = method.kind === 'flat' ? method.price : stepFor(method.steps, method.kind === 'by_weight' ? weightGrams : subtotal)?.price;
  if (price === undefined) return undefined;
  return method.freeOver !== null && subtotal >= method.freeOver ? 0 : price;
}

function stepFor(steps: readonly Step[], amount: number): Step | undefined {
  return steps.find((step) => step.upTo === null || amount <= step.upTo);
}

/** Steps are in order when each reaches further than the one before, and only the last may reach any amount. */
export function inOrder(steps: readonly Step[]): boolean {
  return steps.every((step, i) => i === 0 || (steps[i - 1]!.upTo !== null && (step.upTo === null || step.upTo > steps[i - 1]!.upTo!)));
}

/** Which of these zones an address belongs to: region before country before the rest of the world. */
export function nearestZone<Z extends { places: readonly string[] }>(zones: readonly Z[], country: string, region: string): Z | undefined {
  const wanted = [...(region ? [`${country}-${region}`] : []), country, '*'];
  for (const place of wanted) {
    const found = zones.find((zone) => zone.places.includes(place));
    if (found) return found;
  }
  return undefined;
}
