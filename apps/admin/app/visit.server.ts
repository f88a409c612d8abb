import { createContext, type RouterContextProvider } from 'react-router';

/** What the HTTP server knows of one request to the dashboard. */
export interface Visit {
  /** Allows our own inline scripts under the Content-Security-Policy. */
  nonce?: string;
  requestId?: string;
  /** The realtime app: its public key, and its address when somebody else runs it. Without it pages do not listen for changes. */
  realtime?: { key: string; sockets?: string };
  /** The caller's network address, for the audit log. */
  address?: string;
}

export const visitContext = createContext<Visit>({});

export function visitOf(context: Readonly<RouterContextProvider>): Visit {
  return context.get(visitContext);
}
