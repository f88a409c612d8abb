import * as z from 'zod';
import { sql } from 'drizzle-orm';
import { event } from '#platform/events/event.ts';
import { column } from '#platform/operations/columns.ts';
import { onCommitted } from '#platform/operations/closing.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { ShortMemory } from '#modules/accounts/index.ts';
import { meaningKey, wordsOf, type Meanings } from './search-words.ts';
import { synonyms } from './tables.ts';

export const synonymsChanged = event({
  name: 'search.synonyms-changed',
  says: 'Words that mean the same in the search changed',
  data: z.object({ synonymId: z.uuid() }),
  about: 'synonymId',
});

const MOST_SYNONYMS = 1_000;
const LONGEST = 3;

const Phrase = z.string().trim().min(1).max(80);
const Others = z
  .union([z.array(Phrase), z.string().max(2_000).transform((text) => text.split(/[,\n]/).map((part) => part.trim()).filter(Boolean))])
  .pipe(z.array(Phrase).min(1).max(20))
  .meta({ description: 'words or short phrases; a text is split at commas' });
const Kind = z.enum(['both', 'one']).meta({ description: 'both: each finds the others; one: the first finds the others only' });
const Synonym = z.object({ id: z.uuid(), kind: Kind, word: z.string(), others: z.array(z.string()) });
type Synonym = z.output<typeof Synonym>;

export const addSynonym = operation({
  name: 'search.add-synonym',
  route: 'POST /search/synonyms',
  says: 'Add a synonym',
  needs: 'products:write',
  input: z.object({ kind: Kind.default('both'), word: Phrase, others: Others }),
  output: Synonym,
  async run(tx, given) {
    const [counted] = await tx.sql<{ n: number }>`select count(*) as n from search_synonyms`;
    if (counted!.n >= MOST_SYNONYMS) throw new Refusal('conflict', `There are ${MOST_SYNONYMS} synonyms already. Remove some that are not needed any more.`);
    const { kind, word, others } = plain(given);
    const [made] = await tx.sql<{ id: string }>`
      insert into search_synonyms (kind, word, others) values (${kind}, ${word}, ${others}) on conflict (workspace_id, kind, word) do nothing returning id`;
    if (!made) throw taken(word);
    return noted(tx, { id: made.id, kind, word, others });
  },
});

function taken(word: string): Refusal {
  return new Refusal('conflict', `"${word}" has synonyms already. Change those instead.`, { fields: { word: 'is there already' } });
}

/** Written as people's words are looked up, so that capitals, accents and signs do not matter. */
function plain({ kind, word, others }: Omit<Synonym, 'id'>): Omit<Synonym, 'id'> {
  const from = phrase(word, 'word');
  const to = [...new Set(others.map((other) => phrase(other, 'others')))].filter((other) => other !== from);
  if (to.length === 0) throw new Refusal('invalid', 'Name at least one other word that means the same.', { fields: { others: 'needs another word' } });
  return { kind, word: from, others: to };
}

function phrase(text: string, field: string): string {
  const words = wordsOf(text);
  if (!words) throw new Refusal('invalid', `"${text}" has no letters or digits.`, { fields: { [field]: 'needs letters or digits' } });
  if (words.length > LONGEST) throw new Refusal('invalid', `"${text}" is too long: a synonym has at most ${LONGEST} words.`, { fields: { [field]: `at most ${LONGEST} words` } });
  return words.join(' ');
}

function noted(tx: Tx, after: Synonym, before?: Synonym): Synonym {
  tx.tell(synonymsChanged, { synonymId: after.id });
  tx.changed({ record: 'synonym', id: after.id, before, after });
  return after;
}

export const updateSynonym = operation({
  name: 'search.update-synonym',
  route: 'PATCH /search/synonyms/:id',
  says: 'Change a synonym',
  needs: 'products:write',
  input: z.object({ id: z.uuid(), kind: Kind.optional(), word: Phrase.optional(), others: Others.optional() }),
  output: Synonym,
  async run(tx, { id, ...changes }) {
    const before = await lockSynonym(tx, id);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const after = { ...plain({ ...before, ...given }), id };
    const clash = await tx.sql`select 1 from search_synonyms where kind = ${after.kind} and word = ${after.word} and id <> ${id}`;
    if (clash.length > 0) throw taken(after.word);
    await tx.sql`update search_synonyms set kind = ${after.kind}, word = ${after.word}, others = ${after.others}, updated_at = ${tx.now} where id = ${id}`;
    return noted(tx, after, before);
  },
});

async function lockSynonym(tx: Tx, id: string): Promise<Synonym> {
  const [found] = await tx.sql<Synonym>`select id, kind, word, others from search_synonyms where id = ${id} for update`;
  if (!found) throw notFound('The synonym');
  return found;
}

export const removeSynonym = operation({
  name: 'search.remove-synonym',
  route: 'DELETE /search/synonyms/:id',
  says: 'Remove a synonym',
  needs: 'products:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const before = await lockSynonym(tx, id);
    await tx.sql`delete from search_synonyms where id = ${id}`;
    tx.tell(synonymsChanged, { synonymId: id });
    tx.changed({ record: 'synonym', id, before });
    return { id };
  },
});

export const synonymList = listView({
  name: 'search.synonyms',
  route: 'GET /search/synonyms',
  says: 'Synonyms of the search',
  needs: 'products:read',
  from: synonyms,
  columns: {
    word: column(synonyms.word, { says: 'Typed', search: true, sort: 'a to z' }),
    others: column(sql<string>`array_to_string(${synonyms.others}, ', ')`, { says: 'Finds also', type: 'text', search: true }),
    kind: column(synonyms.kind, { says: 'Works', filter: 'any of', values: ['both', 'one'] }),
    updatedAt: column(synonyms.updatedAt, { says: 'Changed', sort: true }),
  },
  changesWith: [synonymsChanged],
});

// Every search needs them, and a shop has a few dozen.
const memory = new ShortMemory<Meanings>({ seconds: 10 });
onCommitted((_ctx, { told }) => {
  if (told.some(({ event: { name } }) => name === synonymsChanged.name)) memory.forget();
});

/** What typed words mean besides themselves in this workspace. */
export function meaningsOf(r: Reader): Meanings | Promise<Meanings> {
  return memory.get(r.workspaceId, async () => meaningsFrom(await r.sql<Synonym>`select id, kind, word, others from search_synonyms`));
}

export function meaningsFrom(rows: readonly Pick<Synonym, 'kind' | 'word' | 'others'>[]): Meanings {
  const meanings = new Map<string, string[][]>();
  const add = (from: string, to: string) => {
    const key = meaningKey(from.split(' '));
    const known = meanings.get(key) ?? [];
    if (from !== to && !known.some((phrase) => phrase.join(' ') === to)) meanings.set(key, [...known, to.split(' ')]);
  };
  for (const { kind, word, others } of rows) {
    for (const other of others) add(word, other);
    if (kind === 'both') for (const from of others) for (const to of [word, ...others]) add(from, to);
  }
  return meanings;
}
