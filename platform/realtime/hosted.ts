import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log.ts';
import { authorizeChannel, authorizeUser, type Authority } from './authorize.ts';
import { channelOfUser } from './channel-name.ts';
import type { HostedApp } from './hosted-app.ts';
import { asText } from './protocol.ts';
import type { Realtime } from './realtime.ts';
import { signedAddress } from './signatures.ts';

interface Message {
  channel: string;
  name: string;
  data: string;
  socket_id?: string;
  coalesce?: string;
}

export interface HostedOptions extends Authority {
  app: HostedApp;
  /** Pause before the second try of a refused batch; doubles each time. 500 ms unless told. */
  retryMillis?: number;
}

/** What the protocol allows. */
const MOST_IN_A_BATCH = 10;
const MOST_DATA = 10_240;
/** Events gathered before they are sent together. */
const GATHER_MILLIS = 20;
/** Waiting events beyond this are dropped, oldest first: browsers ask again when they reconnect. */
const MOST_WAITING = 10_000;
const TRIES = 4;

/** The realtime room when somebody else runs the sockets: events go there over HTTP, in order, a batch at a time. */
export function createHostedRealtime(options: HostedOptions): Realtime {
  const { app } = options;
  const outbox = new Outbox(app, options.retryMillis ?? 500);
  const publish: Realtime['publish'] = (channel, event, data, { except, coalesce } = {}) =>
    outbox.add({ channel, name: event, data: asText(data), ...(except && { socket_id: except }), ...(coalesce && { coalesce }) });
  return {
    attach: () => {},
    fetch: async () => new Response('Sockets are hosted elsewhere.', { status: 404 }),
    publish,
    publishToUser: (userId, event, data, how) => publish(channelOfUser(userId), event, data, how),
    authorizeChannel: (request) => authorizeChannel(options, request),
    authorizeUser: ({ socketId, user }) => authorizeUser(app, socketId, user),
    terminateUser: (userId) => outbox.run(() => post(app, `/users/${encodeURIComponent(userId)}/terminate_connections`, {})),
    stats: () => ({ connections: 0, channels: 0 }),
    close: () => outbox.close(),
  };
}

class Outbox {
  readonly #app: HostedApp;
  readonly #retryMillis: number;
  #waiting: Message[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(app: HostedApp, retryMillis: number) {
    this.#app = app;
    this.#retryMillis = retryMillis;
  }

  add(message: Message): void {
    if (Buffer.byteLength(message.data) > MOST_DATA) return log.warn('An event is too large for hosted Pusher and was not sent.', { event: message.name });
    const older = message.coalesce === undefined ? -1 : this.#waiting.findIndex((each) => each.channel === message.channel && each.coalesce === message.coalesce);
    if (older >= 0) this.#waiting.splice(older, 1);
    this.#waiting.push(message);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MILLIS);
  }

  /** After what waits, in order. */
  run(work: () => Promise<Response>): void {
    this.#sending = this.#sending.then(() => this.#persist(work));
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#flush();
    await Promise.race([this.#sending, sleep(5_000, undefined, { ref: false })]);
  }

  #flush(): void {
    this.#timer = undefined;
    this.#sending = this.#sending.then(async () => {
      for (let batch = this.#waiting.splice(0, MOST_IN_A_BATCH); batch.length > 0; batch = this.#waiting.splice(0, MOST_IN_A_BATCH)) {
        const body = { batch: batch.map(({ coalesce: _, ...event }) => event) };
        await this.#persist(() => post(this.#app, '/batch_events', body));
      }
    });
  }

  // Live events are news, not records: after a few tries they are let go, and the log says so.
  async #persist(work: () => Promise<Response>): Promise<void> {
    let reason = '';
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) await sleep(this.#retryMillis * 2 ** (attempt - 1), undefined, { ref: false });
      const answer = await work().catch((error: Error) => ({ ok: false, status: 0, message: error.message }));
      if (answer.ok) return;
      reason = 'message' in answer ? answer.message : `answered ${answer.status}`;
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) break;
    }
    log.warn('Hosted Pusher did not take an event; it was let go.', { reason });
  }
}

function post(app: HostedApp, path: string, body: object): Promise<Response> {
  const text = JSON.stringify(body);
  const address = signedAddress(app, { method: 'POST', path: `/apps/${app.id}${path}`, body: text, atSeconds: Math.floor(Date.now() / 1000) });
  return fetch(app.api + address, { method: 'POST', body: text, headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(5_000) });
}
