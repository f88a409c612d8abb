import { setTimeout as sleep } from 'node:timers/promises';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { startSender, webhooks } from './index.ts';

/** Sends what is due in the given database until QUICKDASH_FAULT ends it. For crash tests only. */
const [, , url] = process.argv as [string, string, string];

registry.load([webhooks]);
await useDatabase(url);
startSender();
await sleep(20_000);
