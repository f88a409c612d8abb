import { RotateCw } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { MessageState } from './message-columns.tsx';

interface Message {
  id: string;
  vendor: string;
  messageId: string;
  event: string;
  headers: Record<string, string>;
  body: string;
  state: string;
  attempts: number;
  repeats: number;
  lastError: string;
  receivedAt: string;
  doneAt: string | null;
}

export const meta = () => [{ title: 'Message · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { message: await ask<Message>(args, 'integrations.message', { id: args.params['id'] }), may: mayRun(args, 'integrations.replay')['integrations.replay'] === true };
}

export { PageError as ErrorBoundary };

export default function MessagePage() {
  const { message, may } = useLoaderData<typeof loader>();
  const replay = useOperation('integrations.replay', { done: 'Worked through once more' });
  const headers = Object.entries(message.headers).map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <Page title={<span className="break-all">{message.event || 'Message'}</span>} beside={<MessageState state={message.state} />} crumbs={[{ label: 'Integrations', to: '/integrations' }, { label: 'Messages', to: '/integrations/messages' }]} width="reading" actions={may && <Button icon={<RotateCw aria-hidden className="size-4" />} pending={replay.pending} onClick={() => void replay.run({ id: message.id })}>Replay</Button>}>
      <Columns main={<Card title="Payload" about="As it came, after its signature was checked."><CodeBlock what="the payload" text={pretty(message.body)} copies={message.body} /></Card>} side={<><About message={message} /><Card title="Headers"><CodeBlock what="the headers" lines="wrap" text={headers || 'None were kept.'} /></Card></>} />
    </Page>
  );
}

function About({ message }: { message: Message }) {
  const facts = [
    ['From', message.vendor],
    ['Id there', <span key="id" className="[overflow-wrap:anywhere]">{message.messageId}</span>],
    ['Came in', <DateTime key="in" at={message.receivedAt} />],
    ...(message.repeats > 0 ? [['Came again', `${message.repeats} times`] as const] : []),
    ['Tries', String(message.attempts)],
    ...(message.doneAt ? [['Done', <DateTime key="done" at={message.doneAt} />] as const] : []),
    ...(message.lastError ? [['Last error', message.lastError] as const] : []),
  ] as const;
  return <Card title="Message"><Facts facts={facts} /></Card>;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
