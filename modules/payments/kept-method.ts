import { newId } from '#platform/ids.ts';
import { formatMoney, type Money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Reader, Tx } from '#platform/tenancy/context.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { paymentMethodLetGo } from './events.ts';
import { markOf } from './method-mark.ts';
import type { PaymentRow } from './payment.ts';
import { paymentProviders, type KeptToken, type PaymentChoice, type ProviderFact } from './provider.ts';

const PURPOSE = 'payments.kept-method';

/** A way to pay that was kept, as people may see it. */
export interface KeptMethod {
  id: string;
  provider: string;
  /** The provider has not kept it yet; nothing can be charged again before. */
  waiting: boolean;
  /** It was taken back at the provider. */
  gone: boolean;
  cardBrand: string | null;
  cardLast4: string | null;
}

const SHOWN = `id, provider, waiting, gone_at is not null as gone, card_brand as "cardBrand", card_last4 as "cardLast4"`;

interface Keep {
  orderId: string;
  choice: PaymentChoice;
  /** What is paid with it at once. Some providers keep only what is paid with. */
  due: Money;
}

/** Keeps a way to pay with an order, to be charged again without the shopper. Refuses a provider that cannot do that. */
export async function keepMethod(tx: Tx, { orderId, choice, due }: Keep): Promise<KeptMethod> {
  const provider = paymentProviders.get(choice.provider);
  if (!provider.chargesAgain) throw new Refusal('not_for_subscriptions', 'A subscription cannot be paid that way, because it cannot be charged again later. Please choose another one.');
  const waiting = provider.chargesAgain === 'by-paying';
  if (waiting && due.amount === 0 && !provider.keepsAlone) throw new Refusal('nothing_to_pay', `${provider.says} keeps a way to pay only together with a payment, and ${formatMoney(due)} is to pay now. Please choose another one.`);
  const { token, brand, last4 } = provider.source(choice);
  const kept = { id: newId(), provider: choice.provider, waiting, gone: false, cardBrand: brand, cardLast4: last4 };
  await tx.sql`
    insert into payment_methods (id, order_id, provider, token_sealed, waiting, card_brand, card_last4, created_at)
    values (${kept.id}, ${orderId}, ${kept.provider}, ${await seal(tx, token)}, ${waiting}, ${brand}, ${last4}, ${tx.now})`;
  return kept;
}

function seal(door: Reader, token: string): Promise<string> {
  return vault().seal(door, token, { purpose: PURPOSE });
}

/** The way to pay an order was kept with, the newest if there are several. */
export async function keptMethodOf(r: Reader, orderId: string): Promise<KeptMethod | undefined> {
  return (await r.query<KeptMethod>(`select ${SHOWN} from payment_methods where order_id = $1 order by created_at desc, id desc limit 1`, [orderId]))[0];
}

/** The kept way to pay that the payment of an order began, once it is kept. */
export async function methodBegunBy(r: Reader, orderId: string): Promise<string | undefined> {
  const [begun] = await r.sql<{ id: string }>`
    select m.id from payments p join payment_methods m on m.id = p.method_id where p.order_id = ${orderId} and p.usage = 'keep' and (p.captured > 0 or p.state = 'kept') and not m.waiting order by p.created_at desc limit 1`;
  return begun?.id;
}

/** The kept way to pay that a payment begins or is charged to. */
export async function methodOfPayment(r: Reader, paymentId: string): Promise<KeptMethod | undefined> {
  const [row] = await r.sql<{ id: string }>`select method_id as id from payments where id = ${paymentId} and method_id is not null`;
  return row && keptMethod(r, row.id);
}

export async function keptMethod(r: Reader, id: string): Promise<KeptMethod> {
  const [kept] = await r.query<KeptMethod>(`select ${SHOWN} from payment_methods where id = $1`, [id]);
  if (!kept) throw new Error(`the kept payment method ${id} is gone`);
  return kept;
}

export interface Stored {
  provider: string;
  token: string;
  tokenSealed: string | null;
  waiting: boolean;
  goneAt: Date | null;
  forgottenAt: Date | null;
}

async function stored(ctx: Context, id: string): Promise<Stored | undefined> {
  const [row] = await ctx.read((r) => r.sql<Stored>`
    select provider, token, token_sealed as "tokenSealed", waiting, gone_at as "goneAt", forgotten_at as "forgottenAt" from payment_methods where id = ${id}`);
  return row;
}

export async function opened(ctx: Context, { token, tokenSealed }: Stored): Promise<string> {
  return tokenSealed === null ? token : (await vault().open(ctx, tokenSealed, { purpose: PURPOSE })).reveal();
}

/** What a payment is charged with. Refuses what was let go of meanwhile, and a charge again with something that is not kept yet. */
export async function tokenOfPayment(ctx: Context, { token, methodId, usage }: PaymentRow): Promise<string> {
  if (methodId === null) return token;
  const row = await stored(ctx, methodId);
  if (!row || row.forgottenAt || row.goneAt || (usage === 'again' && row.waiting)) throw new Refusal('payment_refused', NOT_KEPT);
  return opened(ctx, row);
}

/** What is said where a kept way to pay is there no more, here or at the provider. */
export const NOT_KEPT = 'The way to pay that was kept for this is there no more. Please come back and pay with another one.';

/** Writes down what the provider has kept with a payment. One that came after everybody had left is let go of again. */
export async function recordKept(tx: Tx, seen: Pick<PaymentRow, 'provider' | 'methodId' | 'usage'>, facts: readonly Pick<ProviderFact, 'kept'>[]): Promise<void> {
  const { methodId, usage } = seen;
  const kept = facts.find((fact) => fact.kept)?.kept;
  if (!kept || methodId === null || usage !== 'keep') return;
  const [row] = await tx.sql<{ forgottenAt: Date | null }>`
    update payment_methods set token_sealed = ${await seal(tx, kept.token)}, mark = ${markOf(tx, seen.provider, kept.token)}, waiting = false, card_brand = coalesce(${kept.brand ?? null}, card_brand), card_last4 = coalesce(${kept.last4 ?? null}, card_last4)
    where id = ${methodId} and waiting returning forgotten_at as "forgottenAt"`;
  if (row?.forgottenAt) tx.tell(paymentMethodLetGo, { methodId });
}

/** The provider told later, and apart from any money, what it has kept with a charge. Answers whether the charge is one of ours. */
export async function hearOfKept(ctx: Context, provider: string, { chargeKey, kept }: { chargeKey: string; kept: KeptToken }): Promise<'done' | 'ignored'> {
  return ctx.transaction(async (tx) => {
    const [payment] = await tx.sql<PaymentRow>`select provider, method_id as "methodId", usage from payments where key = ${chargeKey} and provider = ${provider}`;
    if (payment) await recordKept(tx, payment, [{ kept }]);
    return payment ? 'done' : 'ignored';
  });
}

/** Nobody will charge it any more. The provider is told after commit, again and again until it has heard. */
export function letGoOfMethod(tx: Tx, methodId: string): void {
  tx.tell(paymentMethodLetGo, { methodId });
}

/** Has the provider let go of a kept way to pay, then forgets the token. Safe to repeat. */
export async function forgetMethod(ctx: Context, id: string): Promise<void> {
  const row = await stored(ctx, id);
  if (!row) return;
  const token = row.waiting ? '' : await opened(ctx, row);
  if (token) await paymentProviders.get(row.provider).forget?.(ctx, token).catch(unlessDisconnected);
  await ctx.write(`update payment_methods set token = '', token_sealed = null, forgotten_at = coalesce(forgotten_at, now()) where id = $1`, [id]);
}

// Without its connection nothing can be charged there either.
function unlessDisconnected(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'not_connected')) throw error;
}
