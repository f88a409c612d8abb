import { flushCompileCache } from 'node:module';
import { house } from '#connectors/house.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { travel } from '#platform/time.ts';
import { announceRegularly } from './announce.ts';
import { renewRegularly } from './renew.ts';

/** Test support: a schedule in a process of its own, on some day, which dies at the fault point QUICKDASH_FAULT names. */
const [url, workspaceId, at, schedule] = process.argv.slice(2) as [string, string, string, 'announce' | 'renew'];
// A process that is killed would not keep what it compiled for the next one.
flushCompileCache();
registry.load(house);
await useDatabase(url);
travel(new Date(at).getTime() - Date.now());
await { announce: announceRegularly, renew: renewRegularly }[schedule].run(openContext({ workspaceId, actor: { kind: 'system', name: 'schedule' }, capabilities: [] }));
process.exit(0);
