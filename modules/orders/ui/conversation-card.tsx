import { useState, type KeyboardEvent } from 'react';
import { AttachPictures, MessagePictures, usePictures } from '#ui/attach-pictures.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Order } from './order-shape.ts';

export interface OrderConversation {
  id: string;
  unread: boolean;
  messages: readonly { id: string; side: 'shopper' | 'shop'; author: string; text: string; pictures: readonly { id: string; url: string; width: number; height: number }[]; at: string }[];
  earlier: string | null;
}

interface Props {
  order: Order;
  /** undefined: whoever looks may not read it. null: nothing was written yet. */
  conversation: OrderConversation | null | undefined;
  mayWrite: boolean;
}

/** What customer and shop wrote to each other about the order: the end of it, and a place to write. */
export function ConversationCard({ order, conversation, mayWrite }: Props) {
  const maySay = mayWrite && order.email !== '';
  if (conversation === undefined || (conversation === null && !maySay)) return null;
  return (
    <Card title="Messages" actions={conversation && <>{conversation.unread && <Badge tone="accent">New</Badge>}<TextLink to={`/conversations/${conversation.id}`}>{conversation.earlier ? 'All messages' : 'Open the conversation'}</TextLink></>}>
      <div className="flex flex-col gap-4">
        {conversation && <LastMessages messages={conversation.messages} />}
        {maySay && <MessageForm key={order.id} order={order} />}
      </div>
    </Card>
  );
}

function LastMessages({ messages }: Pick<OrderConversation, 'messages'>) {
  return (
    <ol className="flex flex-col gap-3">
      {messages.map((message) => (
        <li key={message.id}>
          <p className="line-clamp-4 rounded-lg bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-line">{message.text}</p>
          {message.pictures.length > 0 && <div className="mt-1.5"><MessagePictures pictures={message.pictures} /></div>}
          <p className="text-[13px] text-ink-3">{message.author || 'Customer'}{message.side === 'shop' && ' (shop)'} · <DateTime at={message.at} /></p>
        </li>
      ))}
    </ol>
  );
}

function MessageForm({ order }: { order: Order }) {
  const [text, setText] = useState('');
  const pictures = usePictures();
  const write = useOperation('conversations.write-about-order', { done: 'Sent', onDone: () => { setText(''); pictures.clear(); } });
  const send = () => text.trim() && !write.pending && !pictures.pending && void write.run({ id: order.id, text, pictures: pictures.chosen });
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="flex flex-col gap-2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <Field label="Message to the customer" labelHidden>
        <Textarea rows={2} value={text} maxLength={5_000} onKeyDown={press} onChange={(event) => setText(event.target.value)} placeholder={`Write to the customer. It goes to ${order.email}.`} className="min-h-14!" />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-2"><AttachPictures pictures={pictures} /><Button type="submit" size="small" pending={write.pending} disabled={!text.trim() || pictures.pending}>Send message</Button></div>
    </form>
  );
}
