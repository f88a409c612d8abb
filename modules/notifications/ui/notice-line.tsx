import { cx } from '#ui/cx.ts';
import { DateTime } from '#ui/date-time.tsx';
import { Link } from '#ui/link.tsx';
import type { ReactNode } from 'react';

interface Props {
  to: string;
  title: string;
  body: string;
  at: string;
  unread: boolean;
  urgent: boolean;
  onOpen(): void;
  children?: ReactNode;
}

/** One notification, or one group of them: the line is the link, what can be done with it stands beside. */
export function NoticeLine({ to, title, body, at, unread, urgent, onOpen, children }: Props) {
  return (
    <div className="group relative flex items-start gap-2 px-4 py-2.5 hover:bg-hover focus-within:bg-hover">
      <span className={cx('mt-1.5 size-2 shrink-0 rounded-full', !unread ? 'bg-transparent' : urgent ? 'bg-bad-fill' : 'bg-accent')} />
      <div className="min-w-0 flex-1">
        <Link to={to} onClick={onOpen} className={cx('block text-pretty after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent-text', unread ? 'font-medium' : 'text-ink-2')}>
          {unread && <span className="sr-only">Unread: </span>}
          {title}
        </Link>
        {body && <p className="line-clamp-2 text-[13px] text-ink-2">{body}</p>}
        <p className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-3">
          {urgent && <span className="font-medium text-bad">Needs you</span>}
          <DateTime at={at} />
        </p>
      </div>
      {children && <div className="relative -my-0.5 -mr-2 flex shrink-0 items-center">{children}</div>}
    </div>
  );
}
