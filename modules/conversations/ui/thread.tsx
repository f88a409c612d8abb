import { MessagePictures } from '#ui/attach-pictures.tsx';
import { cx } from '#ui/cx.ts';
import { DateTime } from '#ui/date-time.tsx';
import type { Message } from './conversation-shape.ts';

/** What was written, oldest first: the customer on the left, the shop on the right. */
export function Thread({ messages }: { messages: readonly Message[] }) {
  return (
    <ol className="flex flex-col gap-3">
      {messages.map((message) => (
        <li key={message.id} className={cx('flex max-w-[85%] flex-col gap-1', message.side === 'shop' ? 'items-end self-end' : 'items-start self-start')}>
          <p className={cx('rounded-lg px-3 py-2 wrap-anywhere whitespace-pre-line', message.side === 'shop' ? 'bg-accent-soft' : 'bg-sunken')}>{message.text}</p>
          <MessagePictures pictures={message.pictures} />
          <p className={cx('text-[13px] text-ink-3', message.side === 'shop' && 'text-right')}>{message.author || 'Customer'} · <DateTime at={message.at} /></p>
        </li>
      ))}
    </ol>
  );
}
