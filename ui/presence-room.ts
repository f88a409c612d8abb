import type { PresenceChannel } from 'pusher-js';
import type Pusher from 'pusher-js';

/** Somebody in a room, and what each of their tabs says. */
export interface Present<S> {
  id: string;
  name: string;
  image: string | null;
  /** Is this the reader's own account (in another tab)? */
  me: boolean;
  /** What their tabs said last; empty until the first word arrives. */
  tabs: S[];
}

interface Said<S> {
  tab: string;
  state: S;
}

interface Member {
  id: string;
  info?: { name?: string; image?: string | null };
}

const REPEAT_MILLIS = 10_000;
const FORGET_MILLIS = 25_000;
const tab = Math.random().toString(36).slice(2, 10);

/**
 * One presence channel: who is in it is the server's word, what they do is theirs. Each tab says its state when it comes, when
 * it changes, when somebody asks, and every ten seconds, so that what a dead tab said is forgotten.
 */
export class PresenceRoom<S> {
  private readonly people = new Map<string, Present<S>>();
  private readonly said = new Map<string, { person: string; state: S; at: number }>();
  private readonly channel: PresenceChannel;
  private readonly beat: ReturnType<typeof setInterval>;
  private readonly leaving = () => this.say('client-bye');
  private readonly pusher: Pusher;
  private readonly name: string;
  private readonly onChange: (people: Present<S>[]) => void;
  private state: S;

  constructor(options: { pusher: Pusher; name: string; state: S; onChange(people: Present<S>[]): void }) {
    this.pusher = options.pusher;
    this.name = options.name;
    this.state = options.state;
    this.onChange = options.onChange;
    this.channel = options.pusher.subscribe(options.name) as PresenceChannel;
    this.listen();
    this.beat = setInterval(() => this.remind(), REPEAT_MILLIS);
    addEventListener('pagehide', this.leaving);
  }

  /** Says what this tab does now. */
  now(state: S): void {
    this.state = state;
    this.say('client-here');
  }

  leave(): void {
    this.say('client-bye');
    clearInterval(this.beat);
    removeEventListener('pagehide', this.leaving);
    this.channel.unbind();
    this.pusher.unsubscribe(this.name);
  }

  private listen(): void {
    this.channel.bind('pusher:subscription_succeeded', () => this.arrived());
    this.channel.bind('pusher:member_added', (member: Member) => this.changed(() => this.add(member)));
    this.channel.bind('pusher:member_removed', (member: Member) => this.changed(() => this.remove(member.id)));
    this.channel.bind('client-hello', (said: Said<S>, from: { user_id?: string }) => {
      this.hear(said, from);
      setTimeout(() => this.say('client-here'), Math.random() * 300);
    });
    this.channel.bind('client-here', (said: Said<S>, from: { user_id?: string }) => this.hear(said, from));
    this.channel.bind('client-bye', ({ tab }: Said<S>) => this.changed(() => this.said.delete(tab)));
  }

  // Also after a lost connection came back: what was known may have changed meanwhile.
  private arrived(): void {
    this.people.clear();
    this.channel.members.each((member: Member) => this.add(member));
    this.say('client-hello');
    this.tell();
  }

  private add({ id, info }: Member): void {
    this.people.set(id, { id, name: info?.name ?? 'Somebody', image: info?.image ?? null, me: id === this.channel.members.myID, tabs: [] });
  }

  private remove(id: string): void {
    this.people.delete(id);
    for (const [tab, { person }] of this.said) if (person === id) this.said.delete(tab);
  }

  private hear(said: Said<S>, { user_id: person }: { user_id?: string }): void {
    if (person) this.changed(() => this.said.set(said.tab, { person, state: said.state, at: Date.now() }));
  }

  private remind(): void {
    const oldest = Date.now() - FORGET_MILLIS;
    const stale = [...this.said].filter(([, { at }]) => at < oldest);
    if (stale.length > 0) this.changed(() => stale.forEach(([tab]) => this.said.delete(tab)));
    this.say('client-here');
  }

  private say(event: 'client-hello' | 'client-here' | 'client-bye'): void {
    if (this.channel.subscribed) this.channel.trigger(event, { tab, state: this.state });
  }

  private changed(change: () => void): void {
    change();
    this.tell();
  }

  private tell(): void {
    const states = [...this.said.values()];
    const tabsOf = (id: string) => states.filter(({ person }) => person === id).map(({ state }) => state);
    this.onChange([...this.people.values()].map((person) => ({ ...person, tabs: tabsOf(person.id) })));
  }
}
