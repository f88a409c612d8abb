import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { giftCardCode, inGroups } from './code.ts';
import { valueChanged } from './events.ts';
import { issueGiftCard, storeCreditAccount } from './issue.ts';
import { moveValue } from './move-value.ts';
import { readAccount, ValueAccount } from './read-account.ts';

const MOST = 100_000_000_00;
const Instant = z.iso.datetime({ offset: true }).nullable();
const Currency = z.string().regex(/^[A-Z]{3}$/);
const Note = z.string().trim().max(500).default('');
const Mail = z.union([z.literal(''), z.string().trim().toLowerCase().max(254).pipe(z.email('an e-mail address is needed'))]).default('');

/** Makes a gift card by hand. Its code is in the answer, once; afterwards only its last four letters are known. */
export const issueCard = operation({
  name: 'gift-cards.issue',
  route: 'POST /gift-cards',
  says: 'Issue a gift card',
  needs: 'gift-cards:write',
  input: z.object({ amount: z.int().min(1).max(MOST).meta({ description: 'Minor units' }), currency: Currency, email: Mail.meta({ description: 'who gets the code by mail' }), expiresAt: Instant.default(null), note: Note }),
  output: ValueAccount.extend({ code: z.string().meta({ description: 'shown this once' }) }),
  async run(tx, card) {
    if (card.expiresAt && new Date(card.expiresAt) <= tx.now) throw new Refusal('invalid', 'That day is over already.', { fields: { expiresAt: 'is in the past' } });
    const id = (await issueGiftCard(tx, card))!;
    tx.changed({ record: 'gift card', id, after: { amount: card.amount, currency: card.currency, email: card.email } });
    return { ...(await readAccount(tx, id)), code: '' };
  },
  // The code follows from the id, so it stands in no stored answer.
  afterCommit: async (ctx, card) => ({ ...card, code: inGroups(giftCardCode(ctx.workspaceId, card.id)) }),
});

/** When a gift card ends, and whether it can be spent at all. */
export const updateCard = operation({
  name: 'gift-cards.update',
  route: 'PATCH /gift-cards/:id',
  says: 'Change a gift card',
  needs: 'gift-cards:write',
  input: z.object({ id: z.uuid(), active: z.boolean().optional(), expiresAt: Instant.optional(), note: z.string().trim().max(500).optional() }),
  output: ValueAccount,
  async run(tx, { id, active, expiresAt, note }) {
    const before = await lockAccount(tx, id);
    await tx.sql`
      update value_accounts set disabled_at = case when ${active ?? null}::boolean is null then disabled_at when ${active ?? null}::boolean then null else coalesce(disabled_at, ${tx.now}) end,
        expires_at = case when ${expiresAt !== undefined}::boolean then ${expiresAt ?? null}::timestamptz else expires_at end, note = coalesce(${note ?? null}, note), updated_at = ${tx.now}
      where id = ${id}`;
    tx.tell(valueChanged, { accountId: id });
    tx.changed({ record: 'gift card', id, before, after: { active, expiresAt, note } });
    return readAccount(tx, id);
  },
});

async function lockAccount(tx: Tx, id: string): Promise<{ currency: string; balance: number }> {
  const [row] = await tx.sql<{ currency: string; balance: number }>`select currency, balance from value_accounts where id = ${id} for update`;
  if (!row) throw notFound('The gift card');
  return row;
}

/** Puts money on a gift card or store credit, or takes some off again, with a reason. */
export const adjustAccount = operation({
  name: 'gift-cards.adjust',
  route: 'POST /gift-cards/:id/adjustments',
  says: 'Change the balance of a gift card or store credit',
  needs: 'gift-cards:write',
  input: z.object({ id: z.uuid(), amount: z.int().min(-MOST).max(MOST).refine((amount) => amount !== 0, 'more or less than nothing'), note: z.string().trim().min(1, 'say why').max(500) }),
  output: ValueAccount,
  async run(tx, { id, amount, note }) {
    const { balance } = await lockAccount(tx, id);
    await move(tx, { id, amount, note, balance });
    tx.changed({ record: 'gift card', id, before: { balance }, after: { balance: balance + amount } });
    return readAccount(tx, id);
  },
});

async function move(tx: Tx, { id, amount, note, balance }: { id: string; amount: number; note: string; balance: number }): Promise<void> {
  const left = await moveValue(tx, { accountId: id, kind: 'adjusted', amount, key: `adjust-${newId()}`, note });
  if (left === undefined) throw new Refusal('too_little', 'There is less on it than that.', { balance });
  tx.tell(valueChanged, { accountId: id });
}

/** Gives a customer store credit: an apology, a reward. */
export const giveStoreCredit = operation({
  name: 'gift-cards.give-credit',
  route: 'POST /customers/:customerId/store-credit',
  says: 'Give store credit to a customer',
  needs: 'gift-cards:write',
  input: z.object({ customerId: z.uuid(), amount: z.int().min(1).max(MOST).meta({ description: 'Minor units' }), currency: Currency, note: z.string().trim().min(1, 'say why').max(500) }),
  output: z.object({ id: z.uuid(), balance: Money }),
  async run(tx, { customerId, amount, currency, note }) {
    const known = await tx.sql`select 1 from customers where id = ${customerId}`;
    if (known.length === 0) throw notFound('The customer');
    const id = await storeCreditAccount(tx, customerId, currency);
    const balance = (await moveValue(tx, { accountId: id, kind: 'issued', amount, key: `credit-${newId()}`, note }))!;
    tx.tell(valueChanged, { accountId: id });
    tx.changed({ record: 'store credit', id, after: { customerId, amount, currency, balance } });
    return { id, balance: money(balance, currency) };
  },
});
