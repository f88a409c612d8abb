import { Bell as BellIcon, BellOff, Settings2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { Button, buttonClass, IconButton } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { Popover } from '#ui/popover.tsx';
import { groupNotices, type Entry } from './group-notices.ts';
import { NoticeActions } from './notice-actions.tsx';
import { NoticeLine } from './notice-line.tsx';
import { NOTIFICATIONS_CHANGED, useBell, useMarks, type BellData } from './use-bell.ts';

/** The bell of the header: how many notifications are unread, live, and the newest of them. */
export function Bell({ userId }: { userId: string }) {
  const { data, refresh } = useBell(userId);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    addEventListener(NOTIFICATIONS_CHANGED, refresh);
    return () => removeEventListener(NOTIFICATIONS_CHANGED, refresh);
  }, [refresh]);
  const label = data.unread === 0 ? 'Notifications' : `Notifications, ${data.unread} unread`;
  return (
    <>
      <Popover label="Notifications" open={open} onOpenChange={setOpen} size="wide" align="end" trigger={
        <IconButton label={label} className="relative">
          <BellIcon aria-hidden className="size-[18px]" />
          {data.unread > 0 && <span aria-hidden className="figures absolute top-0.5 right-0 grid h-4 min-w-4 animate-rise place-items-center rounded-full bg-bad-fill px-1 text-[10px] leading-none font-semibold text-white ring-2 ring-canvas">{data.unread > 99 ? '99+' : data.unread}</span>}
        </IconButton>
      }>
        <Panel data={data} onClose={() => setOpen(false)} />
      </Popover>
      <span role="status" className="sr-only">{data.unread > 0 ? `${data.unread} unread notifications` : ''}</span>
    </>
  );
}

function Panel({ data, onClose }: { data: BellData; onClose(): void }) {
  const { mark } = useMarks();
  const entries = groupNotices(data.latest, data.kinds);
  return (
    <div>
      <div className="sticky top-0 z-10 flex items-center gap-1 border-b border-line bg-raised py-2 pr-2 pl-4">
        <h2 className="flex-1 text-[15px] font-semibold">Notifications</h2>
        {data.unread > 0 && <Button kind="quiet" size="small" onClick={() => void mark('read')}>Mark all as read</Button>}
        <Link to="/notifications/settings" onClick={onClose} aria-label="How to be notified" title="How to be notified" className={buttonClass({ kind: 'quiet', size: 'small' }, 'w-8 px-0')}><Settings2 aria-hidden className="size-4" /></Link>
      </div>
      {entries.length === 0 ? <Nothing /> : <ul className="divide-y divide-line">{entries.map((entry) => <li key={entry.group ? entry.group.kind : entry.notice.id}><EntryLine entry={entry} onClose={onClose} /></li>)}</ul>}
      <div className="sticky bottom-0 border-t border-line bg-raised p-2">
        <Link to="/notifications" onClick={onClose} className={buttonClass({ kind: 'quiet', size: 'small' }, 'w-full')}>All notifications</Link>
      </div>
    </div>
  );
}

function Nothing() {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-10 text-center">
      <BellOff aria-hidden className="mb-2 size-6 text-ink-3" />
      <p className="font-semibold">Nothing new</p>
      <p className="text-ink-2">What happens in this workspace and matters to you appears here.</p>
    </div>
  );
}

/** One line of a list of notifications; opening it reads it. */
export function EntryLine({ entry, onClose = () => {} }: { entry: Entry; onClose?(): void }) {
  const { mark } = useMarks();
  const { workspace } = useParams();
  if (entry.group) {
    const { kind, says } = entry.group;
    return (
      <NoticeLine to={`/notifications?box=unread&kind=${encodeURIComponent(kind)}`} title={entry.title} body={`Newest: ${entry.newest.title}`} at={entry.newest.at} unread urgent={false} onOpen={onClose}>
        <NoticeActions which={{ kind }} what={says} state={{ read: false, archived: false, snoozed: false }} />
      </NoticeLine>
    );
  }
  const { notice } = entry;
  const open = () => {
    if (!notice.read && workspace) void mark('read', { ids: [notice.id] });
    onClose();
  };
  return (
    <NoticeLine to={notice.link} title={notice.title} body={notice.body} at={notice.snoozedUntil ?? notice.at} unread={!notice.read} urgent={notice.urgency === 'urgent'} onOpen={open}>
      <NoticeActions which={{ ids: [notice.id] }} what={notice.title} state={{ read: notice.read, archived: notice.archived, snoozed: notice.snoozedUntil !== null }} />
    </NoticeLine>
  );
}
