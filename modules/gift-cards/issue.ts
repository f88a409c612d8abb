import { newId } from '#platform/ids.ts';
import { money } from '#platform/money.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { giftCardCode, hashOf } from './code.ts';
import { giftCardIssued, valueChanged } from './events.ts';
import { moveValue } from './move-value.ts';

export interface NewGiftCard {
  amount: number;
  currency: string;
  /** Who gets the code by mail; nobody when empty. */
  email: string;
  expiresAt?: string | null;
  note?: string;
  sold?: { orderId: string; lineId: string; unit: number };
}

/** Makes a gift card with its first money on it. Of an order line each unit makes one card, however often it is asked for. */
export async function issueGiftCard(tx: Tx, card: NewGiftCard): Promise<string | null> {
  const id = newId();
  const code = giftCardCode(tx.workspaceId, id);
  const { sold } = card;
  const [made] = await tx.sql<{ id: string }>`
    insert into value_accounts (id, kind, currency, code_hash, last4, email, expires_at, note, order_id, order_line_id, unit, created_at, updated_at)
    values (${id}, 'gift_card', ${card.currency}, ${hashOf(tx.workspaceId, code)}, ${code.slice(-4)}, ${card.email.toLowerCase()}, ${card.expiresAt ?? null}, ${card.note ?? ''},
      ${sold?.orderId ?? null}, ${sold?.lineId ?? null}, ${sold?.unit ?? null}, ${tx.now}, ${tx.now})
    on conflict do nothing returning id`;
  if (!made) return null;
  await moveValue(tx, { accountId: id, kind: 'issued', amount: card.amount, key: `issue-${id}`, orderId: sold?.orderId ?? null, note: card.note ?? '' });
  tx.tell(giftCardIssued, { giftCardId: id, value: money(card.amount, card.currency), orderId: sold?.orderId ?? null });
  tx.tell(valueChanged, { accountId: id });
  return id;
}

/** Units of a sold line that were refunded or never delivered: so many of its cards can no longer be spent, untouched ones first. */
export async function keepGiftCards(tx: Tx, lineId: string, units: number): Promise<void> {
  const gone = await tx.sql<{ id: string }>`
    update value_accounts set disabled_at = ${tx.now}, updated_at = ${tx.now} where id in (
      select a.id from value_accounts a where a.order_line_id = ${lineId} and a.disabled_at is null
      order by exists (select 1 from value_entries e where e.account_id = a.id and e.kind = 'spent') desc, a.unit offset ${units}) returning id`;
  for (const { id } of gone) tx.tell(valueChanged, { accountId: id });
}

/** The store credit of a customer in a currency, opened when there is none yet. */
export async function storeCreditAccount(tx: Tx, customerId: string, currency: string): Promise<string> {
  const [row] = await tx.sql<{ id: string }>`
    insert into value_accounts as a (kind, currency, customer_id, created_at, updated_at) values ('store_credit', ${currency}, ${customerId}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, customer_id, currency) where kind = 'store_credit' do update set updated_at = excluded.updated_at returning id`;
  return row!.id;
}
