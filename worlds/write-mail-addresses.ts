import { DAY } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { WorldCustomer } from './plan-orders.ts';
import type { Random } from './random.ts';

/** A shop of a year knows a few addresses that get no mail any more, and why. */
export async function writeMailAddresses(tx: Tx, random: Random, customers: readonly WorldCustomer[]): Promise<void> {
  const [gone, full, angry] = random.some(customers, 3) as [WorldCustomer, WorldCustomer, WorldCustomer];
  const told = [
    { address: gone.email, reason: 'bounced', detail: '550 5.1.1 The account does not exist', days: 212 },
    { address: full.email, reason: 'bounced', detail: '550 5.7.1 This domain takes no mail any more', days: 47 },
    { address: angry.email, reason: 'by hand', detail: 'Asked on the phone to get no more mail', days: 9 },
  ];
  for (const { address, reason, detail, days } of told)
    await tx.sql`insert into mail_suppressions (address, reason, detail, created_at) values (${address.toLowerCase()}, ${reason}, ${detail}, ${new Date(tx.now.getTime() - days * DAY)}) on conflict do nothing`;
}
