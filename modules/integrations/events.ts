import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const connectionChanged = event({
  name: 'integration.changed',
  says: 'An integration was connected, changed or disconnected',
  data: z.object({ connectionId: z.uuid(), vendor: z.string(), state: z.enum(['connected', 'broken', 'disconnected']) }),
  about: 'connectionId',
});

export const connectionBroke = event({
  name: 'integration.broke',
  says: 'An integration stopped working',
  data: z.object({ connectionId: z.uuid(), vendor: z.string(), reason: z.string() }),
  about: 'connectionId',
});

export const inboundReceived = event({
  name: 'integration.message-received',
  says: 'A message of an outside company came in',
  data: z.object({ inboundId: z.uuid(), vendor: z.string(), message: z.string() }),
  about: 'inboundId',
});

export const inboundRecovered = event({
  name: 'integration.message-recovered',
  says: 'A message that had failed was worked off',
  data: z.object({ connectionId: z.uuid(), inboundId: z.uuid(), vendor: z.string() }),
  about: 'connectionId',
});
