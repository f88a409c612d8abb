import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import { whyNot } from '#modules/integrations/index.ts';
import { readOne } from './read-vendor.ts';
import { sourceById } from './source.ts';

/** A person waits for it; what is left comes by schedule. */
const MOST_PAGES = 10;

/** Reads an account's book now instead of at the next round. */
export const readNow = operation({
  name: 'statements.read-now',
  route: 'POST /statement-sources/:id/readings',
  says: 'Read a statement source now',
  needs: 'statements:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), added: z.int(), problem: z.string().meta({ description: 'why it stopped, in words; empty when all is well' }) }),
  async run(tx, { id }) {
    const source = await sourceById(tx, id);
    if (!source) throw notFound('The source');
    if (source.kind === 'bank') throw new Refusal('wrong_way', 'A bank account is read from the files you upload.');
    return { id, added: 0, problem: '' };
  },
  async afterCommit(ctx, answer, { id }) {
    const source = await ctx.read((r) => sourceById(r, id));
    if (!source) return answer;
    try {
      const reading = await readOne(ctx, source, MOST_PAGES);
      return reading ? { id, ...reading } : { ...answer, problem: 'It is being read at this moment, or another account is connected now.' };
    } catch (error) {
      return { ...answer, problem: whyNot(error) };
    }
  },
});
