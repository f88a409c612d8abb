import { createWorkspace, makePerson } from '#modules/accounts/index.ts';
import { DEMO_EMAIL, DEMO_PASSWORD } from '#apps/server/welcome.ts';
import type { Person } from '#platform/operations/account-operation.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import type { ShopPlan } from './shop-plan.ts';

/** The owner of all demo shops. */
export function makeDemoPerson(): Promise<Person> {
  return makePerson({ name: 'Robin Demo', email: DEMO_EMAIL, password: DEMO_PASSWORD });
}

export interface OpenedShop {
  ctx: Context;
  storefrontId: string;
}

type Opening = Pick<ShopPlan, 'name' | 'currency' | 'locale' | 'timeZone' | 'people' | 'theme'>;

/** A workspace of that person without limits, its storefront dressed. */
export async function openDemoShop(person: Person, plan: Opening): Promise<OpenedShop> {
  const { name, currency, locale, timeZone, people, theme } = plan;
  const { id, storefront } = await createWorkspace.call(person, { name, currency, country: people.code, locale, timeZone, pricesIncludeTax: true, storefront: { name } });
  await platformTransaction('seed', (q) => q.sql`update workspaces set tier = 'unlimited' where id = ${id}`);
  const ctx = openContext({ workspaceId: id, actor: { kind: 'member', userId: person.userId, name: person.name, email: person.email }, capabilities: 'all' });
  await ctx.transaction((tx) => tx.sql`update storefronts set theme = ${JSON.stringify(theme)}::jsonb where id = ${storefront!.id}`);
  return { ctx, storefrontId: storefront!.id };
}
