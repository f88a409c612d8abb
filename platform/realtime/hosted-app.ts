import type { App } from './signatures.ts';

/** A Pusher application that somebody else runs: Pusher itself, or a server that speaks its protocol. */
export interface HostedApp extends App {
  /** Where servers send events to, e.g. `https://api-eu.pusher.com`. */
  api: string;
  /** Where browsers open their socket, e.g. `wss://ws-eu.pusher.com`. */
  sockets: string;
}

/** Reads `https://KEY:SECRET@api-CLUSTER.pusher.com/apps/APP_ID`, the form in which Pusher hands out its addresses. */
export function hostedApp(address: string): HostedApp {
  const url = new URL(address);
  const cluster = /^api-([a-z0-9]+)\.pusher\.com$/.exec(url.hostname)?.[1];
  const host = cluster ? `ws-${cluster}.pusher.com` : url.host;
  return {
    id: url.pathname.split('/').at(-1)!,
    key: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
    api: `${url.protocol}//${url.host}`,
    sockets: `${url.protocol === 'https:' ? 'wss' : 'ws'}://${host}`,
  };
}
