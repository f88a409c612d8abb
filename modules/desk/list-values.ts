import * as z from 'zod';
import { authorityOf } from '#modules/accounts/index.ts';
import { view } from '#platform/operations/view.ts';
import { listNamed, requireSeeing } from './list-named.ts';

/** What a filter with open values offers: the brands there are, the reasons that were given. */
export const listValues = view({
  name: 'lists.values',
  route: 'GET /lists/:list/values',
  says: 'Values of a column',
  needs: 'own:views',
  input: z.object({ list: z.string().max(100), column: z.string().max(100), q: z.string().max(100).default('') }),
  output: z.object({ data: z.array(z.string()) }),
  async read(r, { list, column, q }) {
    const view = listNamed(list);
    requireSeeing((await authorityOf(r)).capabilities, view);
    return { data: await view.list.valuesOf(r, column, q) };
  },
});
