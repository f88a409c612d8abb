import type { Statement } from '../db/batch.ts';
import { actorId, actorName, type Actor } from '../tenancy/actor.ts';
import { setTransactionHooks, type Closing, type Context } from '../tenancy/context.ts';

/** What the last statement of an operation writes besides the events. */
export interface ClosingRecord {
  /** null: nothing for the audit list. */
  operation: string | null;
  actorKind: Actor['kind'];
  actorId: string;
  actorName: string;
  input: unknown;
  answer: unknown;
  claimId: string | null;
}

const SECRET_NAME = /pass(word)?|secret|token|authorization|api[-_]?key|card|cvc/i;
const MOST_INPUT = 8_000;

// One statement for audit entry, stored first answer and events: they are one round trip and one fate.
const CLOSE = `
with entry as (
  insert into audit_entries (operation, actor_kind, actor_id, actor_name, record, record_id, input, changes, request_id, address)
  select $1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10 where $1::text is not null
), answer as (
  update idempotency_keys set answer = $11::jsonb where id = $12::uuid
)
insert into outbox (event, about, data, actor, request_id)
select e.event, e.about, e.data, $13::jsonb, $9
from jsonb_array_elements($14::jsonb) with ordinality as list(item, place),
     jsonb_to_record(item) as e(event text, about text, data jsonb)
order by place`;

// Most shopping tells nothing; then the audit entry alone is written.
const CLOSE_SILENTLY = CLOSE.slice(0, CLOSE.lastIndexOf(')\ninsert into outbox')) + ') select 1';

/** The statement that goes out together with COMMIT. */
export function outboxStatement(ctx: Context, closing: Closing, record?: ClosingRecord): Statement {
  const silent = closing.told.length === 0;
  const values = auditValues(ctx, closing, record);
  return silent ? { text: CLOSE_SILENTLY, values } : { text: CLOSE, values: [...values, ...toldValues(ctx, closing)] };
}

function auditValues(ctx: Context, closing: Closing, record?: ClosingRecord): unknown[] {
  const first = closing.changes[0];
  return [
    record?.operation ?? null,
    record?.actorKind ?? null,
    record?.actorId ?? null,
    record?.actorName ?? null,
    first?.record ?? null,
    first?.id ?? recordId(record),
    auditedInput(record?.input),
    JSON.stringify(closing.changes, blankSecrets),
    ctx.requestId,
    ctx.address ?? null,
    record?.claimId ? JSON.stringify(record.answer ?? null) : null,
    record?.claimId ?? null,
  ];
}

function toldValues(ctx: Context, closing: Closing): unknown[] {
  return [
    JSON.stringify({ kind: ctx.actor.kind, id: actorId(ctx.actor), name: actorName(ctx.actor) }),
    JSON.stringify(closing.told.map(({ event, data }) => ({ event: event.name, about: aboutOf(data, event.about), data }))),
  ];
}

function aboutOf(data: unknown, key: string): string {
  return String((data as Record<string, unknown>)[key]);
}

function recordId(record: ClosingRecord | undefined): string | null {
  const from = (record?.input as { id?: unknown } | undefined)?.id ?? (record?.answer as { id?: unknown } | null | undefined)?.id;
  return typeof from === 'string' ? from : null;
}

function auditedInput(input: unknown): string {
  const text = JSON.stringify(input ?? {}, blankSecrets);
  return text.length <= MOST_INPUT ? text : JSON.stringify({ shortened: text.slice(0, 500), characters: text.length });
}

function blankSecrets(name: string, value: unknown): unknown {
  // `secrets` is a bundle whose field names need not speak of what they are.
  return name && SECRET_NAME.test(name) && (typeof value === 'string' || name === 'secrets') ? '[secret]' : value;
}

type Listener = (ctx: Context, closing: Closing) => void;
const listeners: Listener[] = [];

/** Called right after each commit that told something, in the process that committed. */
export function onCommitted(listener: Listener): void {
  listeners.push(listener);
}

export function committed(ctx: Context, closing: Closing): void {
  if (closing.told.length > 0) for (const listener of listeners) listener(ctx, closing);
}

// Transactions outside operations (reactions, schedules) tell facts too; they have no audit entry of their own.
setTransactionHooks((ctx) => ({
  closing: (closing) => (closing.told.length > 0 ? [outboxStatement(ctx, closing)] : []),
  committed: (closing) => committed(ctx, closing),
}));
