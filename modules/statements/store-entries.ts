import type { Tx } from '#platform/tenancy/context.ts';
import type { Entry } from './entry.ts';

// A line read again is the same row. What the book has changed since (a pending line was booked) changes here; what did not, is left.
const STORE = `
insert into external_transactions (source_id, external_id, kind, direction, amount, fee, currency, status, booked_at, value_on, counterpart, reference, description, keys, raw, import_id, created_at)
select $1, e.external_id, e.kind, e.direction, e.amount, e.fee, e.currency, e.status, e.booked_at, e.value_on, e.counterpart, e.reference, e.description, e.keys, e.raw, $3::uuid, $4::timestamptz
from jsonb_to_recordset($2::jsonb) as e(external_id text, kind text, direction text, amount bigint, fee bigint, currency text, status text, booked_at timestamptz, value_on date,
  counterpart text, reference text, description text, keys text[], raw jsonb)
on conflict (workspace_id, source_id, external_id) do update set kind = excluded.kind, direction = excluded.direction, amount = excluded.amount, fee = excluded.fee, currency = excluded.currency,
  status = excluded.status, booked_at = excluded.booked_at, value_on = excluded.value_on, counterpart = excluded.counterpart, reference = excluded.reference, description = excluded.description,
  keys = excluded.keys, raw = excluded.raw,
  match = case when external_transactions.amount = excluded.amount then external_transactions.match else 'unexplained' end,
  payment_id = case when external_transactions.amount = excluded.amount then external_transactions.payment_id end
where external_transactions.raw is distinct from excluded.raw
returning xmax = 0 as fresh`;

// More than that in one statement makes it slow to plan for nothing.
const AT_ONCE = 1_000;

/** Writes lines of a book, each once. Answers how many were not there before. */
export async function storeEntries(tx: Tx, sourceId: string, entries: readonly Entry[], importId: string | null = null): Promise<number> {
  const each = [...new Map(entries.map((entry) => [clean(entry.externalId, 255), entry])).values()];
  let added = 0;
  for (let from = 0; from < each.length; from += AT_ONCE) {
    const rows = await tx.query<{ fresh: boolean }>(STORE, [sourceId, JSON.stringify(each.slice(from, from + AT_ONCE).map(rowOf)), importId, tx.now]);
    added += rows.filter(({ fresh }) => fresh).length;
  }
  return added;
}

// PostgreSQL keeps no NUL in its texts; a bank's file may hold anything.
const clean = (text: string, most: number) => text.replaceAll('\0', '').slice(0, most);

function rowOf(entry: Entry): object {
  const { externalId, bookedAt, valueOn, counterpart, reference, description, raw, ...same } = entry;
  return {
    ...same, external_id: clean(externalId, 255), booked_at: bookedAt.toISOString(), value_on: valueOn,
    counterpart: clean(counterpart, 300), reference: clean(reference, 300), description: clean(description, 1_000), raw: JSON.parse(JSON.stringify(raw).replaceAll('\\u0000', '')) as object,
  };
}
