/**
 * Background work as people see it, and the housekeeping nobody asks for. A job is one reaction to one told fact; it is
 * waiting, running, retrying, done, cancelled, or parked when every attempt failed. Invariants: a workspace sees and
 * touches its own jobs only; tidying never removes what is still needed for a retry or a repeated request.
 */
import { module } from '#platform/module.ts';
import { jobParked } from '#platform/jobs/parked-event.ts';
import { parkedNotice } from './notices.ts';
import { cancelWork, jobList, retryWork } from './jobs.ts';
import { tidyUp } from './tidy-up.ts';

export const jobs = module({
  name: 'jobs',
  operations: [retryWork, cancelWork],
  views: [jobList],
  events: [jobParked],
  notices: [parkedNotice],
  schedules: [tidyUp],
  capabilities: { 'jobs:read': 'See background work', 'jobs:write': 'Run background work again, or cancel it' },
});

export { cancelWork, jobList, retryWork };
