import { authHandler, createWorkspace, publicUrl } from '#modules/accounts/index.ts';
import { DEMO_EMAIL, DEMO_PASSWORD } from '#apps/server/welcome.ts';
import type { Person } from '#platform/operations/account-operation.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import type { ShopPlan } from './shop-plan.ts';

const NAME = 'Robin Demo';

/** Signs the demo's owner up as any person would, with an address that needs no confirmation. */
export async function signUpDemoPerson(): Promise<Person> {
  const origin = new URL(publicUrl()).origin;
  const body = JSON.stringify({ name: NAME, email: DEMO_EMAIL, password: DEMO_PASSWORD });
  const answer = await authHandler(new Request(`${origin}/api/auth/sign-up/email`, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body }), 'demo');
  if (!answer.ok) throw new Error(`the demo person could not sign up: ${await answer.text()}`);
  const userId = await platformTransaction('seed', async (q) => {
    const [user] = await q.sql<{ id: string }>`update users set email_verified = true where email = ${DEMO_EMAIL} returning id`;
    await q.sql`delete from sessions where user_id = ${user!.id}`;
    await q.sql`delete from account_mails where recipient = ${DEMO_EMAIL}`;
    return user!.id;
  });
  return { userId, name: NAME, email: DEMO_EMAIL, requestId: 'demo' };
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
