import * as z from 'zod';
import { files } from '#platform/files/configured-files.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';

const FIVE_MINUTES = 300;

/** Where a file that hangs on an order can be read, for a short while. */
export const orderFile = view({
  name: 'orders.file',
  route: 'GET /orders/:id/files/:fileId',
  says: 'A file of an order',
  needs: 'orders:read',
  input: z.object({ id: z.uuid(), fileId: z.uuid() }),
  output: z.object({ url: z.string() }),
  async read(r, { id, fileId }) {
    const [hangs] = await r.sql`select 1 from order_timeline where order_id = ${id} and details -> 'files' @> ${JSON.stringify([{ id: fileId }])}::jsonb
      union all select 1 from order_returns where order_id = ${id} and photos @> ${JSON.stringify([{ id: fileId }])}::jsonb limit 1`;
    const file = hangs && (await files().find(r, fileId));
    if (!file) throw notFound('This file');
    return { url: await files().store.signedUrl(file.key, { expiresIn: FIVE_MINUTES }) };
  },
});
