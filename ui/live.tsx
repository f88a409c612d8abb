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

export type LiveTopic = 'orders' | 'products' | 'inventory' | 'customers' | 'analytics' | 'bulk' | 'webhooks' | 'reviews' | 'questions';

/** Asks the page's loaders again when something happens in this part of the workspace: `useLive('orders')`. */
export function useLive(...topics: readonly LiveTopic[]): void {
  const { revalidate } = useRevalidator();
  useLiveEvents(topics, () => void revalidate());
}

/** Runs something, gathered and never in a hidden tab, when something happens in these parts of the workspace. */
export function useLiveEvents(topics: readonly LiveTopic[], run: () => void): void {
  const live = use(LiveContext);
  const names = topics.join(' ');
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!live?.key || names === '') return;
    const channels = names.split(' ').map((topic) => `private-${topic}@${live.workspaceId}`);
    const refresh = gathered(() => latest.current());
    let stop = () => {};
    let left = false;
    void connection(live).then((pusher) => {
      if (left) return;
      for (const name of channels) pusher.subscribe(name).bind_global(refresh.onEvent);
      stop = () => channels.forEach((name) => pusher.channel(name)?.unbind_global(refresh.onEvent));
    });
    return () => {
      left = true;
      refresh.cancel();
      stop();
    };
  }, [live, names]);
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
      if (event.startsWith('pusher:')) return;
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
