import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { ListQuestion, listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { connectionChanged } from '#modules/integrations/index.ts';
import { statementRead } from './events.ts';
import { externalTransactions, KINDS, statementImports, statementSources } from './tables.ts';

const t = externalTransactions;

export const transactionList = listView({
  name: 'statements.transactions',
  route: 'GET /statement-transactions',
  says: 'Transactions outside',
  needs: 'statements:read',
  opens: '/statements/:id',
  from: t,
  joins: [{ table: statementSources, on: eq(t.sourceId, statementSources.id), always: true }],
  search: [{ text: t.searchText, key: t.id }],
  columns: {
    reference: column(t.reference, { says: 'Reference', search: true }),
    bookedAt: column(t.bookedAt, { says: 'Booked', filter: 'dates', sort: 'newest first' }),
    source: column(statementSources.name, { says: 'Account', filter: 'any of' }),
    kind: column(t.kind, { says: 'What it is', filter: 'any of', values: KINDS }),
    counterpart: column(t.counterpart, { says: 'From or to', search: true, filter: 'text' }),
    description: column(t.description, { says: 'Description', search: true, filter: 'text' }),
    direction: column(t.direction, { says: 'Direction', filter: 'any of', values: ['in', 'out'] }),
    amount: moneyColumn(t.amount, t.currency, { says: 'Amount', filter: 'range', sort: true }),
    fee: moneyColumn(t.fee, t.currency, { says: 'Fee', filter: 'range', sort: true }),
    net: moneyColumn(t.net, t.currency, { says: 'Net', filter: 'range', sort: true }),
    currency: column(t.currency, { says: 'Currency', filter: 'any of' }),
    match: column(t.match, { says: 'Explained', filter: 'any of', values: ['matched', 'differs', 'unexplained'] }),
    status: column(t.status, { says: 'State', filter: 'any of', values: ['booked', 'pending', 'void'] }),
    valueOn: column(sql<string | null>`${t.valueOn}::text`, { says: 'Value date' }),
    externalId: column(t.externalId, { says: 'Id there', search: true }),
    paymentId: column(t.paymentId, { says: 'Payment id', filter: 'any of' }),
    sourceId: column(t.sourceId, { says: 'Account id', filter: 'any of' }),
    importId: column(t.importId, { says: 'File id', filter: 'any of' }),
  },
  changesWith: [statementRead],
});

const Sums = z.object({ currency: z.string(), in: z.int(), out: z.int(), fees: z.int(), net: z.int(), count: z.int(), unexplained: z.int() });

/** The same question as the list of transactions, summed: one row for each currency, of what is booked. */
export const transactionSums = view({
  name: 'statements.sums',
  route: 'GET /statement-sums',
  says: 'Sums of transactions outside',
  needs: 'statements:read',
  input: ListQuestion.pick({ q: true, filter: true, ids: true }),
  output: z.object({ data: z.array(Sums) }),
  changesWith: [statementRead],
  async read(r, question) {
    const matching = transactionList.list!.matchingRows(question);
    const rows = await r.planned.db.execute(sql`
      select x.currency, coalesce(sum(x.amount) filter (where x.direction = 'in'), 0)::bigint as "in", coalesce(sum(x.amount) filter (where x.direction = 'out'), 0)::bigint as "out",
        sum(x.fee)::bigint as fees, sum(x.net)::bigint as net, count(*)::int as count, (count(*) filter (where x.match = 'unexplained'))::int as unexplained
      from external_transactions x where x.status = 'booked' and x.id in (select m.id from (${matching}) m) group by x.currency order by count(*) desc, x.currency`);
    return { data: (rows as unknown as Record<keyof z.infer<typeof Sums>, unknown>[]).map((row) => Sums.parse({ ...row, in: Number(row.in), out: Number(row.out), fees: Number(row.fees), net: Number(row.net) })) };
  },
});

export const transactionView = view({
  name: 'statements.transaction',
  route: 'GET /statement-transactions/:id',
  says: 'A transaction outside',
  needs: 'statements:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(), sourceId: z.uuid(), source: z.string(), externalId: z.string(), kind: z.string(), direction: z.string(), amount: z.int(), fee: z.int(), net: z.int(), currency: z.string(), status: z.string(),
    bookedAt: z.string(), valueOn: z.string().nullable(), counterpart: z.string(), reference: z.string(), description: z.string(), match: z.string(), paymentId: z.uuid().nullable(), orderId: z.uuid().nullable(),
    file: z.string().nullable(), raw: z.unknown(),
  }),
  changesWith: [statementRead],
  async read(r, { id }) {
    const [row] = await r.sql<Shown>`
      select t.id, t.source_id as "sourceId", s.name as source, t.external_id as "externalId", t.kind, t.direction, t.amount, t.fee, t.net, t.currency, t.status, t.booked_at as "bookedAt", t.value_on::text as "valueOn",
        t.counterpart, t.reference, t.description, t.match, t.payment_id as "paymentId", (select p.order_id from payments p where p.id = t.payment_id) as "orderId",
        (select i.file_name from statement_imports i where i.id = t.import_id) as file, t.raw
      from external_transactions t join statement_sources s on s.id = t.source_id where t.id = ${id}`;
    if (!row) throw notFound('The transaction');
    return { ...row, bookedAt: row.bookedAt.toISOString() };
  },
});

interface Shown {
  id: string;
  sourceId: string;
  source: string;
  externalId: string;
  kind: string;
  direction: string;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  status: string;
  bookedAt: Date;
  valueOn: string | null;
  counterpart: string;
  reference: string;
  description: string;
  match: string;
  paymentId: string | null;
  orderId: string | null;
  file: string | null;
  raw: unknown;
}

const connected = sql<string>`case when statement_sources.kind = 'bank' then 'files' when exists (select 1 from integration_connections c where c.vendor = statement_sources.kind and c.state <> 'disconnected') then 'connected' else 'disconnected' end`;

export const sourceList = listView({
  name: 'statements.sources',
  route: 'GET /statement-sources',
  says: 'Statement sources',
  needs: 'statements:read',
  from: statementSources,
  columns: {
    name: column(statementSources.name, { says: 'Account', search: true }),
    kind: column(statementSources.kind, { says: 'At', filter: 'any of' }),
    state: column(connected, { says: 'State', filter: 'any of', values: ['connected', 'disconnected', 'files'] }),
    currency: column(statementSources.currency, { says: 'Currency', filter: 'any of' }),
    transactions: column(sql<number>`(select count(*)::int from external_transactions x where x.source_id = statement_sources.id)`, { says: 'Transactions', type: 'number' }),
    unexplained: column(sql<number>`(select count(*)::int from external_transactions x where x.source_id = statement_sources.id and x.match = 'unexplained')`, { says: 'Unexplained', type: 'number' }),
    lastReadAt: column(statementSources.lastReadAt, { says: 'Last read', filter: 'dates', sort: true }),
    cursor: column(sql<string | null>`${statementSources.cursor}::text`, { says: 'Cursor' }),
    lastError: column(statementSources.lastError, { says: 'Last error' }),
    lastErrorAt: column(statementSources.lastErrorAt, { says: 'Failed', filter: 'dates' }),
    account: column(statementSources.account, { says: 'Id there', search: true }),
    createdAt: column(statementSources.createdAt, { says: 'Since', filter: 'dates', sort: 'oldest first' }),
  },
  changesWith: [statementRead, connectionChanged],
});

export const importList = listView({
  name: 'statements.imports',
  route: 'GET /statement-files',
  says: 'Uploaded bank files',
  needs: 'statements:read',
  from: statementImports,
  joins: [{ table: statementSources, on: eq(statementImports.sourceId, statementSources.id), always: true }],
  columns: {
    fileName: column(statementImports.fileName, { says: 'File', search: true }),
    source: column(statementSources.name, { says: 'Account', filter: 'any of' }),
    format: column(statementImports.format, { says: 'Format', filter: 'any of', values: ['csv', 'ofx', 'camt.053'] }),
    lines: column(statementImports.lines, { says: 'Lines', sort: true }),
    added: column(statementImports.added, { says: 'New', sort: true }),
    by: column(statementImports.by, { says: 'By' }),
    createdAt: column(statementImports.createdAt, { says: 'Uploaded', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [statementRead],
});
