import * as z from 'zod';

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'should be letters, like chest');
const Length = z.int().min(1).max(5_000);
const Range = z.object({ from: Length, to: Length }).refine((range) => range.from <= range.to, 'should begin with the smaller number');

export const Guide = z.object({
  name: z.string().trim().min(1).max(120),
  note: z.string().trim().max(1_000).default('').meta({ description: 'how to measure' }),
  unit: z.enum(['cm', 'in']).default('cm').meta({ description: 'what people of this shop measure in' }),
  measures: z.array(z.object({ key: Key, says: z.string().trim().min(1).max(40) })).min(1, 'should have at least one measure').max(8),
  sizes: z.array(z.object({ size: z.string().trim().min(1).max(20), ranges: z.record(Key, Range) })).min(1, 'should have at least one size').max(40).meta({ description: 'the smallest first; lengths in millimetres' }),
  productIds: z.array(z.uuid()).max(1_000).default([]),
  categoryIds: z.array(z.uuid()).max(200).default([]),
});
export type Guide = z.output<typeof Guide>;

export const ShownGuide = Guide.pick({ name: true, note: true, unit: true, measures: true, sizes: true }).extend({ id: z.uuid() });
export const FullGuide = ShownGuide.extend({
  products: z.array(z.object({ id: z.uuid(), title: z.string(), status: z.string(), imageUrl: z.string().nullable() })),
  categories: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type FullGuide = z.output<typeof FullGuide>;
