import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const webhookEndpointChanged = event({
  name: 'webhook-endpoint.changed',
  says: 'A webhook endpoint was added, changed or removed',
  data: z.object({ endpointId: z.uuid() }),
  about: 'endpointId',
  live: { channel: 'webhooks', as: 'webhook:endpoint-changed' },
});

export const webhookEndpointDisabled = event({
  name: 'webhook-endpoint.disabled',
  says: 'A webhook endpoint was disabled because it does not answer',
  data: z.object({ endpointId: z.uuid(), url: z.string(), reason: z.string() }),
  about: 'endpointId',
  live: { channel: 'webhooks', as: 'webhook:endpoint-disabled' },
});
