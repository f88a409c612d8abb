import type { CustomerPart } from '#modules/customers/index.ts';
import { newId } from '#platform/ids.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { storeCreditAccount } from './issue.ts';
import { moveValue } from './move-value.ts';

personalLogs.add('value_accounts', { text: ['note'] });

/** The store credit of a customer; where both have some, the one that stays gets it all. */
export const valueOfCustomer: CustomerPart = {
  async move(tx, { from, into }) {
    await tx.sql`
      update value_accounts a set customer_id = ${into} where a.customer_id = ${from}
        and (a.kind <> 'store_credit' or not exists (select 1 from value_accounts b where b.kind = 'store_credit' and b.customer_id = ${into} and b.currency = a.currency))`;
    const left = await tx.sql<Left>`select id, currency, balance from value_accounts where customer_id = ${from} order by id for update`;
    for (const account of left) await pour(tx, account, into);
  },
  write: (r, { id }) => r.sql`
    select a.kind, a.currency, a.balance, a.last4, a.created_at as "createdAt", (select json_agg(json_build_object('at', e.at, 'kind', e.kind, 'amount', e.amount, 'note', e.note) order by e.at) from value_entries e where e.account_id = a.id) as entries
    from value_accounts a where a.customer_id = ${id} order by a.created_at`,
  // The ledger stays, and a card is good for whoever has its code. Store credit keeps the number of somebody nobody knows any more.
  erase: async (tx, { id, emails }) => void (await tx.sql`
    update value_accounts set email = '', customer_id = case kind when 'store_credit' then customer_id end where customer_id = ${id} or lower(email) = any(${emails})`),
};

interface Left {
  id: string;
  currency: string;
  balance: number;
}

// The emptied account keeps its ledger and its former owner's name on it.
async function pour(tx: Tx, { id, currency, balance }: Left, into: string): Promise<void> {
  if (balance === 0) return;
  const key = newId();
  await moveValue(tx, { accountId: id, kind: 'adjusted', amount: -balance, key: `merge-out-${key}`, note: 'the customer was merged' });
  await moveValue(tx, { accountId: await storeCreditAccount(tx, into, currency), kind: 'adjusted', amount: balance, key: `merge-in-${key}`, note: 'the customer was merged' });
}
