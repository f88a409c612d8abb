import { useEffect, useRef } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Conversation, PreparedAnswer } from './conversation-shape.ts';
import { MessageForm } from './message-form.tsx';
import { Thread } from './thread.tsx';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.conversation.subject ?? 'Conversation'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const before = new URL(args.request.url).searchParams.get('before');
  const [conversation, prepared] = await Promise.all([ask<Conversation>(args, 'conversations.get', { id: args.params['id'], ...(before && { before }) }), ask<{ data: PreparedAnswer[] }>(args, 'conversations.prepared', { limit: 100 })]);
  return { conversation, prepared: prepared.data, latest: !before, may: mayRun(args, 'conversations.answer')['conversations.answer'] === true };
}

export { PageError as ErrorBoundary };

export default function ConversationPage() {
  const { conversation, prepared, latest, may } = useLoaderData<typeof loader>();
  useLive('conversations');
  useReading(may && latest && conversation.unread ? conversation : undefined);
  return (
    <Page title={conversation.subject} beside={<StatusBadge status={conversation.state} label={conversation.state === 'open' ? 'Open' : 'Closed'} />} width="reading" crumbs={[{ label: 'Conversations', to: '/conversations' }]} actions={may && <Decision conversation={conversation} />}>
      <Columns
        main={
          <Card title="Messages" actions={conversation.earlier && <LinkButton size="small" to={`/conversations/${conversation.id}?before=${conversation.earlier}`}>Earlier messages</LinkButton>}>
            <div className="flex flex-col gap-5">
              <Thread messages={conversation.messages} />
              {latest && conversation.readByShopper && conversation.readByShopperAt && <p className="text-right text-[13px] text-ink-3">Read by the customer <DateTime at={conversation.readByShopperAt} as="sentence" /></p>}
              {!latest && <p><LinkButton size="small" to={`/conversations/${conversation.id}`}>To the latest messages</LinkButton></p>}
              {latest && may && <MessageForm key={conversation.id} operation="conversations.answer" id={conversation.id} placeholder={placeholderFor(conversation)} prepared={prepared.map((answer) => filled(answer, conversation))} />}
            </div>
          </Card>
        }
        side={<Card title="About it"><Facts facts={factsOf(conversation)} /></Card>}
      />
    </Page>
  );
}

function filled({ id, name, text }: PreparedAnswer, { name: customer, orderNumber }: Conversation): PreparedAnswer {
  return { id, name, text: text.replaceAll('{name}', customer || 'you').replaceAll('{order}', orderNumber === null ? 'your order' : `#${orderNumber}`) };
}

function placeholderFor({ name, email }: Conversation): string {
  return email ? `Write to ${name || 'the customer'}. It goes to ${email} as well.` : 'The customer reads it on the page of the order. There is no address to write to.';
}

/** What is looked at is read: once for each message that comes. */
function useReading(unread: Conversation | undefined): void {
  const { run } = useOperation('conversations.mark-read');
  const mark = useRef(run);
  const { id, messages } = unread ?? {};
  const last = messages?.at(-1)?.id;
  useEffect(() => {
    mark.current = run;
  });
  useEffect(() => {
    if (id && last) void mark.current({ id });
  }, [id, last]);
}

function Decision({ conversation: { id, state } }: { conversation: Conversation }) {
  const close = useOperation('conversations.close', { done: 'Closed' });
  const reopen = useOperation('conversations.reopen', { done: 'Open again' });
  return state === 'open' ? <Button pending={close.pending} onClick={() => void close.run({ id })}>Close</Button> : <Button pending={reopen.pending} onClick={() => void reopen.run({ id })}>Open again</Button>;
}

function factsOf({ customerId, name, email, orderId, orderNumber, createdAt }: Conversation) {
  return [
    ['Customer', customerId ? <TextLink key="customer" to={`/customers/${customerId}`}>{name || email}</TextLink> : name || 'Guest'],
    ...(email ? [['Email', <a key="email" href={`mailto:${email}`} className="break-all hover:underline">{email}</a>] as const] : []),
    ...(orderId ? [['Order', <TextLink key="order" to={`/orders/${orderId}`}>#{orderNumber}</TextLink>] as const] : []),
    ['Begun', <DateTime key="at" at={createdAt} />],
  ] as const;
}
