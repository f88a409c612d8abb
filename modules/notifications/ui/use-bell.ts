import { useCallback, useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useLiveConnection, useWorkspaceId } from '#ui/live.tsx';
import { sendOperation } from '#ui/send-operation.ts';
import { toast } from '#ui/toast.tsx';
import type { KindCount, Notice } from './group-notices.ts';

export interface BellData {
  unread: number;
  kinds: KindCount[];
  latest: Notice[];
}

/** Said on the page whenever the person's notifications changed, here or on another device. */
export const NOTIFICATIONS_CHANGED = 'quickdash:notifications';

const nothing: BellData = { unread: 0, kinds: [], latest: [] };

/** The bell's figures: asked for once, and again whenever the server says that they changed. */
export function useBell(userId: string): { data: BellData; refresh(): void } {
  const workspaceId = useWorkspaceId();
  const live = useLiveConnection();
  const [known, setKnown] = useState({ of: workspaceId, data: nothing });
  const refresh = useRefresh(workspaceId, setKnown);
  useEffect(refresh, [refresh]);
  useEffect(() => {
    let left = false;
    let stop = () => {};
    void live?.connect().then((pusher) => {
      if (left) return;
      const name = `private-user-${userId}@${live.workspaceId}`;
      const hear = (event: string) => event.startsWith('notification:') && (refresh(), dispatchEvent(new Event(NOTIFICATIONS_CHANGED)));
      const channel = pusher.subscribe(name).bind_global(hear);
      // What happened before the channel was open, or while the connection was away.
      channel.bind('pusher:subscription_succeeded', refresh);
      stop = () => void channel.unbind_global(hear).unbind('pusher:subscription_succeeded', refresh);
    });
    return () => {
      left = true;
      stop();
    };
  }, [live, userId, refresh]);
  // Another workspace's figures are nobody's business here.
  return { data: known.of === workspaceId ? known.data : nothing, refresh };
}

// One question at a time; news that arrives meanwhile asks once more.
function useRefresh(workspaceId: string, onData: (known: { of: string; data: BellData }) => void): () => void {
  const asking = useRef<'no' | 'asking' | 'again'>('no');
  return useCallback(() => {
    if (asking.current !== 'no') return void (asking.current = 'again');
    const ask = async (): Promise<void> => {
      asking.current = 'asking';
      const answer = await fetch('/api/admin/notifications/bell', { headers: { 'x-workspace-id': workspaceId } }).catch(() => undefined);
      if (answer?.ok) onData({ of: workspaceId, data: (await answer.json()) as BellData });
      const again = (asking.current as string) === 'again';
      asking.current = 'no';
      if (again) await ask();
    };
    void ask();
  }, [workspaceId, onData]);
}

export type Mark = 'read' | 'unread' | 'archived' | 'restored' | 'awake';
export interface Which {
  ids?: string[];
  kind?: string;
}

/** Marks or snoozes the person's notifications, and tells the rest of the page. */
export function useMarks(): { mark(as: Mark, which?: Which): Promise<boolean>; snooze(until: Date, which: Which): Promise<boolean> } {
  const { workspace } = useParams();
  const send = async (operation: string, input: object): Promise<boolean> => {
    const outcome = await sendOperation(`/admin/w/${workspace}/do/${operation}`, input, crypto.randomUUID());
    if (!outcome.ok) toast.refused(outcome.sentence);
    dispatchEvent(new Event(NOTIFICATIONS_CHANGED));
    return outcome.ok;
  };
  return {
    mark: (as, which = {}) => send('notifications.mark', { as, ...which }),
    snooze: (until, which) => send('notifications.snooze', { until: until.toISOString(), ...which }),
  };
}
