import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { shippingChanged } from './events.ts';
import { shippingMethodsFor } from './methods-for.ts';
import { inOrder } from './price-rule.ts';

const Place = z.string().trim().toUpperCase().regex(/^([A-Z]{2}(-[A-Z0-9]{1,3})?|\*)$/, 'AU, US-CA, or * for the rest of the world');
const ZoneInput = z.object({ name: z.string().trim().min(1).max(100), places: z.array(Place).min(1).max(300), position: z.int().min(0).default(0) });
const Amount = z.int().min(0).max(1_000_000_000);
const Step = z.object({ upTo: Amount.nullable().meta({ description: 'grams or minor units; null = any' }), price: Amount });
const MethodInput = z
  .object({
    name: z.string().trim().min(1).max(100),
    says: z.string().max(300).default(''),
    kind: z.enum(['flat', 'by_weight', 'by_price']),
    currency: z.string().regex(/^[A-Z]{3}$/),
    price: Amount.default(0).meta({ description: 'of a flat method, minor units' }),
    steps: z.array(Step).max(100).default([]),
    freeOver: Amount.nullable().default(null),
    minDays: z.int().min(0).max(365).nullable().default(null),
    maxDays: z.int().min(0).max(365).nullable().default(null),
    position: z.int().min(0).default(0),
    active: z.boolean().default(true),
  })
  .refine((m) => m.kind === 'flat' || m.steps.length > 0, { message: 'a price table needs at least one line', path: ['steps'] })
  .refine((m) => inOrder(m.steps), { message: 'each line reaches further than the one before', path: ['steps'] });

const MethodShown = z.object({ id: z.uuid(), zoneId: z.uuid(), ...MethodInput.shape });
const ZoneShown = z.object({ id: z.uuid(), name: z.string(), places: z.array(z.string()), position: z.int(), methods: z.array(MethodShown) });
type Zone = z.infer<typeof ZoneShown>;

const ZONES = `
  select z.id, z.name, z.places, z.position, coalesce((
    select json_agg(json_build_object('id', m.id, 'zoneId', m.zone_id, 'name', m.name, 'says', m.says, 'kind', m.kind, 'currency', m.currency,
      'price', m.price, 'steps', m.steps, 'freeOver', m.free_over, 'minDays', m.min_days, 'maxDays', m.max_days, 'position', m.position, 'active', m.active)
      order by m.position, m.id) from shipping_methods m where m.zone_id = z.id), '[]') as methods
  from shipping_zones z`;

async function zoneById(r: Reader, id: string): Promise<Zone> {
  const [zone] = await r.query<Zone>(`${ZONES} where z.id = $1`, [id]);
  if (!zone) throw notFound('The shipping zone');
  return zone;
}

export const createZone = operation({
  name: 'shipping.create-zone',
  route: 'POST /shipping/zones',
  says: 'Add a shipping zone',
  needs: 'settings:write',
  input: ZoneInput,
  output: ZoneShown,
  async run(tx, zone) {
    await refuseClashes(tx, zone, null);
    const [made] = await tx.sql<{ id: string }>`
      insert into shipping_zones (name, places, position) values (${zone.name}, ${[...new Set(zone.places)]}, ${zone.position}) returning id`;
    tx.tell(shippingChanged, { zoneId: made!.id });
    return zoneById(tx, made!.id);
  },
});

export const updateZone = operation({
  name: 'shipping.update-zone',
  route: 'PUT /shipping/zones/:id',
  says: 'Change a shipping zone',
  needs: 'settings:write',
  input: ZoneInput.extend({ id: z.uuid() }),
  output: ZoneShown,
  async run(tx, { id, ...zone }) {
    const before = await zoneById(tx, id);
    await refuseClashes(tx, zone, id);
    await tx.sql`update shipping_zones set name = ${zone.name}, places = ${[...new Set(zone.places)]}, position = ${zone.position} where id = ${id}`;
    return told(tx, before);
  },
});

export const deleteZone = operation({
  name: 'shipping.delete-zone',
  route: 'DELETE /shipping/zones/:id',
  says: 'Delete a shipping zone with its methods',
  needs: 'settings:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ deleted: z.boolean() }),
  async run(tx, { id }) {
    const before = await zoneById(tx, id);
    await tx.sql`delete from shipping_zones where id = ${id}`;
    tx.tell(shippingChanged, { zoneId: id });
    tx.changed({ record: 'shipping zone', id, before });
    return { deleted: true };
  },
});

// An address belongs to one zone, so a place may be in one zone only. The lock makes two changes at once take turns.
async function refuseClashes(tx: Tx, zone: { name: string; places: string[] }, own: string | null): Promise<void> {
  const others = await tx.sql<{ id: string; name: string; places: string[] }>`select id, name, places from shipping_zones order by id for update`;
  for (const other of others.filter((o) => o.id !== own)) {
    if (other.name === zone.name) throw new Refusal('conflict', `There is a zone named "${zone.name}" already.`);
    const place = zone.places.find((p) => other.places.includes(p));
    if (place) throw new Refusal('conflict', `${place === '*' ? 'The rest of the world' : place} belongs to the zone "${other.name}" already.`, { place });
  }
}

export const createMethod = operation({
  name: 'shipping.create-method',
  route: 'POST /shipping/zones/:zoneId/methods',
  says: 'Add a shipping method',
  needs: 'settings:write',
  input: MethodInput.safeExtend({ zoneId: z.uuid() }),
  output: ZoneShown,
  async run(tx, { zoneId, ...m }) {
    const before = await zoneById(tx, zoneId);
    await tx.sql`
      insert into shipping_methods (zone_id, name, says, kind, currency, price, steps, free_over, min_days, max_days, position, active)
      values (${zoneId}, ${m.name}, ${m.says}, ${m.kind}, ${m.currency}, ${m.price}, ${JSON.stringify(m.steps)}, ${m.freeOver}, ${m.minDays}, ${m.maxDays}, ${m.position}, ${m.active})`;
    return told(tx, before);
  },
});

export const updateMethod = operation({
  name: 'shipping.update-method',
  route: 'PUT /shipping/methods/:id',
  says: 'Change a shipping method',
  needs: 'settings:write',
  input: MethodInput.safeExtend({ id: z.uuid() }),
  output: ZoneShown,
  async run(tx, { id, ...m }) {
    const before = await zoneOfMethod(tx, id);
    await tx.sql`
      update shipping_methods set name = ${m.name}, says = ${m.says}, kind = ${m.kind}, currency = ${m.currency}, price = ${m.price}, steps = ${JSON.stringify(m.steps)},
        free_over = ${m.freeOver}, min_days = ${m.minDays}, max_days = ${m.maxDays}, position = ${m.position}, active = ${m.active} where id = ${id}`;
    return told(tx, before);
  },
});

export const deleteMethod = operation({
  name: 'shipping.delete-method',
  route: 'DELETE /shipping/methods/:id',
  says: 'Delete a shipping method',
  needs: 'settings:write',
  input: z.object({ id: z.uuid() }),
  output: ZoneShown,
  async run(tx, { id }) {
    const before = await zoneOfMethod(tx, id);
    await tx.sql`delete from shipping_methods where id = ${id}`;
    return told(tx, before);
  },
});

async function zoneOfMethod(tx: Tx, methodId: string): Promise<Zone> {
  const [method] = await tx.sql<{ zone: string }>`select zone_id as zone from shipping_methods where id = ${methodId} for update`;
  if (!method) throw notFound('The shipping method');
  return zoneById(tx, method.zone);
}

async function told(tx: Tx, before: Zone): Promise<Zone> {
  const after = await zoneById(tx, before.id);
  tx.tell(shippingChanged, { zoneId: before.id });
  tx.changed({ record: 'shipping zone', id: before.id, before, after });
  return after;
}

export const zoneList = view({
  name: 'shipping.zones',
  route: 'GET /shipping/zones',
  says: 'Shipping zones and methods',
  needs: 'settings:read',
  input: z.object({}),
  output: z.object({ data: z.array(ZoneShown) }),
  changesWith: [shippingChanged],
  read: async (r) => ({ data: await r.query<Zone>(`${ZONES} order by z.position, z.name`) }),
});

export const shippingOffers = view({
  name: 'shipping.offers',
  route: 'GET /shipping/offers',
  says: 'What sending a parcel costs',
  needs: 'settings:read',
  input: z.object({
    country: z.string().length(2),
    region: z.string().default(''),
    currency: z.string().length(3),
    weightGrams: z.coerce.number().int().min(0).default(0),
    subtotal: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    data: z.array(z.object({ id: z.uuid(), name: z.string(), says: z.string(), price: z.int(), currency: z.string(), minDays: z.int().nullable(), maxDays: z.int().nullable() })),
  }),
  changesWith: [shippingChanged],
  read: async (r, question) => ({ data: await shippingMethodsFor(r, question) }),
});
