import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { DateTime } from '#ui/date-time.tsx';
import { useLocale } from '#ui/locale.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Endpoint, May } from './endpoint-shape.ts';
import { StateBadge } from './endpoints.tsx';

interface Props {
  endpoint: Endpoint;
  may: May;
}

/** How an endpoint is doing, and what can be done about it. */
export function EndpointPanels({ endpoint, may }: Props) {
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
      <State endpoint={endpoint} may={may} />
      <Panel title="Last delivered">
        <p className="font-medium">{endpoint.lastDeliveredAt ? <DateTime at={endpoint.lastDeliveredAt} /> : 'Nothing yet'}</p>
        {endpoint.lastDeliveredAt === null && <p className="text-[13px] text-ink-3">Send a test to see that it hears you.</p>}
      </Panel>
      <Waiting endpoint={endpoint} />
      <Panel title="Last error" className="col-span-2 lg:col-span-3">
        {endpoint.lastErrorAt ? <><p className="font-medium [overflow-wrap:anywhere]">{endpoint.lastError}</p><p className="text-[13px] text-ink-3"><DateTime at={endpoint.lastErrorAt} />{endpoint.failures === 0 && ', answered again since'}</p></> : <p className="font-medium">None</p>}
      </Panel>
      <Replay endpoint={endpoint} may={may} />
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

function State({ endpoint, may }: Props) {
  const switched = useOperation('webhooks.update-endpoint', { done: endpoint.state === 'active' ? 'Endpoint paused' : 'Endpoint switched on' });
  const next = endpoint.state === 'active' ? 'paused' : 'active';
  return (
    <Panel title="State" className="col-span-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StateBadge state={endpoint.state} failures={endpoint.failures} />
        {may['webhooks.update-endpoint'] && <Button size="small" pending={switched.pending} onClick={() => void switched.run({ id: endpoint.id, state: next })}>{next === 'active' ? 'Switch on' : 'Pause'}</Button>}
      </div>
      <p className="text-[13px] text-ink-3"><StateSentence endpoint={endpoint} /></p>
    </Panel>
  );
}

function StateSentence({ endpoint: { state, reason, failures, restUntil } }: { endpoint: Endpoint }) {
  const { now } = useLocale();
  if (state === 'disabled') return <>{reason} Nothing is kept for it until it is switched on.</>;
  if (state === 'paused') return 'What happens meanwhile waits and is sent when it is switched on.';
  if (failures === 0) return 'Answers as it should.';
  const times = failures === 1 ? 'Failed once' : `${failures} failures in a row`;
  return restUntil && Date.parse(restUntil) > Date.parse(now) ? <>{times}. Resting until <DateTime at={restUntil} />, then one try tells whether it is back.</> : <>{times}.</>;
}

function Waiting({ endpoint: { waiting, failed } }: { endpoint: Endpoint }) {
  return (
    <Panel title="Waiting">
      <p className="figures font-medium">{waiting.toLocaleString('en-AU')}</p>
      <p className="text-[13px] text-ink-3">{failed === 0 ? 'None was given up.' : `${failed.toLocaleString('en-AU')} given up in the last 30 days.`}</p>
    </Panel>
  );
}

function Replay({ endpoint, may }: Props) {
  const active = endpoint.state === 'active';
  const test = useOperation('webhooks.test-endpoint', { done: 'A test is on its way' });
  const failed = useOperation<{ count: number }>('webhooks.resend-failed', { done: ({ count }) => (count === 1 ? '1 delivery is sent again' : `${count} deliveries are sent again`) });
  if (!may['webhooks.test-endpoint']) return null;
  return (
    <Panel title="Replay" className="col-span-2 lg:col-span-3">
      <p className="text-[13px] text-ink-3">{active ? 'A message that is sent again keeps its id, so the receiver knows a repeat.' : 'Switch the endpoint on to send to it.'}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button size="small" pending={test.pending} disabled={!active} onClick={() => void test.run({ id: endpoint.id })}>Send test</Button>
        <Button size="small" pending={failed.pending} disabled={!active || endpoint.failed === 0} onClick={() => void failed.run({ id: endpoint.id })}>Resend all failed{endpoint.failed > 0 && ` (${endpoint.failed.toLocaleString('en-AU')})`}</Button>
      </div>
    </Panel>
  );
}
