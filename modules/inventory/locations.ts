import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { locationChanged } from './events.ts';

const Location = z.object({ id: z.uuid(), name: z.string(), isDefault: z.boolean(), active: z.boolean(), position: z.int() });
const Name = z.string().trim().min(1).max(100);

/** The workspace's default location, made when it is first needed. Two that need it at once get the same one. */
export async function defaultLocation(tx: Tx): Promise<string> {
  const find = () => tx.sql<{ id: string }>`select id from locations where is_default`;
  const [known] = await find();
  if (known) return known.id;
  await tx.sql`insert into locations (name, is_default) values ('Main location', true) on conflict (workspace_id) where is_default do nothing`;
  return (await find())[0]!.id;
}

export const createLocation = operation({
  name: 'locations.create',
  route: 'POST /locations',
  says: 'Add a stock location',
  needs: 'stock:write',
  input: z.object({ name: Name, position: z.int().min(0).default(0) }),
  output: Location,
  async run(tx, { name, position }) {
    await defaultLocation(tx);
    const [made] = await tx.sql<z.infer<typeof Location>>`
      insert into locations (name, position) values (${name}, ${position}) on conflict (workspace_id, name) do nothing
      returning id, name, is_default as "isDefault", active, position`;
    if (!made) throw nameTaken(name);
    tx.tell(locationChanged, { locationId: made.id, name });
    tx.changed({ record: 'location', id: made.id, after: made });
    return made;
  },
});

export const updateLocation = operation({
  name: 'locations.update',
  route: 'PATCH /locations/:id',
  says: 'Change a stock location',
  needs: 'stock:write',
  input: z.object({ id: z.uuid(), name: Name.optional(), position: z.int().min(0).optional(), active: z.boolean().optional() }),
  output: Location,
  async run(tx, change) {
    const before = await lockLocation(tx, change.id);
    const after = { ...before, name: change.name ?? before.name, position: change.position ?? before.position, active: change.active ?? before.active };
    if (after.isDefault && !after.active) throw new Refusal('default_location', 'The default location cannot be switched off.');
    await refuseATakenName(tx, after);
    await tx.sql`update locations set name = ${after.name}, position = ${after.position}, active = ${after.active} where id = ${after.id}`;
    tx.tell(locationChanged, { locationId: after.id, name: after.name });
    tx.changed({ record: 'location', id: after.id, before, after });
    return after;
  },
});

async function lockLocation(tx: Tx, id: string): Promise<z.infer<typeof Location>> {
  const [found] = await tx.sql<z.infer<typeof Location>>`
    select id, name, is_default as "isDefault", active, position from locations where id = ${id} for update`;
  if (!found) throw notFound('The location');
  return found;
}

async function refuseATakenName(tx: Tx, { id, name }: { id: string; name: string }): Promise<void> {
  const taken = await tx.sql`select 1 from locations where name = ${name} and id <> ${id}`;
  if (taken.length > 0) throw nameTaken(name);
}

function nameTaken(name: string): Refusal {
  return new Refusal('conflict', `There is a location named "${name}" already.`);
}

export const locationList = view({
  name: 'locations.list',
  route: 'GET /locations',
  says: 'Stock locations',
  needs: 'stock:read',
  input: z.object({}),
  output: z.object({ data: z.array(Location) }),
  changesWith: [locationChanged],
  read: async (r) => ({
    data: await r.sql<z.infer<typeof Location>>`
      select id, name, is_default as "isDefault", active, position from locations order by is_default desc, position, name`,
  }),
});
