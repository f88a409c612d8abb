import { Refusal } from '#platform/refusal.ts';
import { ShortMemory } from '#platform/short-memory.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { paymentProviders, type PaymentProvider } from './provider.ts';

export interface Offered {
  id: string;
  says: string;
  onItsPage: boolean;
  /** How it can be charged again later without the shopper, as subscriptions need it; null = not at all. */
  chargesAgain: NonNullable<PaymentProvider['chargesAgain']> | null;
  /** It keeps a way to pay without a payment, too. */
  keepsAlone: boolean;
}

/** Whether it can be kept for later charges when so much is paid with it now. */
export function keepsFor({ chargesAgain, keepsAlone }: Offered, due: number): boolean {
  return chargesAgain === 'own-token' || (chargesAgain === 'by-paying' && (due > 0 || keepsAlone));
}

// A provider that was just connected is offered a few seconds later.
const memory = new ShortMemory<readonly Offered[]>({ seconds: 3 });

/** The ways to pay in this workspace now. Test cards are for shops without a real provider. */
export async function offeredProviders(r: Reader): Promise<readonly Offered[]> {
  return memory.get(r.workspaceId, async () => {
    const all = [...paymentProviders.all()].filter(([, provider]) => !provider.ownBooks);
    const offered: boolean[] = [];
    // One after the other: inside a transaction they share its connection.
    for (const [, provider] of all) offered.push((await provider.offered?.(r)) ?? true);
    const real = all.some(([, provider], i) => provider.offered && offered[i]);
    return all.filter(([id], i) => offered[i] && !(real && id === 'test')).map(shown);
  });
}

function shown([id, { says, onItsPage, chargesAgain, keepsAlone }]: [string, PaymentProvider]): Offered {
  return { id, says, onItsPage: onItsPage === true, chargesAgain: chargesAgain ?? null, keepsAlone: keepsAlone === true };
}

/** Refuses a way to pay this shop does not have. */
export async function requireOffered(r: Reader, id: string): Promise<void> {
  if ((await offeredProviders(r)).some((each) => each.id === id)) return;
  throw new Refusal('no_such_payment', 'This shop cannot be paid that way. Please choose another one.');
}

/** Test support: asks anew. */
export function forgetOffered(): void {
  memory.forget();
}
