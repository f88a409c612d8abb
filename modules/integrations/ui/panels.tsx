import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { DateTime } from '#ui/date-time.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { StateBadge } from './integrations.tsx';
import { plural, type Integration, type May } from './shape.ts';

interface Props {
  integration: Integration;
  may: May;
}

/** The same five for every integration: state, last checked, backlog, last error, replay. */
export function Panels({ integration, may }: Props) {
  const { state, label, lastVerifiedAt, lastError, lastErrorAt, backlog } = integration;
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
      <Panel title="State"><div><StateBadge state={state} /></div><p className="truncate text-[13px] text-ink-3" title={label}>{label}</p></Panel>
      <Checked integration={integration} may={may} at={lastVerifiedAt} />
      <Panel title="Backlog" className="col-span-2 lg:col-span-2">
        <p className="figures font-medium">{backlog ? plural(backlog.waiting, 'message waits', 'messages wait') : 'Sends no messages'}</p>
        {backlog && <p className="text-[13px] text-ink-3">{backlog.failed === 0 ? 'None has failed.' : `${plural(backlog.failed, 'has', 'have')} failed.`}{backlog.oldest && <> Oldest <DateTime at={backlog.oldest} />.</>}</p>}
      </Panel>
      <Panel title="Last error" className="col-span-2 lg:col-span-3">
        {lastError ? <><p className="font-medium [overflow-wrap:anywhere]">{lastError}</p>{lastErrorAt && <p className="text-[13px] text-ink-3"><DateTime at={lastErrorAt} /></p>}</> : <p className="font-medium">None</p>}
      </Panel>
      <Replay integration={integration} may={may} />
    </div>
  );
}

function Panel({ title, className = 'lg:col-span-2', children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={cx('flex min-w-0 flex-col gap-1 rounded-card border border-line bg-surface px-4 py-3.5 shadow-card', className)}>
      <h2 className="text-[13px] font-medium text-ink-2">{title}</h2>
      {children}
    </section>
  );
}

function Checked({ integration: { vendor, says }, may, at }: Props & { at: string | null }) {
  const check = useOperation<{ state: string; sentence: string }>('integrations.check', { done: ({ state, sentence }) => (state === 'connected' ? `${says} answers as it should` : sentence) });
  return (
    <Panel title="Last checked">
      <p className="font-medium">{at ? <DateTime at={at} /> : 'Not yet'}</p>
      {may['integrations.check'] && <div><Button size="small" pending={check.pending} onClick={() => void check.run({ vendor })}>Check now</Button></div>}
    </Panel>
  );
}

function Replay({ integration: { vendor, backlog }, may }: Props) {
  const replay = useOperation<{ count: number }>('integrations.replay-failed', { done: ({ count }) => `${plural(count, 'message is', 'messages are')} worked through again` });
  const failed = backlog?.failed ?? 0;
  return (
    <Panel title="Replay" className="col-span-2 lg:col-span-3">
      <p className="text-[13px] text-ink-3">{backlog ? 'Works through what failed once more. Single messages can be replayed from their page.' : 'There is nothing to replay: it sends no messages.'}</p>
      {backlog && may['integrations.replay-failed'] && <div className="mt-1"><Button size="small" pending={replay.pending} disabled={failed === 0} onClick={() => void replay.run({ vendor })}>Replay all failed{failed > 0 && ` (${failed.toLocaleString('en-AU')})`}</Button></div>}
    </Panel>
  );
}
