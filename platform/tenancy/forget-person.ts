import type { Queries } from '../db/query.ts';
import { platformTransaction } from './platform-door.ts';

/** Columns whose texts repeat what people typed or are called: logs, messages, kept answers. */
interface PersonalColumns {
  text?: readonly string[];
  json?: readonly string[];
}

const logs = new Map<string, PersonalColumns>([
  ['outbox', { json: ['data'] }],
  ['idempotency_keys', { json: ['answer'] }],
  ['audit_entries', { json: ['input', 'changes'] }],
  // Mails to others that tell of the person: to colleagues, say, about an order.
  ['mail_messages', { text: ['subject', 'text', 'html'] }],
]);

/** A module names its logs at load; there the words of an erased person are struck out. */
export const personalLogs = {
  add(table: string, columns: PersonalColumns): void {
    logs.set(table, columns);
  },
};

export interface ForgottenPerson {
  workspaceId: string;
  /** Ids of the person and of records that tell of nobody else. */
  ids: readonly string[];
  /** What gives the person away wherever it stands: addresses, full names, numbers. */
  words: readonly string[];
}

const SHORTEST = 5;

/** Strikes a person out of every log of a workspace. May be done again. */
export async function forgetPerson({ workspaceId, ids, words }: ForgottenPerson): Promise<void> {
  const known = [...new Set(words.map((word) => word.trim()).filter((word) => word.length >= SHORTEST))];
  await platformTransaction('erasure', async (q) => {
    await q.query(
      `update audit_entries set input = '{}', changes = '[]', address = null where workspace_id = $1 and (record_id = any($2::text[]) or actor_id = any($2::text[]))`,
      [workspaceId, ids],
    );
    if (known.length === 0) return;
    for (const [table, { text = [], json = [] }] of logs) {
      for (const column of text) await strike(q, { table, column, type: 'text' }, [workspaceId, patternOf(known)]);
      for (const column of json) await strike(q, { table, column, type: 'jsonb' }, [workspaceId, patternOf(known)]);
    }
  });
}

async function strike(q: Queries, { table, column, type }: { table: string; column: string; type: string }, values: [workspaceId: string, pattern: string]): Promise<void> {
  await q.query(
    `update "${table}" set "${column}" = regexp_replace("${column}"::text, $2, '[erased]', 'gi')::${type} where workspace_id = $1 and "${column}"::text ~* $2`,
    values,
  );
}

// As the word stands in a text, inside JSON, and in the HTML of a mail.
function patternOf(words: readonly string[]): string {
  const forms = words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1), inHtml(word)]);
  return [...new Set(forms)].map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
