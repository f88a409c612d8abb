import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { capabilitiesOf, makePerson, suspendMember } from '#modules/accounts/index.ts';
import { createCustomer } from '#modules/customers/index.ts';
import { chooseChannels, notificationList } from '#modules/notifications/index.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { newId } from '#platform/ids.ts';
import { startEngine } from '#platform/jobs/engine.ts';
import { systemContext } from '#platform/jobs/worker.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { openContext, type Context, type Scope } from '#platform/tenancy/context.ts';
import { DAY, HOUR, later, MINUTE, now, travel } from '#platform/time.ts';
import { assignTask, changeTask, createTask, dropTask, finishTask, remindOfTasks, reopenTask, setTaskRoute, sumUpTasks, takeTask, taskChoices, taskList, taskRouteList, taskView } from './index.ts';

let house: TestHouse;
let back = () => {};
const people: Record<string, string> = {};
beforeAll(async () => {
  house = await openTestDatabase();
  for (const name of ['Olive', 'Bea', 'Vera', 'Stan']) people[name] = (await makePerson({ name, email: `${name.toLowerCase()}@example.test`, password: 'a long enough password' })).userId;
});
afterEach(() => {
  back();
  back = () => {};
});
afterAll(() => house.close());

const userOf = (ctx: Context) => (ctx.actor as { userId: string }).userId;
const inHours = (hours: number) => later(now(), hours * HOUR).toISOString();
const told = (ctx: Context, event: string) => ctx.read((r) => r.sql<{ data: Record<string, unknown> }>`select data from outbox where event = ${event} order by id`);

/** An owner, and Bea who works here. */
async function openTeam() {
  const { workspaceId, ctx } = await house.newWorkspace();
  const as = (name: string, role: string, scope?: Scope) => openContext({ workspaceId, actor: { kind: 'member', userId: people[name]!, name, email: `${name.toLowerCase()}@example.test` }, capabilities: capabilitiesOf(role), scope });
  const join = async (name: string, role: string) => {
    await ctx.transaction((tx) => tx.sql`insert into members (user_id, name, email, role) values (${people[name]!}, ${name}, ${`${name.toLowerCase()}@example.test`}, ${role})`);
    return as(name, role);
  };
  return { owner: await join('Olive', 'owner'), bea: await join('Bea', 'ops'), join, as, system: systemContext(workspaceId, 'test') };
}

const reader = (ctx: Context) => ctx.read(async (r) => r);

const memberOf = async (ctx: Context, name: string) => (await ctx.read((r) => r.sql<{ id: string }>`select id from members where name = ${name}`))[0]!.id;

/** What was told so far has reached everybody. */
async function settle(): Promise<void> {
  const engine = await startEngine();
  try {
    await engine.settle();
  } finally {
    await engine.stop();
  }
}

describe('a task from beginning to end', () => {
  test('written down, taken, finished, reopened, dropped; each says who and is refused where it makes no sense', async () => {
    const { owner, bea } = await openTeam();
    const task = await createTask.call(owner, { title: 'Count the mugs', priority: 'high', dueAt: inHours(48) });
    expect(task).toMatchObject({ state: 'open', kind: 'general', assignee: null, createdBy: 'Olive', overdue: false });
    expect((await takeTask.call(bea, { id: task.id })).assignee).toEqual({ userId: userOf(bea), name: 'Bea' });
    await expect(takeTask.call(owner, { id: task.id })).rejects.toMatchObject({ code: 'already_taken', sentence: 'Bea has this task already.' });
    expect(await finishTask.call(bea, { id: task.id })).toMatchObject({ state: 'done', finishedBy: 'Bea' });
    await expect(finishTask.call(bea, { id: task.id })).rejects.toMatchObject({ code: 'already_finished' });
    await expect(changeTask.call(bea, { id: task.id, title: 'Count again' })).rejects.toMatchObject({ code: 'already_finished' });
    expect(await reopenTask.call(owner, { id: task.id })).toMatchObject({ state: 'open', finishedAt: null, assignee: { name: 'Bea' } });
    await expect(reopenTask.call(owner, { id: task.id })).rejects.toMatchObject({ code: 'already_open' });
    expect((await dropTask.call(owner, { id: task.id })).state).toBe('dropped');
    await expect(assignTask.call(owner, { id: task.id, assigneeId: null })).rejects.toMatchObject({ code: 'already_dropped' });
    const changes = await owner.read((r) => r.sql<{ operation: string }>`select operation from audit_entries where record = 'task' and record_id = ${task.id} order by id`);
    expect(changes.map(({ operation }) => operation)).toEqual(['tasks.create', 'tasks.take', 'tasks.finish', 'tasks.reopen', 'tasks.drop']);
  });

  test('two people take it at once: one has it', async () => {
    const { owner, bea } = await openTeam();
    const { id } = await createTask.call(owner, { title: 'Open the door' });
    const outcomes = await Promise.all([owner, bea].map((ctx) => takeTask.call(ctx, { id }).then(() => 'taken', (error: { code: string }) => error.code)));
    expect(outcomes.toSorted()).toEqual(['already_taken', 'taken']);
  });

  test('nothing is written down that nobody could do', async () => {
    const { owner, system, join } = await openTeam();
    const viewer = await join('Vera', 'viewer');
    const { owner: stranger } = await openTeam();
    const refused = async (more: object, code = 'invalid') => expect(createTask.call(owner, { title: 'Odd', ...more })).rejects.toMatchObject({ code });
    await refused({ title: '  ' });
    await refused({ kind: 'Packing' });
    await refused({ dueAt: inHours(-1) });
    await refused({ assigneeId: newId() });
    await refused({ assigneeId: userOf(viewer) });
    await refused({ assigneeId: people['Stan'] });
    await refused({ storefrontId: newId() }, 'not_found');
    await refused({ about: { list: 'members.list', id: newId() } });
    await refused({ about: { list: 'orders.list', id: newId() } }, 'not_found');
    await expect(createTask.call(viewer, { title: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
    const { id } = await createTask.call(owner, { title: 'Fine' });
    await expect(takeTask.call(system, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(finishTask.call(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await taskList.call(owner, {})).total).toBe(1);
  });

  test('it knows the record it is about, as its people know it, and is found by it', async () => {
    const { owner } = await openTeam();
    const { id } = await createCustomer.call(owner, { email: 'ana@example.test', name: 'Ana Ng' });
    const task = await createTask.call(owner, { title: 'Call back', about: { list: 'customers.list', id } });
    expect(task.about).toEqual({ type: 'customers', id, label: 'Ana Ng', link: `/customers/${id}` });
    expect((await taskList.call(owner, { filter: { aboutId: id } })).data).toMatchObject([{ title: 'Call back', aboutLink: `/customers/${id}` }]);
    expect((await taskList.call(owner, { q: 'ana ng' })).total).toBe(1);
  });

  test('somebody who works in one storefront sees and is given the tasks of that storefront only', async () => {
    const { owner, bea, as } = await openTeam();
    const { id: storefrontId } = await createStorefront.call(owner, { name: 'Corner' });
    await owner.transaction((tx) => tx.sql`update members set storefronts = ${[storefrontId]}::uuid[] where name = 'Bea'`);
    const limited = as('Bea', 'ops', { storefronts: [storefrontId] });
    const assigneeId = userOf(bea);
    await expect(createTask.call(owner, { title: 'Everywhere', assigneeId })).rejects.toMatchObject({ code: 'invalid', sentence: expect.stringContaining('would not see') as string });
    await createTask.call(owner, { title: 'Everywhere' });
    await createTask.call(owner, { title: 'At the corner', assigneeId, storefrontId });
    await createTask.call(limited, { title: 'Of my own' });
    expect((await taskList.call(limited, { sort: 'title' })).data.map(({ title }) => title)).toEqual(['At the corner', 'Of my own']);
    await setTaskRoute.call(owner, { kind: 'Shelves', people: [assigneeId, userOf(owner)] });
    expect((await createTask.call(owner, { title: 'Everywhere too', kind: 'Shelves' })).assignee?.name).toBe('Olive');
  });
});

test('what is due first stands first and what is never due last, whichever way it is sorted, page by page', async () => {
  const { owner, bea } = await openTeam();
  for (const [title, hours] of [['Never', null], ['Tomorrow', 24], ['Not ever', null], ['Tonight', 6]] as const) await createTask.call(owner, { title, dueAt: hours === null ? null : inHours(hours), ...(hours === 6 && { assigneeId: userOf(bea) }) });
  const pages = async (sort: string) => {
    const titles: string[] = [];
    for (let cursor: string | undefined, i = 0; i < 5; i++) {
      const { data, nextCursor } = await taskList.call(owner, { sort, limit: 1, ...(cursor && { cursor }) });
      titles.push(...data.map((row) => row.title));
      if (!nextCursor) return titles;
      cursor = nextCursor;
    }
    throw new Error('there is no last page');
  };
  expect(await pages('dueAt')).toEqual(['Tonight', 'Tomorrow', 'Never', 'Not ever']);
  expect(await pages('-dueAt')).toEqual(['Tomorrow', 'Tonight', 'Not ever', 'Never']);
  const [tomorrow] = (await taskList.call(owner, { q: 'Tomorrow' })).data;
  expect(await taskList.list!.beside(await reader(owner), { sort: 'dueAt' }, tomorrow!.id)).toMatchObject({ previous: { title: 'Tonight' }, next: { title: 'Never' } });
  const [never] = (await taskList.call(owner, { q: 'Never' })).data;
  expect(await taskList.list!.beside(await reader(owner), { sort: 'dueAt' }, never!.id)).toMatchObject({ previous: { title: 'Tomorrow' }, next: { title: 'Not ever' } });
  expect(await taskChoices.call(bea, {})).toMatchObject({ mine: 1, open: 4 });
});

describe('whose turn it is', () => {
  test('at once or one after the other, tasks of a kind go round its people, and are due as is usual for it', async () => {
    const { owner, bea } = await openTeam();
    const people = [userOf(owner), userOf(bea)];
    await setTaskRoute.call(owner, { kind: 'Packing', people, dueHours: 4 });
    const make = () => createTask.call(owner, { title: 'Pack', kind: 'Packing' });
    const two = await Promise.all([make(), make()]);
    expect(two.map(({ assignee }) => assignee!.userId).toSorted()).toEqual(people.toSorted());
    const ten = await Promise.all(Array.from({ length: 10 }, make));
    expect(ten.filter(({ assignee }) => assignee!.userId === people[0])).toHaveLength(5);
    expect(Date.parse(two[0]!.dueAt!) - Date.parse(two[0]!.createdAt)).toBe(4 * HOUR);
    expect((await createTask.call(owner, { title: 'Mine', kind: 'Packing', assigneeId: people[0]!, dueAt: null })).dueAt).toBeNull();
    expect((await taskRouteList.call(owner, {})).data).toMatchObject([{ kind: 'Packing', people, open: 13 }]);
    expect((await taskChoices.call(bea, {})).kinds).toContainEqual(expect.objectContaining({ kind: 'Packing', says: 'Packing', comes: null, people }));
  });

  test('who does not come in any more gets none, and theirs are anybody’s again', async () => {
    const { owner, bea } = await openTeam();
    await setTaskRoute.call(owner, { kind: 'Packing', people: [userOf(bea), userOf(owner)] });
    const hers = await createTask.call(owner, { title: 'Pack one', kind: 'Packing' });
    expect(hers.assignee?.name).toBe('Bea');
    await suspendMember.call(owner, { id: await memberOf(owner, 'Bea') });
    await settle();
    expect((await taskView.call(owner, { id: hers.id })).assignee).toBeNull();
    for (const title of ['Pack two', 'Pack three']) expect((await createTask.call(owner, { title, kind: 'Packing' })).assignee?.name).toBe('Olive');
    await expect(setTaskRoute.call(owner, { kind: 'Packing', people: [userOf(bea)] })).rejects.toMatchObject({ code: 'invalid' });
    await expect(setTaskRoute.call(owner, { kind: 'Packing', active: false })).rejects.toMatchObject({ code: 'invalid', details: { fields: { active: expect.any(String) as string } } });
    await expect(setTaskRoute.call(owner, { kind: 'dispute', waitHours: 3 })).rejects.toMatchObject({ code: 'invalid' });
    await expect(setTaskRoute.call(bea, { kind: 'Packing' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('reminders', () => {
  test('due soon, overdue and escalated are told once each, also by two workers at once; a new deadline begins anew', async () => {
    const { owner, bea, system } = await openTeam();
    const { id } = await createTask.call(owner, { title: 'Send the parcel', dueAt: inHours(8), assigneeId: userOf(bea) });
    await createTask.call(owner, { title: 'Some day', assigneeId: userOf(bea) });
    const counts = async (hours: number) => {
      back();
      back = travel(hours * HOUR);
      await Promise.all([remindOfTasks.run(system), remindOfTasks.run(system)]);
      await remindOfTasks.run(system);
      return Promise.all(['task.due-soon', 'task.overdue', 'task.escalated'].map(async (event) => (await told(owner, event)).length));
    };
    expect(await counts(5)).toEqual([0, 0, 0]);
    expect(await counts(7)).toEqual([1, 0, 0]);
    expect(await counts(9)).toEqual([1, 1, 0]);
    expect(await counts(8 + 25)).toEqual([1, 1, 1]);
    expect(await counts(8 + 240)).toEqual([1, 1, 1]);
    await changeTask.call(owner, { id, dueAt: inHours(8) });
    expect(await counts(8 + 240 + 7)).toEqual([2, 1, 1]);
    await finishTask.call(bea, { id });
    expect(await counts(8 + 480)).toEqual([2, 1, 1]);
  });

  test('they reach whoever has the task, and what stays undone those who steer the workspace and the channel chosen for it', async () => {
    const { owner, bea, system } = await openTeam();
    await chooseChannels.call(owner, { kinds: ['tasks.overdue', 'tasks.escalated'].map((kind) => ({ kind, channels: ['slack'] })) });
    await createTask.call(owner, { title: 'Send the parcel', dueAt: inHours(8), assigneeId: userOf(bea) });
    back = travel(9 * HOUR);
    await remindOfTasks.run(system);
    await settle();
    const kinds = async (ctx: Context) => (await notificationList.call(ctx, {})).data.map(({ kind }) => kind).filter((kind) => kind.startsWith('tasks.')).toSorted();
    expect(await kinds(bea)).toEqual(['tasks.assigned', 'tasks.overdue']);
    expect(await kinds(owner)).toEqual([]);
    back();
    back = travel(8 * HOUR + DAY + MINUTE);
    await remindOfTasks.run(system);
    await settle();
    expect(await kinds(bea)).toEqual(['tasks.assigned', 'tasks.overdue']);
    expect((await notificationList.call(owner, {})).data).toContainEqual(expect.objectContaining({ kind: 'tasks.escalated', title: 'Still not done: Send the parcel', body: expect.stringMatching(/^Bea has it\. Due /) as string }));
    expect(await owner.read((r) => r.sql`select channel, title from notification_channel_messages`)).toEqual([{ channel: 'slack', title: 'Still not done: Send the parcel' }]);
  });

  test('each morning, everybody with open tasks is told once how many', async () => {
    const { owner, bea, system } = await openTeam();
    const noon = Math.ceil(now().getTime() / DAY) * DAY + 12 * HOUR;
    const at = (millis: number) => {
      back();
      back = travel(millis - Date.now());
    };
    await createTask.call(owner, { title: 'Late', dueAt: inHours(1), assigneeId: userOf(bea) });
    await createTask.call(owner, { title: 'Today', dueAt: new Date(noon + 6 * HOUR).toISOString(), assigneeId: userOf(bea) });
    await createTask.call(owner, { title: 'Nobody’s' });
    at(noon - 6 * HOUR);
    await sumUpTasks.run(system);
    expect(await told(owner, 'task.summary-due')).toEqual([]);
    at(noon - 2 * HOUR);
    await Promise.all([sumUpTasks.run(system), sumUpTasks.run(system)]);
    const day = new Date(noon).toISOString().slice(0, 10);
    expect((await told(owner, 'task.summary-due')).map(({ data }) => data)).toEqual([{ userId: userOf(bea), day, open: 2, overdue: 1, today: 1 }]);
    at(noon + HOUR);
    await createTask.call(owner, { title: 'In the afternoon', assigneeId: userOf(owner) });
    await sumUpTasks.run(system);
    expect(await told(owner, 'task.summary-due')).toHaveLength(1);
    at(noon - 2 * HOUR + DAY);
    await sumUpTasks.run(system);
    expect(await told(owner, 'task.summary-due')).toHaveLength(3);
  });
});
