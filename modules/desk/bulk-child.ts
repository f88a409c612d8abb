import { parseArgs } from 'node:util';
import { house } from '#connectors/house.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { systemContext } from '#platform/jobs/worker.ts';
import { registry } from '#platform/registry.ts';
import { takeTurn } from './take-turn.ts';

/** Test support: one worker's turn at a run in a process of its own, which dies at the fault point QUICKDASH_FAULT names. */
const { values } = parseArgs({ options: { url: { type: 'string' }, workspace: { type: 'string' }, run: { type: 'string' } } });

registry.load(house);
await useDatabase(values.url!);
await takeTurn(systemContext(values.workspace!, 'desk.take-turn'), values.run!);
process.exit(0);
