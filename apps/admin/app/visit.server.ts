import { createContext, type RouterContextProvider } from 'react-router';

/** What the HTTP server knows of one request to the dashboard. */
export interface Visit {
  /** Allows our own inline scripts under the Content-Security-Policy. */
  nonce?: string;
  requestId?: string;
  /** The public key of the realtime app; without it pages do not listen for changes. */
  realtimeKey?: string;
  /** The caller's network address, for the audit log. */
  address?: string;
}

export const visitContext = createContext<Visit>({});

export function visitOf(context: Readonly<RouterContextProvider>): Visit {
  return context.get(visitContext);
}
