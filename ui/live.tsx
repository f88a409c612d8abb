import type Pusher from 'pusher-js';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { useRevalidator } from 'react-router';

interface Live {
  key: string | undefined;
  workspaceId: string;
}

const LiveContext = createContext<Live | null>(null);

export function LiveProvider({ value, children }: { value: Live; children: ReactNode }) {
  return <LiveContext value={value}>{children}</LiveContext>;
}

let opening: Promise<Pusher> | undefined;

// The socket's program is fetched after the page works; one connection serves the whole tab.
function connection(key: string): Promise<Pusher> {
  opening ??= import('pusher-js').then(({ default: Client }) => {
    const secure = location.protocol === 'https:';
    const port = Number(location.port) || (secure ? 443 : 80);
    return new Client(key, { cluster: '', wsHost: location.hostname, wsPort: port, wssPort: port, forceTLS: secure, enabledTransports: ['ws', 'wss'], disableStats: true, channelAuthorization: { endpoint: '/api/realtime/auth', transport: 'ajax' } });
  });
  return opening;
}

/** Asks the page's loaders again when something happens in this part of the workspace: `useLive('orders')`. */
export function useLive(...topics: readonly ('orders' | 'products' | 'inventory' | 'customers' | 'analytics')[]): void {
  const live = use(LiveContext);
  const { revalidate } = useRevalidator();
  const names = topics.join(' ');
  useEffect(() => {
    if (!live?.key) return;
    const channels = names.split(' ').map((topic) => `private-${topic}@${live.workspaceId}`);
    const refresh = gathered(() => void revalidate());
    let stop = () => {};
    let left = false;
    void connection(live.key).then((pusher) => {
      if (left) return;
      for (const name of channels) pusher.subscribe(name).bind_global(refresh.onEvent);
      stop = () => channels.forEach((name) => pusher.channel(name)?.unbind_global(refresh.onEvent));
    });
    return () => {
      left = true;
      refresh.cancel();
      stop();
    };
  }, [live, names, revalidate]);
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

/** The id of the open workspace, for addresses that need it in a header. */
export function useWorkspaceId(): string {
  return use(LiveContext)?.workspaceId ?? '';
}
