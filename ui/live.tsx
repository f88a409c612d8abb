import type Pusher from 'pusher-js';
import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useRevalidator } from 'react-router';

interface Live {
  key?: string;
  /** Address of the sockets when somebody else runs them, like `wss://ws-eu.pusher.com`. */
  sockets?: string;
  workspaceId: string;
}

const LiveContext = createContext<Live | null>(null);

export function LiveProvider({ value, children }: { value: Live; children: ReactNode }) {
  return <LiveContext value={value}>{children}</LiveContext>;
}

let opening: Promise<Pusher> | undefined;

// The socket's program is fetched after the page works; one connection serves the whole tab.
function connection({ key, sockets = location.origin }: Live): Promise<Pusher> {
  opening ??= import('pusher-js').then(({ default: Client }) => {
    const { protocol, hostname, port: given } = new URL(sockets);
    const secure = protocol === 'https:' || protocol === 'wss:';
    const port = Number(given) || (secure ? 443 : 80);
    return new Client(key!, { cluster: '', wsHost: hostname, wsPort: port, wssPort: port, forceTLS: secure, enabledTransports: ['ws', 'wss'], disableStats: true, channelAuthorization: { endpoint: '/api/realtime/auth', transport: 'ajax' } });
  });
  return opening;
}

export type LiveTopic = 'orders' | 'products' | 'inventory' | 'customers' | 'analytics' | 'bulk' | 'webhooks' | 'discounts' | 'reviews' | 'questions' | 'conversations' | 'statements' | 'subscriptions' | 'tasks' | 'limits';

/** Asks the page's loaders again when something happens in this part of the workspace: `useLive('orders')`. */
export function useLive(...topics: readonly LiveTopic[]): void {
  const { revalidate } = useRevalidator();
  useLiveEvents(topics, () => void revalidate());
}

// Longer than any loader takes.
const STILL_NEWS_MILLIS = 10_000;

/**
 * Runs something, gathered and never in a hidden tab, when something happens in these parts of the workspace. What the page has
 * `loaded` may be older than news that came while it was on its way: then it runs once more.
 */
export function useLiveEvents(topics: readonly LiveTopic[], run: () => void, loaded?: unknown): void {
  const live = use(LiveContext);
  const names = topics.join(' ');
  const latest = useRef(run);
  const heardAt = useRef(0);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (loaded !== undefined && Date.now() - heardAt.current < STILL_NEWS_MILLIS) latest.current();
  }, [loaded]);
  // By its values: each load brings a new object, and news that is being gathered must outlive a load.
  const { key, sockets, workspaceId } = live ?? {};
  useEffect(() => {
    if (!key || !workspaceId || names === '') return;
    const channels = names.split(' ').map((topic) => `private-${topic}@${workspaceId}`);
    const refresh = gathered(() => {
      heardAt.current = Date.now();
      latest.current();
    });
    let stop = () => {};
    let left = false;
    void connection({ key, sockets, workspaceId }).then((pusher) => {
      if (left) return;
      for (const name of channels) pusher.subscribe(name).bind_global(refresh.onEvent);
      stop = () => channels.forEach((name) => pusher.channel(name)?.unbind_global(refresh.onEvent));
    });
    return () => {
      left = true;
      refresh.cancel();
      stop();
    };
  }, [key, sockets, workspaceId, names]);
}

// Many events at once make one question, and a hidden tab asks when it is looked at again.
function gathered(ask: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    if (document.visibilityState === 'hidden') document.addEventListener('visibilitychange', later, { once: true });
    else ask();
  };
  return {
    onEvent: (event: string) => {
      // What happened before the channel was joined, or while the line was down, was not heard: joining is news too.
      if (event.startsWith('pusher:') && event !== 'pusher:subscription_succeeded') return;
      clearTimeout(timer);
      timer = setTimeout(later, 300);
    },
    cancel: () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', later);
    },
  };
}

/** The tab's connection and the open workspace, for rooms that need more than the news; undefined where pages do not listen. */
export function useLiveConnection(): { workspaceId: string; connect(): Promise<Pusher> } | undefined {
  const live = use(LiveContext);
  const { key, workspaceId, sockets } = live ?? {};
  return useMemo(() => (key && workspaceId ? { workspaceId, connect: () => connection({ key, workspaceId, sockets }) } : undefined), [key, workspaceId, sockets]);
}

/** The id of the open workspace, for addresses that need it in a header. */
export function useWorkspaceId(): string {
  return use(LiveContext)?.workspaceId ?? '';
}
