import { Resolver } from 'node:dns/promises';
import * as z from 'zod';
import { publicUrl } from '#modules/accounts/index.ts';
import { view } from '#platform/operations/view.ts';
import { storefrontRow } from './stored-storefront.ts';

const Checked = z.object({
  domain: z.string().nullable(),
  /** What the owner of the domain has to enter where it is registered. */
  record: z.object({ type: z.enum(['CNAME', 'A']), name: z.string(), value: z.string() }).nullable(),
  state: z.enum(['none', 'points here', 'points elsewhere', 'not found']),
  found: z.array(z.string()),
});
type Checked = z.infer<typeof Checked>;

/** Does the domain of a storefront lead to this server, as far as the name service says? */
export const checkDomain = view({
  name: 'storefronts.check-domain',
  route: 'GET /storefronts/:id/domain-check',
  says: 'Where a storefront’s domain points',
  needs: 'storefronts:read',
  input: z.object({ id: z.uuid() }),
  output: Checked,
  async read(r, { id }): Promise<Checked> {
    const { domain } = await storefrontRow(r, id);
    if (!domain) return { domain, record: null, state: 'none', found: [] };
    const here = new URL(publicUrl()).hostname;
    const [found, ours] = await Promise.all([lookUp(domain), lookUp(here)]);
    return { domain, record: { type: /^[\d.]+$/.test(here) ? 'A' : 'CNAME', name: domain, value: here }, state: stateOf(found, [here, ...ours]), found };
  },
});

function stateOf(found: string[], ours: string[]): Checked['state'] {
  if (found.length === 0) return 'not found';
  return found.some((each) => ours.includes(each)) ? 'points here' : 'points elsewhere';
}

// Names and addresses; a name service that does not answer soon knows nothing.
async function lookUp(host: string): Promise<string[]> {
  if (/^[\d.]+$/.test(host)) return [host];
  const resolver = new Resolver({ timeout: 1_500, tries: 1 });
  const asked = [resolver.resolveCname(host), resolver.resolve4(host), resolver.resolve6(host)];
  const answers = await Promise.all(asked.map((each) => each.catch(() => [] as string[])));
  return [...new Set(answers.flat())];
}
