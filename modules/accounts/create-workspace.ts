import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import type { Queries } from '#platform/db/query.ts';
import { accountOperation, type Person } from '#platform/operations/account-operation.ts';
import { operation } from '#platform/operations/operation.ts';
import { port } from '#platform/port.ts';
import { openContext, type Tx } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { onWorkspaceCreated } from '#platform/tenancy/workspace-life.ts';
import { workspaceCreated } from './events.ts';
import { forgetSessions } from './session.ts';
import { slugOf, slugsToTry } from './slug.ts';
import { Country, Currency, Locale, saveSettings, TimeZone } from './workspace-settings.ts';

const FirstStorefront = z.object({ name: z.string().trim().min(1).max(80), domain: z.string().max(253).optional() });

const Wish = z.object({
  name: z.string().trim().min(1).max(80),
  currency: Currency.default('AUD'),
  country: Country.default('AU'),
  locale: Locale.optional(),
  timeZone: TimeZone.optional(),
  pricesIncludeTax: z.boolean().optional(),
  storefront: FirstStorefront.optional().meta({ description: 'a first storefront; its key is in the answer' }),
  sampleProducts: z.boolean().default(false),
});

const Opened = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  storefront: z.object({ id: z.uuid(), slug: z.string(), key: z.string() }).nullable(),
});
type Opened = z.infer<typeof Opened>;

/** What modules above add to a new workspace when its maker asks: the first storefront, sample products. */
export interface WorkspaceOpening {
  begin(tx: Tx, wish: z.output<typeof Wish>): Promise<Partial<Pick<Opened, 'storefront'>>>;
}
export const workspaceOpenings = port<WorkspaceOpening>({ name: 'accounts.workspace-opening', says: 'What a new workspace starts with' });

/** Makes a workspace with its defaults and its maker as owner. */
export const createWorkspace = accountOperation({
  name: 'workspaces.create',
  route: 'POST /workspaces',
  says: 'Create a workspace',
  input: Wish,
  output: Opened,
  async run(q, { name }, person) {
    const id = newId();
    const slug = await insertWorkspace(q, id, name);
    await q.sql`insert into members (workspace_id, id, user_id, name, email, role)
      values (${id}, ${newId()}, ${person.userId}, ${person.name}, ${person.email}, 'owner')`;
    await activate(q, person.userId, id);
    return { id, name, slug, storefront: null };
  },
  async afterCommit(person, answer, wish) {
    try {
      const opened = await openWorkspace.call(ownerContext(person, answer.id), wish, { idempotencyKey: 'opening' });
      return { ...answer, ...opened };
    } catch (error) {
      await platformTransaction('workspace-life', (q) => q.sql`delete from workspaces where id = ${answer.id}`);
      throw error;
    } finally {
      forgetSessions();
    }
  },
});

/** Remembers where a person works. */
export async function activate(q: Queries, userId: string, workspaceId: string): Promise<void> {
  await q.sql`insert into user_preferences (user_id, active_workspace_id) values (${userId}, ${workspaceId})
    on conflict (user_id) do update set active_workspace_id = excluded.active_workspace_id`;
}

async function insertWorkspace(q: Queries, id: string, name: string): Promise<string> {
  for (const slug of slugsToTry(slugOf(name, 'shop'))) {
    const made = await q.sql`insert into workspaces (id, slug, name) values (${id}, ${slug}, ${name}) on conflict (slug) do nothing returning id`;
    if (made.length > 0) return slug;
  }
  throw new Error('unreachable: slugs to try never end');
}

function ownerContext(person: Person, workspaceId: string) {
  const { userId, name, email, requestId, address } = person;
  return openContext({ workspaceId, actor: { kind: 'member', userId, name, email }, capabilities: 'all', requestId, ...(address && { address }) });
}

// Not in the module's list: only the maker of a workspace passes here, once.
const openWorkspace = operation({
  name: 'workspaces.create',
  route: 'POST /workspaces',
  says: 'Create a workspace',
  needs: 'settings:write',
  input: Wish,
  output: Opened.pick({ storefront: true }),
  async run(tx, wish) {
    await onWorkspaceCreated.run(tx, { currency: wish.currency, country: wish.country });
    await saveSettings(tx, { locale: wish.locale, timeZone: wish.timeZone, pricesIncludeTax: wish.pricesIncludeTax });
    const answer: Pick<Opened, 'storefront'> = { storefront: null };
    for (const opening of workspaceOpenings.all().values()) Object.assign(answer, await opening.begin(tx, wish));
    tx.changed({ record: 'workspace', id: tx.workspaceId, after: { name: wish.name } });
    tx.tell(workspaceCreated, { workspaceId: tx.workspaceId, sampleProducts: wish.sampleProducts });
    return answer;
  },
});
