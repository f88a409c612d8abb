import { schedule } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { receivePaymentWebhook, type ProviderFact } from '#modules/payments/index.ts';
import { SIGNATURE_HEADER, sign } from './signature.ts';

interface Due {
  id: string;
  key: string;
  webhooks: number;
  facts: ProviderFact[];
}

/** Sends every message that is due, signed, to the address a real provider would call; as often as the card says. */
export async function deliverWebhooks(ctx: Context): Promise<void> {
  await ctx.transaction((tx) => tx.sql`
    update test_provider_charges set facts = facts || later_facts, later_facts = '[]' where webhooks > 0 and due_at <= ${now()} and later_facts <> '[]'`);
  const due = await ctx.read((r) => r.sql<Due>`select id, key, webhooks, facts from test_provider_charges where webhooks > 0 and due_at <= ${now()} order by due_at`);
  for (const charge of due) {
    for (let sent = 0; sent < charge.webhooks; sent++) await send(ctx, charge);
    await ctx.transaction((tx) => tx.sql`update test_provider_charges set webhooks = 0 where id = ${charge.id}`);
  }
}

async function send(ctx: Context, { key, facts }: Due): Promise<void> {
  const body = JSON.stringify({ chargeKey: key, facts });
  const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: sign(ctx.workspaceId, body) };
  const address = `http://localhost/webhooks/payments/test/${ctx.workspaceId}`;
  await receivePaymentWebhook('test', ctx.workspaceId, new Request(address, { method: 'POST', headers, body }));
}

export const deliverDueWebhooks = schedule({
  name: 'test-payments.deliver',
  everySeconds: 60,
  run: (ctx) => deliverWebhooks(ctx),
});
