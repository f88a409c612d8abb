import type { Connection } from './connection.ts';

const SOCKETS_PER_TURN = 500;

interface Broadcast {
  receivers: Iterator<Connection>;
  frames: Buffer;
  except: string | undefined;
}

/** The sockets of this process and what they listen to. */
export class Hub {
  readonly connections = new Map<string, Connection>();
  readonly #channels = new Map<string, Set<Connection>>();
  readonly #users = new Map<string, Set<Connection>>();
  readonly #queue: Broadcast[] = [];

  join(channel: string, connection: Connection): void {
    addTo(this.#channels, channel, connection);
  }

  leave(channel: string, connection: Connection): void {
    removeFrom(this.#channels, channel, connection);
  }

  signIn(userId: string, connection: Connection): void {
    addTo(this.#users, userId, connection);
  }

  signOut(userId: string, connection: Connection): void {
    removeFrom(this.#users, userId, connection);
  }

  count(channel: string): number {
    return this.#channels.get(channel)?.size ?? 0;
  }

  get channelCount(): number {
    return this.#channels.size;
  }

  socketsOf(userId: string): Connection[] {
    return [...(this.#users.get(userId) ?? [])];
  }

  /** Writes the frames to every socket of the channel, in the order of the calls. */
  broadcast(channel: string, frames: Buffer, except?: string): void {
    const sockets = this.#channels.get(channel);
    if (!sockets) return;
    const busy = this.#queue.length > 0;
    const broadcast = { receivers: sockets.values(), frames, except };
    // A large audience is served in turns so that other requests of the process are answered between them.
    if (!busy && writeSome(broadcast)) return;
    this.#queue.push(broadcast);
    if (!busy) setImmediate(() => this.#continue());
  }

  #continue(): void {
    if (this.#queue[0] && writeSome(this.#queue[0])) this.#queue.shift();
    if (this.#queue.length > 0) setImmediate(() => this.#continue());
  }
}

/** True when everybody got it. */
function writeSome({ receivers, frames, except }: Broadcast): boolean {
  for (let n = 0; n < SOCKETS_PER_TURN; n++) {
    const next = receivers.next();
    if (next.done) return true;
    if (next.value.id !== except) next.value.write(frames);
  }
  return false;
}

function addTo(sets: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const set = sets.get(key);
  if (set) set.add(connection);
  else sets.set(key, new Set([connection]));
}

function removeFrom(sets: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const set = sets.get(key);
  if (set?.delete(connection) && set.size === 0) sets.delete(key);
}
