import { RotateCw } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { DeliveryState } from './delivery-columns.tsx';
import { hostOf } from './endpoint-shape.ts';

interface Attempt {
  at: string;
  millis: number;
  status: number | null;
  answer: string;
  error: string;
}

interface Delivery {
  id: string;
  endpointId: string;
  url: string;
  endpointState: string;
  event: string;
  state: string;
  messageId: string;
  headers: Record<string, string>;
  body: string;
  createdAt: string;
  nextAttempt: string | null;
  attempts: Attempt[];
}

export const meta = () => [{ title: 'Webhook delivery · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { delivery: await ask<Delivery>(args, 'webhooks.delivery', { id: args.params['id'] }), may: mayRun(args, 'webhooks.resend')['webhooks.resend'] === true };
}

export { PageError as ErrorBoundary };

export default function DeliveryPage() {
  const { delivery, may } = useLoaderData<typeof loader>();
  useLive('webhooks');
  const crumbs = [{ label: 'Webhooks', to: '/webhooks' }, { label: hostOf(delivery.url), to: `/webhooks/${delivery.endpointId}` }];
  return (
    <Page title={<span className="break-all">{delivery.event}</span>} beside={<DeliveryState state={delivery.state} />} crumbs={crumbs} width="reading" actions={may && <SendAgain delivery={delivery} />}>
      <Columns
        main={<><Tries delivery={delivery} /><Card title="Payload" about="Every try sends the same bytes."><CodeBlock what="the payload" text={pretty(delivery.body)} copies={delivery.body} /></Card></>}
        side={<><About delivery={delivery} /><Card title="Headers"><CodeBlock what="the headers" lines="wrap" text={headersOf(delivery)} /></Card></>}
      />
    </Page>
  );
}

function SendAgain({ delivery: { id, state, endpointState } }: { delivery: Delivery }) {
  const again = useOperation('webhooks.resend', { done: 'On its way' });
  if (endpointState !== 'active') return <p className="text-[13px] text-ink-3">Switch the endpoint on to send this again.</p>;
  return <Button icon={<RotateCw aria-hidden className="size-4" />} pending={again.pending} onClick={() => void again.run({ id })}>{state === 'waiting' ? 'Try now' : 'Send again'}</Button>;
}

function About({ delivery }: { delivery: Delivery }) {
  const facts = [
    ['To', <TextLink key="to" to={`/webhooks/${delivery.endpointId}`} className="[overflow-wrap:anywhere]">{delivery.url}</TextLink>],
    ['Told', <DateTime key="told" at={delivery.createdAt} />],
    ...(delivery.state === 'waiting' && delivery.nextAttempt ? [['Next try', <DateTime key="next" at={delivery.nextAttempt} />] as const] : []),
  ] as const;
  return <Card title="Delivery"><Facts facts={facts} /></Card>;
}

function Tries({ delivery: { attempts } }: { delivery: Delivery }) {
  return (
    <Card title={attempts.length === 1 ? '1 try' : `${attempts.length} tries`} padding="none">
      {attempts.length === 0 && <p className="px-4 pb-4 text-ink-2 sm:px-5">Not tried yet.</p>}
      <ol className="flex flex-col">
        {attempts.map((attempt) => <Try key={`${attempt.at}${attempt.millis}`} attempt={attempt} />)}
      </ol>
    </Card>
  );
}

function Try({ attempt: { at, millis, status, answer, error } }: { attempt: Attempt }) {
  const well = status !== null && status >= 200 && status < 300;
  return (
    <li className="flex flex-col gap-2 border-t border-line px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={well ? 'good' : 'bad'}>{status ?? 'No answer'}</Badge>
        <DateTime at={at} />
        <span className="figures text-[13px] text-ink-3">{millis < 1_000 ? `${millis} ms` : `${(millis / 1_000).toFixed(1)} s`}</span>
      </div>
      {error && <p className="text-ink-2">{error}</p>}
      {answer && <CodeBlock what="the answer" lines="wrap" text={answer} />}
    </li>
  );
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}

function headersOf({ headers }: Delivery): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...lines, 'webhook-timestamp: the second of the try', 'webhook-signature: v1,… made for each try'].join('\n');
}
