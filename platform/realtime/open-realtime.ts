import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import PusherClientModule from 'pusher-js';
import PusherServer from 'pusher';
import { WebSocket } from 'ws';
import type { RealtimeBus } from './house.ts';
import { createRealtime, type Realtime, type RealtimeOptions } from './realtime.ts';

// The package's types describe a default export inside the module, its Node build is the class itself.
const PusherClient = PusherClientModule as unknown as typeof PusherClientModule.default;
type PusherClient = InstanceType<typeof PusherClient>;

/** Test support: a server on loopback, spoken to by the unmodified official clients. */
export const app = { id: 'test', key: 'test-key', secret: 'test-secret' };

export function memoryBus(): RealtimeBus & { cut(): void } {
  const listeners = new Set<(payload: unknown) => void>();
  let cut = false;
  return {
    publish: (_, payload) => {
      const wire = JSON.stringify(payload);
      if (!cut) setImmediate(() => listeners.forEach((listener) => listener(JSON.parse(wire))));
    },
    subscribe: (_, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cut: () => {
      cut = true;
    },
  };
}

export interface RealtimeRoom {
  realtime: Realtime;
  port: number;
  sdk: PusherServer;
  /** A browser of this person, connected; asks `authority` before it joins a channel. */
  browser(userId: string, authority?: Realtime): PusherClient;
  /** A bare socket that reads nothing by itself. */
  socket(query?: string): WebSocket;
  close(): Promise<void>;
}

interface RoomOptions extends Partial<RealtimeOptions> {
  /** Answers requests of the HTTP API in the server's place: faults. */
  instead?(request: Request): Response | undefined;
}

export async function openRealtime({ instead, ...options }: RoomOptions = {}): Promise<RealtimeRoom> {
  const realtime = createRealtime({ app, bus: memoryBus(), mayJoin: () => true, ...options });
  const server = createServer(getRequestListener((request) => instead?.(request) ?? realtime.fetch(request)));
  realtime.attach(server);
  const port = await listen(server);
  const browsers: PusherClient[] = [];
  return {
    realtime,
    port,
    sdk: new PusherServer({ appId: app.id, key: app.key, secret: app.secret, host: '127.0.0.1', port: String(port), useTLS: false }),
    browser: (userId, authority = realtime) => remember(browsers, connectBrowser(authority, port, userId)),
    socket: (query = 'protocol=7') => new WebSocket(`ws://127.0.0.1:${port}/app/${app.key}?${query}`),
    close: async () => {
      for (const browser of browsers) browser.disconnect();
      await realtime.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function connectBrowser(realtime: Realtime, port: number, userId: string): PusherClient {
  const user = { id: userId, info: { name: userId.toUpperCase() } };
  return new PusherClient(app.key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId, channelName }, answer) =>
        void realtime.authorizeChannel({ socketId, channel: channelName, user }).then(
          (auth) => answer(null, auth),
          (error: Error) => answer(error, null),
        ),
    },
    userAuthentication: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId }, answer) => answer(null, realtime.authorizeUser({ socketId, user })),
    },
  });
}

/** Resolves with the data of the next such event; fails after two seconds. */
export function next<T = unknown>(source: { bind(event: string, listener: (data: T) => void): unknown }, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${event} within 2 s`)), 2000);
    source.bind(event, (data) => {
      clearTimeout(timer);
      resolve(data);
    });
  });
}

export const pause = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

function remember<T>(list: T[], item: T): T {
  list.push(item);
  return item;
}
