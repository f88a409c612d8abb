import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { goToBuy, goToChangeCard, lookAtPages } from './keep-actions.ts';
import { pageOfKeeping } from './keep-card.ts';
import { asked, carryOn, Outcome, WishInput } from './operations.ts';
import { goToPage, lookNow, pageFor, portalFor } from './outside-actions.ts';
import { requireKeeper, requirePage } from './seller.ts';

const Page = z.object({ url: z.string().meta({ description: 'a page of the seller to go to' }) });
const PageOfSeller = Page.extend({ keepingId: z.uuid().nullable().meta({ description: 'the card that is to be kept there; null = it is bought there' }) });

export const openSellersPage = operation({
  name: 'billing.open-page',
  route: 'POST /billing/subscription/page',
  says: 'Buy a tier on the page of its seller',
  needs: 'billing:write',
  input: WishInput,
  output: PageOfSeller,
  before: () => requirePage(),
  async run(tx, wish, shop) {
    if (!shop.seller.outside) return { url: '', keepingId: await goToBuy(tx, shop, wish) };
    await goToPage(tx, shop, wish);
    return { url: '', keepingId: null };
  },
  afterCommit: async (ctx, { keepingId }, wish) => ({ url: keepingId === null ? await pageFor(ctx, wish) : await pageOfKeeping(ctx, keepingId), keepingId }),
});

export const openCardPage = operation({
  name: 'billing.open-card-page',
  route: 'POST /billing/card/page',
  says: 'Give another card for the tier on the provider’s page',
  needs: 'billing:write',
  input: z.object({}),
  output: PageOfSeller,
  before: () => requireKeeper(),
  run: async (tx, _input, shop) => ({ url: '', keepingId: await goToChangeCard(tx, shop) }),
  afterCommit: async (ctx, { keepingId }) => ({ url: await pageOfKeeping(ctx, keepingId!), keepingId }),
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
  async afterCommit(ctx) {
    await lookNow(ctx);
    return carryOn(ctx, asked(await lookAtPages(ctx)));
  },
});
