/**
 * Webhooks: other programs hear what happens here (Standard Webhooks 1.0.0).
 *
 * Words: endpoint (an address that wants to hear), message (a fact as it is sent), delivery (one message on its way to one
 * endpoint), attempt (a try). Invariants: each fact becomes one message and one delivery per endpoint that wants it, also after a
 * crash; all tries of a message carry the same id and the same bytes; a dead or hanging endpoint costs the others nothing;
 * nothing within a private network is ever called; secrets lie sealed and are shown only when they are made.
 */
import { module } from '#platform/module.ts';
import { notice } from '#platform/notices/notice.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import { createEndpoint, deleteEndpoint, rotateEndpointSecret, updateEndpoint } from './change-endpoint.ts';
import { webhookEndpointChanged, webhookEndpointDisabled } from './events.ts';
import { prepareDeliveries } from './prepare.ts';
import { resendDelivery, resendFailed, testEndpoint } from './resend.ts';
import { webhookAttempts, webhookDeliveries, webhookEndpoints, webhookMessages } from './tables.ts';
import { tidyWebhooks } from './tidy-up.ts';
import { deliveryList, deliveryView, endpointList, endpointView, webhookEvents } from './views.ts';

personalLogs.add('webhook_messages', { text: ['body'] });
personalLogs.add('webhook_attempts', { text: ['answer', 'error'] });

export { createEndpoint, deleteEndpoint, deliveryList, deliveryView, endpointList, endpointView, resendDelivery, resendFailed, rotateEndpointSecret, testEndpoint, updateEndpoint, webhookEvents };
export { followDeliveries } from './recorder.ts';
export { startSender } from './sender.ts';

const endpointDisabledNotice = notice({
  kind: 'webhook-endpoint.disabled',
  on: webhookEndpointDisabled,
  says: 'A webhook endpoint was disabled',
  group: 'Workspace',
  many: '# webhook endpoints were disabled',
  needs: 'webhooks:read',
  urgency: 'urgent',
  text: (_r, { endpointId, url, reason }) => ({ title: `Webhooks to ${new URL(url).host} are off`, body: reason, link: `/webhooks/${endpointId}` }),
});

export const webhooks = module({
  name: 'webhooks',
  tables: { webhookEndpoints, webhookMessages, webhookDeliveries, webhookAttempts },
  operations: [createEndpoint, updateEndpoint, rotateEndpointSecret, deleteEndpoint, testEndpoint, resendDelivery, resendFailed],
  views: [endpointList, endpointView, webhookEvents, deliveryList, deliveryView],
  events: [webhookEndpointChanged, webhookEndpointDisabled],
  reactions: [prepareDeliveries],
  schedules: [tidyWebhooks],
  notices: [endpointDisabledNotice],
  capabilities: { 'webhooks:read': 'See webhooks', 'webhooks:write': 'Change webhooks' },
});
