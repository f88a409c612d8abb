import { schedule } from '#platform/events/reaction.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { receivePaymentWebhook, type ProviderFact } from '#modules/payments/index.ts';
import { SIGNATURE_HEADER, sign } from './signature.ts';

interface Due {
  key: string;
  facts: ProviderFact[];
  disputes?: string[];
}

/** Sends every message that is due, signed, to the address a real provider would call; as often as the card says. */
export async function deliverWebhooks(ctx: Context): Promise<void> {
  await deliverDisputes(ctx);
  const due = await ctx.read((r) => r.sql<{ id: string; webhooks: number }>`
    select id, webhooks from test_provider_charges where webhooks > 0 and due_at <= ${now()} order by due_at`);
  for (const { id, webhooks } of due) {
    const charge = await settle(ctx, id);
    for (let sent = 0; sent < webhooks; sent++) await send(ctx, charge);
    await ctx.transaction((tx) => tx.sql`update test_provider_charges set webhooks = 0 where id = ${id}`);
  }
}

/** Messages of disputes: sent until they arrived, so also twice. */
async function deliverDisputes(ctx: Context): Promise<void> {
  const due = await ctx.read((r) => r.sql<{ reference: string; key: string; dueAt: Date }>`
    select reference, charge_key as key, due_at as "dueAt" from test_provider_disputes where due_at <= ${now()} order by due_at limit 100`);
  for (const { reference, key, dueAt } of due) {
    await send(ctx, { key, facts: [], disputes: [reference] });
    await ctx.transaction((tx) => tx.sql`update test_provider_disputes set due_at = null where reference = ${reference} and due_at = ${dueAt}`);
  }
}

async function settle(ctx: Context, id: string): Promise<Due> {
  const [charge] = await ctx.transaction((tx) => tx.sql<Due>`
    update test_provider_charges set facts = facts || later_facts, later_facts = '[]' where id = ${id} returning key, facts`);
  return charge!;
}

async function send(ctx: Context, { key, facts, disputes }: Due): Promise<void> {
  const body = JSON.stringify({ chargeKey: key, facts, ...(disputes && { disputes }) });
  const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: sign(ctx.workspaceId, body) };
  const address = `http://localhost/webhooks/payments/test/${ctx.workspaceId}`;
  await receivePaymentWebhook('test', ctx.workspaceId, new Request(address, { method: 'POST', headers, body }));
}

export const deliverDueWebhooks = schedule({
  name: 'test-payments.deliver',
  everySeconds: 60,
  run: (ctx) => deliverWebhooks(ctx),
});
