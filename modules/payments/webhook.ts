import * as z from 'zod';
import { Refusal, notFound } from '#platform/refusal.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { heardByItsOwner } from './other-charges.ts';
import { paymentByKey } from './payment.ts';
import { paymentProviders } from './provider.ts';
import { hearOfDispute } from './hear-dispute.ts';
import type { ProviderNotice } from './provider.ts';
import { recordFacts } from './record-facts.ts';

const LARGEST = 1_000_000;

/**
 * What the address of a provider's webhook does: `POST /webhooks/payments/:provider/:workspaceId`. The provider's signature is
 * the credential. Messages may come late, twice or out of order; a message about a payment we do not know is refused with
 * `not_found`, so that the provider sends it again.
 */
export async function receivePaymentWebhook(provider: string, workspaceId: string, request: Request): Promise<Response> {
  const reader = paymentProviders.get(provider);
  if (!reader.readWebhook || !z.uuid().safeParse(workspaceId).success) throw notFound('The address');
  const ctx = openContext({ workspaceId, actor: { kind: 'system', name: `webhook:${provider}` }, capabilities: [] });
  const notice = await reader.readWebhook(ctx, { headers: request.headers, body: await bodyOf(request) });
  await hear(ctx, provider, notice);
  return Response.json({ received: true });
}

async function bodyOf(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST) throw tooLarge();
  const body = await request.text();
  if (body.length > LARGEST) throw tooLarge();
  return body;
}

function tooLarge(): Refusal {
  return new Refusal('too_large', 'This message is larger than a payment notice can be.');
}

async function hear(ctx: Context, provider: string, { chargeKey, facts, disputes = [] }: ProviderNotice): Promise<void> {
  if (await heardByItsOwner(ctx, { provider, key: chargeKey })) return;
  await ctx.transaction(async (tx) => {
    const payment = await paymentByKey(tx, chargeKey, provider);
    await recordFacts(tx, payment, { facts, heardBy: 'webhook' });
  });
  for (const reference of disputes) await hearOfDispute(ctx, provider, reference);
}
