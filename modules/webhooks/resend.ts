import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { lockEndpoint } from './endpoint.ts';
import { prepareMessage } from './prepare.ts';
import { wakeSender } from './sender.ts';

const Which = z.object({ id: z.uuid() });

/** Sends the same message again, under the same id, with the whole plan of tries before it. */
export const resendDelivery = operation({
  name: 'webhooks.resend',
  route: 'POST /webhooks/deliveries/:id/resend',
  says: 'Send a webhook again',
  needs: 'webhooks:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const [delivery] = await tx.sql<{ endpointId: string }>`select endpoint_id as "endpointId" from webhook_deliveries where id = ${id}`;
    if (!delivery) throw notFound('This delivery');
    await takeActive(tx, delivery.endpointId);
    await tx.sql`update webhook_deliveries set state = 'waiting', attempts = 0, next_attempt = ${tx.now}, ended_at = null where id = ${id}`;
    return { id };
  },
});

export const resendFailed = operation({
  name: 'webhooks.resend-failed',
  route: 'POST /webhooks/endpoints/:id/resends',
  says: 'Send all failed webhooks of an endpoint again',
  needs: 'webhooks:write',
  input: Which,
  output: z.object({ count: z.int() }),
  async run(tx, { id }) {
    await takeActive(tx, id);
    const again = await tx.sql`update webhook_deliveries set state = 'waiting', attempts = 0, next_attempt = ${tx.now}, ended_at = null where endpoint_id = ${id} and state = 'failed' returning id`;
    return { count: again.length };
  },
});

/** A message with nothing in it, to see that an endpoint hears us. */
export const testEndpoint = operation({
  name: 'webhooks.test-endpoint',
  route: 'POST /webhooks/endpoints/:id/tests',
  says: 'Send a test webhook',
  needs: 'webhooks:write',
  input: Which,
  output: z.object({ id: z.uuid(), deliveryId: z.uuid() }),
  async run(tx, { id }) {
    await takeActive(tx, id);
    const [deliveryId] = await prepareMessage(tx, { factId: newId(), event: 'webhook.test', at: tx.now.toISOString(), data: { endpointId: id }, endpointId: id });
    return { id, deliveryId: deliveryId! };
  },
});

// Somebody who asks for it does not wait until the endpoint has rested; if it fails again, it rests again.
async function takeActive(tx: Tx, id: string): Promise<void> {
  const endpoint = await lockEndpoint(tx, id);
  if (endpoint.state !== 'active') throw new Refusal('not_active', 'Switch the endpoint on first.');
  if (endpoint.restUntil) await tx.sql`update webhook_endpoints set rest_until = null where id = ${id}`;
  wakeSender();
}
