import * as z from 'zod';
import { view } from '#platform/operations/view.ts';

const Kind = z.object({ kind: z.string(), files: z.int(), bytes: z.int() });

/** What the files of the workspace take up. */
export const fileUsage = view({
  name: 'files.usage',
  route: 'GET /files/usage',
  says: 'Space taken by files',
  needs: 'settings:read',
  input: z.object({}),
  output: z.object({ files: z.int(), bytes: z.int(), byKind: z.array(Kind) }),
  async read(r) {
    const byKind = await r.sql<z.infer<typeof Kind>>`
      select kind, count(*)::int as files, sum(bytes)::bigint as bytes from files group by kind order by 3 desc, 1`;
    const sum = (of: 'files' | 'bytes') => byKind.reduce((total, each) => total + each[of], 0);
    return { files: sum('files'), bytes: sum('bytes'), byKind };
  },
});
