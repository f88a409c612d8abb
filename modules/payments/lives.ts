import fc from 'fast-check';
import { newId } from '#platform/ids.ts';
import { MINUTE, travel } from '#platform/time.ts';
import type { TestHouse, TestWorkspace } from '#platform/testing/database.ts';
import type { Fault, VendorDouble } from '#platform/testing/vendor-double.ts';
import { capturePayment, carryOutPayment, hearOfCharge, lookAtPayment, paymentsFor, refundPayment, requestPayment, resolveOpenSteps, voidPayment, type Payment, type PaymentChoice } from './index.ts';

/** What a provider's double tells of a charge when all is over. Minor units. */
export interface AtProvider {
  captured: number;
  refunded: number;
}

/** A provider whose payments are led through random lives, with a double that fails in every way. */
export interface Living {
  provider: string;
  double: VendorDouble;
  connect(workspace: TestWorkspace): Promise<void>;
  /** Ways to pay without a page. */
  tokens: readonly string[];
  /** Whether money can be promised and captured later. */
  promises: boolean;
  /** What the shopper does on the provider's page, if there is one for this charge. */
  onPage(workspace: TestWorkspace, chargeKey: string, does: 'pays' | 'pays slowly' | 'leaves'): void | Promise<void>;
  /** Everything that was left open at the provider is decided. */
  decideAll(workspace: TestWorkspace, well: (n: number) => boolean): void;
  /** A refund that was told as done fails after all; answers whether there was one. */
  failARefund(workspace: TestWorkspace, chargeKey: string): boolean;
  standing(workspace: TestWorkspace, chargeKey: string): AtProvider;
}

type Deed = { does: 'pays' | 'pays slowly' | 'leaves' | 'comes back' | 'message' | 'capture' | 'void' | 'refund' | 'resolve' | 'refund fails'; amount: number };

interface Life {
  token: string | undefined;
  capture: 'now' | 'later';
  amount: number;
  faults: (Fault | undefined)[];
  deeds: Deed[];
}

const FAULTS: (Fault | undefined)[] = ['busy', 'broken', 'away', 'drops', 'lost', 'broken-after', undefined, undefined, undefined];

export function anyLife({ tokens, promises }: Pick<Living, 'tokens' | 'promises'>): fc.Arbitrary<Life> {
  const deed = fc.record({ does: fc.constantFrom<Deed['does']>('pays', 'pays', 'pays slowly', 'leaves', 'comes back', 'message', 'message', 'capture', 'void', 'refund', 'refund', 'resolve', 'refund fails'), amount: fc.integer({ min: 1, max: 6_000 }) });
  return fc.record({
    token: fc.constantFrom<(string | undefined)[]>(undefined, ...tokens),
    capture: promises ? fc.constantFrom<'now' | 'later'>('now', 'later') : fc.constant<'now' | 'later'>('now'),
    amount: fc.integer({ min: 50, max: 5_000 }),
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 8 }),
    deeds: fc.array(deed, { minLength: 1, maxLength: 10 }),
  });
}

/** Leads one payment through its life and lets everything settle; answers what we have written down and what the provider has. */
export async function live(living: Living, house: TestHouse, life: Life): Promise<{ ours: Payment; theirs: AtProvider; ledger: AtProvider }> {
  const shop = await house.newWorkspace();
  living.double.faults.length = 0;
  await living.connect(shop);
  const choice: PaymentChoice = { provider: living.provider, ...(life.token ? { token: life.token } : { returnTo: 'https://shop.example/return' }) };
  const asked = await shop.ctx.transaction((tx) => requestPayment(tx, { orderId: newId(), amount: { amount: life.amount, currency: 'AUD' }, choice, capture: life.capture }));
  living.double.faults.push(...life.faults);
  await carryOutPayment(shop.ctx, asked.id);
  for (const deed of life.deeds) await doIt(living, shop, asked, deed);
  await letItSettle(living, shop, asked);
  const [ours] = await shop.ctx.read((r) => paymentsFor(r, asked.orderId));
  return { ours: ours!, theirs: living.standing(shop, `charge-${asked.id}`), ledger: await ledgerOf(shop, asked.id) };
}

async function doIt(living: Living, { ctx, ...rest }: TestWorkspace, { id }: Payment, { does, amount }: Deed): Promise<void> {
  const shop = { ctx, ...rest };
  const key = `charge-${id}`;
  // A no, and a provider that is away, are part of life.
  const mayFail = (work: Promise<unknown>) => work.catch(() => undefined);
  if (does === 'pays' || does === 'pays slowly' || does === 'leaves') await living.onPage(shop, key, does);
  else if (does === 'comes back') await lookAtPayment(ctx, id);
  else if (does === 'message') await Promise.allSettled([hearOfCharge(ctx, living.provider, key), hearOfCharge(ctx, living.provider, key)]);
  else if (does === 'capture') await mayFail(capturePayment.call(ctx, { id, amount }));
  else if (does === 'void') await mayFail(voidPayment.call(ctx, { id }));
  else if (does === 'refund') await Promise.allSettled([refundPayment.call(ctx, { id, amount }), refundPayment.call(ctx, { id, amount: Math.ceil(amount / 2) })]);
  else if (does === 'refund fails') living.failARefund(shop, key);
  else await mayFail(resolveOpenSteps.run(ctx));
}

/** The provider is well again, decides what it left open, sends its messages late, and the schedules do their rounds. */
async function letItSettle(living: Living, shop: TestWorkspace, { id, createdAt }: Payment): Promise<void> {
  living.double.faults.length = 0;
  living.decideAll(shop, (n) => (n + Number(createdAt.at(-2))) % 3 !== 0);
  for (const minutes of [1, 40, 90, 200]) {
    const back = travel(minutes * MINUTE);
    await Promise.all([resolveOpenSteps.run(shop.ctx), resolveOpenSteps.run(shop.ctx)]).finally(back);
  }
  await Promise.all([1, 2].map(() => hearOfCharge(shop.ctx, living.provider, `charge-${id}`)));
}

async function ledgerOf(shop: TestWorkspace, paymentId: string): Promise<AtProvider> {
  const [sums] = await shop.ctx.read((r) => r.sql<AtProvider>`
    select coalesce(sum(amount) filter (where kind = 'captured'), 0)::int as captured,
      (coalesce(sum(amount) filter (where kind = 'refunded'), 0) - coalesce(sum(amount) filter (where kind = 'refund-failed'), 0))::int as refunded
    from payment_facts where payment_id = ${paymentId}`);
  return sums!;
}
