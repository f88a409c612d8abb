import { log } from '#platform/log.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { DAY, now } from '#platform/time.ts';

/** What passes by and is counted: requests let in, requests asked to wait, automation runs. */
export type Counted = 'requests' | 'requests-refused' | 'executions';

type Counts = Map<string, number>;
let waiting = new Map<string, Counts>();
let flushing: Promise<void> = Promise.resolve();

/** Counts in memory; written every few seconds and when the process stops. */
export function countUse(workspaceId: string, meter: Counted, amount = 1): void {
  let counts = waiting.get(workspaceId);
  if (!counts) waiting.set(workspaceId, (counts = new Map()));
  const key = `${Math.floor(now().getTime() / DAY)} ${meter}`;
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

/** Writes what was counted: one statement for all workspaces. What could not be written is kept for the next time. */
export function flushUsage(): Promise<void> {
  flushing = flushing.then(writeWaiting);
  return flushing;
}

async function writeWaiting(): Promise<void> {
  if (waiting.size === 0) return;
  const taken = waiting;
  waiting = new Map();
  try {
    await write(taken);
  } catch (error) {
    log.warn('Usage could not be written; it is kept for the next time.', { error: (error as Error).message });
    putBack(taken);
  }
}

// In one order everywhere, so that two processes never wait for each other; a workspace deleted meanwhile is left out.
async function write(taken: Map<string, Counts>): Promise<void> {
  const rows = [...taken].flatMap(([workspace, counts]) => [...counts].map(([key, amount]) => ({ workspace, ...dayAndMeter(key), amount })));
  await platformRead('tiers', (q) => q.sql`
    insert into usage_days as u (workspace_id, day, meter, amount)
    select w.id, n.day, n.meter, n.amount
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(workspace uuid, day date, meter text, amount bigint) join workspaces w on w.id = n.workspace
    order by w.id, n.day, n.meter
    on conflict (workspace_id, day, meter) do update set amount = u.amount + excluded.amount`);
}

function dayAndMeter(key: string): { day: string; meter: string } {
  const space = key.indexOf(' ');
  return { day: new Date(Number(key.slice(0, space)) * DAY).toISOString().slice(0, 10), meter: key.slice(space + 1) };
}

function putBack(taken: Map<string, Counts>): void {
  for (const [workspaceId, counts] of taken) {
    const kept = waiting.get(workspaceId);
    if (!kept) waiting.set(workspaceId, counts);
    else for (const [key, amount] of counts) kept.set(key, (kept.get(key) ?? 0) + amount);
  }
}

/** Writes every few seconds until stopped; stopping writes the rest. */
export function startCounting(everyMillis = 5_000): { stop(): Promise<void> } {
  const timer = setInterval(() => void flushUsage(), everyMillis);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await flushUsage();
    },
  };
}
