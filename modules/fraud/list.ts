import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { fraudPolicyChanged } from './events.ts';
import { mailMark, placeMark } from './marks.ts';
import { fraudList } from './tables.ts';

const KINDS = ['mail', 'domain', 'place'] as const;
const VERDICTS = ['blocked', 'trusted'] as const;
const MOST = 5_000;

const Entry = z.object({ id: z.uuid(), kind: z.enum(KINDS), value: z.string(), verdict: z.enum(VERDICTS) });
type Wish = { kind: (typeof KINDS)[number]; value: string; verdict: (typeof VERDICTS)[number]; note: string };

/** Writes a buyer onto the list of blocked or trusted ones; the latest word counts. */
export async function addToList(tx: Tx, { kind, value, verdict, note }: Wish): Promise<string> {
  const [count] = await tx.sql<{ n: number }>`select count(*)::int as n from fraud_list`;
  if (count!.n >= MOST) throw new Refusal('too_many', `The list holds ${MOST} entries. Remove some first.`);
  const [row] = await tx.sql<{ id: string }>`
    insert into fraud_list (kind, value, verdict, note) values (${kind}, ${value}, ${verdict}, ${note})
    on conflict (workspace_id, kind, value) do update set verdict = excluded.verdict, note = excluded.note returning id`;
  tx.tell(fraudPolicyChanged, { workspaceId: tx.workspaceId });
  tx.changed({ record: 'fraud list', id: row!.id, after: { kind, value, verdict } });
  return row!.id;
}

export const listBuyer = operation({
  name: 'fraud.list-buyer',
  route: 'POST /fraud/list',
  says: 'Block or trust a mail address, a domain or a place',
  needs: 'fraud:write',
  input: z.object({
    kind: z.enum(KINDS),
    value: z.string().trim().min(3).max(300).meta({ description: 'of a place: street and number' }),
    postalCode: z.string().trim().max(20).default('').meta({ description: 'of a place' }),
    country: z.union([z.literal(''), z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'a two-letter country code is needed')]).default('').meta({ description: 'of a place' }),
    verdict: z.enum(VERDICTS),
    note: z.string().trim().max(300).default(''),
  }),
  output: Entry,
  async run(tx, { kind, value, postalCode, country, verdict, note }) {
    const compared = kind === 'mail' ? mailMark(value) : kind === 'domain' ? value.toLowerCase().replace(/^.*@/, '') : placeMark({ line1: value, postalCode, country });
    if (kind === 'mail' && compared === '') throw new Refusal('invalid', 'This is no mail address.', { fields: { value: 'is no mail address' } });
    return { id: await addToList(tx, { kind, value: compared, verdict, note }), kind, value: compared, verdict };
  },
});

export const unlistBuyer = operation({
  name: 'fraud.unlist-buyer',
  route: 'DELETE /fraud/list/:id',
  says: 'Take a buyer off the list',
  needs: 'fraud:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const gone = await tx.sql`delete from fraud_list where id = ${id} returning id`;
    if (gone.length === 0) throw notFound('This entry');
    tx.tell(fraudPolicyChanged, { workspaceId: tx.workspaceId });
    tx.changed({ record: 'fraud list', id });
    return { id };
  },
});

export const fraudListView = listView({
  name: 'fraud.list',
  route: 'GET /fraud/list',
  says: 'Blocked and trusted buyers',
  needs: 'fraud:read',
  from: fraudList,
  columns: {
    value: column(fraudList.value, { says: 'Who', search: true, filter: 'text' }),
    kind: column(fraudList.kind, { says: 'What', filter: 'any of', values: KINDS }),
    verdict: column(fraudList.verdict, { says: 'Verdict', filter: 'any of', values: VERDICTS }),
    note: column(fraudList.note, { says: 'Note', search: true }),
    createdAt: column(fraudList.createdAt, { says: 'Since', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [fraudPolicyChanged],
});
