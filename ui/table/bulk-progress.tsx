import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import { Button, IconButton } from '../button.tsx';
import { TextLink } from '../link.tsx';
import { askApi } from '../ask-api.ts';
import { useLiveEvents, useWorkspaceId } from '../live.tsx';
import { useOperation } from '../use-operation.ts';

export interface BulkRun {
  id: string;
  says: string;
  state: 'waiting' | 'running' | 'done' | 'cancelled';
  total: number;
  done: number;
  failed: number;
  skipped: number;
}

const write = (n: number) => n.toLocaleString('en-AU');
const LOOK_EVERY = 1_500;

/** How far a bulk change is, live. */
export function useBulkRun(runId: string): BulkRun | undefined {
  const workspaceId = useWorkspaceId();
  const [run, setRun] = useState<BulkRun>();
  const ended = run?.state === 'done' || run?.state === 'cancelled';
  const look = () => void askApi<BulkRun>(`/bulk-runs/${runId}`, workspaceId).then((next) => next && setRun(next));
  useLiveEvents(ended ? [] : ['bulk'], look);
  useEffect(() => {
    look();
    if (ended) return;
    // Where no socket gets through, a look now and then does.
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `look` is made anew every time and means the same.
  }, [runId, ended]);
  return run;
}

/** A bulk change on its way, above the table it was started from. */
export function BulkProgress({ runId, onClose }: { runId: string; onClose(): void }) {
  const run = useBulkRun(runId);
  const { revalidate } = useRevalidator();
  const ended = run?.state === 'done' || run?.state === 'cancelled';
  useEffect(() => {
    if (ended) void revalidate();
  }, [ended, revalidate]);
  return (
    <section aria-label="Bulk change" className="rounded-card border border-line bg-surface px-4 py-3 shadow-card sm:px-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-48 font-medium">{run ? sentenceOf(run) : 'Starting…'}</p>
        <TextLink to={`/bulk/${runId}`}>Every row</TextLink>
        {run && !ended && <StopButton runId={runId} />}
        {ended && <IconButton label="Close" size="small" onClick={onClose}><X aria-hidden className="size-4" /></IconButton>}
      </div>
      {run && <ProgressBar run={run} />}
    </section>
  );
}

export function StopButton({ runId }: { runId: string }) {
  const stop = useOperation('bulk.cancel', { done: 'Stopped. What is done stays done.' });
  return <Button size="small" pending={stop.pending} onClick={() => void stop.run({ id: runId })}>Stop</Button>;
}

/** "Archive a product: 312 of 1,284, 2 failed". */
export function sentenceOf({ says, state, total, done, failed, skipped }: BulkRun): string {
  const behind = done + failed + skipped;
  const start = state === 'done' ? `${says}: ${write(done)} done` : state === 'cancelled' ? `${says}: stopped, ${write(done)} done` : `${says}: ${write(behind)} of ${write(total)}`;
  return [start, failed > 0 && `${write(failed)} failed`, skipped > 0 && `${write(skipped)} skipped`].filter(Boolean).join(', ');
}

export function ProgressBar({ run }: { run: BulkRun }) {
  const part = (n: number) => `${(100 * n) / Math.max(1, run.total)}%`;
  return (
    <div role="progressbar" aria-label={run.says} aria-valuemin={0} aria-valuemax={run.total} aria-valuenow={run.done + run.failed + run.skipped} className="mt-2.5 flex h-1.5 overflow-hidden rounded-full bg-press">
      <span className="bg-good" style={{ width: part(run.done) }} />
      <span className="bg-bad" style={{ width: part(run.failed) }} />
      <span className="bg-edge" style={{ width: part(run.skipped) }} />
    </div>
  );
}
