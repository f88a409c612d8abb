import * as z from 'zod';

/** Ready arrangements of the sidebar. */
export const PRESETS = ['full', 'sales', 'warehouse', 'live'] as const;
export type Preset = (typeof PRESETS)[number];

const Pages = z.array(z.string().regex(/^\/[a-z0-9/-]*$/, 'should be an address of the dashboard').max(80)).max(100);

/** What a member changed about the preset. Pages are addresses, like `/orders`. */
export const Arrangement = z.object({
  /** null: the one of the workspace. */
  preset: z.enum(PRESETS).nullable(),
  order: Pages.meta({ description: 'pages in the order they stand in; pages not named follow in their usual place' }),
  hidden: Pages.meta({ description: 'pages left out of the sidebar' }),
  shown: Pages.meta({ description: 'pages kept although the preset leaves them out' }),
  pinned: Pages.meta({ description: 'pages at the top' }),
});
export type Arrangement = z.infer<typeof Arrangement>;

export const untouched: Arrangement = { preset: null, order: [], hidden: [], shown: [], pinned: [] };
