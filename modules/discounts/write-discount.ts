import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { discountChanged } from './events.ts';
import { idsIn, namesOf } from './names.ts';
import { Discount, readDiscount } from './read-discount.ts';
import { Code, KINDS, Terms, type DiscountKind } from './terms.ts';

const Instant = z.iso.datetime({ offset: true }).nullable();

const Fields = z.object({
  title: z.string().trim().min(1).max(120),
  code: Code.nullable().meta({ description: 'what shoppers type; null = it applies by itself' }),
  kind: z.enum(KINDS),
  terms: Terms,
  active: z.boolean(),
  startsAt: Instant,
  endsAt: Instant,
  maxUses: z.int().min(1).max(1_000_000_000).nullable().meta({ description: 'in all' }),
  maxPerCustomer: z.int().min(1).max(1_000_000).nullable(),
});
type Fields = z.output<typeof Fields>;

export const createDiscount = operation({
  name: 'discounts.create',
  route: 'POST /discounts',
  says: 'Make a discount',
  needs: 'discounts:write',
  input: Fields.partial().extend({ title: Fields.shape.title, kind: Fields.shape.kind, terms: Fields.shape.terms }),
  output: Discount,
  run: async (tx, given) => readDiscount(tx, await putDiscount(tx, newId(), { ...PLAIN, ...given })),
});

const PLAIN = { code: null, active: true, startsAt: null, endsAt: null, maxUses: null, maxPerCustomer: null };

/** Writes a whole discount under an id, over what was there; also for rooms above whose own things come with a discount. */
export async function putDiscount(tx: Tx, id: string, fields: Fields): Promise<string> {
  await check(tx, fields, id);
  await tx.sql`
    insert into discounts (id, title, code, kind, terms, active, starts_at, ends_at, max_uses, max_per_customer, created_at, updated_at)
    values (${id}, ${fields.title}, ${fields.code}, ${fields.kind}, ${JSON.stringify(fields.terms)}::jsonb, ${fields.active}, ${fields.startsAt}, ${fields.endsAt},
      ${fields.maxUses}, ${fields.maxPerCustomer}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, id) do update set title = excluded.title, code = excluded.code, kind = excluded.kind, terms = excluded.terms, active = excluded.active,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, max_uses = excluded.max_uses, max_per_customer = excluded.max_per_customer, updated_at = excluded.updated_at`;
  tx.tell(discountChanged, { discountId: id });
  tx.changed({ record: 'discount', id, after: fields });
  return id;
}

/** Changes what is given. Orders keep the discount they were placed with. */
export const updateDiscount = operation({
  name: 'discounts.update',
  route: 'PATCH /discounts/:id',
  says: 'Change a discount',
  needs: 'discounts:write',
  input: Fields.partial().extend({ id: z.uuid() }),
  output: Discount,
  async run(tx, { id, ...changes }) {
    const before = await lock(tx, id);
    const after: Fields = { ...before, ...changes };
    const used = await timesUsed(tx, id);
    if (after.maxUses !== null && after.maxUses < used) throw new Refusal('invalid', `This discount was used ${used} times already; it cannot be limited to ${after.maxUses}.`, { fields: { maxUses: `at least ${used}` } });
    await check(tx, after, id);
    await tx.sql`
      update discounts set title = ${after.title}, code = ${after.code}, kind = ${after.kind}, terms = ${JSON.stringify(after.terms)}::jsonb, active = ${after.active},
        starts_at = ${after.startsAt}, ends_at = ${after.endsAt}, max_uses = ${after.maxUses}, max_per_customer = ${after.maxPerCustomer}, used = ${used}, updated_at = ${tx.now}
      where id = ${id}`;
    tx.tell(discountChanged, { discountId: id });
    tx.changed({ record: 'discount', id, before, after });
    return readDiscount(tx, id);
  },
});

/** A discount that no order has used is taken away; one that was is ended, and stays in the figures. */
export const deleteDiscount = operation({
  name: 'discounts.delete',
  route: 'DELETE /discounts/:id',
  says: 'Delete a discount',
  needs: 'discounts:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const before = await lock(tx, id);
    if ((await timesUsed(tx, id)) > 0) throw new Refusal('in_use', 'Orders have used this discount. Turn it off instead; it then stays in the figures.');
    await tx.sql`delete from discounts where id = ${id}`;
    tx.tell(discountChanged, { discountId: id });
    tx.changed({ record: 'discount', id, before });
    return { id };
  },
});

// While the row is locked no checkout counts another use.
async function lock(tx: Tx, id: string): Promise<Fields> {
  const [row] = await tx.sql<Fields & { startsAt: unknown; endsAt: unknown }>`
    select title, code, kind, terms, active, starts_at as "startsAt", ends_at as "endsAt", max_uses as "maxUses", max_per_customer as "maxPerCustomer" from discounts where id = ${id} for update`;
  if (!row) throw notFound('The discount');
  const iso = (at: unknown) => (at === null ? null : new Date(at as string).toISOString());
  return { ...row, startsAt: iso(row.startsAt), endsAt: iso(row.endsAt) };
}

async function timesUsed(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.sql<{ used: number }>`select count(*)::int as used from discount_uses where discount_id = ${id}`;
  return row!.used;
}

async function check(tx: Tx, fields: Fields, id: string): Promise<void> {
  const wrong = GIVES[fields.kind](fields.terms);
  if (wrong) throw new Refusal('invalid', wrong.says, { fields: { [wrong.field]: wrong.says } });
  if (fields.startsAt && fields.endsAt && new Date(fields.endsAt) <= new Date(fields.startsAt)) throw new Refusal('invalid', 'It would end before it begins.', { fields: { endsAt: 'is before the beginning' } });
  await requireKnown(tx, fields.terms);
  if (fields.code === null) return;
  const taken = await tx.sql`select 1 from discounts where code = ${fields.code} and id <> ${id}`;
  if (taken.length > 0) throw new Refusal('conflict', `The code ${fields.code} belongs to another discount.`, { fields: { code: 'is in use' } });
}

type Check = (terms: Terms) => { field: string; says: string } | null;

const percentNeeded: Check = ({ percent }) => (percent === null ? { field: 'percent', says: 'Say how many percent.' } : null);

const GIVES: Record<DiscountKind, Check> = {
  percentage: percentNeeded,
  buy_x_get_y: percentNeeded,
  fixed: ({ amounts }) => (Object.keys(amounts).length === 0 ? { field: 'amounts', says: 'Say how much it takes off.' } : null),
  free_shipping: () => null,
};

async function requireKnown(tx: Tx, terms: Terms): Promise<void> {
  const ids = idsIn(terms);
  if (ids.length > (await namesOf(tx, ids)).size) throw notFound('A product, collection or customer group of this discount');
}
