import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { config } from '#platform/config.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { MINUTE, now } from '#platform/time.ts';
import type { ProviderFact, ProviderNotice } from '#modules/payments/index.ts';

const TOLERANCE = 5 * MINUTE;
export const SIGNATURE_HEADER = 'x-test-payments-signature';

const Notice = z.object({
  chargeKey: z.string(),
  disputes: z.array(z.string()).optional(),
  facts: z.array(
    z.object({
      kind: z.enum(['pending', 'kept', 'authorized', 'captured', 'declined', 'voided', 'refunded']),
      reference: z.string(),
      amount: z.int().min(0),
      key: z.string().optional(),
      sentence: z.string().optional(),
    }),
  ),
});

/** `t=<seconds>,v1=<hex>` over `<seconds>.<body>`, with a secret of this workspace's own. */
export function sign(workspaceId: string, body: string, at = now()): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${digest(workspaceId, seconds, body)}`;
}

function digest(workspaceId: string, seconds: number, body: string): string {
  const secret = createHmac('sha256', config().secret).update(`test-payments:${workspaceId}`).digest();
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}

export async function readSigned(ctx: Context, { headers, body }: { headers: Headers; body: string }): Promise<ProviderNotice> {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(headers.get(SIGNATURE_HEADER) ?? '');
  if (!match) throw wrong();
  const seconds = Number(match[1]);
  const expected = digest(ctx.workspaceId, seconds, body);
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(match[2]!))) throw wrong();
  if (Math.abs(now().getTime() - seconds * 1_000) > TOLERANCE) throw wrong();
  return readNotice(body);
}

function readNotice(body: string): ProviderNotice {
  const parsed = Notice.safeParse(JSON.parse(body));
  if (!parsed.success) throw new Refusal('invalid', 'This is not a message of the test provider.');
  const { chargeKey, facts, disputes } = parsed.data;
  return { chargeKey, facts: facts as ProviderFact[], ...(disputes && { disputes }) };
}

function wrong(): Refusal {
  return new Refusal('unauthenticated', 'The signature of this message is not right.');
}
