import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { EVIDENCE_FIELDS } from '#modules/payments/index.ts';
import { isAnswerable } from './dispute-state.ts';
import { disputeChanged } from './events.ts';
import { gather, suggestedEvidence } from './gather.ts';
import { Dispute, lockDispute, readDispute, shownDispute, type DisputeRow } from './read-dispute.ts';
import { writeEntry } from './record-dispute.ts';

/** The largest file Stripe takes as evidence; PayPal takes ten. */
const LARGEST_FILE = 5_000_000;
const TAKEN = /^(application\/pdf|image\/(png|jpeg))$/;

/** Keeps what the shop wants to say, without handing it in. */
export const writeEvidence = operation({
  name: 'disputes.write-evidence',
  route: 'PATCH /disputes/:id/evidence',
  says: 'Write the evidence of a dispute',
  needs: 'disputes:write',
  input: z.object({
    id: z.uuid(),
    fields: z.partialRecord(z.enum(EVIDENCE_FIELDS), z.string().trim().max(20_000)).optional().meta({ description: 'an empty text goes back to what the order tells' }),
    files: z.array(z.uuid()).max(5).optional().meta({ description: 'ids of uploaded files: PDF, PNG or JPEG' }),
  }),
  output: Dispute,
  async run(tx, { id, fields, files }) {
    const dispute = await lockDispute(tx, id);
    if (!isAnswerable(dispute.state) || dispute.answering) throw new Refusal('dispute_closed', 'The evidence of this dispute cannot be changed any more.');
    const evidence = Object.fromEntries(Object.entries({ ...dispute.evidence, ...fields }).filter(([, text]) => text));
    const kept = files ? await filesNamed(tx, files) : dispute.files;
    await tx.sql`update disputes set evidence = ${JSON.stringify(evidence)}::jsonb, files = ${JSON.stringify(kept)}::jsonb where id = ${id}`;
    await writeEntry(tx, id, { kind: 'evidence', says: 'The evidence was changed.' });
    tx.tell(disputeChanged, { disputeId: id, orderId: dispute.orderId, number: dispute.orderNumber, change: 'evidence' });
    tx.changed({ record: 'dispute', id, before: { evidence: dispute.evidence, files: dispute.files }, after: { evidence, files: kept } });
    return readWhole(tx, id);
  },
});

async function filesNamed(tx: Tx, ids: readonly string[]): Promise<DisputeRow['files']> {
  const found = await tx.sql<DisputeRow['files'][number] & { contentType: string }>`
    select id, name, bytes, content_type as "contentType" from files where id = any(${[...ids]}::uuid[]) order by array_position(${[...ids]}::uuid[], id)`;
  if (found.length < new Set(ids).size) throw new Refusal('not_found', 'A file was not found. Send it again.');
  const odd = found.find((file) => !TAKEN.test(file.contentType) || file.bytes > LARGEST_FILE);
  if (odd) throw new Refusal('invalid', `Banks take PDF, PNG and JPEG files up to 5 MB; ${odd.name} is something else.`);
  return found.map(({ id, name, bytes }) => ({ id, name, bytes }));
}

async function readWhole(tx: Tx, id: string): Promise<Dispute> {
  const row = await readDispute(tx, id);
  return shownDispute(tx, row, suggestedEvidence(await gather(tx, row)));
}
