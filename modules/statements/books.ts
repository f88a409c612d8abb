import fc from 'fast-check';
import { expect } from 'vitest';
import { MINUTE, travel } from '#platform/time.ts';
import type { TestHouse, TestWorkspace } from '#platform/testing/database.ts';
import type { Fault, VendorDouble } from '#platform/testing/vendor-double.ts';
import { readBooks, sourceList, transactionList } from './index.ts';

/** A line as both sides have it: id, what the account changed by and what was kept, minor units. */
export interface BookLine {
  externalId: string;
  net: number;
  fee: number;
  currency: string;
}

/** A vendor whose book is read through faults. */
export interface Bookkeeping {
  vendor: string;
  double: VendorDouble;
  connect(workspace: TestWorkspace): Promise<void>;
  /** Something moves on the account, `n` different each time; a book may have old lines before it is read first. */
  move(workspace: TestWorkspace, n: number, when: 'long ago' | 'just now'): void;
  /** What the vendor's book says in the end. */
  book(workspace: TestWorkspace): readonly BookLine[];
}

interface Story {
  before: number;
  rounds: { faults: (Fault | undefined)[]; moves: number; readers: number }[];
}

const FAULTS: (Fault | undefined)[] = ['busy', 'broken', 'away', 'drops', 'lost', 'broken-after', undefined, undefined];

const anyStory: fc.Arbitrary<Story> = fc.record({
  before: fc.integer({ min: 0, max: 40 }),
  rounds: fc.array(fc.record({ faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 10 }), moves: fc.integer({ min: 0, max: 12 }), readers: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 4 }),
});

/** However reading is interrupted, at whatever page, by however many at once: in the end both books are the same. */
export async function readsTheWholeBook(keeping: Bookkeeping, house: TestHouse, runs: number): Promise<void> {
  await fc.assert(fc.asyncProperty(anyStory, async (story) => {
    const shop = await house.newWorkspace();
    keeping.double.faults.length = 0;
    for (let n = 0; n < story.before; n++) keeping.move(shop, n, 'long ago');
    await keeping.connect(shop);
    let n = story.before;
    for (const { faults, moves, readers } of story.rounds) {
      keeping.double.faults.push(...faults);
      const reading = Array.from({ length: readers }, () => readBooks.run(shop.ctx).catch(() => undefined));
      for (let i = 0; i < moves; i++) keeping.move(shop, n++, 'just now');
      await Promise.all(reading);
    }
    keeping.double.faults.length = 0;
    const back = travel(10 * MINUTE);
    await readBooks.run(shop.ctx).finally(back);
    expect(await ledgerOf(shop)).toEqual(keeping.book(shop).toSorted(byId));
    expect((await sourceList.call(shop.ctx, {})).data.every(({ lastError, lastReadAt }) => lastError === '' && lastReadAt !== null)).toBe(true);
  }), { numRuns: runs, endOnFailure: true });
}

const byId = (a: BookLine, b: BookLine) => (a.externalId < b.externalId ? -1 : 1);

/** Everything that is written down here, by id. */
export async function ledgerOf({ ctx }: TestWorkspace): Promise<BookLine[]> {
  const lines: BookLine[] = [];
  for await (const rows of transactionList.list!.through(ctx, {})) lines.push(...rows.map((row) => ({ externalId: String(row['externalId']), net: (row['net'] as { amount: number }).amount, fee: (row['fee'] as { amount: number }).amount, currency: String(row['currency']) })));
  return lines.toSorted(byId);
}
