import * as z from 'zod';
import { FITS } from './tables.ts';

const OneLine = (most: number) => z.string().trim().max(most).transform((text) => text.replaceAll(/\s+/g, ' '));

/** What a customer says of a product. */
export const Words = z.object({
  stars: z.coerce.number().int().min(1, 'should be 1 to 5 stars').max(5, 'should be 1 to 5 stars'),
  title: OneLine(120).default(''),
  text: z.string().trim().max(5_000).default(''),
  author: OneLine(60).optional().meta({ description: 'the name the public reads; the first name and an initial unless given' }),
  fit: z.enum(FITS).nullish().transform((fit) => fit ?? null).meta({ description: 'how it fitted, where sizes matter' }),
  media: z.array(z.uuid()).max(7).default([]).meta({ description: 'ids of POST /review-media' }),
});

export const ShownMedia = z.object({ kind: z.enum(['photo', 'video']), url: z.string(), width: z.int().nullable(), height: z.int().nullable() });
export type ShownMedia = z.infer<typeof ShownMedia>;

/** A published review as everybody reads it. */
export const ShownReview = z.object({
  id: z.uuid(),
  stars: z.int(),
  title: z.string(),
  text: z.string(),
  author: z.string(),
  verified: z.boolean().meta({ description: 'whoever wrote it bought the product here' }),
  bought: z.string().meta({ description: 'the variant that was bought' }),
  fit: z.enum(FITS).nullable(),
  helpful: z.int(),
  unhelpful: z.int(),
  reply: z.string().meta({ description: 'the answer of the shop' }),
  at: z.iso.datetime(),
  media: z.array(ShownMedia),
});
export type ShownReview = z.infer<typeof ShownReview>;

export const RatingSummary = z.object({
  count: z.int(),
  average: z.number().meta({ description: '0 while there is no review' }),
  stars: z.array(z.int()).length(5).meta({ description: 'how many reviews have one, two … five stars' }),
  fit: z.object({ small: z.int(), true: z.int(), large: z.int() }),
});
export type RatingSummary = z.infer<typeof RatingSummary>;

/** "Ana Maria Ng" signs as "Ana N." unless she says otherwise. */
export function signature(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return first === '' ? 'A customer' : last ? `${first} ${[...last][0]!.toUpperCase()}.` : first;
}
