import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Connection } from './connection.ts';
import { Conversation } from './conversation.ts';
import type { House } from './house.ts';
import { CLOSE, LIMIT, PROTOCOL, protocolMessage } from './protocol.ts';
import type { App } from './signatures.ts';

const GOODBYE_MILLIS = 1_000;

export interface DoorOptions {
  /** Silence after which a socket is asked, and how long it may take to answer. */
  activitySeconds: number;
  answerSeconds: number;
  /** The same two for sockets that show somebody to others: a dead tab must not stay in the room. */
  presence: { activitySeconds: number; answerSeconds: number };
  maxConnections: number;
}

/** Lets sockets in, watches that they live, and sees them out. */
export class SocketDoor {
  readonly #app: App;
  readonly #house: House;
  readonly #conversation: Conversation;
  readonly #options: DoorOptions;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: LIMIT.frameBytes });
  readonly #watch: NodeJS.Timeout;
  #closing = false;

  constructor(app: App, house: House, options: DoorOptions) {
    this.#app = app;
    this.#house = house;
    this.#conversation = new Conversation(house, app);
    this.#options = options;
    this.#watch = setInterval(() => this.#lookAround(), Math.min(options.activitySeconds, options.answerSeconds, options.presence.activitySeconds, options.presence.answerSeconds) * 250);
    this.#watch.unref();
  }

  upgrade(server: Server, request: IncomingMessage, wire: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/app' && !url.pathname.startsWith('/app/')) {
      // Somebody else's upgrade, unless nobody else listens: then it would hang.
      if (server.listenerCount('upgrade') === 1) wire.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    wire.on('error', () => wire.destroy());
    this.#sockets.handleUpgrade(request, wire, head, (ws) => this.#welcome(new Connection(ws, wire), ws, url));
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#watch);
    const connections = [...this.#house.hub.connections.values()];
    for (const connection of connections) connection.refuse(CLOSE.reconnect, 'The server restarts');
    await this.#everybodyLeft();
    for (const connection of this.#house.hub.connections.values()) connection.cutOff();
    this.#house.close();
    this.#sockets.close();
  }

  #welcome(connection: Connection, ws: WebSocket, url: URL): void {
    // A broken frame closes the socket with its own code; there is nobody to tell.
    ws.on('error', () => undefined);
    const refusal = this.#whyNot(url);
    if (refusal) return connection.refuse(...refusal);
    this.#house.hub.connections.set(connection.id, connection);
    ws.on('message', (data: Buffer) => this.#conversation.hear(connection, data.toString('utf8')));
    ws.on('close', () => this.#house.leaveAll(connection));
    connection.send(protocolMessage('pusher:connection_established', { socket_id: connection.id, activity_timeout: this.#options.activitySeconds }));
  }

  #whyNot(url: URL): [code: number, sentence: string] | undefined {
    const [, , key, ...rest] = url.pathname.split('/');
    const protocol = url.searchParams.get('protocol');
    if (key === undefined || rest.length > 0) return [CLOSE.path, 'The path is /app/<key>'];
    if (key !== this.#app.key) return [CLOSE.appUnknown, 'There is no app with this key'];
    if (!protocol) return [CLOSE.protocolMissing, 'The protocol version is missing'];
    if (Number(protocol) !== PROTOCOL) return [CLOSE.protocolUnsupported, `Only protocol ${PROTOCOL} is spoken`];
    if (this.#closing) return [CLOSE.reconnect, 'The server restarts'];
    if (this.#house.hub.connections.size >= this.#options.maxConnections) return [CLOSE.overCapacity, 'The server is full, try again later'];
    return undefined;
  }

  #lookAround(): void {
    for (const connection of this.#house.hub.connections.values()) {
      const { activitySeconds, answerSeconds } = connection.isPresent() ? this.#options.presence : this.#options;
      const silence = (Date.now() - connection.heardAt) / 1000;
      if (silence > activitySeconds + answerSeconds) this.#countOut(connection);
      else if (silence > activitySeconds && !connection.asked) ask(connection);
    }
  }

  // A dead socket does not take part in its own farewell, which would take half a minute more.
  #countOut(connection: Connection): void {
    this.#house.leaveAll(connection);
    connection.close(CLOSE.silent, 'No answer to a ping');
  }

  async #everybodyLeft(): Promise<void> {
    const deadline = Date.now() + GOODBYE_MILLIS;
    while (this.#house.hub.connections.size > 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 10));
  }
}

function ask(connection: Connection): void {
  connection.asked = true;
  connection.send({ event: 'pusher:ping', data: '{}' });
}
