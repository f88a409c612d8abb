import { useDatabase } from '../db/pools.ts';
import { openPostgresBus } from '../events/bus.ts';
import { Relay } from '../events/relay.ts';
import { reaction } from '../events/reaction.ts';
import { startBoss } from '../jobs/boss.ts';
import { module } from '../module.ts';
import { registry } from '../registry.ts';
import { openContext } from '../tenancy/context.ts';
import { noteWritten, writeNote } from './notes.ts';

/** Writes one note and ends itself with SIGKILL at the moment named on the command line. For crash tests only. */
const [, , url, workspaceId, moment, body] = process.argv as [string, string, string, string, string, string];

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
};

// The same reaction by name as the test's, so that the relay of this process enqueues it too.
const witness = reaction({ name: 'notes.witness', on: noteWritten, async apply() {} });
registry.load([module({ name: 'notes', events: [noteWritten], operations: [writeNote], reactions: [witness] })]);
await useDatabase(url);
const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'dying writer' }, capabilities: 'all' });

if (moment === 'before-commit') {
  await ctx.transaction(async (tx) => {
    await tx.sql`insert into test_notes (body) values (${body})`;
    tx.tell(noteWritten, { noteId: workspaceId, body });
    die();
  });
}
await writeNote.call(ctx, { body });
if (moment === 'after-commit') die();
const relay = new Relay(await startBoss(), await openPostgresBus());
await relay.start();
await relay.flush();
die();
