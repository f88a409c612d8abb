import { type ChannelName, parseChannelName } from './channel-name.ts';
import { Coalescer } from './coalescer.ts';
import type { Connection } from './connection.ts';
import { CountAnnouncer } from './count-announcer.ts';
import { coalesceKey, type Delivery, LocalDelivery } from './delivery.ts';
import { textFrame } from './frames.ts';
import { Hub } from './hub.ts';
import { CLOSE, type Member, protocolMessage } from './protocol.ts';
import { type Gossip, Roster } from './roster.ts';

/** What carries messages to the other processes. At most once is enough. */
export interface RealtimeBus {
  publish(topic: string, payload: unknown): unknown;
  subscribe(topic: string, listener: (payload: unknown) => void): unknown;
}

type Envelope =
  | { t: 'event'; from: string; delivery: Delivery }
  | { t: 'sign-out'; from: string; userId: string }
  | { t: 'owner'; from: string; socketId: string; userId: string }
  | Gossip;

const TOPIC = 'realtime';

export interface HouseOptions {
  node: string;
  bus: RealtimeBus;
  beatMillis: number;
  staleMillis: number;
}

/** The channels as all processes see them: joins, leaves and deliveries, here and over the bus. */
export class House {
  readonly hub = new Hub();
  readonly local = new LocalDelivery(this.hub);
  readonly roster: Roster;
  readonly #counts: CountAnnouncer;
  readonly #node: string;
  readonly #bus: RealtimeBus;
  readonly #outgoing = new Coalescer<Delivery>((_, deliveries) => deliveries.forEach((delivery) => this.#send(delivery)));
  readonly #unsubscribe: unknown;

  constructor({ node, bus, beatMillis, staleMillis }: HouseOptions) {
    this.#node = node;
    this.#bus = bus;
    this.#unsubscribe = bus.subscribe(TOPIC, (payload) => this.#receive(payload as Envelope));
    this.roster = new Roster({
      node,
      beatMillis,
      staleMillis,
      send: (gossip) => void bus.publish(TOPIC, gossip),
      onMember: (channel, userId, member) => this.#tellMember(channel, userId, member),
      onCount: (channel) => this.#countChanged(channel),
    });
    this.#counts = new CountAnnouncer((channel) => this.roster.count(channel), (channel, count) => this.#tellCount(channel, count));
  }

  /** Delivers to the sockets here at once and to the other processes over the bus. */
  publish(delivery: Delivery): void {
    this.local.deliver(delivery);
    if (delivery.coalesce === undefined) this.#send(delivery);
    else this.#outgoing.add(delivery.channel, coalesceKey(delivery), delivery);
  }

  /** The others hear `member_added` only for the first socket of a person. */
  join(connection: Connection, channel: ChannelName, member: Member | undefined): void {
    connection.channels.set(channel.name, member);
    this.hub.join(channel.name, connection);
    if (member && this.roster.arrive(channel.name, member)) this.#tellMember(channel.name, member.user_id, member, connection.id);
    this.#recount(channel.name);
  }

  leave(connection: Connection, channel: string): void {
    if (!connection.channels.has(channel)) return;
    const member = connection.channels.get(channel);
    connection.channels.delete(channel);
    this.hub.leave(channel, connection);
    if (member && this.roster.depart(channel, member.user_id)) this.#tellMember(channel, member.user_id, null);
    this.#recount(channel);
  }

  leaveAll(connection: Connection): void {
    for (const channel of connection.channels.keys()) this.leave(connection, channel);
    if (connection.user) this.hub.signOut(connection.user.id, connection);
    if (connection.owner) this.hub.signOut(connection.owner, connection);
    this.hub.connections.delete(connection.id);
  }

  /** A socket was allowed to join a channel as this person; the process that holds it remembers whose it is. */
  owned(socketId: string, userId: string): void {
    if (!this.#own(socketId, userId)) this.#bus.publish(TOPIC, { t: 'owner', from: this.#node, socketId, userId } satisfies Envelope);
  }

  /** Closes every socket the person is signed in on or was let into a channel with, on all processes. */
  terminate(userId: string): void {
    this.#cutOff(userId);
    this.#bus.publish(TOPIC, { t: 'sign-out', from: this.#node, userId } satisfies Envelope);
  }

  close(): void {
    this.local.close();
    this.#outgoing.close();
    this.#counts.close();
    this.roster.close();
    if (typeof this.#unsubscribe === 'function') this.#unsubscribe();
  }

  #send(delivery: Delivery): void {
    this.#bus.publish(TOPIC, { t: 'event', from: this.#node, delivery } satisfies Envelope);
  }

  #receive(envelope: Envelope): void {
    if (envelope.from === this.#node) return;
    if (envelope.t === 'event') this.local.deliver(envelope.delivery);
    else if (envelope.t === 'sign-out') this.#cutOff(envelope.userId);
    else if (envelope.t === 'owner') this.#own(envelope.socketId, envelope.userId);
    else this.roster.receive(envelope);
  }

  #own(socketId: string, userId: string): boolean {
    const connection = this.hub.connections.get(socketId);
    if (!connection) return false;
    if (connection.owner && connection.owner !== userId && connection.owner !== connection.user?.id) this.hub.signOut(connection.owner, connection);
    connection.owner = userId;
    this.hub.signIn(userId, connection);
    return true;
  }

  #cutOff(userId: string): void {
    for (const connection of this.hub.socketsOf(userId)) {
      if (connection.user) connection.refuse(CLOSE.unauthorised, 'Signed out by the server');
      // A page that only joined channels comes back and asks anew what it may hear.
      else connection.close(CLOSE.reconnect, 'What you may hear has changed');
    }
  }

  #tellMember(channel: string, userId: string, member: Member | null, except?: string): void {
    const event = member ? 'pusher_internal:member_added' : 'pusher_internal:member_removed';
    this.hub.broadcast(channel, textFrame(protocolMessage(event, member ?? { user_id: userId }, channel)), except);
  }

  #recount(channel: string): void {
    this.roster.setCount(channel, this.hub.count(channel));
    this.#countChanged(channel);
  }

  #countChanged(channel: string): void {
    const kind = parseChannelName(channel)?.kind;
    if (kind === 'public' || kind === 'private') this.#counts.changed(channel);
  }

  #tellCount(channel: string, count: number): void {
    const message = protocolMessage('pusher_internal:subscription_count', { subscription_count: count }, channel);
    this.hub.broadcast(channel, textFrame(message));
  }
}

