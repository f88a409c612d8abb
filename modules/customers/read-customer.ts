import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { type CustomerAddress, type CustomerView, Shopper } from './shapes.ts';

interface Row {
  id: string;
  email: string;
  name: string;
  phone: string | null;
  accepts_marketing: boolean;
  verified: boolean;
  has_account: boolean;
  erase_at: Date | null;
  notes: string;
  tags: string[];
  orders_count: number;
  total_spent: number;
  currency: string | null;
  last_order_at: Date | null;
  created_at: Date;
  addresses: CustomerAddress[];
}

/** The customer with their addresses, in one statement, or `not_found`. */
export async function readCustomer(r: Reader, id: string): Promise<CustomerView> {
  const [row] = await r.sql<Row>`
    select c.id, c.email, c.name, c.phone, c.accepts_marketing, c.email_verified_at is not null as verified,
      c.password_hash is not null as has_account, c.erase_at, c.notes, c.tags, c.orders_count, c.total_spent, c.currency, c.last_order_at, c.created_at,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'company', a.company, 'line1', a.line1, 'line2', a.line2,
        'city', a.city, 'region', a.region, 'postalCode', a.postal_code, 'country', a.country, 'phone', a.phone, 'isDefault', a.is_default)
        order by a.is_default desc, a.created_at, a.id) from customer_addresses a where a.customer_id = c.id), '[]') as addresses
    from customers c where c.id = ${id}`;
  if (!row) throw notFound('The customer');
  return viewOf(row);
}

function viewOf(row: Row): CustomerView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    phone: row.phone,
    acceptsMarketing: row.accepts_marketing,
    emailVerified: row.verified,
    hasAccount: row.has_account,
    eraseAt: row.erase_at?.toISOString() ?? null,
    addresses: row.addresses,
    notes: row.notes,
    tags: row.tags,
    ordersCount: row.orders_count,
    totalSpent: row.currency ? { amount: row.total_spent, currency: row.currency } : null,
    lastOrderAt: row.last_order_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

/** What of it the customer themselves may see: not the shop's notes and tags. */
export function forShopper(view: CustomerView): Shopper {
  return Shopper.parse(view);
}
