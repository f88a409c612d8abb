import type { Readable } from 'node:stream';
import { files } from '#platform/files/configured-files.ts';
import { reaction, schedule } from '#platform/events/reaction.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { MINUTE, SECOND, later, now } from '#platform/time.ts';
import { hearOfDispute, paymentProviders, type EvidenceField, type EvidenceFile } from '#modules/payments/index.ts';
import { disputeAnswerAsked, disputeAnswerRefused } from './events.ts';
import { writeEntry } from './record-dispute.ts';

/** How long one caller has an answer for itself; only politeness, its key makes a second call harmless. */
const LEASE = MINUTE;

interface Taken {
  id: string;
  kind: 'evidence' | 'accept';
  key: string;
  fields: Partial<Record<EvidenceField, string>>;
  fileIds: string[];
  attempts: number;
  disputeId: string;
  orderId: string;
  number: number;
  provider: string;
  reference: string;
}

const TAKE = `
  with mine as (
    update dispute_answers set attempts = attempts + 1, next_try = $2 where id = $1 and state in ('waiting', 'unknown') and next_try <= $3
    returning id, kind, key, fields, file_ids, attempts, dispute_id
  )
  select m.id, m.kind, m.key, m.fields, m.file_ids as "fileIds", m.attempts, d.id as "disputeId", d.order_id as "orderId", d.order_number as number, d.provider, d.reference
  from mine m join disputes d on d.id = m.dispute_id`;

/** Tells the provider what was asked for. Safe to call any number of times, from anywhere, also at once. */
export async function carryOutAnswer(ctx: Context, answerId: string): Promise<void> {
  const at = now();
  const [taken] = await ctx.write<Taken>(TAKE, [answerId, later(at, LEASE), at]);
  if (!taken) return;
  const outcome = await tell(ctx, taken);
  await faultPoint('dispute.after-answer');
  await record(ctx, taken, outcome);
  if (outcome.state === 'done') await hearOfDispute(ctx, taken.provider, taken.reference).catch((error: Error) => log.warn('How a dispute stands was not heard; a message will tell.', { error: error.message }));
}

interface Outcome {
  state: 'done' | 'refused' | 'unknown';
  sentence: string;
}

async function tell(ctx: Context, { kind, key, reference, provider, fields, fileIds }: Taken): Promise<Outcome> {
  const at = paymentProviders.get(provider).disputes;
  if (!at) return { state: 'refused', sentence: 'This provider takes no answers to disputes.' };
  try {
    if (kind === 'accept') await at.accept(ctx, { key, reference });
    else await at.submit(ctx, { key, reference, fields, files: await read(ctx, fileIds) });
    return { state: 'done', sentence: '' };
  } catch (error) {
    if (error instanceof Refusal) return { state: 'refused', sentence: error.sentence };
    log.warn('A provider did not say whether it took an answer to a dispute; we ask again with the same key.', { reference, error: (error as Error).message });
    return { state: 'unknown', sentence: '' };
  }
}

async function read(ctx: Context, fileIds: readonly string[]): Promise<EvidenceFile[]> {
  const found: EvidenceFile[] = [];
  for (const id of fileIds) {
    const file = await ctx.read((r) => files().find(r, id));
    if (file) found.push({ name: file.name, contentType: file.contentType, bytes: await bytesOf(file.key) });
  }
  return found;
}

async function bytesOf(key: string): Promise<Buffer> {
  const stored = await files().store.get(key);
  if (!stored) throw new Error(`the file ${key} is gone`);
  const parts: Buffer[] = [];
  for await (const part of stored.body as Readable) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function record(ctx: Context, taken: Taken, { state, sentence }: Outcome): Promise<void> {
  await ctx.transaction(async (tx) => {
    const written = await tx.sql`
      update dispute_answers set state = ${state}, sentence = ${sentence}, next_try = ${later(tx.now, Math.min(30 * MINUTE, 10 * SECOND * 2 ** Math.min(taken.attempts, 12)))}
      where id = ${taken.id} and state in ('waiting', 'unknown') returning id`;
    if (written.length === 0 || state === 'unknown') return;
    const about = { disputeId: taken.disputeId, orderId: taken.orderId, number: taken.number };
    if (state === 'refused') {
      await tx.sql`update disputes set accepted_at = null where id = ${taken.disputeId} and ${taken.kind === 'accept'}`;
      await writeEntry(tx, taken.disputeId, { kind: 'refused', says: `The provider said no: ${sentence}` });
      tx.tell(disputeAnswerRefused, { ...about, sentence });
    } else if (taken.kind === 'evidence') await tx.sql`update disputes set submitted_at = ${tx.now} where id = ${taken.disputeId}`;
  });
}

/** Safety net: what a process asked for and then died. */
export const handInAnswers = reaction({
  name: 'disputes.hand-in',
  on: disputeAnswerAsked,
  run: (ctx, { answerId }) => carryOutAnswer(ctx, answerId),
});

/** The last net: it needs no event and no memory. */
export const resolveOpenAnswers = schedule({
  name: 'disputes.resolve',
  everySeconds: 60,
  async run(ctx) {
    const due = await ctx.read((r) => r.sql<{ id: string }>`select id from dispute_answers where state in ('waiting', 'unknown') and next_try <= ${now()} order by next_try limit 20`);
    for (const { id } of due) await carryOutAnswer(ctx, id);
  },
});
