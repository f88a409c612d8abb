import * as z from 'zod';

/** What a table asks, without its page. */
export const SavedQuestion = z.object({
  q: z.string().max(200).optional(),
  sort: z.string().max(100).optional(),
  filter: z.record(z.string().max(100), z.string().max(2_000)).default({}),
});
export type SavedQuestion = z.output<typeof SavedQuestion>;

/** How a table looks: which columns in which order, how wide in pixels, how dense. */
export const Layout = z.object({
  columns: z.array(z.string().max(100)).max(100).optional(),
  widths: z.record(z.string().max(100), z.int().min(40).max(1_200)).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
});
export type Layout = z.output<typeof Layout>;
