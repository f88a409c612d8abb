import { Coalescer } from './coalescer.ts';
import { textFrame } from './frames.ts';
import type { Hub } from './hub.ts';
import { LIMIT } from './protocol.ts';

/** An event on its way to the sockets of a channel. */
export interface Delivery {
  channel: string;
  event: string;
  data: unknown;
  /** Who whispered it (client events on presence channels). */
  user_id?: string;
  /** The socket that shall not hear it. */
  except?: string;
  /** Latest wins among events with this key on the channel. */
  coalesce?: string;
}

const CACHED_CHANNELS = 10_000;

/** Hands events to the sockets of this process, and keeps the last one of each cache channel. */
export class LocalDelivery {
  readonly #hub: Hub;
  readonly #coalescer = new Coalescer<Delivery>((channel, deliveries) => this.#write(channel, deliveries));
  readonly #last = new Map<string, { delivery: Delivery; at: number }>();

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  deliver(delivery: Delivery): void {
    if (delivery.channel.includes('cache-')) this.#remember(delivery);
    if (this.#hub.count(delivery.channel) === 0) return;
    if (delivery.coalesce === undefined) this.#write(delivery.channel, [delivery]);
    else this.#coalescer.add(delivery.channel, coalesceKey(delivery), delivery);
  }

  /** The last event of a cache channel, unless it is older than half an hour. `ttl` in seconds. */
  lastOf(channel: string): { delivery: Delivery; ttl: number } | undefined {
    const last = this.#last.get(channel);
    const left = last ? last.at + LIMIT.cacheMillis - Date.now() : 0;
    return last && left > 0 ? { delivery: last.delivery, ttl: Math.ceil(left / 1000) } : undefined;
  }

  close(): void {
    this.#coalescer.close();
  }

  // The price of a broadcast is per write, not per byte: what may go together goes as one write.
  #write(channel: string, deliveries: Delivery[]): void {
    const forAll = deliveries.filter((delivery) => delivery.except === undefined);
    if (forAll.length > 0) this.#hub.broadcast(channel, Buffer.concat(forAll.map(frameOf)));
    for (const delivery of deliveries) {
      if (delivery.except !== undefined) this.#hub.broadcast(channel, frameOf(delivery), delivery.except);
    }
  }

  #remember(delivery: Delivery): void {
    this.#last.delete(delivery.channel);
    this.#last.set(delivery.channel, { delivery, at: Date.now() });
    const [oldest] = this.#last.keys();
    if (this.#last.size > CACHED_CHANNELS && oldest !== undefined) this.#last.delete(oldest);
  }
}

export function coalesceKey(delivery: Delivery): string {
  return `${delivery.event}\n${delivery.coalesce}`;
}

export function frameOf({ event, channel, data, user_id }: Delivery): Buffer {
  return textFrame({ event, channel, data, ...(user_id === undefined ? {} : { user_id }) });
}
