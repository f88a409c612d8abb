import { type MemberChange, type NodeView, changesOf, emptyView, place, setOrDelete } from './node-view.ts';
import type { Member } from './protocol.ts';

/** What one process tells the others about its sockets. Deltas are numbered, so a lost one is noticed at the next beat. */
export type Gossip =
  | { t: 'delta'; from: string; v: number; members: MemberChange[]; counts: [channel: string, sockets: number][] }
  | { t: 'state'; from: string; v: number; members: MemberChange[]; counts: [channel: string, sockets: number][] }
  | { t: 'alive'; from: string; v: number }
  | { t: 'ask'; from: string; to: string }
  | { t: 'bye'; from: string };

export interface RosterOptions {
  node: string;
  send(gossip: Gossip): void;
  /** Somebody appeared or vanished through another process. */
  onMember(channel: string, userId: string, member: Member | null): void;
  onCount(channel: string): void;
  beatMillis: number;
  staleMillis: number;
}

const DELTA_MILLIS = 50;

/** Who is on which channel, over all processes. Each process knows its own sockets for certain and the others by their beats. */
export class Roster {
  readonly #options: RosterOptions;
  readonly #self: NodeView = emptyView();
  readonly #nodes = new Map<string, NodeView>();
  readonly #socketsOfMember = new Map<string, number>();
  readonly #beat: NodeJS.Timeout;
  #memberChanges: MemberChange[] = [];
  #changedCounts = new Set<string>();
  #deltaTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: RosterOptions) {
    this.#options = options;
    this.#nodes.set(options.node, this.#self);
    this.#beat = setInterval(() => this.#tick(), options.beatMillis);
    options.send({ t: 'alive', from: options.node, v: 0 });
    options.send({ t: 'ask', from: options.node, to: '*' });
  }

  /** Adds a local socket of a person; true when the person was not on the channel through any process. */
  arrive(channel: string, member: Member): boolean {
    const known = this.has(channel, member.user_id);
    const sockets = this.#countSocket(channel, member.user_id, 1);
    if (sockets === 1) this.#change(channel, member.user_id, member);
    return !known;
  }

  /** Removes a local socket of a person; true when the person is now nowhere on the channel. */
  depart(channel: string, userId: string): boolean {
    if (this.#countSocket(channel, userId, -1) > 0) return false;
    this.#change(channel, userId, null);
    return !this.has(channel, userId);
  }

  setCount(channel: string, sockets: number): void {
    setOrDelete(this.#self.counts, channel, sockets);
    this.#changedCounts.add(channel);
    this.#soon();
  }

  has(channel: string, userId: string): boolean {
    return this.#views().some((view) => view.members.get(channel)?.has(userId));
  }

  members(channel: string): Map<string, Member> {
    return new Map(this.#views().flatMap((view) => [...(view.members.get(channel) ?? [])]));
  }

  count(channel: string): number {
    return this.#views().reduce((sum, view) => sum + (view.counts.get(channel) ?? 0), 0);
  }

  channels(): string[] {
    return [...new Set(this.#views().flatMap((view) => [...view.counts.keys()]))];
  }

  receive(gossip: Gossip): void {
    if (gossip.from === this.#options.node) return;
    if (gossip.t === 'bye') this.#forget(gossip.from);
    else if (gossip.t === 'ask') this.#answer(gossip.to);
    else if (gossip.t === 'alive') this.#hear(gossip.from, gossip.v);
    else if (gossip.t === 'state') this.#replace(gossip);
    else this.#apply(gossip);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#beat);
    clearTimeout(this.#deltaTimer);
    this.#options.send({ t: 'bye', from: this.#options.node });
  }

  #views(): NodeView[] {
    return [...this.#nodes.values()];
  }

  #countSocket(channel: string, userId: string, by: 1 | -1): number {
    const key = `${channel}\n${userId}`;
    const sockets = (this.#socketsOfMember.get(key) ?? 0) + by;
    setOrDelete(this.#socketsOfMember, key, sockets);
    return sockets;
  }

  #change(channel: string, userId: string, member: Member | null): void {
    place(this.#self, channel, userId, member);
    this.#memberChanges.push({ channel, userId, member });
    this.#soon();
  }

  #soon(): void {
    if (!this.#closed) this.#deltaTimer ??= setTimeout(() => this.#sendDelta(), DELTA_MILLIS);
  }

  #sendDelta(): void {
    this.#deltaTimer = undefined;
    const counts = [...this.#changedCounts].map((channel): [string, number] => [channel, this.#self.counts.get(channel) ?? 0]);
    this.#self.v += 1;
    this.#options.send({ t: 'delta', from: this.#options.node, v: this.#self.v, members: this.#memberChanges, counts });
    this.#memberChanges = [];
    this.#changedCounts = new Set();
  }

  #tick(): void {
    this.#options.send({ t: 'alive', from: this.#options.node, v: this.#self.v });
    const oldest = Date.now() - this.#options.staleMillis;
    for (const [node, view] of this.#nodes) {
      if (view !== this.#self && view.seenAt < oldest) this.#forget(node);
    }
  }

  #answer(to: string): void {
    if (to !== '*' && to !== this.#options.node) return;
    this.#options.send({ t: 'state', from: this.#options.node, v: this.#self.v, members: changesOf(this.#self), counts: [...this.#self.counts] });
  }

  #hear(from: string, v: number): void {
    const view = this.#nodes.get(from);
    if (view) view.seenAt = Date.now();
    if (view?.v !== v) this.#options.send({ t: 'ask', from: this.#options.node, to: from });
  }

  #apply(delta: Extract<Gossip, { t: 'delta' }>): void {
    const view = this.#nodes.get(delta.from);
    if (view?.v !== delta.v - 1) {
      this.#hear(delta.from, delta.v);
      return;
    }
    view.v = delta.v;
    view.seenAt = Date.now();
    for (const change of delta.members) this.#learn(view, change);
    for (const [channel, sockets] of delta.counts) this.#learnCount(view, channel, sockets);
  }

  #replace(state: Extract<Gossip, { t: 'state' }>): void {
    const view = this.#nodes.get(state.from) ?? emptyView();
    this.#nodes.set(state.from, view);
    view.v = state.v;
    view.seenAt = Date.now();
    const still = new Set(state.members.map((change) => `${change.channel}\n${change.userId}`));
    const gone = changesOf(view).filter((change) => !still.has(`${change.channel}\n${change.userId}`));
    for (const change of state.members) this.#learn(view, change);
    for (const change of gone) this.#learn(view, { ...change, member: null });
    const stale = [...view.counts.keys()].map((channel): [string, number] => [channel, 0]);
    for (const [channel, sockets] of new Map([...stale, ...state.counts])) this.#learnCount(view, channel, sockets);
  }

  #forget(node: string): void {
    const view = this.#nodes.get(node);
    if (!view) return;
    for (const change of changesOf(view)) this.#learn(view, { ...change, member: null });
    this.#nodes.delete(node);
    for (const channel of view.counts.keys()) this.#options.onCount(channel);
  }

  #learn(view: NodeView, { channel, userId, member }: MemberChange): void {
    const before = this.has(channel, userId);
    place(view, channel, userId, member);
    if (before !== this.has(channel, userId)) this.#options.onMember(channel, userId, member);
  }

  #learnCount(view: NodeView, channel: string, sockets: number): void {
    if ((view.counts.get(channel) ?? 0) === sockets) return;
    setOrDelete(view.counts, channel, sockets);
    this.#options.onCount(channel);
  }
}
