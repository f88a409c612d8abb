import type { Reader, Tx } from '#platform/tenancy/context.ts';

/** Something that happened with a customer, in the words people read. */
export interface CustomerEntry {
  id: string;
  at: Date;
  kind: string;
  says: string;
  byName: string;
  /** A page of the dashboard that shows more. */
  to: string | null;
}

/** What another module keeps of customers: how it moves when two become one, what it tells, what belongs into an export. */
export interface CustomerPart {
  /** Makes everything of `from` belong to `into`; runs in the transaction of the merge, with both customers locked. */
  move(tx: Tx, customers: { from: string; into: string }): Promise<void>;
  /** The latest things that happened, newest first, at most `most`. */
  tell?(r: Reader, customer: { id: string; email: string }, most: number): Promise<CustomerEntry[]>;
  /** Everything kept of the customer, as plain data. */
  write?(r: Reader, customer: { id: string; email: string }): Promise<unknown>;
}

const parts = new Map<string, CustomerPart>();

/** A module that keeps something of customers adds its part at load. */
export const customerParts = {
  add(name: string, part: CustomerPart): void {
    parts.set(name, part);
  },
  all(): [string, CustomerPart][] {
    return [...parts];
  },
};
