import * as z from 'zod';
import { ListQuestion } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { orderList } from './views.ts';

const Neighbour = z.object({ id: z.uuid(), number: z.int() }).nullable();

/** The orders before and after one in a list, with the list's own filters and sort. */
export const orderNeighbours = view({
  name: 'orders.neighbours',
  route: 'GET /orders/:id/neighbours',
  says: 'The orders before and after one in a list',
  needs: 'orders:read',
  input: ListQuestion.omit({ cursor: true, limit: true }).extend({ id: z.uuid() }),
  output: z.object({ previous: Neighbour, next: Neighbour }),
  async read(r, { id, ...question }) {
    const { previous, next } = await orderList.list!.beside(r, question, id);
    return { previous: neighbour(previous), next: neighbour(next) };
  },
});

function neighbour(row: Record<string, unknown> | undefined): z.infer<typeof Neighbour> {
  return row ? { id: String(row.id), number: Number(row.number) } : null;
}
