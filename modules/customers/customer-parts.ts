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

/** Somebody who is to be forgotten. */
export interface ErasedCustomer {
  id: string;
  email: string;
  /** Every address they are known by, lower case. */
  emails: string[];
  words: string[];
}

/** What another module keeps of customers: how it moves when two become one, what it tells, what belongs into an export. */
export interface CustomerPart {
  /** Makes everything of `from` belong to `into`; runs in the transaction of the merge, with both customers locked. */
  move(tx: Tx, customers: { from: string; into: string }): Promise<void>;
  /** The latest things that happened, newest first, at most `most`. */
  tell?(r: Reader, customer: { id: string; email: string }, most: number): Promise<CustomerEntry[]>;
  /** Everything kept of the customer, as plain data. */
  write?(r: Reader, customer: { id: string; email: string }): Promise<unknown>;
  /** Whether something under way still needs to know who they are; then they are erased later. */
  waits?(r: Reader, customer: ErasedCustomer): Promise<boolean>;
  /** Ids of records that tell of nobody else, and words they are known by, for the logs. Asked before `erase`. */
  givesAway?(r: Reader, customer: ErasedCustomer): Promise<{ ids: string[]; words: string[] }>;
  /** Deletes what is theirs; what must be kept forgets whose it was. May be done again. */
  erase?(tx: Tx, customer: ErasedCustomer): Promise<void>;
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
