import { CircleCheck, CircleDashed, ExternalLink, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Copyable } from '#ui/copyable.tsx';
import { ask, mayRun, type LoaderArgs } from '#ui/desk.server.ts';
import { TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';

export { PageError as ErrorBoundary } from '#ui/error-state.tsx';
export const meta = () => [{ title: 'Setup guides · Quickdash' }];

interface Guide {
  key: string;
  title: string;
  why: string;
  state: 'ready' | 'missing' | 'built in' | 'your turn';
  says: string;
  steps: string[];
  values: { name: string; example: string; about: string }[];
  links: { label: string; to: string }[];
  check: boolean;
}

export async function loader(args: LoaderArgs) {
  const { guides } = await ask<{ guides: Guide[] }>(args, 'shell.guides');
  return { guides, may: mayRun(args, 'shell.check-guide') };
}

/** Which service, which key, which address, and where it goes; with what is really set. */
export default function Setup() {
  const { guides, may } = useLoaderData<typeof loader>();
  const open = guides.filter((guide) => guide.state === 'missing').length;
  return (
    <Page title="Setup guides" width="narrow" about={open === 0 ? 'Nothing is missing.' : `${open} of ${guides.length} still need something. Values of the program are set by whoever runs this installation.`}>
      {guides.map((guide) => <GuideCard key={guide.key} guide={guide} mayCheck={may['shell.check-guide'] ? 'yes' : 'no'} />)}
    </Page>
  );
}

const looks = { ready: 'good', missing: 'warn', 'built in': 'plain', 'your turn': 'info' } as const;
const words = { ready: 'Ready', missing: 'Missing', 'built in': 'Built in', 'your turn': 'Your turn' };

function GuideCard({ guide, mayCheck }: { guide: Guide; mayCheck: 'yes' | 'no' }) {
  return (
    <Card title={guide.title} about={guide.why} actions={<Badge tone={looks[guide.state]}>{words[guide.state]}</Badge>}>
      <p className="flex items-start gap-2">
        {guide.state === 'missing' ? <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" /> : <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />}
        {guide.says}
      </p>
      <details open={guide.state === 'missing'} className="mt-3">
        <summary className="w-fit rounded font-medium text-accent-text">How to set it up</summary>
        <ol className="mt-2 flex list-decimal flex-col gap-1.5 pl-5 text-ink-2">{guide.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        {guide.values.length > 0 && <Values values={guide.values} />}
        {guide.links.length > 0 && <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">{guide.links.map((link) => <Way key={link.to} {...link} />)}</p>}
      </details>
      {guide.check && mayCheck === 'yes' && <Check guide={guide} />}
    </Card>
  );
}

function Values({ values }: { values: Guide['values'] }) {
  return (
    <dl className="mt-3 flex flex-col gap-3 rounded-xl bg-sunken p-3.5">
      {values.map((value) => (
        <div key={value.name} className="min-w-0">
          <dt className="font-mono text-[13px] font-medium">{value.name} <span className="font-sans font-normal text-ink-3">· {value.about}</span></dt>
          <dd className="mt-1 min-w-0"><Copyable value={value.example} what={`the example of ${value.name}`} /></dd>
        </div>
      ))}
    </dl>
  );
}

function Way({ label, to }: { label: string; to: string }) {
  if (to.startsWith('/')) return <TextLink to={to}>{label}</TextLink>;
  return <a href={to} target="_blank" rel="noreferrer noopener" className="inline-flex items-center gap-1 font-medium text-accent-text hover:underline">{label}<ExternalLink aria-hidden className="size-3.5" /><span className="sr-only"> (opens a new tab)</span></a>;
}

function Check({ guide }: { guide: Guide }) {
  const [result, setResult] = useState<{ ok: boolean; says: string }>();
  const checking = useOperation<{ ok: boolean; says: string }>('shell.check-guide', { onDone: setResult });
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <Button size="small" aria-label={`Check now: ${guide.title}`} icon={<RefreshCw aria-hidden className="size-4" />} pending={checking.pending} onClick={() => void checking.run({ key: guide.key })}>Check now</Button>
      <p role="status" className={result ? (result.ok ? 'text-good' : 'text-bad') : 'sr-only'}>{result?.says}</p>
    </div>
  );
}
