import { createWorkspace, makePerson } from '#modules/accounts/index.ts';
import { DEMO_EMAIL, DEMO_PASSWORD, DEMO_SUPERADMIN } from '#apps/server/welcome.ts';
import type { Person } from '#platform/operations/account-operation.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import type { ShopPlan } from './shop-plan.ts';

/** The owner of all demo shops. */
export async function makeDemoPerson(): Promise<Person> {
  await makeDemoSuperadmin();
  return makePerson({ name: 'Robin Demo', email: DEMO_EMAIL, password: DEMO_PASSWORD });
}

/** Looks after the demo installation. Enters from the operator's own network only, because the address is below .test. */
async function makeDemoSuperadmin(): Promise<void> {
  const { userId } = await makePerson({ name: 'Sam Root', email: DEMO_SUPERADMIN, password: DEMO_PASSWORD });
  await platformTransaction('seed', (q) => q.sql`update users set superadmin = true where id = ${userId}`);
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
