import * as z from 'zod';
import { cancelJob, jobsOf, requireJob, runJobAgain } from '#platform/jobs/control.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';

const States = z.enum(['waiting', 'running', 'retrying', 'done', 'cancelled', 'parked']);

const Job = z.object({
  id: z.uuid(),
  state: States,
  reaction: z.string(),
  event: z.string(),
  about: z.string().meta({ description: 'the record the fact speaks of' }),
  attempts: z.int(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  message: z.string().nullable().meta({ description: 'why the last attempt failed' }),
});

export const jobList = view({
  name: 'jobs.list',
  route: 'GET /jobs',
  says: 'Background work',
  needs: 'jobs:read',
  input: z.object({ state: States.optional(), limit: z.coerce.number().int().min(1).max(250).default(100) }),
  output: z.object({ data: z.array(Job) }),
  async read(r, { state, limit }) {
    const found = await jobsOf(r.workspaceId, { state, limit });
    const text = (at: Date | null) => at?.toISOString() ?? null;
    return { data: found.map((job) => ({ ...job, createdAt: job.createdAt.toISOString(), startedAt: text(job.startedAt), endedAt: text(job.endedAt) })) };
  },
});

const Which = z.object({ id: z.uuid() });

export const retryWork = operation({
  name: 'jobs.retry',
  route: 'POST /jobs/:id/retry',
  says: 'Run parked work again',
  needs: 'jobs:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    await requireJob(tx.workspaceId, id);
    return { id };
  },
  async afterCommit(ctx, answer) {
    await runJobAgain(ctx.workspaceId, answer.id);
    return answer;
  },
});

export const cancelWork = operation({
  name: 'jobs.cancel',
  route: 'POST /jobs/:id/cancellation',
  says: 'Cancel waiting work',
  needs: 'jobs:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    await requireJob(tx.workspaceId, id);
    return { id };
  },
  async afterCommit(ctx, answer) {
    await cancelJob(ctx.workspaceId, answer.id);
    return answer;
  },
});
