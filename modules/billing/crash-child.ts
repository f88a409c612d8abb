import { flushCompileCache } from 'node:module';
import { house } from '#connectors/house.ts';
import { useVendorAt } from '#modules/integrations/index.ts';
import { useConfig } from '#platform/config.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { travel } from '#platform/time.ts';
import { carryOutKeeping } from './keep-card.ts';
import { renewWorkspace } from './renew.ts';

/**
 * Test support: the renewal of a workspace in a process of its own, on some day, which dies at the fault point QUICKDASH_FAULT names; or,
 * with a double of Stripe and a page, what is to be done about that page: `crash-child.ts <database> <workspace> <instant> [<double> <keeping>]`.
 */
const [url, workspaceId, at, double, keepingId] = process.argv.slice(2) as [string, string, string, string?, string?];
// A process that is killed would not keep what it compiled for the next one.
flushCompileCache();
registry.load(house);
if (double) {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  useVendorAt('https://api.stripe.com', double);
}
await useDatabase(url);
travel(new Date(at).getTime() - Date.now());
await (keepingId ? carryOutKeeping({ workspaceId }, keepingId) : renewWorkspace(workspaceId));
process.exit(0);
