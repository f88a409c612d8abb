import * as z from 'zod';
import { event } from '#platform/events/event.ts';

/** Told once a month for each limit and each of 80 and 100 percent. */
export const limitNear = event({
  name: 'limit.near',
  says: 'A limit of the tier is near or reached',
  data: z.object({ workspaceId: z.uuid(), meter: z.string(), share: z.union([z.literal(80), z.literal(100)]), used: z.number(), limit: z.number(), sentence: z.string() }),
  about: 'workspaceId',
  live: { channel: 'limits', as: 'near' },
});

export const tierChanged = event({
  name: 'workspace.tier-changed',
  says: 'The workspace got another tier',
  data: z.object({ workspaceId: z.uuid(), tier: z.string(), before: z.string() }),
  about: 'workspaceId',
  live: { channel: 'limits', as: 'tier' },
});
