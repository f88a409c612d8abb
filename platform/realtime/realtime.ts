import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { authorizeChannel, authorizeUser, type Authority } from './authorize.ts';
import { channelOfUser } from './channel-name.ts';
import { House, type RealtimeBus } from './house.ts';
import { HttpApi } from './http-api.ts';
import { asText, type RealtimeUser } from './protocol.ts';
import { SocketDoor } from './socket-door.ts';

export interface RealtimeOptions extends Authority {
  bus: RealtimeBus;
  /** Silence after which a socket is asked whether it is still there. 120 unless told. */
  activityTimeoutSeconds?: number;
  /** How long it may take to answer before it is closed. 30 unless told. */
  answerTimeoutSeconds?: number;
  /** The same for sockets in a presence channel: 12 and 8 unless told, so that a dead tab is gone within 30 seconds. */
  presence?: { activitySeconds: number; answerSeconds: number };
  /** Sockets this process accepts; more are told to try again later. 15,000 unless told. */
  maxConnections?: number;
  /** How often this process says it lives (5 s), and after which silence the others count it out (15 s). */
  beatMillis?: number;
  staleMillis?: number;
}

export interface PublishOptions {
  /** The socket id that caused the event and shall not hear it. */
  except?: string;
  /** Latest wins: of events with this key on the channel only the newest is sent, at most 10 times a second. */
  coalesce?: string;
}

export interface Realtime {
  /** Takes the WebSocket upgrades of `/app/:key`. */
  attach(server: Server): void;
  /** The HTTP API of the protocol: mount it at `/apps/*`. */
  fetch(request: Request): Promise<Response>;
  /** To every subscriber on every process. Never waits, never fails. Keep `data` below 10 KB: hosted Pusher refuses more. */
  publish(channel: string, event: string, data: unknown, options?: PublishOptions): void;
  /** To every socket the person is signed in on. */
  publishToUser(userId: string, event: string, data: unknown, options?: PublishOptions): void;
  /** The answer of the channel authorisation endpoint; refuses with `forbidden` or `invalid`. */
  authorizeChannel(request: { socketId: string; channel: string; user: RealtimeUser }): Promise<{ auth: string; channel_data?: string }>;
  /** The answer of the user authentication endpoint. */
  authorizeUser(request: { socketId: string; user: RealtimeUser }): { auth: string; user_data: string };
  /** Closes every socket of the person on all processes, e.g. when the sign-in was revoked. Pages come back and ask anew what they may hear. */
  terminateUser(userId: string): void;
  stats(): { connections: number; channels: number };
  /** Tells every socket to reconnect at once (4200) and lets go. */
  close(): Promise<void>;
}

/**
 * A Pusher Channels protocol 7 server in this process; the official clients work unmodified.
 * Delivery is at most once. An ordinary event is never dropped for a connected socket; a coalesced one gives way to a
 * newer one and may arrive up to 100 ms after a later ordinary event. A socket with more than 1 MiB unread is cut off.
 */
export function createRealtime(options: RealtimeOptions): Realtime {
  const { app, bus, beatMillis = 5_000, staleMillis = 15_000 } = options;
  const house = new House({ node: randomUUID(), bus, beatMillis, staleMillis });
  const door = new SocketDoor(app, house, {
    activitySeconds: options.activityTimeoutSeconds ?? 120,
    answerSeconds: options.answerTimeoutSeconds ?? 30,
    presence: options.presence ?? { activitySeconds: 12, answerSeconds: 8 },
    maxConnections: options.maxConnections ?? 15_000,
  });
  const api = new HttpApi(app, house);
  const publish: Realtime['publish'] = (channel, event, data, { except, coalesce } = {}) =>
    house.publish({ channel, event, data: asText(data), ...definedOnly({ except, coalesce }) });

  return {
    attach: (server) => void server.on('upgrade', (...upgrade: [IncomingMessage, Duplex, Buffer]) => door.upgrade(server, ...upgrade)),
    fetch: (request) => api.fetch(request),
    publish,
    publishToUser: (userId, event, data, how) => publish(channelOfUser(userId), event, data, how),
    async authorizeChannel(request) {
      const proof = await authorizeChannel(options, request);
      house.owned(request.socketId, request.user.id);
      return proof;
    },
    authorizeUser: ({ socketId, user }) => authorizeUser(app, socketId, user),
    terminateUser: (userId) => house.terminate(userId),
    stats: () => ({ connections: house.hub.connections.size, channels: house.hub.channelCount }),
    close: () => door.close(),
  };
}

function definedOnly({ except, coalesce }: PublishOptions): PublishOptions {
  return { ...(except !== undefined && { except }), ...(coalesce !== undefined && { coalesce }) };
}
