import * as z from 'zod';

const line = z.string().trim().max(200);
const optional = line.nullish().transform((text) => text || null);

/** Where a parcel or a bill goes. Country is ISO 3166-1 alpha-2. */
export const Address = z.object({
  name: line.min(1, 'a name is needed'),
  company: optional,
  line1: line.min(1, 'a street address is needed'),
  line2: optional,
  city: line.min(1, 'a city is needed'),
  region: optional,
  postalCode: z.string().trim().max(20).default(''),
  country: z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'a two-letter country code is needed'),
  phone: optional,
});
export type Address = z.output<typeof Address>;

/** An address as answers carry it. */
export const AddressShown = z.object({
  name: z.string(),
  company: z.string().nullable(),
  line1: z.string(),
  line2: z.string().nullable(),
  city: z.string(),
  region: z.string().nullable(),
  postalCode: z.string(),
  country: z.string(),
  phone: z.string().nullable(),
});
