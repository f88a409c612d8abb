import { money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { paymentProviders, recordReturned, recordTender, refundRoomOf, type RefundRoom } from '#modules/payments/index.ts';
import { hashOf } from './code.ts';
import { valueChanged } from './events.ts';
import { storeCreditAccount } from './issue.ts';
import { moveValue, moveValueOnce } from './move-value.ts';

/** What somebody wants to pay with besides a card or a transfer. */
export interface TenderWish {
  giftCardIds: readonly string[];
  /** The customer whose store credit is used. */
  storeCreditOf: string | null;
  currency: string;
}

/** A gift card or store credit, and how much of the order it pays. Minor units. */
export interface TenderPart {
  accountId: string;
  kind: 'gift_card' | 'store_credit';
  last4: string | null;
  balance: number;
  amount: number;
}

const USABLE = `disabled_at is null and (expires_at is null or expires_at > $4)`;
const TENDER = `
select id as "accountId", kind, last4, balance from value_accounts
where currency = $3 and ${USABLE} and (id = any($1::uuid[]) or (kind = 'store_credit' and customer_id = $2)) order by id`;

/** How these would pay this total: gift cards in the order entered, then the credit. No statement when nothing is wished for. */
export async function tenderFor(r: Reader, wish: TenderWish, total: number): Promise<TenderPart[]> {
  return wishesForNothing(wish) ? [] : share(await r.query<Account>(TENDER, valuesOf(wish)), wish, total);
}

/** As `tenderFor`, with the accounts locked until commit: what it says can be spent. */
export async function lockTender(tx: Tx, wish: TenderWish, total: number): Promise<TenderPart[]> {
  return wishesForNothing(wish) ? [] : share(await tx.query<Account>(`${TENDER} for update`, valuesOf(wish)), wish, total);
}

type Account = Omit<TenderPart, 'amount'>;

function wishesForNothing({ giftCardIds, storeCreditOf }: TenderWish): boolean {
  return giftCardIds.length === 0 && storeCreditOf === null;
}

function valuesOf({ giftCardIds, storeCreditOf, currency }: TenderWish): unknown[] {
  return [giftCardIds, storeCreditOf, currency, now()];
}

function share(accounts: readonly Account[], { giftCardIds }: TenderWish, total: number): TenderPart[] {
  const place = ({ accountId }: Account) => (giftCardIds.includes(accountId) ? giftCardIds.indexOf(accountId) : Infinity);
  let left = total;
  return accounts.toSorted((a, b) => place(a) - place(b)).map((account) => {
    const amount = Math.min(left, account.balance);
    left -= amount;
    return { ...account, amount };
  });
}

/** Pays a part of an order out of locked accounts, in the order's own transaction, before the order is written. */
export async function spendTender(tx: Tx, { orderId, currency, parts }: { orderId: string; currency: string; parts: readonly TenderPart[] }): Promise<void> {
  for (const { accountId, kind, last4, amount } of parts) {
    if (amount === 0) continue;
    const { key } = await recordTender(tx, { orderId, provider: kind, amount: money(amount, currency), token: accountId, last4 });
    const left = await moveValue(tx, { accountId, kind: 'spent', amount: -amount, key, orderId });
    if (left === undefined) throw new Error(`the locked account ${accountId} did not have ${amount}`);
    tx.tell(valueChanged, { accountId });
  }
}

/** An order came to nothing in the moment it was paid: what its gift cards and store credit gave is back at once, for another try. */
export async function returnTender(tx: Tx, orderId: string): Promise<void> {
  const own = await tx.sql`select 1 from payments where order_id = ${orderId} and provider in ('gift_card', 'store_credit') limit 1`;
  if (own.length === 0) return;
  const rooms = (await refundRoomOf(tx, orderId)).filter(({ payment }) => paymentProviders.get(payment.provider).ownBooks);
  for (const { payment, left } of rooms) {
    const { key } = await recordReturned(tx, payment, { amount: left, reason: 'The order was not paid.' });
    await moveValue(tx, { accountId: payment.token, kind: 'returned', amount: left, key, orderId, note: 'the order was not paid' });
    tx.tell(valueChanged, { accountId: payment.token });
  }
}

interface IntoCredit {
  orderId: string;
  customerId: string | null;
  currency: string;
  amount: number;
  reason: string;
}

/** Gives money of an order back as store credit instead of by the way it came. The caller has locked the payments by `refundRoomOf`. */
export async function refundIntoStoreCredit(tx: Tx, rooms: readonly RefundRoom[], wish: IntoCredit): Promise<{ id: string; paymentId: string; amount: number }[]> {
  if (!wish.customerId) throw new Refusal('no_customer', 'This order has no customer who could have store credit.');
  const most = rooms.reduce((sum, { left }) => sum + left, 0);
  if (wish.amount > most) throw new Refusal('refund_too_large', 'That is more than can still be refunded on this order.', { refundable: most });
  const accountId = await storeCreditAccount(tx, wish.customerId, wish.currency);
  const parts: { id: string; paymentId: string; amount: number }[] = [];
  let left = wish.amount;
  for (const { payment, left: room } of rooms) {
    const amount = Math.min(left, room);
    if (amount <= 0) break;
    left -= amount;
    const { id, key } = await recordReturned(tx, payment, { amount, reason: wish.reason || 'Store credit' });
    // Its order is not named: the account did not pay that order, and a look at what came back to it must not find this.
    await moveValue(tx, { accountId, kind: 'issued', amount, key, note: wish.reason || 'refund of an order' });
    parts.push({ id, paymentId: payment.id, amount });
  }
  tx.tell(valueChanged, { accountId });
  return parts;
}

/** The gift card behind a code that can pay in this currency. Refuses, always in the same words where nobody should learn more. */
export async function giftCardByCode(tx: Tx, code: string, currency: string): Promise<{ id: string }> {
  const [card] = await tx.sql<{ id: string; currency: string; balance: number; disabled: boolean; expired: boolean }>`
    select id, currency, balance, disabled_at is not null as disabled, coalesce(expires_at <= ${now()}, false) as expired
    from value_accounts where code_hash = ${hashOf(tx.workspaceId, code)}`;
  if (!card || card.disabled) throw new Refusal('unknown_code', 'We do not know this code.');
  if (card.expired) throw new Refusal('gift_card_expired', 'This gift card has expired.');
  if (card.currency !== currency) throw new Refusal('gift_card_currency', `This gift card is in ${card.currency}; this shop sells in ${currency}.`);
  if (card.balance === 0) throw new Refusal('gift_card_empty', 'There is nothing left on this gift card.');
  return { id: card.id };
}

/** What a customer has with the shop in a currency, in minor units. One statement. */
export async function storeCreditOf(r: Reader, customerId: string, currency: string): Promise<number> {
  const [row] = await r.sql<{ balance: number }>`
    select balance from value_accounts where kind = 'store_credit' and customer_id = ${customerId} and currency = ${currency} and disabled_at is null and (expires_at is null or expires_at > ${now()})`;
  return row?.balance ?? 0;
}

interface GivenCredit {
  customerId: string;
  currency: string;
  amount: number;
  note: string;
  /** One gift for this key, for ever. */
  key: string;
}

/** Puts money the shop owes a customer into their store credit. */
export async function putIntoStoreCredit(tx: Tx, { customerId, currency, amount, note, key }: GivenCredit): Promise<void> {
  const accountId = await storeCreditAccount(tx, customerId, currency);
  await moveValueOnce(tx, { accountId, kind: 'issued', amount, key, note });
  tx.tell(valueChanged, { accountId });
}
