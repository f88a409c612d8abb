import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import { valueChanged } from './events.ts';
import { ACCOUNT_STATES, readAccount, ValueAccount } from './read-account.ts';
import { valueAccounts } from './tables.ts';

const state = sql<string>`case when ${valueAccounts.disabledAt} is not null then 'off' when ${valueAccounts.expiresAt} <= now() then 'expired' when ${valueAccounts.balance} = 0 then 'empty' else 'usable' end`;
const owner = sql<string>`coalesce((select c.name || case when c.name = '' then c.email else '' end from customers c where c.id = ${valueAccounts.customerId}), ${valueAccounts.email})`;

export const giftCardList = listView({
  name: 'gift-cards.list',
  route: 'GET /gift-cards',
  says: 'Gift cards and store credit',
  needs: 'gift-cards:read',
  opens: '/gift-cards/:id',
  from: valueAccounts,
  search: [{ text: valueAccounts.searchText, key: valueAccounts.id }],
  columns: {
    last4: column(valueAccounts.last4, { says: 'Ends in', search: true }),
    kind: column(valueAccounts.kind, { says: 'Kind', filter: 'any of', values: ['gift_card', 'store_credit'] }),
    owner: column(owner, { says: 'For' }),
    email: column(valueAccounts.email, { says: 'Email', search: true, filter: 'text' }),
    state: column(state, { says: 'State', filter: 'any of', values: ACCOUNT_STATES }),
    balance: moneyColumn(valueAccounts.balance, valueAccounts.currency, { says: 'Left', filter: 'range', sort: true }),
    note: column(valueAccounts.note, { says: 'Note', search: true }),
    customerId: column(valueAccounts.customerId, { says: 'Customer id', filter: 'any of' }),
    expiresAt: column(valueAccounts.expiresAt, { says: 'Expires', filter: 'dates' }),
    createdAt: column(valueAccounts.createdAt, { says: 'Issued', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [valueChanged],
});

export const giftCardView = view({
  name: 'gift-cards.get',
  route: 'GET /gift-cards/:id',
  says: 'A gift card or store credit',
  needs: 'gift-cards:read',
  input: z.object({ id: z.uuid() }),
  output: ValueAccount,
  read: (r, { id }) => readAccount(r, id),
});

/** What the signed-in customer has with the shop. */
export const myStoreCredit = view({
  name: 'storefront.customers.store-credit',
  on: 'storefront',
  route: 'GET /customers/me/store-credit',
  says: 'My store credit',
  needs: 'storefront:customers',
  input: z.object({}),
  output: z.object({ data: z.array(Money) }),
  async read(r) {
    const customerId = r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
    if (!customerId) throw new Refusal('unauthenticated', 'Please sign in first.');
    const rows = await r.sql<{ amount: number; currency: string }>`select balance as amount, currency from value_accounts where kind = 'store_credit' and customer_id = ${customerId} and balance > 0 and disabled_at is null order by currency`;
    return { data: rows.map(({ amount, currency }) => money(amount, currency)) };
  },
});
