import * as z from 'zod';

const line = z.string().trim().max(200);
const optional = line.nullish().transform((text) => text || null);

export const AddressInput = z.object({
  name: line.min(1, 'a name is needed'),
  company: optional,
  line1: line.min(1, 'a street address is needed'),
  line2: optional,
  city: line.min(1, 'a city is needed'),
  region: optional,
  postalCode: z.string().trim().max(20).default(''),
  country: z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'a two-letter country code is needed'),
  phone: optional,
  isDefault: z.boolean().default(false),
});

export const CustomerAddress = z.object({
  id: z.uuid(),
  name: z.string(),
  company: z.string().nullable(),
  line1: z.string(),
  line2: z.string().nullable(),
  city: z.string(),
  region: z.string().nullable(),
  postalCode: z.string(),
  country: z.string(),
  phone: z.string().nullable(),
  isDefault: z.boolean(),
});
export type CustomerAddress = z.infer<typeof CustomerAddress>;

/** A customer as they see themselves. */
export const Shopper = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  acceptsMarketing: z.boolean(),
  emailVerified: z.boolean(),
  hasAccount: z.boolean().meta({ description: 'has a password' }),
  eraseAt: z.string().nullable().meta({ description: 'when they will be erased, as they asked' }),
  addresses: z.array(CustomerAddress),
});
export type Shopper = z.infer<typeof Shopper>;

/** A customer as the workspace sees them. */
export const CustomerView = Shopper.extend({
  notes: z.string(),
  tags: z.array(z.string()),
  ordersCount: z.int(),
  totalSpent: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  lastOrderAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type CustomerView = z.infer<typeof CustomerView>;

export const Name = z.string().trim().max(120);
export const Phone = z.string().trim().max(40).nullable();
export const Password = z.string().min(10, 'should have at least 10 characters').max(256);
