import * as z from 'zod';
import { authorityOf } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { actorId, actorName } from '#platform/tenancy/actor.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { savedViewChanged } from './events.ts';
import { listNamed } from './list-named.ts';
import { Layout, SavedQuestion } from './shapes.ts';

const needs = 'own:views';
const Name = z.string().trim().min(1).max(80);
const Scope = z.enum(['mine', 'team']);
const List = z.string().max(100);

export const SavedView = z.object({
  id: z.uuid(),
  list: z.string(),
  name: z.string(),
  scope: Scope,
  mine: z.boolean(),
  ownerName: z.string(),
  question: SavedQuestion,
  layout: Layout,
});
export type SavedView = z.output<typeof SavedView>;

// What somebody else keeps for themselves does not exist for the caller.
function read(r: Reader, by: { list: string } | { id: string }): Promise<SavedView[]> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['list', by.list];
  return r.query<SavedView>(
    `select id, list, name, scope, owner_id = $2 as mine, owner_name as "ownerName", question, layout
     from saved_views where ${column} = $1 and (scope = 'team' or owner_id = $2) order by scope, name, id limit 200`,
    [value, actorId(r.actor)],
  );
}

async function one(r: Reader, id: string): Promise<SavedView> {
  const [found] = await read(r, { id });
  if (!found) throw notFound('The view');
  return found;
}

// What the team sees is changed by those who may; a person's own views are their own affair.
async function requireSharing(tx: Tx, ...scopes: SavedView['scope'][]): Promise<void> {
  if (!scopes.includes('team')) return;
  const { capabilities } = await authorityOf(tx);
  if (!capabilities.has('views:write')) throw new Refusal('forbidden', 'You may not do this: changing views of the team needs the permission "views:write".', { needs: 'views:write' });
}

const MOST_VIEWS = 100;

async function insert(tx: Tx, made: Omit<SavedView, 'id' | 'mine' | 'ownerName'>): Promise<SavedView> {
  if ((await read(tx, { list: made.list })).length >= MOST_VIEWS) throw new Refusal('too_many', `A table keeps at most ${MOST_VIEWS} views. Delete one first.`);
  const id = newId();
  await tx.sql`insert into saved_views (id, list, name, scope, owner_id, owner_name, question, layout)
    values (${id}, ${made.list}, ${made.name}, ${made.scope}, ${actorId(tx.actor)}, ${actorName(tx.actor)}, ${JSON.stringify(made.question)}::jsonb, ${JSON.stringify(made.layout)}::jsonb)`;
  tx.changed({ record: 'view', id, after: { name: made.name, scope: made.scope, ...made.question } });
  tx.tell(savedViewChanged, { viewId: id, list: made.list });
  return one(tx, id);
}

export const saveView = operation({
  name: 'views.save',
  route: 'POST /views',
  says: 'Save a view of a table',
  needs,
  input: z.object({ list: List, name: Name, scope: Scope.default('mine'), question: SavedQuestion, layout: Layout.default({}) }),
  output: SavedView,
  async run(tx, request) {
    listNamed(request.list);
    await requireSharing(tx, request.scope);
    return insert(tx, request);
  },
});

export const changeView = operation({
  name: 'views.change',
  route: 'PATCH /views/:id',
  says: 'Change a saved view',
  needs,
  input: z.object({ id: z.uuid(), name: Name.optional(), scope: Scope.optional(), question: SavedQuestion.optional(), layout: Layout.optional() }),
  output: SavedView,
  async run(tx, { id, ...changes }) {
    const before = await one(tx, id);
    const after = { ...before, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) };
    await requireSharing(tx, before.scope, after.scope);
    if (after.scope === 'mine' && !before.mine) throw new Refusal('forbidden', `Only ${before.ownerName} can take this view back from the team.`);
    await tx.sql`update saved_views set name = ${after.name}, scope = ${after.scope}, question = ${JSON.stringify(after.question)}::jsonb, layout = ${JSON.stringify(after.layout)}::jsonb, updated_at = ${tx.now} where id = ${id}`;
    tx.changed({ record: 'view', id, before, after });
    tx.tell(savedViewChanged, { viewId: id, list: before.list });
    return after;
  },
});

export const duplicateView = operation({
  name: 'views.duplicate',
  route: 'POST /views/:id/duplicates',
  says: 'Duplicate a saved view',
  needs,
  input: z.object({ id: z.uuid(), name: Name.optional() }),
  output: SavedView,
  async run(tx, { id, name }) {
    const original = await one(tx, id);
    return insert(tx, { ...original, scope: 'mine', name: name ?? `${original.name} (copy)`.slice(0, 80) });
  },
});

export const deleteView = operation({
  name: 'views.delete',
  route: 'DELETE /views/:id',
  says: 'Delete a saved view',
  needs,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const before = await one(tx, id);
    await requireSharing(tx, before.scope);
    await tx.sql`delete from default_views where view = ${id}`;
    await tx.sql`delete from saved_views where id = ${id}`;
    tx.changed({ record: 'view', id, before });
    tx.tell(savedViewChanged, { viewId: id, list: before.list });
    return { id };
  },
});

/** The view a person's table opens with; null goes back to showing everything. */
export const setDefaultView = operation({
  name: 'views.set-default',
  route: 'PUT /lists/:list/default-view',
  says: 'Choose the view a table opens with',
  needs,
  input: z.object({ list: List, view: z.string().min(1).max(100).nullable() }),
  output: z.object({ list: z.string(), view: z.string().nullable() }),
  async run(tx, { list, view: chosen }) {
    listNamed(list);
    if (z.uuid().safeParse(chosen).success) await one(tx, chosen!);
    await tx.sql`delete from default_views where list = ${list} and owner_id = ${actorId(tx.actor)}`;
    if (chosen) await tx.sql`insert into default_views (list, owner_id, view) values (${list}, ${actorId(tx.actor)}, ${chosen})`;
    return { list, view: chosen };
  },
});

export const viewsOfList = view({
  name: 'views.list',
  route: 'GET /views',
  says: 'Saved views of a table',
  needs,
  input: z.object({ list: List }),
  output: z.object({ data: z.array(SavedView), defaultView: z.string().nullable() }),
  async read(r, { list }) {
    const [data, [chosen]] = await Promise.all([
      read(r, { list }),
      r.sql<{ view: string }>`select view from default_views where list = ${list} and owner_id = ${actorId(r.actor)}`,
    ]);
    return { data, defaultView: chosen?.view ?? null };
  },
});
