import * as z from 'zod';
import type { View } from '#platform/operations/view.ts';
import { view } from '#platform/operations/view.ts';
import { find, searchedLists } from './records.ts';

const FoundRow = z.object({ id: z.string(), label: z.string(), detail: z.string(), opens: z.string().nullable() });

/** Records of every noun that hold the words, a few of each kind; asks only the lists the asker may read. */
export const searchEverything = view({
  name: 'search.everything',
  route: 'GET /search',
  says: 'Find records of every kind',
  needs: 'own:shell',
  input: z.object({ q: z.string().trim().max(200), limit: z.coerce.number().int().min(1).max(20).default(5) }),
  output: z.object({
    groups: z.array(z.object({ view: z.string(), says: z.string(), opens: z.string(), total: z.number(), rows: z.array(FoundRow) })),
  }),
  async read(_r, { q, limit }, ctx) {
    // People write order numbers as they read them.
    const words = q.replace(/^#/, '');
    if (words === '') return { groups: [] };
    const lists = searchedLists().filter((list) => ctx.can(list.needs));
    const groups = await Promise.all(lists.map(async (list) => ({ ...named(list), ...(await find(ctx, list, { q: words, limit })) })));
    return { groups: groups.filter((group) => group.rows.length > 0).toSorted((a, b) => closeness(b, words) - closeness(a, words)) };
  },
});

function named(list: View): { view: string; says: string; opens: string } {
  return { view: list.name, says: list.says, opens: pageOfList(list) };
}

/** The page of a whole list: its own, or its rows' address without what names the row. */
export function pageOfList({ page, opens = '' }: Pick<View, 'page' | 'opens'>): string {
  return page ?? opens.replace(/(\/:|\?).*$/, '');
}

/** A kind whose first words are the ones typed stands above one that mentions them somewhere. */
function closeness(group: { rows: { label: string }[] }, q: string): number {
  const labels = group.rows.map(({ label }) => label.toLowerCase().replace(/^#/, ''));
  if (labels.includes(q.toLowerCase())) return 2;
  return labels.some((label) => label.startsWith(q.toLowerCase())) ? 1 : 0;
}
