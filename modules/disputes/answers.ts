import * as z from 'zod';
import { files } from '#platform/files/configured-files.ts';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import type { EvidenceField } from '#modules/payments/index.ts';
import { isAnswerable } from './dispute-state.ts';
import { disputeAnswerAsked } from './events.ts';
import { carryOutAnswer } from './carry-out-answer.ts';
import { gather, suggestedEvidence } from './gather.ts';
import { drawPack } from './draw-pack.ts';
import { Dispute, lockDispute, readDispute, shownDispute, type DisputeRow } from './read-dispute.ts';
import { writeEntry } from './record-dispute.ts';

const Answer = z.object({ answerId: z.uuid(), dispute: Dispute });
type Answer = z.infer<typeof Answer>;

/** Hands the evidence in: what was written, what the order tells where nothing was, and everything about the order as one PDF. Final. */
export const submitEvidence = operation({
  name: 'disputes.submit',
  route: 'POST /disputes/:id/submission',
  says: 'Hand in the evidence of a dispute',
  needs: 'disputes:write',
  input: z.object({ id: z.uuid() }),
  output: Answer,
  async run(tx, { id }) {
    const dispute = await lockDispute(tx, id);
    requireAnswerable(dispute);
    const gathered = await gather(tx, dispute);
    const fields = { ...suggestedEvidence(gathered), ...dispute.evidence };
    // Kept as it was sent, so that a repetition sends the very same.
    const pack = await files().save(tx, { name: `dispute-order-${dispute.orderNumber}.pdf`, body: await drawPack(tx, dispute, gathered, fields), visibility: 'private' });
    return ask(tx, dispute, { kind: 'evidence', fields, fileIds: [pack.id, ...dispute.files.map((file) => file.id)] });
  },
  afterCommit: finish,
});

/** Gives in: the buyer keeps the money. Final. */
export const acceptDispute = operation({
  name: 'disputes.accept',
  route: 'POST /disputes/:id/acceptance',
  says: 'Accept a dispute',
  needs: 'disputes:write',
  input: z.object({ id: z.uuid() }),
  output: Answer,
  async run(tx, { id }) {
    const dispute = await lockDispute(tx, id);
    requireAnswerable(dispute);
    await tx.sql`update disputes set accepted_at = ${tx.now} where id = ${id}`;
    return ask(tx, dispute, { kind: 'accept', fields: {}, fileIds: [] });
  },
  afterCommit: finish,
});

function requireAnswerable(dispute: DisputeRow): void {
  if (dispute.answering) throw new Refusal('conflict', 'An answer to this dispute is on its way already. Wait for what the provider says.');
  if (!isAnswerable(dispute.state)) throw new Refusal('dispute_closed', `This dispute takes no answer any more: it is ${dispute.state.replaceAll('_', ' ')}.`, { state: dispute.state });
}

interface Wish {
  kind: 'evidence' | 'accept';
  fields: Partial<Record<EvidenceField, string>>;
  fileIds: string[];
}

async function ask(tx: Tx, dispute: DisputeRow, { kind, fields, fileIds }: Wish): Promise<Answer> {
  const answerId = newId();
  await tx.sql`
    insert into dispute_answers (id, dispute_id, kind, key, fields, file_ids, by_name, next_try)
    values (${answerId}, ${dispute.id}, ${kind}, ${`dispute-${kind}-${answerId}`}, ${JSON.stringify(fields)}::jsonb, ${fileIds}::uuid[], ${actorName(tx.actor)}, ${tx.now})`;
  await writeEntry(tx, dispute.id, { kind: `asked.${kind}`, says: kind === 'evidence' ? 'The evidence is handed in.' : 'The dispute is accepted.' });
  tx.tell(disputeAnswerAsked, { answerId, disputeId: dispute.id });
  tx.changed({ record: 'dispute', id: dispute.id, after: { answer: kind } });
  return { answerId, dispute: await shownDispute(tx, { ...dispute, answering: true }, {}) };
}

/** Tells the provider, and answers how the dispute stands then. Refuses in the provider's words when it said no. */
async function finish(ctx: Context, { answerId, dispute }: Answer): Promise<Answer> {
  await carryOutAnswer(ctx, answerId);
  const [answer] = await ctx.read((r) => r.sql<{ state: string; sentence: string }>`select state, sentence from dispute_answers where id = ${answerId}`);
  if (answer?.state === 'refused') throw new Refusal('refused_by_provider', answer.sentence);
  return { answerId, dispute: await ctx.read(async (r) => shownDispute(r, await readDispute(r, dispute.id), {})) };
}
