import type { Hono } from 'hono';
import { WarrantyPage } from '../pages/warranty.tsx';
import { page } from '../visit/page.tsx';
import { orNull } from '../visit/refused.ts';
import type { ShopEnv } from '../visit/visit.ts';

/** Opens for whoever holds the link, and says nothing of the buyer. */
export function warrantyRoutes(app: Hono<ShopEnv>): void {
  app.get('/warranty/:token', async (c) => {
    const { visit } = c.var;
    const card = await orNull(visit.ask('storefront.warranties.get', { token: c.req.param('token') }));
    if (!card) return c.notFound() as Promise<Response>;
    return page(c, { title: `Warranty card ${card.number} · ${visit.shop.name}` }, <WarrantyPage visit={visit} card={card} />);
  });
}
