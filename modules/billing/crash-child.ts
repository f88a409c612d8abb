import { flushCompileCache } from 'node:module';
import { house } from '#connectors/house.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { travel } from '#platform/time.ts';
import { renewWorkspace } from './renew.ts';

/** Test support: the renewal of a workspace in a process of its own, on some day, which dies at the fault point QUICKDASH_FAULT names. */
const [url, workspaceId, at] = process.argv.slice(2) as [string, string, string];
// A process that is killed would not keep what it compiled for the next one.
flushCompileCache();
registry.load(house);
await useDatabase(url);
travel(new Date(at).getTime() - Date.now());
await renewWorkspace(workspaceId);
process.exit(0);
