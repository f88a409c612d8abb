import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { askSuper } from '#ui/super-desk.server.ts';
import { bytes, count } from './parts.tsx';

interface Health {
  version: string;
  bytes: number;
  answeredMillis: number;
  connections: number;
  waiting: number;
  running: number;
  parked: number;
  lag: number | null;
  unrelayed: number;
  keys: number;
  masters: number;
  files: { where: string; ok: boolean; millis: number };
  mail: string;
  node: string;
}

export const meta = () => [{ title: 'Health · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return askSuper<Health>(args, 'super.health');
}

export { PageError as ErrorBoundary };

export default function HealthPage() {
  const health = useLoaderData<typeof loader>();
  const lag = health.lag ?? 0;
  return (
    <Page title="Health" width="reading" about="The parts this installation stands on, asked just now.">
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Part title="Database" good={health.answeredMillis < 1_000} facts={[['PostgreSQL', health.version], ['Answered in', `${health.answeredMillis} ms`], ['Size', bytes(health.bytes)], ['Connections', count(health.connections)]]} />
        <Part title="Background work" good={health.parked === 0} bad="Parked work" facts={[['Waiting', count(health.waiting)], ['Running', count(health.running)], ['Parked', count(health.parked)]]} />
        <Part title="Facts on their way" good={lag < 10} bad="Behind" facts={[['Not yet passed on', count(health.unrelayed)], ['The oldest waits', `${lag.toFixed(1)} s`]]} />
        <Part title="Files" good={health.files.ok} bad="No answer" facts={[['Kept in', health.files.where], ['Answered in', `${health.files.millis} ms`]]} />
        <Part title="Mail" good facts={[['Goes to', health.mail]]} />
        <Part title="Sealed values" good={health.masters <= 1} bad="Old keys in use" facts={[['Newest key version', count(health.keys)], ['Master keys in use', count(health.masters)]]} />
        <Part title="Program" good facts={[['Node', health.node]]} />
      </div>
    </Page>
  );
}

function Part({ title, good, bad = 'Slow', facts }: { title: string; good: true | boolean; bad?: string; facts: readonly (readonly [string, ReactNode])[] }) {
  return <Card title={title} actions={good ? <Badge tone="good">Good</Badge> : <Badge tone="bad">{bad}</Badge>}><Facts facts={facts} /></Card>;
}
