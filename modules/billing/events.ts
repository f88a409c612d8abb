import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const Workspace = z.object({ workspaceId: z.uuid(), tier: z.string() });
const LIVE = { channel: 'limits', as: 'billing' } as const;

export const billingStarted = event({
  name: 'billing.started',
  says: 'The workspace bought a tier or began its trial',
  data: Workspace.extend({ invoiceId: z.uuid().nullable().meta({ description: 'null = a trial, or somebody else sells it' }) }),
  about: 'workspaceId',
  live: LIVE,
});

export const billingRenewed = event({
  name: 'billing.renewed',
  says: 'The tier of the workspace was renewed and paid',
  data: Workspace.extend({ invoiceId: z.uuid().nullable().meta({ description: 'null = somebody else sells it' }) }),
  about: 'workspaceId',
  live: LIVE,
});

export const billingFailed = event({
  name: 'billing.payment-failed',
  says: 'The renewal of the tier could not be paid',
  data: Workspace.extend({ retryAt: z.string().nullable().meta({ description: 'when it is tried again; null = not by itself' }), lastDay: z.string().nullable().meta({ description: 'then the tier is taken away; null = its seller decides' }), byHand: z.boolean() }),
  about: 'workspaceId',
  live: LIVE,
});

const CHANGES = ['upgraded', 'lowered', 'changed in the trial', 'changes later', 'no longer changes', 'ends later', 'no longer ends', 'card changed'] as const;

export type Change = (typeof CHANGES)[number];

export const billingChanged = event({
  name: 'billing.changed',
  says: 'What the workspace pays for changed, or will',
  data: Workspace.extend({ change: z.enum(CHANGES), invoiceId: z.uuid().nullable() }),
  about: 'workspaceId',
  live: LIVE,
});

export const billingCardGone = event({
  name: 'billing.card-gone',
  says: 'The card for the tier was taken off at the provider',
  data: Workspace.extend({ periodEnd: z.string().meta({ description: 'when it would be charged next' }) }),
  about: 'workspaceId',
  live: LIVE,
});

export const billingEnded = event({
  name: 'billing.ended',
  says: 'The workspace no longer pays for a tier',
  data: Workspace.extend({ reason: z.enum(['cancelled', 'not paid', 'paused']) }),
  about: 'workspaceId',
  live: LIVE,
});
