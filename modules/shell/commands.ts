import * as z from 'zod';
import { schemaOf } from '#platform/http/openapi.ts';
import type { AccountOperation } from '#platform/operations/account-operation.ts';
import type { Operation } from '#platform/operations/operation.ts';
import { view, type View } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { recordFields, recordOf } from './record-fields.ts';
import { find, searchedLists } from './records.ts';

type Verb = Operation | AccountOperation;

const Command = z.object({
  name: z.string(),
  says: z.string(),
  /** The list its record is in, when it acts on one. */
  record: z.string().nullable(),
});

/** Everything the asker may do in the dashboard, by name: the verbs of the workspace and their own. */
export const commandList = view({
  name: 'commands.list',
  route: 'GET /commands',
  says: 'Everything I may do',
  needs: 'own:shell',
  input: z.object({}),
  output: z.object({ commands: z.array(Command), records: z.array(z.object({ view: z.string(), says: z.string(), opens: z.string() })) }),
  read: async (_r, _input, ctx) => ({
    commands: verbsOf(ctx).map((verb) => ({ name: verb.name, says: verb.says, record: recordOf(verb.route)?.name ?? null })),
    records: searchedLists().filter((list) => ctx.can(list.needs)).map((list) => ({ view: list.name, says: list.says, opens: list.opens! })),
  }),
});

/** What a verb needs to be told, as JSON Schema, and which of its fields are ids of records that can be looked up. */
export const commandView = view({
  name: 'commands.get',
  route: 'GET /commands/:name',
  says: 'How to run one thing I may do',
  needs: 'own:shell',
  input: z.object({ name: z.string().max(120) }),
  output: Command.extend({
    schema: z.record(z.string(), z.unknown()),
    fields: z.record(z.string(), z.object({ view: z.string(), says: z.string(), value: z.string() })),
  }),
  async read(_r, { name }, ctx) {
    const verb = verbsOf(ctx).find((each) => each.name === name);
    if (!verb) throw notFound(`The command "${name}"`);
    const schema = schemaOf(verb.input, 'input');
    const fields = Object.fromEntries(Object.entries(recordFields(verb.route, schema)).filter(([, field]) => ctx.can(registry.view(field.view).needs)));
    return { name, says: verb.says, record: recordOf(verb.route)?.name ?? null, schema, fields };
  },
});

/** Records of one kind by words, to choose one from. */
export const recordList = view({
  name: 'records.find',
  route: 'GET /records/:view',
  says: 'Look up a record of one kind',
  needs: 'own:shell',
  input: z.object({ view: z.string().max(120), value: z.string().max(60).default('id'), q: z.string().trim().max(200).default(''), limit: z.coerce.number().int().min(1).max(50).default(10) }),
  output: z.object({ data: z.array(z.object({ id: z.string(), label: z.string(), detail: z.string(), opens: z.string().nullable() })) }),
  async read(_r, { view: name, ...question }, ctx) {
    const list = registry.view(name);
    if (!isLookup(list)) throw notFound(`The list "${name}"`);
    return { data: (await find(ctx, list, question)).rows };
  },
});

function isLookup(list: View): boolean {
  return list.on === 'admin' && list.name !== 'records.find' && list.input.safeParse({}).success;
}

function verbsOf(ctx: Context): Verb[] {
  const own = ctx.actor.kind === 'member' ? registry.accountOperations() : [];
  return [...registry.operations().filter((op) => op.on === 'admin' && ctx.can(op.needs)), ...own];
}
