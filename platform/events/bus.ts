import pg from 'pg';
import { log } from '../log.ts';
import { newId } from '../ids.ts';
import { loginUrl } from '../db/pools.ts';

/** Small messages between the processes of one installation. Delivered to the sender too; lost when nobody listens. */
export interface Bus {
  publish(topic: string, payload: unknown): void;
  subscribe(topic: string, listener: (payload: never) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'quickdash_bus';
// PostgreSQL refuses payloads of 8,000 bytes and more.
const MOST_BYTES = 7_500;
const GATHER_MILLIS = 20;
const AGAIN_MILLIS = 500;

type Listener = (payload: never) => void;

/** The bus over LISTEN/NOTIFY on a connection of its own: batched, never inside a business transaction. */
export async function openPostgresBus(): Promise<Bus> {
  const bus = new PostgresBus();
  await bus.connect();
  return bus;
}

class PostgresBus implements Bus {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly parts = new Map<string, string[]>();
  private waiting: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private client: pg.Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private closed = false;

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: loginUrl('platform'), application_name: 'quickdash-bus', keepAlive: true });
    client.on('notification', (message) => this.receive(message.payload ?? ''));
    client.on('error', (error) => log.warn('The bus connection was lost; it is opened again.', { error: error.message }));
    client.on('end', () => this.reconnect());
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
  }

  publish(topic: string, payload: unknown): void {
    this.waiting.push(JSON.stringify([topic, payload]));
    this.timer ??= setTimeout(() => void this.flush(), GATHER_MILLIS);
  }

  subscribe(topic: string, listener: Listener): () => void {
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set.add(listener));
    return () => void set.delete(listener);
  }

  async close(): Promise<void> {
    await this.flush();
    this.closed = true;
    await this.client?.end();
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const messages = this.waiting;
    this.waiting = [];
    for (const payload of framesOf(messages)) {
      await this.client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch((error: Error) => log.warn('A bus message was lost.', { error: error.message }));
    }
  }

  private receive(frame: string): void {
    if (frame.startsWith('[')) return this.deliver(frame);
    const [id, place, of] = frame.slice(0, frame.indexOf('\n')).split(' ') as [string, string, string];
    const parts = this.parts.get(id) ?? [];
    parts[Number(place)] = frame.slice(frame.indexOf('\n') + 1);
    this.parts.set(id, parts);
    if (parts.filter((p) => p !== undefined).length < Number(of)) return;
    this.parts.delete(id);
    this.deliver(parts.join(''));
  }

  private deliver(frame: string): void {
    for (const message of JSON.parse(frame) as string[]) {
      const [topic, payload] = JSON.parse(message) as [string, never];
      for (const listener of this.listeners.get(topic) ?? []) listener(payload);
    }
  }

  private reconnect(): void {
    if (this.closed) return;
    this.client = undefined;
    // A connection that cannot be opened says so twice, by its promise and by its end; it is tried again once.
    this.again ??= setTimeout(() => {
      this.again = undefined;
      this.connect().catch(() => this.reconnect());
    }, AGAIN_MILLIS).unref();
  }
}

/** Packs messages into as few frames as fit; a single large message is cut into numbered parts. */
export function framesOf(messages: string[]): string[] {
  const frames: string[] = [];
  let gathered: string[] = [];
  for (const message of messages) {
    if (gathered.length > 0 && byteLength([...gathered, message]) > MOST_BYTES) {
      frames.push(JSON.stringify(gathered));
      gathered = [];
    }
    gathered.push(message);
  }
  if (gathered.length > 0) frames.push(JSON.stringify(gathered));
  return frames.flatMap((frame) => (Buffer.byteLength(frame) > MOST_BYTES ? cut(frame) : [frame]));
}

function byteLength(messages: string[]): number {
  return Buffer.byteLength(JSON.stringify(messages));
}

function cut(frame: string): string[] {
  const id = newId();
  // A quarter of the limit in characters stays below it in bytes, whatever the script.
  const size = Math.floor(MOST_BYTES / 4);
  const pieces = frame.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
  return pieces.map((piece, place) => `${id} ${place} ${pieces.length}\n${piece}`);
}
