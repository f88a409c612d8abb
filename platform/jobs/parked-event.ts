import * as z from 'zod';
import { event } from '../events/event.ts';

/** Told by the worker; `modules/jobs` lists it. */
export const jobParked = event({
  name: 'job.parked',
  says: 'Background work failed every attempt and waits for a person',
  data: z.object({ jobId: z.uuid(), reaction: z.string(), event: z.string(), message: z.string(), about: z.string().optional().meta({ description: 'the record of the fact it worked on' }) }),
  about: 'jobId',
});
