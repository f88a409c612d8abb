import * as z from 'zod';
import { actorName } from '#platform/tenancy/actor.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import { newId } from '#platform/ids.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { entryOf, noonOf, type Entry } from './entry.ts';
import { statementRead } from './events.ts';
import type { BankFile, BankLine } from './files/bank-line.ts';
import { LARGEST_FILE } from './files/decode-text.ts';
import { readBankFile, type BankReading } from './files/read-bank-file.ts';
import type { Mapping } from './files/guess-columns.ts';
import { sourceById, type Source } from './source.ts';
import { storeEntries } from './store-entries.ts';

const place = z.int().min(0).max(99);
const ColumnMapping = z.object({
  skip: z.int().min(0).max(200).meta({ description: 'lines above the first transaction' }), date: place, valueDate: place.optional(), amount: place.optional(), moneyIn: place.optional(), moneyOut: place.optional(),
  fee: place.optional(), currency: place.optional(), counterpart: place.optional(), reference: place.optional(), description: place.optional(), id: place.optional(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']), mark: z.enum(['.', ',']), sign: z.enum(['as written', 'the other way round']).default('as written'),
}).meta({ description: 'columns of a CSV by their place from 0' });

const Upload = z.object({
  fileName: z.string().trim().min(1).max(255),
  content: z.base64().max(Math.ceil(LARGEST_FILE / 3) * 4 + 4).meta({ description: 'the file in base64, at most 2.9 MB' }),
  sourceId: z.uuid().optional().meta({ description: 'the account it belongs to, where the file does not say' }),
  newAccount: z.string().trim().min(1).max(100).optional().meta({ description: 'the name of a new account, where the file does not say' }),
  currency: z.string().regex(/^[A-Z]{3}$/).optional().meta({ description: 'of lines that name none; the workspace’s unless told' }),
  mapping: ColumnMapping.optional(),
});
type Upload = z.output<typeof Upload>;

const Counted = z.object({ account: z.string(), currency: z.string().nullable(), lines: z.int(), known: z.int().meta({ description: 'lines that are there already' }), unreadable: z.int(), problems: z.array(z.object({ line: z.int(), says: z.string() })) });
const SampleLine = z.object({ line: z.int(), bookedOn: z.string(), amount: z.int(), currency: z.string(), counterpart: z.string(), reference: z.string(), description: z.string() });
const SAMPLE = 12;
const MOST_PROBLEMS = 50;

/** Reads a bank's file as an upload would and says what would come of it; nothing is written. A verb, because a file is too long for an address. */
export const previewFile = operation({
  name: 'statements.preview-file',
  route: 'POST /statement-file-previews',
  says: 'Look at a bank file before uploading it',
  needs: 'statements:write',
  audit: 'none',
  input: Upload,
  output: z.object({ format: z.string(), accounts: z.array(Counted.extend({ sample: z.array(SampleLine) })), columns: z.array(z.string()), mapping: ColumnMapping.nullable(), ambiguous: z.boolean(), currency: z.string() }),
  async run(tx, upload) {
    const source = await sourceFor(tx, upload);
    const currency = await currencyFor(tx, upload, source);
    const { files, csv } = readFor(upload, currency, source);
    const accounts = [];
    for (const file of files) accounts.push({ ...(await counted(tx, file, source)), sample: file.lines.slice(0, SAMPLE).map(sampleOf) });
    return { format: files[0]!.format, accounts, columns: csv?.columns ?? [], mapping: csv?.mapping ?? null, ambiguous: csv?.ambiguous ?? false, currency };
  },
});

/** Writes the lines of a bank's file down, each once, whatever other file it came with before. */
export const uploadFile = operation({
  name: 'statements.upload-file',
  route: 'POST /statement-files',
  says: 'Upload a bank file',
  needs: 'statements:write',
  input: Upload,
  output: z.object({ accounts: z.array(Counted.extend({ sourceId: z.uuid(), added: z.int() })) }),
  async run(tx, upload) {
    const source = await sourceFor(tx, upload);
    const reading = readFor(upload, await currencyFor(tx, upload, source), source);
    if (reading.files.every(({ lines }) => lines.length === 0)) throw new Refusal('nothing_to_import', 'No line of this file could be read, so there is nothing to keep.');
    const accounts = [];
    for (const file of reading.files) accounts.push(await keepFile(tx, upload, file, { source, mapping: reading.csv?.mapping }));
    return { accounts };
  },
});

async function sourceFor(r: Reader, { sourceId }: Upload): Promise<Source | undefined> {
  if (!sourceId) return undefined;
  const source = await sourceById(r, sourceId);
  if (!source) throw notFound('The account');
  if (source.kind !== 'bank') throw new Refusal('wrong_way', `${source.name} is read by itself; a file cannot be added to it.`);
  return source;
}

async function currencyFor(r: Reader, { currency }: Upload, source: Source | undefined): Promise<string> {
  return source?.currency ?? currency ?? (await workspaceSettings(r)).currency;
}

function readFor({ content, mapping }: Upload, currency: string, source: Source | undefined): BankReading {
  const bytes = Buffer.from(content, 'base64');
  if (mapping) return readBankFile(bytes, { currency, mapping });
  return withLastMapping(bytes, currency, source) ?? readBankFile(bytes, { currency });
}

// The bank's files look as they did last time, as long as all of it can be read that way.
function withLastMapping(bytes: Uint8Array, currency: string, source: Source | undefined): BankReading | undefined {
  if (!source?.mapping) return undefined;
  const reading = readBankFile(bytes, { currency, mapping: source.mapping as Mapping });
  return reading.files.every(({ lines, problems }) => lines.length > 0 && problems.length === 0) ? reading : undefined;
}

async function counted(r: Reader, { account, currency, lines, problems }: BankFile, source: Source | undefined): Promise<z.infer<typeof Counted>> {
  const [row] = await r.sql<{ known: number }>`
    select count(*)::int as known from external_transactions t join statement_sources s on s.id = t.source_id
    where s.kind = 'bank' and (s.id = ${source?.id ?? null}::uuid or (${source === undefined} and s.account = ${account} and ${account} <> '')) and t.external_id = any(${lines.map(({ externalId }) => externalId)}::text[])`;
  return { account: source?.name ?? account, currency, lines: lines.length, known: row!.known, unreadable: problems.length, problems: problems.slice(0, MOST_PROBLEMS) };
}

function sampleOf({ line, bookedOn, amount, currency, counterpart, reference, description }: BankLine): z.infer<typeof SampleLine> {
  return { line, bookedOn, amount, currency, counterpart: counterpart.slice(0, 300), reference: reference.slice(0, 300), description: description.slice(0, 300) };
}

async function keepFile(tx: Tx, { fileName, newAccount }: Upload, file: BankFile, { source, mapping }: { source: Source | undefined; mapping: Mapping | undefined }) {
  const { format, lines } = file;
  const sourceId = source?.id ?? (await accountOf(tx, file, newAccount));
  const before = await counted(tx, file, await sourceById(tx, sourceId));
  const importId = newId();
  const added = await storeEntries(tx, sourceId, lines.map((line) => bankEntry(line)), importId);
  await tx.sql`insert into statement_imports (id, source_id, file_name, format, lines, added, by, created_at) values (${importId}, ${sourceId}, ${fileName}, ${format}, ${lines.length}, ${added}, ${actorName(tx.actor)}, ${tx.now})`;
  await tx.sql`update statement_sources set last_read_at = ${tx.now}, mapping = coalesce(${mapping ? JSON.stringify(mapping) : null}::jsonb, mapping) where id = ${sourceId}`;
  tx.tell(statementRead, { sourceId, added, problem: '' });
  return { ...before, sourceId, added };
}

async function accountOf(tx: Tx, { account, currency }: BankFile, newAccount: string | undefined): Promise<string> {
  const named = account || newAccount;
  if (!named) throw new Refusal('invalid', 'This file does not say whose account it is about. Choose an account, or name a new one.', { fields: { newAccount: 'is missing' } });
  const [row] = await tx.sql<{ id: string }>`insert into statement_sources (kind, account, name, currency) values ('bank', ${named}, ${newAccount ?? account}, ${currency})
    on conflict (workspace_id, kind, account) do update set currency = coalesce(statement_sources.currency, excluded.currency) returning id`;
  return row!.id;
}

/** A bank's amount has its fee in it already. */
function bankEntry({ externalId, amount, fee, currency, bookedOn, valueOn, counterpart, reference, description, raw }: BankLine): Entry {
  return entryOf(amount + fee, { externalId, kind: 'other', currency, fee, bookedAt: noonOf(bookedOn), valueOn, counterpart, reference, description, raw });
}
