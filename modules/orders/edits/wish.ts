import * as z from 'zod';

const amount = z.int().min(0).max(100_000_000_00).meta({ description: 'Minor units' });

/** What an edit asks for; what is left out stays as it is. */
export const EditWish = z.object({
  lines: z
    .array(z.object({ lineId: z.uuid(), quantity: z.int().min(0).max(9_999).meta({ description: 'of the whole line; 0 takes it out' }) }))
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each line once')
    .default([]),
  add: z
    .array(z.object({ variantId: z.uuid(), quantity: z.int().min(1).max(9_999), unitPrice: amount.optional() }))
    .max(100)
    .default([]),
  shipping: amount.optional(),
  discount: amount.optional(),
});
export type EditWish = z.output<typeof EditWish>;
