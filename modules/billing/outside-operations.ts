import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { asked, carryOn, Outcome, WishInput } from './operations.ts';
import { goToPage, lookNow, pageFor, portalFor } from './outside-actions.ts';
import { requireOutside } from './seller.ts';

const Page = z.object({ url: z.string().meta({ description: 'a page of the seller to go to' }) });

export const openSellersPage = operation({
  name: 'billing.open-page',
  route: 'POST /billing/subscription/page',
  says: 'Buy a tier on the page of its seller',
  needs: 'billing:write',
  input: WishInput,
  output: Page,
  before: () => requireOutside(),
  async run(tx, wish, shop) {
    await goToPage(tx, shop, wish);
    return { url: '' };
  },
  afterCommit: async (ctx, _answer, wish) => ({ url: await pageFor(ctx, wish) }),
});

export const openPortal = operation({
  name: 'billing.open-portal',
  route: 'POST /billing/portal',
  says: 'Open the seller’s page for cards and receipts of the plan',
  needs: 'billing:write',
  input: z.object({}),
  output: Page,
  run: async () => ({ url: '' }),
  afterCommit: async (ctx) => ({ url: await portalFor(ctx) }),
});

/** Whoever comes back from the seller's page need not wait for its message. */
export const lookAtTheSeller = operation({
  name: 'billing.look',
  route: 'POST /billing/looks',
  says: 'Ask the seller of the plan how it stands',
  needs: 'billing:write',
  audit: 'none',
  input: z.object({}),
  output: Outcome,
  run: async () => asked(undefined),
  async afterCommit(ctx, answer) {
    await lookNow(ctx);
    return carryOn(ctx, answer);
  },
});
