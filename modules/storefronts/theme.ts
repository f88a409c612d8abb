import * as z from 'zod';

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'should be a colour, like #1d4ed8');

/** How a storefront looks. Everything may be left out. */
export const Theme = z.object({
  accent: Colour.optional(),
  background: Colour.optional(),
  text: Colour.optional(),
  logoUrl: z.url({ protocol: /^https?$/ }).optional(),
  font: z.enum(['sans', 'serif', 'rounded']).optional(),
  headline: z.string().max(120).optional(),
  intro: z.string().max(600).optional(),
});
export type Theme = z.infer<typeof Theme>;
